"""Which indicator of one plan is which of another, and why it is taken for the same (docs/alignment.md).

Method: an indicator meets only those whose names share a rare pair of signs with its own and whose units are of its
kind (`like_names`), or whose names are quite the same. Of those it meets, likeness is the sum of four reasons, each
told with its weight: names 0.45 (Dice's coefficient), definition 0.25 (1 where the qualifiers agree, ½ where they are
known alternatives of one thing, as 登记 and 调查失业率), unit 0.20 (1 of one family, ½ where one is not printed),
period 0.10 (1 for one target year, ½ where one is not known). So unit and definition count as much as words. A level
and its growth are two things. The best pairs from `ENOUGH` up are taken first, each indicator once.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from lantu.checking.figures import Figure, Says, figures_of_indicator
from lantu.checking.like_names import LikeNames
from lantu.plan.change_name import is_change
from lantu.plan.indicator import Indicator
from lantu.plan.measure import Measure, measure
from lantu.plan.message import Message
from lantu.plan.quantity_name import QuantityName, quantity_name
from lantu.plan.reading import Reading

ENOUGH = 0.82
NAMES, DEFINITION, UNIT, PERIOD = 0.45, 0.25, 0.20, 0.10
"""The weights of the four reasons; they add up to 1."""

_BRIEF = (
    Message("名称", "name"),
    Message("口径", "definition"),
    Message("单位", "unit"),
    Message("目标年", "target year"),
)
_NAMES_ENOUGH = 0.85
_ALTERNATIVES = (
    ("登记", "调查"),
    ("户籍", "常住"),
    ("户籍", ""),
    ("增加值", "产值"),
    ("毛入", "入学"),
    ("覆盖", "参保"),
)
_ALTERNATIVE = re.compile("|".join(sorted({word for pair in _ALTERNATIVES for word in pair if word})) + "|人口")
_BRACKET = re.compile(r"[（(]([^（）()]{2,20})[）)]")
_LEVELS = (
    (0, re.compile(r"^(?:中国|全国|国家|中华人民共和国)")),
    (1, re.compile(r"(?:省|自治区|特别行政区)$|^(?:北京|上海|天津|重庆)市?$")),
    (4, re.compile(r"(?:镇|乡|街道|苏木)$")),
    (3, re.compile(r"(?:县|区|旗)$")),
    (2, re.compile(r"(?:市|州|盟|地区)$")),
)


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for a pair: what matched, how well (0 to 1) and how much that weighs."""

    matched: Message
    score: float
    weight: float

    @property
    def worth(self) -> float:
        """What it adds to the likeness."""
        return self.score * self.weight


@dataclass(frozen=True, slots=True)
class Alignment:
    """An indicator of the plan and the one of another plan that is taken for the same.

    reasons: name, definition, unit and period, in this order.
    definition: the two words by which their definitions differ, else None.
    """

    own: Indicator
    theirs: Indicator
    reasons: tuple[Reason, ...]
    definition: tuple[str, str] | None

    @property
    def likeness(self) -> float:
        """How alike the two are, 0 to 1; names that are quite the same are enough whatever else differs."""
        total = sum(reason.worth for reason in self.reasons)
        return max(total, ENOUGH) if self.reasons[0].score == 1 else total

    @property
    def why(self) -> Message:
        """What the pair was judged by, each reason with what it is worth."""
        zh = "、".join(f"{reason.matched.zh} {reason.worth:.2f}" for reason in self.reasons)
        en = ", ".join(f"{reason.matched.en} {reason.worth:.2f}" for reason in self.reasons)
        total = sum(reason.worth for reason in self.reasons)
        return Message(f"配对 {total:.2f}：{zh}", f"paired at {total:.2f}: {en}")

    @property
    def brief(self) -> Message:
        """The likeness and what matched in full, for a list of pairs."""
        full = [word for word, reason in zip(_BRIEF, self.reasons, strict=True) if reason.score == 1]
        total = sum(reason.worth for reason in self.reasons)
        zh, en = "、".join(word.zh for word in full), ", ".join(word.en for word in full)
        return Message(f"配对 {total:.2f}：{zh}同", f"paired at {total:.2f}: same {en}")

    def figure(self, reading: Reading, says: Says, own: bool) -> Figure | None:
        """Return the base or the target of one side as a figure; reading: that side's."""
        row = self.own if own else self.theirs
        return next((f for f in figures_of_indicator(row, reading.plan.region.name) if f.says is says), None)


@dataclass(frozen=True, slots=True)
class _Row:
    """An indicator with what it is met by: its name, its name without words of definition, its unit."""

    item: Indicator
    name: QuantityName
    core: QuantityName
    unit: Measure | None

    @property
    def family(self) -> str:
        return self.unit.family if self.unit else ""

    @property
    def signs(self) -> tuple[str, ...]:
        return self.name.sorted_signs


