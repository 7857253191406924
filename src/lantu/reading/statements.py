"""Numbers in running text: pledges look forward, facts look back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from lantu.plan.ground import Step
from lantu.plan.identity import Identities
from lantu.plan.period import Period
from lantu.plan.reading import Doubt
from lantu.plan.statement import Fact, Pledge
from lantu.reading.broken_lines import Lines, in_paragraphs, joined
from lantu.reading.grammar.clause import read_clauses
from lantu.reading.grammar.english import is_english, read_english
from lantu.reading.grammar.paragraph import Stated
from lantu.reading.grounds import Grounds, steps_of
from lantu.reading.normalised import Normalised, mended, normalise
from lantu.reading.passage import Passage
from lantu.reading.phenomenon import Phenomenon
from lantu.reading.statement_doubts import doubt_of
from lantu.reading.statement_setting import Given, Setting

_ITEM = re.compile(r"^[(]?\d{1,2}[.、)]\s*(?=[^\d])")  # the number of an item of a list
_ITEM_OPENS = re.compile(r"\s*[(（]?\d{1,2}[.．、)）]\s*(?=[^\d\s])")
_SENTENCE = re.compile(r"[，。；,;]|.{30}")  # an order or a sentence, no name
_WORDS = re.compile(r"[\u4e00-\u9fff]{2}")


def find_statements(
    passages: Sequence[Passage], period: Period | None, issued: date | None, identities: Identities, grounds: Grounds
) -> tuple[tuple[Pledge, ...], tuple[Fact, ...], tuple[Doubt, ...]]:
    """Find the commitments and the results that passages state in numbers.

    period: of the plan. issued: the day of the document, from which 今年 is counted. Never raises. Figures whose
    subject or base cannot be told are given with a doubt. Headings and tables are not read here.
    """
    pledges: list[Pledge] = []
    facts: list[Fact] = []
    doubts: list[Doubt] = []
    setting = Setting(passages, period, issued)
    for run in in_paragraphs(passages):
        for passage in run:
            setting.enter(passage)
        passage = run[0]
        if passage.heading:
            continue
        lines = joined(run)
        item = _ITEM_OPENS.match(lines.block.text)
        text = normalise(lines.block, item.end() if item else 0)
        section = passage.section.id if passage.section else None
        thing = _thing_of_row(passage)
        for stated in _statements(text.text, setting):
            subject = _ITEM.sub("", stated.subject)
            stated = replace(stated, subject=subject if thing in subject else thing + subject)
            source = lines.real(text.cite(stated.start, stated.end))
            words = (stated.subject, str(stated.value), stated.unit)
            steps = [*_steps(stated, text, lines)]
            if thing and thing != subject:
                begin = passage.block.text.find(thing, passage.start)
                steps.append(Step(Phenomenon.THING_OF_ROW, passage.block.cite(begin, begin + len(thing))))
            over = None if stated.time else setting.deadline if stated.forward else setting.past
            steps.extend(_setting_steps(stated, setting, over))
            if stated.forward:
                given = identities.give("pledge", *words)
                grounds.lay(given, "commitment", steps)
                deadline = stated.time.deadline if stated.time else over.time if over else None
                pledges.append(
                    Pledge(given, stated.subject, stated.comparator, stated.value, stated.value_high, stated.unit,
                           deadline, section, source)
                )  # fmt: skip
            else:
                given = identities.give("fact", *words)
                grounds.lay(given, "fact", steps)
                when = stated.time.period if stated.time else over.time if over else None
                facts.append(
                    Fact(given, stated.subject, stated.comparator, stated.value, stated.unit, when, section, source)
                )
            if doubt := doubt_of(stated, given, source):
                doubts.append(doubt)
    return tuple(pledges), tuple(facts), tuple(doubts)


def _steps(stated: Stated, text: Normalised, lines: Lines) -> Iterator[Step]:
    """Yield what fired on the words of a statement, and what had to be made uniform in them."""
    for step in steps_of(text, stated.fired):
        yield Step(step.rule, lines.real(step.words) if step.words else None)
    whole = text.cite(stated.start, stated.end)
    for fired in mended(lines.block, whole.start, whole.end):
        yield Step(fired.phenomenon, lines.real(lines.block.cite(fired.start, fired.end)))
    if any(whole.start < place < whole.end for place in lines.breaks):
        yield Step(Phenomenon.BROKEN_LINE, lines.real(whole))


def _setting_steps(stated: Stated, setting: Setting, over: Given | None) -> Iterator[Step]:
    """Yield what a statement takes over from around it: its time, and which way it looks."""
    if over is not None:
        yield over.step
    elif stated.time is None:
        yield Step(Phenomenon.NO_TIME)
    told = {Phenomenon.OUTLOOK_OF_TIME, Phenomenon.OUTLOOK_OF_WORDS, Phenomenon.FROM_BASE_TO_TARGET}
    if told.isdisjoint(fired.phenomenon for fired in stated.fired):
        yield setting.turned or Step(Phenomenon.OUTLOOK_ASSUMED)


def _thing_of_row(passage: Passage) -> str:
    """Return what a row of a table in plain text is about: the first of its cells with words, where that is a name."""
    cells = re.split(r"[\t|｜]", passage.block.text[passage.start : passage.end].strip())
    first = next((cell.strip() for cell in cells if _WORDS.search(cell)), "") if len(cells) > 2 else ""
    return "" if _SENTENCE.search(first) else first


def _statements(text: str, setting: Setting) -> Iterator[Stated]:
    if is_english(text):
        return read_english(text, setting.now, setting.span, setting.outlook)
    return read_clauses(text, setting.now, setting.span, setting.outlook)
