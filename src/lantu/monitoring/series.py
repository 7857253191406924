"""The values of an indicator that can be compared with its target: one a period, the others set aside with a reason."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from lantu.monitoring.breaks import across
from lantu.monitoring.printed import exact
from lantu.plan.message import Message
from lantu.plan.observation import Observation
from lantu.plan.period import Period, PeriodKind
from lantu.plan.series_break import Choice, SeriesBreak
from lantu.plan.status import is_comparable, weight

NOT_YET = Message("在所选日期尚未到期", "its period was not over on that date")
AFTER_TARGET = Message("在目标年之后", "after the target year")
MISSING = Message("没有数值；缺数不作零", "no value; missing is not zero")
TOO_LARGE = Message("数值大得不合情理", "too large to be true")
BEYOND_THE_WHOLE = Message("占比超出了0到100%，请核对", "a share outside 0 to 100%: check it")
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
    set_aside: everything else, each with the reason. conflicts: (the value used, another of the same period that
    counts as much), where nobody has chosen. parts: values of months, quarters and halves, one a period; they are set
    aside too, since a part is never compared with a yearly target.
    unmet: choices of a source that gives no value.
    """

    yearly: tuple[Observation, ...]
    totals: tuple[Observation, ...]
    set_aside: tuple[tuple[Observation, Message], ...]
    conflicts: tuple[tuple[Observation, Observation], ...] = ()
    parts: tuple[Observation, ...] = ()
    unmet: tuple[Choice, ...] = ()


def series_of(
    observations: Iterable[Observation],
    on: date,
    last_year: int | None = None,
    breaks: Sequence[SeriesBreak] = (),
    choices: Sequence[Choice] = (),
    of_a_whole: bool = False,
) -> Series:
    """Sort the observations of one indicator and region into what can be used and what cannot.

    last_year: the target's; what comes later says nothing of the target any more. breaks, choices: of this indicator
    and region; a break that is still to come on that date is not known yet. of_a_whole: whether values are shares that
    cannot leave 0 to 100 per cent.
    """
    known = [one for one in breaks if one.period.start <= on]
    comparable, set_aside = across(observations, known)
    chosen = {choice.period: choice for choice in choices}
    best: dict[Period, Observation] = {}
    equals: dict[Period, Observation] = {}
    for observation in comparable:
        reason = _unusable(observation, on, last_year, of_a_whole)
        rival = best.get(observation.period)
        if reason is not None:
            set_aside.append((observation, reason))
        if reason not in (None, PART_YEAR):
            continue
        choice = chosen.get(observation.period)
        if rival is None:
            best[observation.period] = observation
            continue
        ours, theirs = _rank(observation, choice), _rank(rival, choice)
        # On a tie the later row wins: revisions are written below what they revise.
        winner, loser = (observation, rival) if ours >= theirs else (rival, observation)
        best[observation.period] = winner
        if reason is None:
            set_aside.append((loser, SECOND_VALUE if choice is None else _chosen(choice)))
        if ours == theirs and choice is None and observation.value != rival.value:
            equals[observation.period] = loser
    ordered = [best[period] for period in sorted(best)]
    yearly = tuple(o for o in ordered if o.period.kind is PeriodKind.YEAR)
    totals = tuple(o for o in ordered if o.period.kind is PeriodKind.YEARS)
    unmet = tuple(
        choice
        for period, choice in chosen.items()
        if (used := best.get(period)) is not None and used.source != choice.source
    )
    conflicts = tuple((best[period], equals[period]) for period in sorted(equals))
    parts = tuple(o for o in ordered if o.period.kind not in (PeriodKind.YEAR, PeriodKind.YEARS))
    return Series(yearly, totals, tuple(set_aside), conflicts, parts, unmet)


def _rank(observation: Observation, choice: Choice | None) -> tuple[bool, tuple[int, int, int]]:
    return choice is not None and observation.source == choice.source, weight(observation)


def _chosen(choice: Choice) -> Message:
    zh = "".join((f"：{choice.reason}" if choice.reason else "", f"（{choice.by}）" if choice.by else ""))
    en = "".join((f": {choice.reason}" if choice.reason else "", f" ({choice.by})" if choice.by else ""))
    return Message(f"选用了“{choice.source}”的数{zh}", f"the value of “{choice.source}” was chosen{en}")


def unmet_note(choice: Choice) -> Message:
    """Say that a chosen source gives no value of its period."""
    return Message(
        f"{choice.period}选用的来源“{choice.source}”没有数，仍用其他来源；请核对来源的写法",
        f"the source chosen for {choice.period}, “{choice.source}”, gives no value; another is used: "
        "check how it is written",
    )


def conflict_note(used: Observation, other: Observation) -> Message:
    """Say that two sources give different values of one period, and which is used."""
    assert used.value is not None and other.value is not None
    period, one, two = used.period, exact(used.value), exact(other.value)
    return Message(
        f"{period}有两个数：{one}（{used.source or '未写来源'}）与{two}（{other.source or '未写来源'}），"
        "采用了排在后面的；请选定来源并写明理由",
        f"{period} has two values, {one} ({used.source or 'no source'}) and {two} ({other.source or 'no source'}); "
        "the later row is used; choose a source and say why",
    )


def _unusable(observation: Observation, on: date, last_year: int | None, of_a_whole: bool) -> Message | None:
    if observation.period.end > on:
        return NOT_YET
    if observation.value is None or not math.isfinite(observation.value):
        return MISSING
    if abs(observation.value) > _LARGEST:
        return TOO_LARGE
    if of_a_whole and not 0 <= observation.value <= 100:
        return BEYOND_THE_WHOLE
    if last_year is not None and observation.period.last_year > last_year:
        return AFTER_TARGET
    if not is_comparable(observation):
        return OTHER_DEFINITION
    if observation.period.kind not in (PeriodKind.YEAR, PeriodKind.YEARS):
        return PART_YEAR
    return None
