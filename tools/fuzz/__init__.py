"""Mutated documents and packages, fed to the reader, the checker and the monitor: none may crash, hang or look elsewhere."""
