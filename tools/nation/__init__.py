"""A simulated nation to measure by: its counties, indicators and months, made from a seed; no figure of it is real."""
