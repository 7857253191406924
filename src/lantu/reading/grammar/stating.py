"""A number with its subject into a statement: its comparator, its time, its outlook."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lantu.plan.quantity import Comparator
from lantu.reading.grammar.moment import Moment
from lantu.reading.grammar.naming import Name
from lantu.reading.grammar.outlook import Look, look_of
from lantu.reading.grammar.paragraph import Paragraph, Stated
from lantu.reading.grammar.quantity import Quantity
from lantu.reading.grammar.relation import Relation, change_noun
from lantu.reading.phenomenon import Fired, Phenomenon

_ADDED = re.compile(r"新增|净增|增加")
_STARTS_ANEW = re.compile(r"[^,;]{0,4}?(?:建成|建设|改造|完成|创建|培育|组建|认定|打造|实现|总|其中)")
_SHARE_OF = re.compile(r"占(?!比)")
_BASE = re.compile(r"(?<![占环同])比(?![重例])|较|相当于|基础上|[在以].{4,12}(?:上|基数)")
_OPENS = re.compile(r"(?:\([^()]{1,6}\)|[ 、和及与并,;:“]|\x02+[年末底初前内]*)*")
_SECTORS = ("第一产业", "第二产业", "第三产业")
_BY_SECTOR = re.compile(r"三次产业|产业结构|三产|三大产业|一二三")


@dataclass(frozen=True, slots=True)
class Told:
    """What a clause tells of one quantity. own: the time it names itself. added: whether it is an addition (新增).

    deed: whether its verb is done to the things counted and no change of a figure (提升100所学校).
    """

    quantity: Quantity
    relation: Relation
    opening: int
    own: Moment | None
    added: bool
    deed: bool = False


def opening_of(covered: str, start: int, end: int) -> int:
    """Return where the words of a statement begin, behind list signs and a time."""
    match = _OPENS.match(covered, start, end)
    return match.end() if match else start


def is_added(covered: str, start: int, end: int, found: Relation, running: bool) -> bool:
    """Whether a number is an addition: its own words say so, or (`running`) those at the head of its list do."""
    if found.change or found.moved or found.each:
        return False
    if _ADDED.search(covered, start, end):
        return True
    return running and not found.linked and not _STARTS_ANEW.match(covered, start)


def state(paragraph: Paragraph, told: Told, name: Name) -> Iterator[Stated]:
    """Yield the statement of a quantity; of a ratio, one for each of its parts."""
    quantity = told.quantity
    if not quantity.parts:
        yield _one(paragraph, told, name, name.words, quantity.value)
        return
    sectors = len(quantity.parts) == len(_SECTORS) and _BY_SECTOR.search(name.words)
    for number, part in enumerate(quantity.parts):
        subject = f"{_SECTORS[number]}占比" if sectors else f"{name.words}({number + 1})"
        yield _one(paragraph, told, name, subject, part)


def _one(paragraph: Paragraph, told: Told, name: Name, subject: str, value: float) -> Stated:
    quantity, found = told.quantity, told.relation
    comparator = _comparator(told)
    bounded = comparator not in (Comparator.INCREASE_BY, Comparator.DECREASE_BY)
    if (
        found.change
        and not told.deed
        and (bounded or found.yearly)
        and subject
        and not subject.endswith(("增长", "增速", "增幅"))
    ):
        subject += change_noun(found)
    spoken = told.own or paragraph.lead
    time = told.own or paragraph.inherited()
    words = paragraph.words_before(spoken, quantity.start)
    look = look_of(paragraph.outlook, words, time, paragraph.now)
    forward = look.forward and not found.origin and not _is_base(paragraph.covered, quantity)
    fired = (*quantity.fired(), *name.fired, *_fired(paragraph, told, time, look, len(words)))
    if forward and time is not None and paragraph.now is not None and time.last < paragraph.now:
        time = None
    return Stated(
        min(name.start, told.opening, quantity.start), max(name.end, quantity.end), subject, comparator, value,
        quantity.high, quantity.unit, time, forward, quantity.doubling,
        quantity.doubling and _says_base(paragraph, quantity), fired,
    )  # fmt: skip


def _fired(paragraph: Paragraph, told: Told, time: Moment | None, look: Look, memory: int) -> Iterator[Fired]:
    """Yield what the words between a subject and its number, and their time, have to say.

    memory: how many characters before the number `look` has looked at.
    """
    quantity, found = told.quantity, told.relation
    between = found.start, quantity.start
    if found.bound is not None:
        yield Fired(Phenomenon.BOUND_BEFORE, *between)
    if found.change:
        yield Fired(Phenomenon.YEARLY_RATE if found.yearly else Phenomenon.RISE_OR_FALL, *between)
    if found.each:
        yield Fired(Phenomenon.RESPECTIVELY, *between)
    elif found.all:
        yield Fired(Phenomenon.ALL_ALIKE, *between)
    if told.added:
        yield Fired(Phenomenon.ADDITION, told.opening, quantity.start)
    if found.origin:
        yield Fired(Phenomenon.FROM_BASE_TO_TARGET, *between)
    if quantity.doubling and not _says_base(paragraph, quantity):
        yield Fired(Phenomenon.DOUBLING_WITHOUT_BASE, quantity.start, quantity.end)
    yield from time_fired(paragraph, told.own, time)
    if look.why is Phenomenon.OUTLOOK_OF_WORDS:
        yield Fired(look.why, quantity.start - memory + look.start, quantity.start - memory + look.end)
    elif look.why and time is not None:
        yield Fired(look.why, time.start, time.end)


def time_fired(paragraph: Paragraph, own: Moment | None, time: Moment | None) -> Iterator[Fired]:
    """Yield how a statement comes by its time: `own` is the one its words name, `time` the one it has."""
    if time is None:
        return
    yield Fired(time.form, time.start, time.end)
    if own is None:
        near = time is paragraph.lead
        yield Fired(Phenomenon.TIME_OF_SENTENCE if near else Phenomenon.TIME_OF_PARAGRAPH, time.start, time.end)


def _comparator(told: Told) -> Comparator:
    bound = told.quantity.comparator or told.relation.bound
    if bound is not None:
        return bound
    if told.deed:
        return Comparator.EQUAL
    if told.relation.change or told.quantity.doubling:
        return Comparator.DECREASE_BY if told.relation.change < 0 else Comparator.INCREASE_BY
    return Comparator.INCREASE_BY if told.added else Comparator.EQUAL


def _is_base(covered: str, quantity: Quantity) -> bool:
    """Whether a share only describes a thing (利用占总量一半以上的存量)."""
    if not covered.startswith("的", quantity.end):
        return False
    return _SHARE_OF.search(covered, max(0, quantity.start - 10), quantity.start) is not None


def _says_base(paragraph: Paragraph, quantity: Quantity) -> bool:
    return _BASE.search(paragraph.text, max(paragraph.sentence, quantity.start - 30), quantity.start) is not None
