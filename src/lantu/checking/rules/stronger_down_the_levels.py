"""ALN903: each level down adds to the target of the level above."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from lantu.checking.alignment import is_above, level, per_head, title_of
from lantu.checking.amounts import base_and_target, target_of
from lantu.checking.figures import Says
from lantu.checking.finding import Place, Severity
from lantu.checking.printed import figure
from lantu.checking.review import Review, name_of
from lantu.checking.rule import Remark, rule
from lantu.plan.change_name import is_change
from lantu.plan.citation import Citation
from lantu.plan.indicator import Commitment, Direction, GrowthKind, Indicator
from lantu.plan.measure import measure
from lantu.plan.message import Message
from lantu.plan.quantity_name import ALIKE, QuantityName, quantity_name
from lantu.plan.reading import Reading

_ROUNDING = 0.05
_YEARLY = re.compile(r"年均|每年|年平均")
_YEARLY_ENDING = re.compile(r"(?:年均|每年|平均|增长|增速|增幅)+$")
_MEND = Message(
    "请写明本地为何能更快；没有依据的，与上级取齐。", "Say why more is possible here, or keep to the level above."
)


@dataclass(frozen=True, slots=True)
class _Step:
    reading: Reading
    row: Indicator
    why: Message = Message("", "")


@rule("ALN903", Severity.NOTE, Message("层层加码", "stronger down the levels"))
def stronger_down_the_levels(review: Review) -> Iterator[Remark]:
    """What a share, rate or per-person target asks for rises at every step from the levels above down to this plan.

    What it checks
    --------------
    给出两级以上的上级规划时，同名、同年的比率和人均类指标：从上到下，每一级要做的都多于上一级的，列出整个阶梯。
    “降低、增长”类比目标；水平类比要提高的幅度（各地起点不同，不比水平）。只给出一级上级的，只报约束性的“降低、增长”类。
    增速栏和正文里的年均增速（如地区生产总值年均增长），给出两级以上上级的，也这样比。

    With plans of two or more levels above: shares, rates and per-person values of one name and year that ask for more
    at every step down; the whole ladder is shown. Reductions and growth are compared by target, levels by how far they
    have to move, since areas start from different values. With one level above only binding reductions and
    growth are told. Yearly rates in the growth column and in sentences (growth of GDP) are compared in the same way
    where two levels above are given.

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
    ladders: dict[str, list[_Step]] = {}
    for other in above:
        for pair in review.aligned(other):
            own = pair.figure(review.reading, Says.TARGET, True)
            theirs = pair.figure(other, Says.TARGET, False)
            if own is None or theirs is None or pair.definition or not per_head(pair.own):
                continue
            if own.comparable(theirs) and own.year == theirs.year:
                ladders.setdefault(pair.own.id, []).append(_Step(other, pair.theirs, pair.brief))
    yield from _ladders_of_growth(review, above)
    for row in review.plan.indicators:
        steps = [*ladders.get(row.id, []), _Step(review.reading, row)]
        duty = row.commitment is Commitment.BINDING and is_change(row.name)
        if len(steps) < (2 if duty else 3):
            continue
        efforts = [_effort(step.row, row.direction) for step in steps]
        if any(high is None or low is None or low <= high + _ROUNDING for high, low in pairwise(efforts)):
            continue
        name = row.name.strip("★ ")
        zh = "；".join(
            [
                *(f"《{title_of(s.reading)}》{_told(s.row).zh}（{s.why.zh}）" for s in steps[:-1]),
                f"本规划{_told(row).zh}",
            ]
        )
        en = "; ".join(
            [*(f"“{title_of(s.reading)}” {_told(s.row).en} ({s.why.en})" for s in steps[:-1]), f"here {_told(row).en}"]
        )
        yield Remark(
            Message(f"“{name}”逐级加码：{zh}。", f"“{name}” rises at every level: {en}."),
            _MEND,
            (row.source,),
            tuple(Place(name_of(step.reading), step.row.source) for step in steps[:-1] if step.row.source),
        )


def _ladders_of_growth(review: Review, above: list[Reading]) -> Iterator[Remark]:
    """Yearly growth, in the growth column or in a sentence, that rises over three levels and more."""
    reviews = {id(other.reading): other for other in review.beside}
    rates = [(reviews[id(other)], list(_rates(reviews[id(other)]))) for other in above]
    seen: set[QuantityName] = set()
    for own in _rates(review) if len(above) > 1 else ():
        if own.name in seen:
            continue
        seen.add(own.name)
        found = [(other, next((r for r in known if r.name.alike(own.name) >= ALIKE), None)) for other, known in rates]
        steps = [(other, rate) for other, rate in found if rate is not None]
        values = [*(rate.value for _, rate in steps), own.value]
        if len(steps) < 2 or any(low <= high + _ROUNDING for high, low in pairwise(values)):
            continue
        zh = "；".join(f"《{title_of(other.reading)}》{figure(rate.value)}%" for other, rate in steps)
        en = "; ".join(f"“{title_of(other.reading)}” {figure(rate.value)} %" for other, rate in steps)
        yield Remark(
            Message(
                f"“{own.printed}”年均增速逐级加码：{zh}；本规划{figure(own.value)}%（名称同，都是年均增速）。",
                f"Yearly growth of “{own.printed}” rises at every level: {en}; here {figure(own.value)} % (same "
                f"name, all "
                "are yearly rates).",
            ),
            _MEND,
            (own.citation,),
            tuple(Place(other.document_name, rate.citation) for other, rate in steps if rate.citation),
        )


@dataclass(frozen=True, slots=True)
class _Rate:
    name: QuantityName
    printed: str
    value: float
    citation: Citation | None


def _rates(review: Review) -> Iterator[_Rate]:
    area = review.plan.region.name
    for row in review.plan.indicators:
        if row.growth.kind is GrowthKind.ANNUAL_RATE and row.growth.value is not None:
            yield _Rate(quantity_name(row.name, area), row.name.strip("★ "), row.growth.value, row.source)
    for said in review.text_figures:
        words = said.clause.lead[-30:] if said.clause else ""
        rate = said.change and said.measure is not None and said.measure.family == "percent"
        if rate and said.says is Says.PLEDGE and not said.elsewhere and _YEARLY.search(words):
            yield _Rate(said.name, _YEARLY_ENDING.sub("", said.printed_name), said.value, said.citation)


def _effort(row: Indicator, direction: Direction | None) -> float | None:
    """What a target asks for: a change itself, the points a share has to move, the growth of what is no share."""
    base, target, found = row.baseline.value, row.target.value, measure(row.unit)
    if target is None or direction is None:
        return None
    if is_change(row.name):
        return target
    if base is None or found is None:
        return None
    sign = 1 if direction is Direction.INCREASE else -1
    return sign * (target - base) if found.family == "percent" else sign * (target / base - 1) * 100 if base else None


def _told(row: Indicator) -> Message:
    return target_of(row) if is_change(row.name) else base_and_target(row)
