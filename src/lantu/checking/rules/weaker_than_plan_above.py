"""ALN901: a target falls short of the one in the plan above."""

from __future__ import annotations

from collections.abc import Iterator

from lantu.checking.amounts import amount_of
from lantu.checking.figures import Figure, SameQuantity, Says, figures_of_indicator
from lantu.checking.finding import Place, Severity
from lantu.checking.review import Review, name_of
from lantu.checking.rule import Remark, rule
from lantu.plan.indicator import Direction, Indicator
from lantu.plan.message import Message
from lantu.plan.reading import Reading


@rule("ALN901", Severity.NOTE, Message("目标低于上级规划", "weaker than the plan above"))
def weaker_than_plan_above(review: Review) -> Iterator[Remark]:
    """A share, rate or per-person target is weaker than the same target in the plan above.

    What it checks
    --------------
    给出上级规划时，同名、同年的比率和人均类指标：本规划的目标在好坏方向上差于上级的。总量与地区大小有关，不比。

    With the plan above given: shares, rates and per-person values of the same name and year whose target is weaker
    here. Totals depend on the size of an area and are not compared.

    Why it matters
    --------------
    下级低于上级不一定错，但要有说明，否则上级的目标由谁来补？

    A lower level may aim lower, but has to say why: somebody else must make up for it.

    Example
    -------
        上级规划：森林覆盖率 42.5%        本规划：森林覆盖率 33.2%

    How to mend
    -----------
    写明差距的原因，或与上级衔接后调整。

    Explain the gap, or adjust after talking to the level above.

    References
    ----------
    - 《中华人民共和国国家发展规划法》第二十四条（规划衔接）。
    - National Development Planning Law of China (2026), article 24 (agreement between plans).
    """
    for other in review.others:
        above = SameQuantity(f for f in _targets(other) if f.citation is not None)
        for own in review.table_figures:
            if own.says is not Says.TARGET or own.change or not _per_head(own) or not isinstance(own.item, Indicator):
                continue
            for theirs in above.of(own.name):
                if not theirs.comparable(own) or theirs.year != own.year or theirs.change:
                    continue
                if _weaker(own, theirs, own.item.direction):
                    yield _remark(own, theirs, other)


def _targets(reading: Reading) -> Iterator[Figure]:
    for indicator in reading.plan.indicators:
        for figure in figures_of_indicator(indicator, reading.plan.region.name):
            if figure.says is Says.TARGET:
                yield figure


def _per_head(own: Figure) -> bool:
    name = own.printed_name
    return (own.measure is not None and own.measure.family == "percent") or "人均" in name or "每" in name


def _weaker(own: Figure, theirs: Figure, direction: Direction | None) -> bool:
    if own.base().meets(theirs.base()) or own.measure is None or theirs.measure is None:
        return False
    here, there = own.value * own.measure.factor, theirs.value * theirs.measure.factor
    return (direction is Direction.INCREASE and here < there) or (direction is Direction.DECREASE and here > there)


def _remark(own: Figure, theirs: Figure, other: Reading) -> Remark:
    here, there = amount_of(own), amount_of(theirs)
    assert theirs.citation is not None
    title = other.plan.title or name_of(other)
    return Remark(
        Message(f"“{own.printed_name}”本规划目标为{here.zh}，《{title}》为{there.zh}。",
                f"“{own.printed_name}”: the target is {here.en} here and {there.en} in “{title}”."),
        Message("请写明原因，或与上级规划衔接后调整。", "Say why, or adjust after talking to the level above."),
        (own.citation,), (Place(name_of(other), theirs.citation),),
    )  # fmt: skip
