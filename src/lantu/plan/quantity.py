"""How a value is bound to a number: the comparators of targets and results."""

from __future__ import annotations

from enum import StrEnum


class Comparator(StrEnum):
    """What a sentence asks of a value, or says of it."""

    AT_LEAST = ">="
    AT_MOST = "<="
    ABOVE = ">"
    BELOW = "<"
    EQUAL = "="
    ABOUT = "approx"
    INCREASE_BY = "increase_by"
    DECREASE_BY = "decrease_by"
    RANGE = "range"
