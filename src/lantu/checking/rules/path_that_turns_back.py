"""TIM305: a milestone lies beyond the target that follows it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from lantu.checking.amounts import amount_of
from lantu.checking.figures import Figure, Says
from lantu.checking.finding import Severity
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.indicator import Direction, Indicator
from lantu.plan.message import Message
from lantu.plan.quantity import Comparator
from lantu.plan.quantity_name import QuantityName


@rule("TIM305", Severity.WARNING, Message("阶段目标超过最终目标", "path that turns back"))
def path_that_turns_back(review: Review) -> Iterator[Remark]:
    """A milestone of an earlier year is better than the table's target of a later year, or a later one is worse.

    What it checks
    --------------
    正文写明年份的阶段目标，与指标表同一指标不同年份的目标比：早的一年反而好于晚的一年的；正文两处“达到、提高到”的同名比率，
    晚的一年反而低的。上限、下限类目标，说增量的，说别的地区的不比。

    Milestones of the text with a year against the table's target of another year for the same indicator: said where
    the earlier is better than the later; and shares of one name that two sentences “reach”, the later year with less.
    Floors and ceilings, increments and other areas are left alone.

    Why it matters
    --------------
    先到 96% 再到 95%，等于允许倒退；多半有一个年份或数写错了。

    First 96%, then 95%: a step back is planned, or a year or a number is wrong.

    Example
    -------
        正文：到 2023 年污水处理率达到 96%        表：2025 年污水处理率 95%

    How to mend
    -----------
    核对两处的年份和数。

    Check the years and numbers of both.

    References
    ----------
    - 《中华人民共和国国家发展规划法》第八条（目标和指标）。
    - National Development Planning Law of China (2026), article 8 (goals and indicators).
    """
    for target in review.table_figures:
        row = target.item
        if target.says is not Says.TARGET or target.change or target.year is None or not isinstance(row, Indicator):
            continue
        if row.direction is None or target.comparator in _BOUNDS:
            continue
        for said in review.same_in_text.of(target.name):
            if said.says is not Says.PLEDGE or said.change or said.elsewhere or said.total or said.year is None:
                continue
            if said.year == target.year or said.comparator in _BOUNDS or not said.comparable(target):
                continue
            early, late = (said, target) if said.year < target.year else (target, said)
            if not early.base().meets(late.base()) and _better(early, late, row.direction):
                yield _remark(early, late, said, target)

    yield from _between_pledges(review)


def _between_pledges(review: Review) -> Iterator[Remark]:
    """Two sentences that reach for one share in two years, the later for less."""
    told: set[QuantityName] = set()
    pledges = [f for f in review.text_figures if f.says is Says.PLEDGE and f.year is not None and _reaches_up(f)]
    by_name: dict[QuantityName, list[Figure]] = defaultdict(list)
    for said in pledges:
        by_name[said.name].append(said)
    for name, same in by_name.items():
        ordered = sorted(same, key=lambda f: f.year or 0)
        for early, late in pairwise(ordered):
            if name in told or early.year == late.year or not early.comparable(late):
                continue
            if not early.base().meets(late.base()) and _better(early, late, Direction.INCREASE):
                told.add(name)
                yield _remark(early, late, early, late)


def _reaches_up(said: Figure) -> bool:
    if said.change or said.elsewhere or said.total or said.measure is None or said.measure.family != "percent":
        return False
    words = re.split(r"[，；,;]", said.clause.lead)[-1] if said.clause else ""
    plain = said.comparator in (None, Comparator.EQUAL, Comparator.ABOUT)
    return plain and len(said.name.signs) > 3 and bool(_UP.search(words))


_UP = re.compile(r"(?:达到?|提高[到至]|提升[到至]|增加?[到至]|上升[到至])[^，；]{0,4}$")
_BOUNDS = (Comparator.AT_LEAST, Comparator.AT_MOST, Comparator.ABOVE, Comparator.BELOW, Comparator.RANGE)


def _better(early: Figure, late: Figure, direction: Direction) -> bool:
    assert early.measure and late.measure
    first, last = early.value * early.measure.factor, late.value * late.measure.factor
    return first > last if direction is Direction.INCREASE else first < last


def _remark(early: Figure, late: Figure, said: Figure, target: Figure) -> Remark:
    first, last = amount_of(early), amount_of(late)
    return Remark(
        Message(
            f"“{target.printed_name}”{early.year} 年要到{first.zh}，{late.year} 年却是{last.zh}。",
            f"“{target.printed_name}” is to be {first.en} in {early.year} but {last.en} in {late.year}.",
        ),
        Message("请核对两处的年份和数。", "Check the years and numbers of both."),
        (said.citation, target.citation),
    )
