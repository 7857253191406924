"""Verdicts: the four official words of progress, and the fifth for what cannot be judged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Verdict(StrEnum):
    """提前实现 / 快于预期 / 基本符合预期 / 滞后 / 未评."""

    ACHIEVED = "achieved"
    AHEAD = "ahead"
    ON_TRACK = "on_track"
    LAGGING = "lagging"
    NOT_ASSESSED = "not_assessed"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict that somebody gave: it stands beside a computed one and never overwrites it.

    by: who gave it (a body, a report, a person); wording: their own words.
    """

    indicator: str
    on: date
    verdict: Verdict
    wording: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Outlook:
    """How likely a target is to be met.

    probability: 0 to 1. low, high: the 80 % interval of the value in the target year, in the
    indicator's unit (for cumulative targets: of the total change). method: how it was computed.
    """

    probability: float
    low: float
    high: float
    method: str = ""
