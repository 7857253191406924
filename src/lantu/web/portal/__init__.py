"""The public face: plans, indicators and their data, open to everybody."""
