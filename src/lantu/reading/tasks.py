"""The work that a document orders: what, under which heading, by whom, until when.

Where a document gives duties (牵头单位：…), each duty clause makes one task of the words before it; each row of a duty
list is a task too. A document without duties makes a task of each lead phrase that orders work, and of each section
that has no lead phrases: that is what a planner would track. Goals, principles and looks back order nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lantu.plan.citation import Citation
from lantu.plan.ground import Step
from lantu.plan.identity import Identities
from lantu.plan.message import Message
from lantu.plan.period import Period, PeriodKind
from lantu.plan.reading import Doubt
from lantu.plan.section import Level, Section
from lantu.plan.task import Task
from lantu.reading.duties import deadline_of, duties_in, may_give_duties
from lantu.reading.duty import Duty
from lantu.reading.duty_table import duty_rows
from lantu.reading.english_duties import english_deadline, english_order
from lantu.reading.grammar.english import is_english
from lantu.reading.grounds import Grounds
from lantu.reading.heading_mark import Style, mark_of
from lantu.reading.lexicon.actions import begins_with_order
from lantu.reading.normalised import normalise
from lantu.reading.passage import Passage
from lantu.reading.phenomenon import Phenomenon

_LONGEST_TITLE = 40
_LONGEST_ENGLISH_TITLE = 120
_SIGNS = " ;；,，。"
# 基础 and 环境 look back where a chapter is about them (发展基础与环境), not in 加强基础设施建设 or 优化营商环境.
_NO_ORDERS = re.compile(
    r"成就|成效|成绩|回顾|现状|问题|形势|背景|机遇|挑战|指导思想|原则|目标|远景|总体要求|总体思路|方针|理念|前言|附则|"
    r"^(?:“[^”]+”)?(?:时期)?(?:的)?(?:发展|工作|现实|规划|编制|现有)?(?:的)?基础(?:$|[和与条现、及])|"
    r"^(?:面临的?)?(?:发展|外部|内部|内外部|宏观|国内外|国际)?环境(?:$|[和与条、及])|[和与、及](?:发展)?(?:环境|基础)$|环境(?:分析|变化|研判)"
)
_RESULT = re.compile(
    r"(?:取得|实现|得到|达到|迈[上出向]|获得|再上|开创)[^，,]{0,14}$|(?:向好|突破|进展|成效|台阶|加深|增强|改善|提高|提升|优化|凸显|显著|明显|扩大|跃升)$"
)
_FIRST_LEADS = re.compile(
    r"(?:第一|首位|首个|排在?(?:第一|首|最前)|列(?:第一|首)|加?[*★])[^。]{0,12}(?:为|是)(?:牵头|主责|主办)"
)
_GROUP = re.compile(r"^[省市县区]?(?:各|有关|相关)")
_BY_YEAR = re.compile(r"20\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:底|末)?(?:之|以)?前")


@dataclass(frozen=True, slots=True)
class _Order:
    """A task before it has its id; given: what gives it to somebody, or orders it."""

    title: str
    section: Section | None
    source: Citation
    given: Step
    duty: Duty | None = None
    words: str = ""


def find_tasks(
    passages: Sequence[Passage], period: Period | None, identities: Identities, grounds: Grounds
) -> tuple[tuple[Task, ...], tuple[Doubt, ...]]:
    """Find the tasks of a document, with the units it gives them to, as printed.

    A unit that is only said to be responsible (责任单位) supports where another leads. Where none does it leads, and so
    do the others beside it, unless the document says that the first of them leads. period: the plan's; a month
    without a year belongs to a plan of one year. Titles are the first words, at most 40 characters.
    """
    year = period.last_year if period and period.kind is PeriodKind.YEAR else None
    orders = [*_table_orders(passages), *_clause_orders(passages)]
    if len(orders) < 3:
        orders += _heading_orders(passages, {order.section.id for order in orders if order.section})
    orders.sort(key=lambda order: (order.source.block, order.source.start))
    first_leads = any(_FIRST_LEADS.search(passage.block.text, passage.start, passage.end) for passage in passages)
    tasks = tuple(_task(order, first_leads, year, identities, grounds) for order in orders)
    unsure = [
        task
        for order, task in zip(orders, tasks, strict=True)
        if order.duty and not order.duty.lead and len(order.duty.charged) > 1
    ]
    if unsure and not first_leads:
        return tasks, (Doubt(unsure[0].id, _unsure_lead(len(unsure)), unsure[0].source),)
    return tasks, ()


def _unsure_lead(count: int) -> Message:
    return Message(
        f"有{count}项任务只写“责任单位”、没有写牵头单位，暂把所列单位都记为牵头；如按惯例第一家牵头，请在任务表中改正。",
        f"{count} tasks name responsible units but no lead; all of them were taken as leads. "
        "If the first one leads by custom, please mend it in the list of tasks.",
    )


def _task(order: _Order, first_leads: bool, year: int | None, identities: Identities, grounds: Grounds) -> Task:
    duty = order.duty or Duty(0, 0)
    lead, supporting = duty.lead, duty.supporting
    steps = [order.given]
    if duty.lead:
        supporting = tuple(unit for unit in (*duty.charged, *supporting) if unit not in lead)
    elif first_leads:
        lead, supporting = duty.charged[:1], (*duty.charged[1:], *supporting)
        steps.append(Step(Phenomenon.FIRST_LEADS, order.given.words))
    else:
        lead = duty.charged
        if len(lead) > 1:
            steps.append(Step(Phenomenon.NOBODY_SAID_TO_LEAD, order.given.words))
    deadline = deadline_of(duty.deadline, year) if duty.deadline else _only_deadline(order.words, year)
    if any(_GROUP.search(unit) for unit in (*lead, *supporting)):
        steps.append(Step(Phenomenon.GROUP_KEPT, order.given.words))
    if deadline is not None:
        steps.append(Step(Phenomenon.DEADLINE_OF_TASK, order.given.words if duty.deadline else order.source))
    section = order.section.id if order.section else None
    given = identities.give("task", order.title)
    grounds.lay(given, "task", steps)
    return Task(given, order.title, section, lead, supporting, deadline, order.source)


def _only_deadline(words: str, year: int | None) -> str | None:
    """The deadline of a paragraph, where all its sentences that set one set the same."""
    if is_english(words):
        return english_deadline(words, year)
    found = {deadline_of(match[0], year) for match in _BY_YEAR.finditer(words)}
    return found.pop() if len(found) == 1 else None


def _table_orders(passages: Sequence[Passage]) -> list[_Order]:
    orders: list[_Order] = []
    for row in duty_rows(passages):
        words = row.passage.block.text[row.start : row.end]
        source = row.passage.block.cite(row.start, row.end)
        given = Step(Phenomenon.DUTY_TABLE, row.passage.block.cite(row.passage.start, row.passage.end))
        orders.append(_Order(_title(words), row.passage.section, source, given, row.duty, words))
    return orders


def _clause_orders(passages: Sequence[Passage]) -> list[_Order]:
    """The tasks of duty clauses: in a paragraph the words since the last clause, on a line of its own what is above."""
    orders: list[_Order] = []
    above: list[Passage] = []
    alone = False
    for passage in passages:
        if not may_give_duties(passage):
            above, alone = ([passage] if passage.heading else [*above, passage]), False
            continue
        even = normalise(passage.block, passage.start, passage.end)
        if passage.heading:
            above, alone = [passage], False
            for duty in duties_in(even.text):
                words = even.text[: duty.start] + even.text[duty.end :]
                printed = even.cite(0, duty.start).quote + even.cite(duty.end, len(even.text)).quote
                given = Step(duty.form, even.cite(duty.start, duty.end))
                source = even.cite(0, len(even.text))
                orders.append(_Order(_title(printed), passage.section, source, given, duty, words))
            continue
        place = 0
        for duty in duties_in(even.text):
            words = even.text[place : duty.start].strip(_SIGNS)
            given = Step(duty.form, even.cite(duty.start, duty.end))
            end = duty.end
            if not words and even.text[duty.start] == "由":  # 由甲牵头，乙配合，建成丙: the work comes after the units
                end = _sentence_end(even.text, duty.end)
                words = even.text[duty.end : end].strip(_SIGNS)
            if words:
                begin = _skip_signs(even.text, duty.end if end > duty.end else place)
                printed = even.cite(begin, begin + len(words)).quote
                title, source = _title(printed), even.cite(_skip_signs(even.text, place), end)
                if place == 0 and above and above[-1].heading and above[-1].block is passage.block:
                    title = _title(above[-1].block.text[above[-1].start : above[-1].end])
                    source = passage.block.cite(above[-1].start, source.end)
                orders.append(_Order(title, passage.section, source, given, duty, words))
                alone = False
            elif place == 0 and alone and orders and orders[-1].duty:
                orders[-1] = replace(orders[-1], duty=orders[-1].duty.joined(duty))
            elif place == 0 and above:
                # One paragraph that orders, under a heading on a line of its own, is the task; else the heading is.
                only = len(above) == 2 and above[0].heading and above[0].block is not above[1].block
                only = only and begins_with_order(above[1].block.text[above[1].start :].lstrip())
                task = above[1] if only else above[0]
                text = task.block.text[task.start : task.end]
                source = task.block.cite(task.start, task.start + len(text.rstrip()))
                orders.append(_Order(_title(text), passage.section, source, given, duty, text))
                alone = True
            place = end
        if place:
            above = [] if not alone else above
        else:
            above, alone = [*above, passage], False
    return orders


def _skip_signs(text: str, start: int) -> int:
    while start < len(text) and text[start] in _SIGNS:
        start += 1
    return start


def _sentence_end(text: str, start: int) -> int:
    match = re.search(r"[。;；]", text[start:])
    return start + match.start() if match else len(text)


def _heading_orders(passages: Sequence[Passage], done: set[str]) -> list[_Order]:
    """The lead phrases that order work, and the sections that have no lead phrases."""
    headings = [passage for passage in passages if passage.heading]
    bodies: dict[str, list[str]] = {}
    for passage in passages:
        if not passage.heading and passage.section:
            bodies.setdefault(passage.section.id, []).append(passage.block.text[passage.start : passage.end])
    parents = {passage.section.parent for passage in headings if passage.section}
    orders: list[_Order] = []
    for passage in headings:
        section = passage.section
        if section is None or section.id in done or section.id in parents or section.id not in bodies:
            continue
        if section.number is not None and section.number.startswith("附"):
            continue
        if any(_NO_ORDERS.search(outer.title) for outer in passage.chain[:-1]) or _NO_ORDERS.search(section.title):
            continue
        if is_english(section.title):
            ordered = english_order(section.title) is not None
            if not ordered:
                continue
        else:
            ordered = begins_with_order(section.title)
        if not ordered and (section.level is not Level.TOPIC or _RESULT.search(section.title)):
            continue
        words = "".join(bodies[section.id])
        given = Step(Phenomenon.ORDER_IN_HEADING, section.source)
        orders.append(_Order(_title(section.title), section, section.source, given, None, words))
    return orders


def _title(words: str) -> str:
    """The first words of a task, without its number: whole clauses, at most 40 characters."""
    mark = mark_of(words)
    if mark is not None and mark.style is not Style.DECIMAL_ONE:
        words = words[mark.end :]
    if is_english(words):
        return re.split(r"[.;](?=\s|$)", words.strip(), maxsplit=1)[0].strip(" ,:—-(")[:_LONGEST_ENGLISH_TITLE]
    words = re.split(r"[。；;！\n]", words.strip(), maxsplit=1)[0].strip(" ,，、:：—")
    if len(words) <= _LONGEST_TITLE:
        return words
    clauses = re.split(r"(?<=[，,])", words)
    title = clauses[0]
    for clause in clauses[1:]:
        if len(title) + len(clause) > _LONGEST_TITLE:
            break
        title += clause
    return title.strip("，,")[:_LONGEST_TITLE]
