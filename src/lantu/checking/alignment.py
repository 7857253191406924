"""Which indicator of one plan is which of another, and why it is taken for the same.

Method: names are made comparable (`quantity_name`) and filed by their pairs of neighbouring signs, so that an indicator
meets only those that share a telling pair with it; pairs that more than `_COMMON` names hold tell nothing and are
passed over. Of those it meets, likeness is 0.6 × likeness of names (Dice's coefficient) + 0.2 × units (1 of one family,
½ where one is not printed, 0 otherwise) + 0.2 × definition (1 where the qualifiers agree, ½ where they are known
alternatives of one thing, as 登记 and 调查失业率). A level and its growth are two things.
The best pairs from `ENOUGH` up are taken first, each indicator once.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from lantu.checking.figures import Figure, Says, figures_of_indicator
from lantu.plan.change_name import is_change
from lantu.plan.indicator import Indicator
from lantu.plan.measure import measure
from lantu.plan.message import Message
from lantu.plan.quantity_name import QuantityName, quantity_name
from lantu.plan.reading import Reading

ENOUGH = 0.85
_NAMES_ENOUGH = 0.85
_COMMON = 60
_ALTERNATIVES = (
    ("登记", "调查"),
    ("户籍", "常住"),
    ("户籍", ""),
    ("增加值", "产值"),
    ("毛入", "入学"),
    ("覆盖", "参保"),
)
_LEVELS = (
    (0, re.compile(r"^(?:中国|全国|国家|中华人民共和国)")),
    (1, re.compile(r"(?:省|自治区|特别行政区)$|^(?:北京|上海|天津|重庆)市?$")),
    (4, re.compile(r"(?:镇|乡|街道|苏木)$")),
    (3, re.compile(r"(?:县|区|旗)$")),
    (2, re.compile(r"(?:市|州|盟|地区)$")),
)


@dataclass(frozen=True, slots=True)
class Alignment:
    """An indicator of the plan and the one of another plan that is taken for the same.

    likeness: 0 to 1. why: what it was judged by.
    definition: the two words by which their definitions differ, else None.
    """

    own: Indicator
    theirs: Indicator
    likeness: float
    why: Message
    definition: tuple[str, str] | None

    def figure(self, reading: Reading, says: Says, own: bool) -> Figure | None:
        """Return the base or the target of one side as a figure; reading: that side's."""
        row = self.own if own else self.theirs
        return next((f for f in figures_of_indicator(row, reading.plan.region.name) if f.says is says), None)


def align(own: Reading, other: Reading) -> tuple[Alignment, ...]:
    """Pair the indicators of two plans, in the order of the first; what has no counterpart is left out."""
    mine = [(row, quantity_name(row.name, own.plan.region.name)) for row in own.plan.indicators]
    yours = [(row, quantity_name(row.name, other.plan.region.name)) for row in other.plan.indicators]
    by_pair: dict[str, list[int]] = defaultdict(list)
    for number, (_, name) in enumerate(yours):
        for pair in name.pairs:
            by_pair[pair].append(number)
    scored: list[tuple[float, int, int, Alignment]] = []
    for n, (row, name) in enumerate(mine):
        for number in _met(name, by_pair):
            found = _judge(row, name, *yours[number])
            if found is not None and found.likeness >= ENOUGH:
                scored.append((-found.likeness, n, number, found))
    taken: dict[int, Alignment] = {}
    gone: set[int] = set()
    for _, n, number, found in sorted(scored, key=lambda one: one[:3]):
        if n not in taken and number not in gone:
            taken[n] = found
            gone.add(number)
    return tuple(taken[n] for n in sorted(taken))


def _met(name: QuantityName, by_pair: dict[str, list[int]]) -> Iterable[int]:
    shared: Counter[int] = Counter()
    for pair in name.pairs:
        filed = by_pair.get(pair, ())
        if len(filed) <= _COMMON:
            shared.update(filed)
    return sorted(number for number, count in shared.items() if 4 * count >= len(name.pairs))


def _judge(row: Indicator, name: QuantityName, other: Indicator, theirs: QuantityName) -> Alignment | None:
    if is_change(row.name) != is_change(other.name):
        return None
    definition = None
    if name.qualifiers == theirs.qualifiers:
        names, same = name.alike(theirs), 1.0
    else:
        definition = _alternative(name, theirs)
        if definition is None:
            return None
        names, same = _without(row, other, definition), 0.5
    if names < _NAMES_ENOUGH:
        return None
    one, two = measure(row.unit), measure(other.unit)
    units = 0.5 if one is None or two is None else float(one.family == two.family)
    said_zh = "名称相同" if names == 1 else f"名称相近（{names:.2f}）"
    said_en = "same name" if names == 1 else f"like names ({names:.2f})"
    how_zh = {1.0: "单位同类", 0.5: "有一处没有单位", 0.0: "单位不同类"}[units]
    how_en = {1.0: "units of one kind", 0.5: "one unit is not printed", 0.0: "units of different kinds"}[units]
    why = Message(f"{said_zh}，{how_zh}", f"{said_en}, {how_en}")
    # A name that is quite the same outweighs a unit that differs: that is what has to be told.
    likeness = max(0.6 * names + 0.2 * units + 0.2 * same, ENOUGH if names == 1 else 0.0)
    return Alignment(row, other, likeness, why, definition)


def _alternative(name: QuantityName, other: QuantityName) -> tuple[str, str] | None:
    gone, come = name.qualifiers - other.qualifiers, other.qualifiers - name.qualifiers
    if len(gone) > 1 or len(come) > 1:
        return None
    pair = ("".join(gone), "".join(come))
    return pair if pair in _ALTERNATIVES or pair[::-1] in _ALTERNATIVES else None


def _without(row: Indicator, other: Indicator, definition: tuple[str, str]) -> float:
    words = re.compile("|".join(re.escape(word) for word in definition if word) + "|人口")
    one, two = (quantity_name(words.sub("", named.name)) for named in (row, other))
    return one.alike(two)


def level(reading: Reading) -> int | None:
    """Return how high a plan's area stands: 0 nation, 1 province, 2 city, 3 county, 4 town; None if unknown.

    The GB/T 2260 code decides where there is one, else the ending of the area's name; a county-level city without a
    code counts as a city.
    """
    region = reading.plan.region
    if re.fullmatch(r"\d{6}", region.code):
        return 1 if region.code.endswith("0000") else 2 if region.code.endswith("00") else 3
    return next((rank for rank, pattern in _LEVELS if pattern.search(region.name)), None)


def is_above(other: Reading, own: Reading) -> bool:
    """Return whether a plan is of an area above; of two cities the other is, since one may be a county's."""
    here, there = level(own), level(other)
    if same_area(own, other) or (here is not None and there is not None and there > here):
        return False
    return here is None or there is None or there < here or here == there == 2


def same_area(own: Reading, other: Reading) -> bool:
    """Return whether two plans are of one area."""
    one, two = own.plan.region, other.plan.region
    return bool(one.name) and one.name == two.name and (not one.code or not two.code or one.code == two.code)


def per_head(row: Indicator) -> bool:
    """Return whether an indicator is a share, a rate or a value per person, which areas of any size can share."""
    found = measure(row.unit)
    return (found is not None and found.family == "percent") or "人均" in row.name or "每" in row.name


def title_of(reading: Reading) -> str:
    """Return what messages call another plan: its title, else its file's name."""
    return reading.plan.title or (reading.document.name if reading.document else "")
