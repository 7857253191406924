"""Breaks in a series, and values that somebody chose: what people know of figures that the figures do not say."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from lantu.plan.period import Period


class BreakKind(StrEnum):
    """What a break does to the values before it.

    SPLIT: they do not compare with later ones, and are not joined to them. LINK: they do once multiplied by a factor.
    """

    SPLIT = "split"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class SeriesBreak:
    """A census, a rebasing or a changed definition: from `period` on, values follow the new one.

    region: its code, "" for every region. factor: new over old in a time when both were counted; only of a LINK.
    """

    indicator: str
    region: str
    period: Period
    kind: BreakKind
    factor: float | None = None
    reason: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which source was chosen where several give a value of the same period, by whom and why."""

    indicator: str
    region: str
    period: Period
    source: str
    reason: str = ""
    by: str = ""
