"""The way to a target: official values for single years, and the shape of the path between them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from lantu.plan.period import Period


class PathShape(StrEnum):
    """How a path runs from one known point to the next.

    LINEAR: by the same amount each year (等速时序). CONSTANT_RATE: by the same rate each year. STEPS: not at all until
    the next point is due.
    """

    LINEAR = "linear"
    CONSTANT_RATE = "constant_rate"
    STEPS = "steps"


@dataclass(frozen=True, slots=True)
class Milestone:
    """A value that is due by the end of a period: an official yearly target (年度目标), or a point of an own curve.

    region: its code, "" for the plan's own. value: in the indicator's unit; for a total over the period, the total
    since the plan began. source: the decision it comes from.
    """

    indicator: str
    region: str
    period: Period
    value: float
    source: str = ""
