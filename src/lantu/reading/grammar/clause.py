"""Paragraphs into statements: sentence by sentence, clause by clause, number by number."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from lantu.reading.grammar.moment import Moment, moments
from lantu.reading.grammar.names import cover
from lantu.reading.grammar.naming import Name, name_of
from lantu.reading.grammar.outlook import Outlook
from lantu.reading.grammar.paragraph import Paragraph, Stated
from lantu.reading.grammar.quantity import Quantity, quantities
from lantu.reading.grammar.relation import Relation, relation
from lantu.reading.grammar.stating import Told, is_added, opening_of, state
from lantu.reading.grammar.subject import subject_of_clause, subjects_of_list
from lantu.reading.grammar.worded import state_words
from lantu.reading.phenomenon import Fired, Phenomenon

_SENTENCE = re.compile(r"[^。!?！？\n]+")
_CLAUSE = re.compile(r"(?:[^,;:]|(?<=\d):(?=\d)|(?<=\d),(?=\d{3}(?!\d)))+")
_LEAD_TIME = re.compile(r"^(?:[\s\x01“”\"——·、-]|到|至|在|力争|展望|争取|截至|面向|确保|计划|预计|通过|经过|自)*\x02")
_JOINT = re.compile(r"、|和|与|及")
_LIST_SIGN = re.compile(r"[、和及与\s]|以及")
_COUNTABLE = re.compile(r"(?:占比|比例|比重|率|达到?|数量|总数)$")
_OF_SIZE = re.compile(r"的?[\u4e00-\u9fff]{0,4}?(?:企业|项目|园区|集群|村|乡镇|产业|镇)(?![\u4e00-\u9fff]{3})")
_DEEDS = ("提升", "提高", "扩大")
_AIM = re.compile(
    r"的?(?:目标|基础)|(?:再|逐步|大幅|分别|统一|进一步)?(?:提|增|扩|升|降|减|缩|调|压)[高加升长大低少小短整减至到]"
)


def read_clauses(text: str, now: int | None, span: tuple[int, int] | None, outlook: Outlook) -> Iterator[Stated]:
    """Yield the statements of a uniform paragraph in their order.

    now: the year the document speaks in. span: first and last year of the plan. outlook: which way the paragraph looks.
    The work grows with the paragraph's length.
    """
    year = now - 1 if now is not None and outlook is Outlook.BACK else now
    times = tuple(moments(text, now, span, year))
    covered = cover(text, ((time.start, time.end) for time in times))
    paragraph = Paragraph(text, covered, times, now, outlook)
    found = tuple(quantities(covered))
    for number, sentence in enumerate(_SENTENCE.finditer(covered)):
        start, end = sentence.span()
        paragraph.lead = _leading(covered, start, _between(times, start, end))
        if number < 2 and paragraph.lead and (number == 0 or "展望" in text[start : paragraph.lead.start]):
            paragraph.carried = paragraph.lead
            # “十三五”期间 at its head: what goes on without another time is of that time too.
            if now is not None and paragraph.lead.within and paragraph.lead.last < now:
                paragraph.outlook = Outlook.BACK
        paragraph.subjects.clear()
        paragraph.shared = 1
        paragraph.changing = None
        paragraph.sentence = start
        for clause in _CLAUSE.finditer(covered, start, end):
            fresh = _leading(covered, clause.start(), _between(times, *clause.span()))
            # 五年内翻番 in the middle of a sentence is the time of its own clause only.
            if fresh and (clause.start() == start or not text.startswith("年内", fresh.end - 2)):
                paragraph.lead = fresh
            yield from _clause(paragraph, *clause.span(), _between(found, *clause.span()))


_Placed = TypeVar("_Placed", Quantity, Moment)


def _between(items: Sequence[_Placed], start: int, end: int) -> Sequence[_Placed]:
    """Return the items, sorted by place, that begin in `[start:end)`."""
    return items[bisect_left(items, start, key=_place) : bisect_left(items, end, key=_place)]


def _place(item: Quantity | Moment) -> int:
    return item.start


def _leading(covered: str, start: int, times: Sequence[Moment]) -> Moment | None:
    first = next((time for time in times if not time.against), None)
    return first if first and _LEAD_TIME.match(covered[start : first.start + 1]) else None


def _clause(paragraph: Paragraph, start: int, end: int, found: Sequence[Quantity]) -> Iterator[Stated]:
    covered = paragraph.covered
    before = start
    waiting: list[Name] = []  # subjects of a 分别 whose values are still to come
    link: Relation | None = None
    added = False
    for number, quantity in enumerate(found):
        if quantity.start < before:
            continue
        following = found[number + 1].start if number + 1 < len(found) else end
        if following < end and _qualifies(covered, quantity, following):
            continue
        here = relation(covered, before, quantity.start)
        own = paragraph.time_of(before, quantity.start)
        if waiting and link is not None and here.start <= before + 1 and not here.change:
            name, here = waiting.pop(0), link
            opening = opening_of(covered, before, quantity.start)
        else:
            waiting = []
            name = _twice_told(paragraph, name_of(paragraph, start, before, quantity, following, here), here)
            opening = opening_of(covered, max(before, name.opening), quantity.start)
            added = is_added(covered, opening, min(name.start + 2, quantity.start), here, added)
            names = _joint(name, here)
            row = _row(found, number, covered) if here.each or (name.taken_over and paragraph.shared > 1) else 1
            if row > 1 and (here.each or row == paragraph.shared):
                name, *waiting = _shared(paragraph, name, names, row)
                link, paragraph.shared = here, row
            elif here.each and name.taken_over and paragraph.shared > 1:
                for words in paragraph.subjects[-paragraph.shared : -1]:  # 分别增长7%: each of them grew by that
                    yield from state(paragraph, Told(quantity, here, opening, own, False), replace(name, words=words))
            elif here.all and len(names) > 1 and all(len(one.words) > 3 for one in names):
                for one in names[:-1]:
                    yield from state(paragraph, Told(quantity, here, opening, own, False), one)
                name = names[-1]
            if not name.taken_over and row == 1:
                paragraph.shared = 1
        deed = here.change > 0 and here.word in _DEEDS and name.counts_things
        yield from state(paragraph, Told(quantity, here, opening, own, added, deed), name)
        paragraph.speaks_of(name.words, *_run(name, quantity))
        paragraph.changing = bool(here.change)
        before = quantity.end
    yield from state_words(paragraph, start, end, found)
    if not found and (run := subject_of_clause(covered, start, end)):
        paragraph.speaks_of(paragraph.text[slice(*run)], *run)


def _run(name: Name, quantity: Quantity) -> tuple[int, int]:
    """Where the words of a subject stand."""
    return (name.fired[0].start, name.fired[0].end) if name.fired else (quantity.start, quantity.end)


def _twice_told(paragraph: Paragraph, name: Name, here: Relation) -> Name:
    """Note where one subject is told its growth and its level one after the other (增长7.5%,达到309亿元)."""
    if not name.taken_over or paragraph.changing is None or paragraph.changing == bool(here.change):
        return name
    return replace(name, fired=(*name.fired, Fired(Phenomenon.GROWTH_AND_LEVEL, *paragraph.named)))


def _joint(name: Name, found: Relation) -> list[Name]:
    if not (found.each or (found.all and _JOINT.search(name.words))):
        return [name]
    return [replace(name, words=words) for words in subjects_of_list(name.words)]


def _shared(paragraph: Paragraph, name: Name, names: list[Name], row: int) -> list[Name]:
    """Return a name for each number of a row after 分别: the parts of the subject, or what was spoken of before."""
    if len(names) == row:
        return names
    if name.words == paragraph.subject and len(paragraph.subjects) >= row:
        return [replace(name, words=words) for words in paragraph.subjects[-row:]]
    return [name] * row


def _qualifies(covered: str, quantity: Quantity, following: int) -> bool:
    """Whether a number only says which things the next one counts (收入50万元以上的村占比达六成)."""
    between = covered[quantity.end : following]
    if covered[quantity.start - 1 : quantity.start] in ("过", "超") and _OF_SIZE.match(between):
        return True  # 产值过十亿元企业30家
    limits = covered[quantity.start : quantity.end].endswith(("以上", "以下", "以内"))
    if limits and _OF_SIZE.match(between):
        return True  # 其中10亿元以上项目46个
    if len(between) < 3 or "、" in between or between[0] in "和与及至到" or _AIM.match(between):
        return False
    return (limits and between[0] != "的") or (between[0] == "的" and _COUNTABLE.search(between) is not None)


def _row(found: Sequence[Quantity], first: int, covered: str) -> int:
    """Count the numbers from the `first` on that follow each other with nothing but list signs between them."""
    last = first
    while last + 1 < len(found) and _LIST_SIGN.fullmatch(covered, found[last].end, found[last + 1].start):
        last += 1
    return last - first + 1
