"""The arithmetic of monitoring as functions over arrays: one series or ten million, the same code."""