def align(own: Reading, other: Reading) -> tuple[Alignment, ...]:
    """Pair the indicators of two plans, in the order of the first; what has no counterpart is left out."""
    mine, yours = list(_rows(own)), list(_rows(other))
    met = _Met(yours)
    scored: list[tuple[float, int, int, Alignment]] = []
    for n, row in enumerate(mine):
        for number in met.by(row):
            found = _judge(row, yours[number])
            if found is not None and found.likeness >= ENOUGH:
                scored.append((-sum(reason.worth for reason in found.reasons), n, number, found))
    taken: dict[int, Alignment] = {}
    gone: set[int] = set()
    for _, n, number, found in sorted(scored, key=lambda one: one[:3]):
        if n not in taken and number not in gone:
            taken[n] = found
            gone.add(number)
    return tuple(taken[n] for n in sorted(taken))


def _rows(reading: Reading) -> Iterator[_Row]:
    area = reading.plan.region.name
    for row in reading.plan.indicators:
        name = quantity_name(row.name, area)
        bare = _ALTERNATIVE.sub("", row.name)
        yield _Row(row, name, name if bare == row.name else quantity_name(bare, area), measure(row.unit))


class _Met:
    """The rows of the other plan, filed so that a row finds those it may be."""

    def __init__(self, rows: list[_Row]) -> None:
        self._same: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for number, row in enumerate(rows):
            self._same[row.signs].append(number)
        self._named = LikeNames([(row.name.pairs, (row.name.qualifiers, row.family)) for row in rows], _NAMES_ENOUGH)
        # Those that differ by a word of definition only (登记, 调查) meet without it.
        self._changed = [number for number, row in enumerate(rows) if row.core != row.name]
        cores = [rows[number] for number in self._changed]
        self._cores = LikeNames([(row.core.pairs, (row.core.qualifiers, row.family)) for row in cores], _NAMES_ENOUGH)
        self._families = tuple(dict.fromkeys(row.family for row in rows))

    def by(self, row: _Row) -> list[int]:
        """Return the rows to judge: like names within the kind of unit, and the same name in any unit."""
        families = (row.family, "") if row.family else self._families
        near = set(self._same.get(row.signs, ())[:_FEW])
        for name in dict.fromkeys((row.name, row.core)):
            near.update(self._named.near(name.pairs, [(name.qualifiers, family) for family in families]))
        keys = [(row.core.qualifiers, family) for family in families]
        near.update(self._changed[number] for number in self._cores.near(row.core.pairs, keys))
        return sorted(near)


_FEW = 20  # rows of one name in one plan; more cannot be told apart


def _judge(own: _Row, other: _Row) -> Alignment | None:
    if is_change(own.item.name) != is_change(other.item.name):
        return None
    definition = None
    if own.name.qualifiers == other.name.qualifiers:
        names, same = own.name.alike(other.name), 1.0
        if names == 1 and (definition := _bracketed(own.item, other.item)) is not None:
            same = 0.5
    else:
        definition = _alternative(own.name, other.name)
        if definition is None:
            return None
        names, same = _without(own.item, other.item, definition), 0.5
    if names < _NAMES_ENOUGH:
        return None
    reasons = (
        Reason(_words(own.item, other.item, names), names, NAMES),
        Reason(_defined(definition), same, DEFINITION),
        _unit(own, other),
        _period(own.item, other.item),
    )
    return Alignment(own.item, other.item, reasons, definition)


def _words(own: Indicator, other: Indicator, names: float) -> Message:
    one, two = own.name.strip("★ "), other.name.strip("★ ")
    if names == 1:
        return Message("名称同", "same name")
    run = SequenceMatcher(None, one, two, autojunk=False).find_longest_match()
    shared = one[run.a : run.a + run.size]
    return Message(f"名称近（“{shared}”同）", f"like names (both “{shared}”)")


def _defined(definition: tuple[str, str] | None) -> Message:
    if definition is None:
        return Message("口径用词同", "same definition")
    one, two = (word or "—" for word in definition)
    return Message(f"口径用词不同（{one}、{two}）", f"definitions differ ({one}, {two})")


def _unit(own: _Row, other: _Row) -> Reason:
    if own.unit is None or other.unit is None:
        return Reason(Message("有一处没有单位", "one unit not printed"), 0.5, UNIT)
    if own.unit.family != other.unit.family:
        return Reason(Message("单位不同类", "units of different kinds"), 0.0, UNIT)
    one, two = own.item.unit or "", other.item.unit or ""
    return Reason(
        Message(f"单位同（{one}）" if one == two else f"单位同类（{one}、{two}）",
                f"same unit ({one})" if one == two else f"units of one kind ({one}, {two})"), 1.0, UNIT,
    )  # fmt: skip


def _period(own: Indicator, other: Indicator) -> Reason:
    one, two = own.target.period, other.target.period
    if one is None or two is None:
        return Reason(Message("有一处没有年份", "one year not known"), 0.5, PERIOD)
    here, there = one.last_year, two.last_year
    if here == there:
        return Reason(Message(f"目标年同（{here}）", f"same target year ({here})"), 1.0, PERIOD)
    return Reason(Message(f"目标年不同（{here}、{there}）", f"target years differ ({here}, {there})"), 0.0, PERIOD)


def _bracketed(own: Indicator, other: Indicator) -> tuple[str, str] | None:
    """The words in brackets that define two indicators of one name in two ways: （2015年价）, （2020年价）."""
    one, two = _BRACKET.search(own.name), _BRACKET.search(other.name)
    return (one[1], two[1]) if one and two and one[1] != two[1] else None


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
