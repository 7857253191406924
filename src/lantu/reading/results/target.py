"""The targets of a plan that a result can be held against: its indicators and its commitments in numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lantu.plan.indicator import Indicator, TargetForm
from lantu.plan.message import Message
from lantu.plan.period import Period
from lantu.plan.plan import Plan
from lantu.plan.proposal import TargetKind
from lantu.plan.quantity import Comparator
from lantu.plan.quantity_name import QuantityName, quantity_name
from lantu.plan.result import FigureKind
from lantu.plan.statement import Pledge
from lantu.plan.unit_kind import is_percentage
from lantu.reading.results.conversion import number
from lantu.reading.results.english_names import in_chinese
from lantu.reading.results.figure_kind import Kind, deeds_of, kind_of_indicator, kind_of_statement, quantity_words

_NATION = ("100000", "000000")
_YEAR = re.compile(r"(?:19|20)\d\d")
_TOTAL = re.compile(r"累[计积]|五年(?!规划)|total|cumulative", re.IGNORECASE)
_AVERAGE = re.compile(r"年均|平均每年|average annual|annual average", re.IGNORECASE)
_BOUNDS: dict[Comparator, tuple[str, str]] = {
    Comparator.AT_LEAST: ("不低于 {}", "at least {}"),
    Comparator.AT_MOST: ("不超过 {}", "at most {}"),
    Comparator.ABOVE: ("高于 {}", "above {}"),
    Comparator.BELOW: ("低于 {}", "below {}"),
    Comparator.ABOUT: ("{} 左右", "about {}"),
    Comparator.INCREASE_BY: ("增长 {}", "up by {}"),
    Comparator.DECREASE_BY: ("下降 {}", "down by {}"),
}


@dataclass(frozen=True, slots=True)
class ResultTarget:
    """One item of a plan that results are looked for.

    words: the quantity's name as printed, without what carries the kind. asked: what is promised. first, last: the
    years whose results count. value: the number to reach, None where it stands in words. total, average: whether
    the number is a sum or a yearly average of several years. deeds: which building work its words order.
    """

    id: str
    item: TargetKind
    printed_name: str
    words: str
    name: QuantityName
    kind: Kind
    unit: str | None
    value: float | None
    base: float | None
    asked: Message
    first: int
    last: int
    total: bool = False
    average: bool = False
    deeds: frozenset[str] = frozenset()


def area_of(plan: Plan) -> str:
    """Return the name that tells nothing within the plan: its area's, 全国 for the nation's."""
    return "全国" if plan.region.code in _NATION else plan.region.name


def targets_of(plan: Plan) -> Iterator[ResultTarget]:
    """Yield the targets of a plan that have a name, a kind and a year; what states only a rank has no kind."""
    area = area_of(plan)
    start = plan.period.first_year if plan.period else None
    for indicator in plan.indicators:
        due = indicator.target.period.last_year if indicator.target.period else None
        end = due or (plan.period.last_year if plan.period else None)
        if end is not None:
            base = indicator.baseline.period.last_year + 1 if indicator.baseline.period else None
            yield _of_indicator(indicator, area, start or base or end, end)
    for pledge in plan.pledges:
        kind = kind_of_statement(pledge.subject, pledge.comparator, pledge.unit, pledge.source.quote)
        years = _YEAR.findall(pledge.deadline or "")
        end = int(years[-1]) if years else plan.period.last_year if plan.period else None
        if kind is not None and pledge.value is not None and end is not None:
            yield _of_pledge(pledge, pledge.value, kind, area, min(start or end, end), end)


def year_result(target: ResultTarget, period: Period) -> bool:
    """Return whether a period's results count towards the target: neither before the plan began nor past its end."""
    return target.first <= period.first_year and period.last_year <= target.last


def _of_indicator(indicator: Indicator, area: str, first: int, last: int) -> ResultTarget:
    kind = kind_of_indicator(indicator.name, indicator.unit)
    words = quantity_words(indicator.name, kind)
    target = indicator.target
    asked = Message(target.text, target.text)
    if target.value is not None and target.text.strip() in ("", number(target.value)):
        asked = _bound(target.comparator, target.value, indicator.unit)
    elif asked.zh and indicator.unit and asked.zh[-1:].isdigit():
        asked = Message(f"{asked.zh}{_apart(indicator.unit)}", f"{asked.en}{_apart(indicator.unit)}")
    # A level may be promised as a change over the period (〔1〕 beside a life expectancy): its results stay levels.
    moves = indicator.form is TargetForm.CUMULATIVE
    level = kind.kind in (FigureKind.LEVEL, FigureKind.RATIO)
    value = None if moves and level else target.value
    total = not level and (moves or bool(_TOTAL.search(indicator.name)))
    average = indicator.form is TargetForm.ANNUAL_RATE or bool(_AVERAGE.search(indicator.name))
    name = quantity_name(in_chinese(words), area)
    return ResultTarget(indicator.id, TargetKind.INDICATOR, indicator.name, words, name, kind, indicator.unit,
                        value, indicator.baseline.value, asked, first, last, total, average)  # fmt: skip


def _of_pledge(pledge: Pledge, value: float, kind: Kind, area: str, first: int, last: int) -> ResultTarget:
    words = quantity_words(pledge.subject, kind)
    said = f"{pledge.subject} {pledge.source.quote}" if first != last else ""
    total, average = bool(_TOTAL.search(said)), bool(_AVERAGE.search(said))
    name = quantity_name(in_chinese(words), area)
    return ResultTarget(pledge.id, TargetKind.COMMITMENT, pledge.subject, words, name, kind, pledge.unit,
                        value, None, _bound(pledge.comparator, value, pledge.unit), first, last,
                        total, average, deeds_of(pledge.source.quote))  # fmt: skip


def _bound(comparator: Comparator | None, value: float, unit: str | None) -> Message:
    zh, en = _BOUNDS.get(comparator, ("{}", "{}")) if comparator else ("{}", "{}")
    if comparator is Comparator.INCREASE_BY and not is_percentage(unit):
        zh, en = "新增 {}", "{} more"
    said = f"{number(value)}{_apart(unit)}"
    return Message(zh.format(said), en.format(said))


def _apart(unit: str | None) -> str:
    if not unit:
        return ""
    return unit if (is_percentage(unit) and not unit[-1].isascii()) or unit in ("%", "％", "‰") else f" {unit}"
