"""The values of an indicator that can be compared with its target: one a period, the others set aside with a reason."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lantu.plan.message import Message
from lantu.plan.observation import Observation
from lantu.plan.period import Period, PeriodKind
from lantu.plan.status import is_comparable, weight

NOT_YET = Message("在所选日期尚未到期", "its period was not over on that date")
AFTER_TARGET = Message("在目标年之后", "after the target year")
MISSING = Message("没有数值；缺数不作零", "no value; missing is not zero")
TOO_LARGE = Message("数值大得不合情理", "too large to be true")
OTHER_DEFINITION = Message("口径与规划不同，不能比较", "its definition differs from the plan's")
PART_YEAR = Message("只是年内一段，不与全年目标比较", "part of a year, not compared with a yearly target")
MANY_YEARS = Message("跨多年的数，不与单年数混用", "spans several years, not mixed with yearly values")
SECOND_VALUE = Message("同一时期采用了另一个数", "another value of the same period is used")
ONE_YEAR = Message("单年数，不加进官方公布的累计数", "of one year, not added to the official total")
OTHER_START = Message("不是从规划首年起的累计数", "a total that does not begin with the plan's first year")
BEFORE_PLAN = Message("在规划期之前", "before the plan's period")

# No unit makes a published figure this large; squares of it must stay finite.
_LARGEST = 1e100


@dataclass(frozen=True, slots=True)
class Series:
    """What is known of one indicator in one region on a date.

    yearly: values of whole years, one a year, oldest first. totals: values that span several years, by their end.
    set_aside: everything else, each with the reason.
    """

    yearly: tuple[Observation, ...]
    totals: tuple[Observation, ...]
    set_aside: tuple[tuple[Observation, Message], ...]


def series_of(observations: Iterable[Observation], on: date, last_year: int | None = None) -> Series:
    """Sort the observations of one indicator and region into what can be used and what cannot.

    last_year: the target's; what comes later says nothing of the target any more.
    """
    set_aside: list[tuple[Observation, Message]] = []
    best: dict[Period, Observation] = {}
    for observation in observations:
        reason = _unusable(observation, on, last_year)
        rival = best.get(observation.period)
        if reason is not None:
            set_aside.append((observation, reason))
        elif rival is None or weight(observation) >= weight(rival):
            # On a tie the later row wins: revisions are written below what they revise.
            best[observation.period] = observation
            if rival is not None:
                set_aside.append((rival, SECOND_VALUE))
        else:
            set_aside.append((observation, SECOND_VALUE))
    ordered = [best[period] for period in sorted(best)]
    yearly = tuple(o for o in ordered if o.period.kind is not PeriodKind.YEARS)
    return Series(yearly, tuple(o for o in ordered if o.period.kind is PeriodKind.YEARS), tuple(set_aside))


def _unusable(observation: Observation, on: date, last_year: int | None) -> Message | None:
    if observation.period.end > on:
        return NOT_YET
    if observation.value is None or not math.isfinite(observation.value):
        return MISSING
    if abs(observation.value) > _LARGEST:
        return TOO_LARGE
    if last_year is not None and observation.period.last_year > last_year:
        return AFTER_TARGET
    if not is_comparable(observation):
        return OTHER_DEFINITION
    if observation.period.kind not in (PeriodKind.YEAR, PeriodKind.YEARS):
        return PART_YEAR
    return None
