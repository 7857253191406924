"""The plans kept here: versions that never change, and what was observed and judged since."""
