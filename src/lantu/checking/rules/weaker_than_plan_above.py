"""ALN901: a target falls short of the one in the plan above."""

from __future__ import annotations

from collections.abc import Iterator

from lantu.checking.alignment import Alignment, per_head, same_area, title_of
from lantu.checking.amounts import amount_of
from lantu.checking.figures import Figure, Says
from lantu.checking.finding import Place, Severity
from lantu.checking.review import Review, name_of
from lantu.checking.rule import Remark, rule
from lantu.plan.indicator import Direction
from lantu.plan.message import Message


@rule("ALN901", Severity.NOTE, Message("目标低于上级规划", "weaker than the plan above"))
def weaker_than_plan_above(review: Review) -> Iterator[Remark]:
    """A share, rate or per-person target is weaker than the same target in the plan above.

    What it checks
    --------------
    给出上级规划时，同名、同年的比率和人均类指标：本规划的目标在好坏方向上差于上级的。总量与地区大小有关，不比；
    起点低、但要走的比上级多的，不报（走得多见 ALN903）。

    With the plan above given: shares, rates and per-person values of the same name and year whose target is weaker
    here. Totals depend on the size of an area and are not compared; where this plan starts lower and has further to go
    than the plan above, nothing is said (for that see ALN903).

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
        if same_area(review.reading, other):
            continue
        for pair in review.aligned(other):
            own = pair.figure(review.reading, Says.TARGET, True)
            theirs = pair.figure(other, Says.TARGET, False)
            if own is None or theirs is None or own.change or pair.definition or not per_head(pair.own):
                continue
            if theirs.citation is None or not theirs.comparable(own) or theirs.year != own.year:
                continue
            if not _weaker(own, theirs, pair.own.direction) or _moves_more(pair):
                continue
            here, there = amount_of(own), amount_of(theirs)
            yield Remark(
                Message(
                    f"“{own.printed_name}”本规划目标为{here.zh}，《{title_of(other)}》为{there.zh}（{pair.why.zh}）。",
                    f"“{own.printed_name}”: the target is {here.en} here and {there.en} in “{title_of(other)}” "
                    f"({pair.why.en}).",
                ),
                Message("请写明原因，或与上级规划衔接后调整。", "Say why, or adjust after talking to the level above."),
                (own.citation,),
                (Place(name_of(other), theirs.citation),),
            )


def _moves_more(pair: Alignment) -> bool:
    """Whether the way from base to target, in the units printed, is longer here than in the other plan."""
    moves = [
        abs(row.target.value - row.baseline.value)
        if row.target.value is not None and row.baseline.value is not None
        else None
        for row in (pair.own, pair.theirs)
    ]
    return moves[0] is not None and moves[1] is not None and moves[0] > moves[1] and pair.own.unit == pair.theirs.unit


def _weaker(own: Figure, theirs: Figure, direction: Direction | None) -> bool:
    if own.base().meets(theirs.base()) or own.measure is None or theirs.measure is None:
        return False
    here, there = own.value * own.measure.factor, theirs.value * theirs.measure.factor
    return (direction is Direction.INCREASE and here < there) or (direction is Direction.DECREASE and here > there)
