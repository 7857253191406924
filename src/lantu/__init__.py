"""Lantu 蓝图: a development plan that runs.

A plan is read, checked, monitored, reported and published; each figure leads back to its sentence and its data.
"""

__version__ = "0.1.0"
