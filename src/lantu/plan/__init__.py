"""The plan as values: frozen dataclasses that need nothing but the standard library."""
