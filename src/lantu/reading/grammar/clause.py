"""Sentences into statements: each number with its subject, its bound and its time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lantu.plan.quantity import Comparator
from lantu.reading.grammar.moment import Moment, moments
from lantu.reading.grammar.names import TIME_SIGN, cover
from lantu.reading.grammar.outlook import Outlook, looks_forward
from lantu.reading.grammar.quantity import Quantity, quantities
from lantu.reading.grammar.relation import Relation, change_noun, relation
from lantu.reading.grammar.subject import subject_after, subject_before, subject_of_clause, subjects_of_list
from lantu.reading.grammar.unit import is_counted
from lantu.reading.grammar.wording import Wording, wordings

_SENTENCE = re.compile(r"[^。!?！？\n]+")
_CLAUSE = re.compile(r"[^,;:]+")
_LEAD_TIME = re.compile(r"^(?:[\s\x01“”\"——·、-]|到|至|在|力争|展望|争取|截至|面向|确保|计划|预计|通过|经过|自)*\x02")
_ADDED = re.compile(r"新增|净增|增加")
_SUM = re.compile(r"(?:总投资|投资|投入|补贴|资金)$")
_MEMORY = 160
_OVER = re.compile(r"高于|低于|快于|慢于|超过|高出|优于|多于|占")
_JOINT = re.compile(r"、|和|与|及")
_SHARE_OF = re.compile(r"占(?!比)")
_OPENS = re.compile(r"(?:[ 、和及与并,;:“]|\x02+[年末底初前内]*)*")
_ACTS = re.compile(r"完成|实现|新增|投入|累计|增加|建成|减少")
_STARTS_ANEW = re.compile(r"[^,;]{0,4}?(?:建成|建设|改造|完成|创建|培育|组建|认定|打造|实现|总|其中)")
_BRACKET = re.compile(r"\([^()]{1,6}\)[、,]?")
_WORDED_TAIL = re.compile(r"(?:基本|总体|方面)$|[由从](?=[^,;]{0,6}第).*$")
_SECTORS = ("第一产业", "第二产业", "第三产业")


@dataclass(frozen=True, slots=True)
class Stated:
    """A statement found in a text at `[start:end)`: what it is about, its number, and which way it looks."""

    start: int
    end: int
    subject: str
    comparator: Comparator | None
    value: float | None
    value_high: float | None
    unit: str | None
    time: Moment | None
    forward: bool
    doubling: bool = False
    based: bool = False


@dataclass(slots=True)
class _Paragraph:
    """What a reader keeps in mind while reading a paragraph."""

    text: str
    covered: str
    times: Sequence[Moment]
    now: int | None
    outlook: Outlook
    lead: Moment | None = None
    carried: Moment | None = None
    subject: str = ""
    sentence: int = 0


def read_clauses(text: str, now: int | None, span: tuple[int, int] | None, outlook: Outlook) -> Iterator[Stated]:
    """Yield the statements of a uniform paragraph in their order.

    now: the year the document speaks in. span: first and last year of the plan. outlook: which way the paragraph looks.
    The work grows with the paragraph's length.
    """
    year = now - 1 if now is not None and outlook is Outlook.BACK else now
    times = tuple(moments(text, now, span, year))
    covered = cover(text, ((time.start, time.end) for time in times))
    paragraph = _Paragraph(text, covered, times, now, outlook)
    found = list(quantities(covered))
    place = clock = 0
    for number, sentence in enumerate(_SENTENCE.finditer(covered)):
        here: list[Quantity] = []
        while place < len(found) and found[place].start < sentence.end():
            here.append(found[place])
            place += 1
        spoken: list[Moment] = []
        while clock < len(times) and times[clock].start < sentence.end():
            spoken.append(times[clock])
            clock += 1
        paragraph.lead = _leading(covered, sentence.start(), spoken)
        if number < 2 and paragraph.lead and (number == 0 or "展望" in text[sentence.start() : paragraph.lead.start]):
            paragraph.carried = paragraph.lead
        paragraph.subject = ""
        paragraph.sentence = sentence.start()
        yield from _sentence(paragraph, sentence.start(), sentence.end(), here, spoken)


def _leading(covered: str, start: int, times: Sequence[Moment]) -> Moment | None:
    first = next((time for time in times if not time.against), None)
    return first if first and _LEAD_TIME.match(covered[start : first.start + 1]) else None


def _sentence(
    paragraph: _Paragraph, start: int, end: int, found: Sequence[Quantity], times: Sequence[Moment]
) -> Iterator[Stated]:
    place = clock = 0
    lead = paragraph.lead
    for match in _CLAUSE.finditer(paragraph.covered, start, end):
        here: list[Quantity] = []
        while place < len(found) and found[place].start < match.end():
            here.append(found[place])
            place += 1
        spoken: list[Moment] = []
        while clock < len(times) and times[clock].start < match.end():
            spoken.append(times[clock])
            clock += 1
        fresh = _leading(paragraph.covered, match.start(), spoken)
        lead = fresh or lead
        yield from _clause(paragraph, match.start(), match.end(), here, spoken, lead)


def _clause(
    paragraph: _Paragraph,
    start: int,
    end: int,
    found: Sequence[Quantity],
    times: Sequence[Moment],
    lead: Moment | None,
) -> Iterator[Stated]:
    covered = paragraph.covered
    before = start
    pending: list[tuple[str, tuple[int, int]]] = []  # subjects of a 分别 that still wait for their values
    link: Relation | None = None
    added = False
    for number, quantity in enumerate(found):
        if quantity.start < before:
            continue
        following = found[number + 1].start if number + 1 < len(found) else end
        if following < end and _qualifies(covered, quantity, following):
            continue
        relation_here = relation(covered, before, quantity.start)
        own = _own_time(covered, times, before if number else start, quantity.start)
        if pending and relation_here.start <= before + 1 and not relation_here.change and link is not None:
            (subject, run), start_here = pending.pop(0), before
            relation_here = link
        else:
            pending = []
            subject, run, start_here = _subject(paragraph, start, before, quantity, following, relation_here)
            if relation_here.each or (relation_here.all and _JOINT.search(subject)):
                names = subjects_of_list(subject)
                rest = _row(found[number:], covered)
                if relation_here.each and 1 < len(names) == rest:
                    pending = [(name, run) for name in names]
                    subject, run = pending.pop(0)
                    link = relation_here
                elif relation_here.all and len(names) > 1 and all(len(name) > 3 for name in names):
                    for name in names[:-1]:
                        yield _stated(paragraph, quantity, name, run, relation_here, own, lead, before, False)
                    subject = names[-1]
        if bracket := _BRACKET.match(covered, before):
            before = bracket.end()
        segment = _segment(covered, max(before, start_here), quantity.start)
        added = _adds(covered, segment, min(run[0] + 2, quantity.start), relation_here, added and number > 0)
        yield from _each(paragraph, quantity, subject, run, relation_here, own, lead, segment, added)
        if subject:
            paragraph.subject = subject
        before = quantity.end
    yield from _in_words(paragraph, start, end, found, times, lead)
    if not found and (run_of_clause := subject_of_clause(covered, start, end)):
        paragraph.subject = paragraph.text[slice(*run_of_clause)]


def _qualifies(covered: str, quantity: Quantity, following: int) -> bool:
    """Whether a number only says which things the next one counts (收入50万元以上的村占比达六成)."""
    between = covered[quantity.end : following]
    if len(between) < 3 or "、" in between or between[0] in "和与及至到":
        return False
    return (
        (between[0] == "的" or covered[quantity.start : quantity.end].endswith(("以上", "以下", "以内")))
        and bool(re.search(r"(?:占比|比例|比重|率|达到?|数量|总数|[\u4e00-\u9fff]{2})$", between))
        and not re.match(r"的?(?:目标|基础)", between)
    )


def _row(found: Sequence[Quantity], covered: str) -> int:
    """Count the numbers that follow each other with nothing but list signs between them."""
    count = 1
    for one, other in zip(found, found[1:], strict=False):
        if not re.fullmatch(r"[、和及与\s]|以及", covered[one.end : other.start]):
            break
        count += 1
    return count


def _own_time(covered: str, times: Sequence[Moment], start: int, end: int) -> Moment | None:
    own = None
    for time in times:
        if start <= time.start < end:
            if not time.against:
                own = time
            elif own is None and time.end >= end - 1 and covered[time.start - 1] in "由从自":
                own = time  # 由2015年的...: the number itself is of that year
    return own


def _subject(
    paragraph: _Paragraph, clause: int, before: int, quantity: Quantity, following: int, found: Relation
) -> tuple[str, tuple[int, int], int]:
    """Return the subject of a quantity, where it stands (the quantity's own place where it is taken over), where its words begin."""
    covered = paragraph.covered
    start = before
    if before > clause:
        mark = covered.find("、", before, found.start)
        if mark >= 0:
            start = mark + 1
        elif (
            not found.linked
            and not _ACTS.search(covered, before, quantity.start)
            and not re.match(r"和|及|与|以及|并", covered[before : quantity.start])
        ):
            start = found.start  # words right behind the number before are what it counts
    left = subject_before(covered, start, found.start, found.each)
    right = subject_after(covered, quantity.end, following, is_counted(quantity.unit))
    take_right = right[0] < right[1] and (
        left[0] == left[1] or (not found.linked and (is_counted(quantity.unit) or not _noun_of_sum(covered, left)))
    )
    if found.change or found.moved or found.each:
        take_right = take_right and left[0] == left[1] and covered[quantity.end] != "的"
    if take_right:
        name = paragraph.text[right[0] : right[1]]
        if sum_of := _SUM.search(covered, left[0], left[1]):
            name += sum_of[0]
        return name, (quantity.start, right[1]), start
    if left[0] < left[1] and paragraph.subject and _OVER.match(covered, left[0], left[1]):
        return paragraph.subject + paragraph.text[left[0] : left[1]], (left[0], quantity.end), start
    if left[0] < left[1]:
        return paragraph.text[left[0] : left[1]].strip(" "), (left[0], quantity.end), start
    return paragraph.subject, (quantity.start, quantity.end), start


def _noun_of_sum(covered: str, run: tuple[int, int]) -> bool:
    """Whether the words before a number name a sum or a rate that the number can be of."""
    return bool(
        re.search(
            r"(?:额|率|值|量|收入|支出|比重|占比|面积|产值|里程|规模|能力|长度|总数|比例|寿命|税收|价|费|金)$",
            covered[run[0] : run[1]],
        )
    )


def _each(
    paragraph: _Paragraph,
    quantity: Quantity,
    subject: str,
    run: tuple[int, int],
    found: Relation,
    own: Moment | None,
    lead: Moment | None,
    segment: int,
    added: bool,
) -> Iterator[Stated]:
    if not quantity.parts:
        yield _stated(paragraph, quantity, subject, run, found, own, lead, segment, added)
        return
    sectors = len(quantity.parts) == 3 and re.search(r"三次产业|产业结构|三产|三大产业|一二三", subject) is not None
    for number, part in enumerate(quantity.parts):
        name = f"{_SECTORS[number]}占比" if sectors else f"{subject}({number + 1})"
        one = Quantity(quantity.start, quantity.end, part, None)
        yield _stated(paragraph, one, name, run, found, own, lead, segment, added)


def _stated(
    paragraph: _Paragraph,
    quantity: Quantity,
    subject: str,
    run: tuple[int, int],
    found: Relation,
    own: Moment | None,
    lead: Moment | None,
    segment: int,
    added: bool,
) -> Stated:
    covered, text = paragraph.covered, paragraph.text
    comparator = quantity.comparator or found.bound
    if comparator is None:
        if found.change or quantity.doubling:
            comparator = Comparator.DECREASE_BY if found.change < 0 else Comparator.INCREASE_BY
        else:
            comparator = Comparator.INCREASE_BY if added else Comparator.EQUAL
    bounded = comparator not in (Comparator.INCREASE_BY, Comparator.DECREASE_BY)
    if found.change and (bounded or found.yearly) and subject and not subject.endswith(("增长", "增速", "增幅")):
        subject += change_noun(found)
    time = own or lead or paragraph.carried
    if own is None and lead is None and paragraph.carried and paragraph.outlook is Outlook.BACK:
        time = paragraph.carried
    spoken = own or lead
    since = max(spoken.end if spoken else paragraph.sentence, quantity.start - _MEMORY, paragraph.sentence)
    clause_words = covered[since : quantity.start]
    base = covered.startswith("的", quantity.end) and _SHARE_OF.search(
        covered, max(0, quantity.start - 10), quantity.start
    )
    forward = not found.origin and not base and looks_forward(paragraph.outlook, clause_words, time, paragraph.now)
    if forward and time is not None and paragraph.now is not None and time.last < paragraph.now:
        time = None
    return Stated(
        min(run[0], segment, quantity.start), max(run[1], quantity.end), subject, comparator, quantity.value, quantity.high,
        quantity.unit, time, forward, quantity.doubling,
        _is_based(paragraph, quantity),
    )  # fmt: skip


def _is_based(paragraph: _Paragraph, quantity: Quantity) -> bool:
    """Whether the words before a doubling say what it is measured against."""
    words = paragraph.text[max(paragraph.sentence, quantity.start - 30) : quantity.start]
    return re.search(r"(?<![占环同])比(?![重例])|较|相当于|基础上|[在以].{4,12}(?:上|基数)", words) is not None


def _adds(covered: str, start: int, end: int, found: Relation, running: bool) -> bool:
    """Whether a number is an addition: its own words say so, or those at the head of the list it stands in."""
    if found.change or found.moved or found.each:
        return False
    if _ADDED.search(covered, start, end):
        return True
    return running and not found.linked and not _STARTS_ANEW.match(covered, start)


def _segment(covered: str, before: int, end: int) -> int:
    """Where the words of one statement begin: behind the number before it, or the last list sign an act follows."""
    match = _OPENS.match(covered, before, end)
    return match.end() if match else before


def _in_words(
    paragraph: _Paragraph,
    start: int,
    end: int,
    found: Sequence[Quantity],
    times: Sequence[Moment],
    lead: Moment | None,
) -> Iterator[Stated]:
    text, covered = paragraph.text, paragraph.covered
    for wording in wordings(text[start:end], covered[start:end]):
        at = start + wording.start
        last = max((q.end for q in found if q.end <= at and covered[q.end] in "、和及"), default=start)
        if wording.value is None and any(q.start >= at for q in found):
            continue
        if any(q.start <= at < q.end for q in found):
            continue
        yield _worded(paragraph, start, last, end, wording, times, lead)


def _worded_subject(words: str) -> str:
    words = _WORDED_TAIL.sub("", words)
    before, reached, behind = words.partition("实现")
    return behind if reached and (len(before) < 3 or before.startswith("在")) and len(behind) > 2 else before


def _worded(
    paragraph: _Paragraph,
    clause: int,
    start: int,
    end: int,
    wording: Wording,
    times: Sequence[Moment],
    lead: Moment | None,
) -> Stated:
    text, covered = paragraph.text, paragraph.covered
    at = clause + wording.start
    found = relation(covered, start, at)
    run = subject_before(covered, start, found.start)
    subject = _worded_subject(text[run[0] : run[1]])
    if wording.inside:
        subject = text[at : clause + wording.end]
    elif subject and not subject.startswith("在") and found.change:
        subject += change_noun(found)
    if subject.startswith("在"):
        subject = subject[1:] if len(subject) > 5 else ""
    subject = subject or paragraph.subject
    if not subject and wording.value is None:
        subject = text[at : clause + wording.end]
    own = _own_time(covered, times, start, at)
    time = own or lead or paragraph.carried
    forward = looks_forward(paragraph.outlook, covered[start:at], time, paragraph.now)
    first = run[0] if run[0] < run[1] else start
    while first < at and covered[first] in TIME_SIGN + " 、":
        first += 1
    return Stated(
        first, end if wording.value is None else clause + wording.end, subject, wording.comparator, wording.value, None, wording.unit, time, forward
    )  # fmt: skip
