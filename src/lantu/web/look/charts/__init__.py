"""Charts drawn on the server as inline SVG: classes for colour, no style attributes, no scripts, text at real size."""
