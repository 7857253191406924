"""The areas that a plan's region is made of, and how each indicator is rolled up over them and over time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Area:
    """One area: a province of a nation, a town of a county.

    code: GB/T 2260 or the user's own. parent: the code of the area it is part of, "" for the plan's region itself.
    group: a type that areas are compared within (街道, 镇). row, column: its place in a tile grid, from 1; None where
    nobody placed it.
    """

    code: str
    name: str
    parent: str = ""
    group: str = ""
    row: int | None = None
    column: int | None = None


class RollUpRule(StrEnum):
    """How values of parts become the value of the whole."""

    SUM = "sum"
    LAST = "last"
    MEAN = "mean"
    WEIGHTED_MEAN = "weighted_mean"
    RATIO = "ratio"
    MIN = "min"
    MAX = "max"
    NONE = "none"


class Over(StrEnum):
    """What is rolled up: areas into the area they are part of, or parts of a year into the year."""

    AREAS = "areas"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class RollUp:
    """One indicator's own rule.

    weight: of a WEIGHTED_MEAN, the indicator whose values weigh. numerator, denominator: of a RATIO, the indicators
    that are added up first and divided then, times factor (100 for per cent).
    """

    indicator: str
    over: Over
    rule: RollUpRule
    weight: str = ""
    numerator: str = ""
    denominator: str = ""
    factor: float = 1.0
    source: str = ""
