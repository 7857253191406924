"""Results: values that a report gives for an item of a plan, each with its own unit and kind of figure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from lantu.plan.period import Period


class FigureKind(StrEnum):
    """What kind of figure a number is; two kinds of one quantity are never compared with each other.

    LEVEL: an amount. RATIO: a share or rate in per cent. GROWTH: a relative change in per cent. POINTS: a change of a
    share in points. ADDITION: an amount added or done within the period. TOTAL: an addition over several years.
    """

    LEVEL = "level"
    RATIO = "ratio"
    GROWTH = "growth"
    POINTS = "points"
    ADDITION = "addition"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Result:
    """One reported value of a commitment, or of an indicator in another form than its own observations have.

    item: id of the commitment or indicator. value: in `unit`; a fall is negative where the kind is a change.
    status, verified, source, note: as in an Observation.
    """

    item: str
    region: str
    period: Period
    kind: FigureKind
    value: float
    unit: str | None = None
    status: str = ""
    verified: str = ""
    source: str = ""
    note: str = ""
