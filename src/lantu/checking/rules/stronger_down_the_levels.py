"""ALN903: each level down adds to the target of the level above."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from lantu.checking.alignment import is_above, level, per_head, title_of
from lantu.checking.amounts import amount_of
from lantu.checking.figures import Figure, Says
from lantu.checking.finding import Place, Severity
from lantu.checking.review import Review, name_of
from lantu.checking.rule import Remark, rule
from lantu.plan.indicator import Commitment, Direction, Indicator
from lantu.plan.message import Message
from lantu.plan.reading import Reading


@rule("ALN903", Severity.NOTE, Message("层层加码", "stronger down the levels"))
def stronger_down_the_levels(review: Review) -> Iterator[Remark]:
    """The target of a share, rate or per-person value rises at every step from the levels above down to this plan.

    What it checks
    --------------
    给出两级以上的上级规划时，同名、同年的比率和人均类指标：从上到下每一级的目标都严于上一级的，列出整个阶梯。只给出一级上级的，
    只报约束性指标。

    With plans of two or more levels above: shares, rates and per-person values of one name and year whose target is
    stricter at every step down; the whole ladder is shown. With one level above only binding indicators are told.

    Why it matters
    --------------
    一级加一点，到基层就是做不到的数；做不到就容易出虚数。

    Each level adds a little, and at the bottom the number is out of reach, which invites false figures.

    Example
    -------
        省 13.5% → 市 14.5% → 县 16%

    How to mend
    -----------
    写明本地为何能更快；没有依据的，与上级取齐。

    Say why more is possible here, or keep to the level above.

    References
    ----------
    - 中共中央办公厅《关于解决形式主义突出问题为基层减负的通知》（2019 年）：防止层层加码。
    - General Office of the Central Committee, notice on relieving the grass roots (2019): no raising at every level.
    """
    above = [other for other in review.others if is_above(other, review.reading)]
    above.sort(key=lambda other: (level(other) is None, level(other) or 0))
    steps: dict[str, list[tuple[Reading, Figure]]] = {}
    rows: dict[str, tuple[Indicator, Figure]] = {}
    for other in above:
        for pair in review.aligned(other):
            own = pair.figure(review.reading, Says.TARGET, True)
            theirs = pair.figure(other, Says.TARGET, False)
            if own is None or theirs is None or pair.definition or not per_head(pair.own):
                continue
            if own.comparable(theirs) and own.year == theirs.year:
                rows[pair.own.id] = (pair.own, own)
                steps.setdefault(pair.own.id, []).append((other, theirs))
    for id, ladder in steps.items():
        row, own = rows[id]
        figures = [figure for _, figure in ladder] + [own]
        if len(ladder) < 2 and row.commitment is not Commitment.BINDING:
            continue
        if not all(_stricter(low, high, row.direction) for high, low in pairwise(figures)):
            continue
        told = [(title_of(other), amount_of(figure)) for other, figure in ladder]
        mine = amount_of(own)
        zh = " → ".join([*(f"《{title}》{said.zh}" for title, said in told), f"本规划{mine.zh}"])
        en = " → ".join([*(f"“{title}” {said.en}" for title, said in told), f"here {mine.en}"])
        yield Remark(
            Message(f"“{own.printed_name}”逐级加码：{zh}。", f"“{own.printed_name}” rises at every level: {en}."),
            Message(
                "请写明本地为何能更快；没有依据的，与上级取齐。",
                "Say why more is possible here, or keep to the level above.",
            ),
            (own.citation,),
            tuple(Place(name_of(other), f.citation) for other, f in ladder if f.citation),
        )


def _stricter(low: Figure, high: Figure, direction: Direction | None) -> bool:
    """Whether the lower level's target asks for more than the higher one's, beyond rounding."""
    assert low.measure and high.measure
    below, over = low.value * low.measure.factor, high.value * high.measure.factor
    if direction is None or abs(below - over) < 1e-9:
        return False
    return below > over if direction is Direction.INCREASE else below < over
