"""The cases of tests/cases as readings: which phenomena fire in each, and what is read.

docs/reading.md is made of them, and a test holds that each case fires what it says it shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from lantu.plan.document import Block, BlockKind, Cell, Document
from lantu.plan.identity import Identities
from lantu.plan.period import Period
from lantu.plan.reading import Reading
from lantu.plan.section import Level, Section
from lantu.reading import read
from lantu.reading.glossary import heads_glossary
from lantu.reading.grammar.moment import moments
from lantu.reading.grammar.names import TIME_SIGN, cover, idle_numerals
from lantu.reading.grammar.quantity import quantities, slogan_counts
from lantu.reading.grounds import Grounds
from lantu.reading.indicator_table import find_indicators
from lantu.reading.named_items import find_policies, find_projects, find_systems
from lantu.reading.normalised import normalise
from lantu.reading.outline import read_outline
from lantu.reading.passage import Passage
from lantu.reading.phenomenon import Phenomenon
from lantu.reading.statements import find_statements

CASES = Path(__file__).resolve().parents[1] / "tests/cases"
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """A case: what it shows, its words, the phenomena that fire, and what is read, a line an item."""

    file: str
    say: str
    shows: tuple[str, ...]
    words: str
    fired: frozenset[str]
    read: tuple[str, ...]


@cache
def cases() -> tuple[Case, ...]:
    """Return every case of tests/cases, read."""
    found: list[Case] = []
    for name, run in RUNS.items():
        for row in yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8")):
            fired, told = run(row)
            say = row.get("say") or row.get("name") or row["text"]
            shows = row.get("shows", ())
            shows = (shows,) if isinstance(shows, str) else tuple(shows)
            found.append(Case(name, say, shows, words_of(row), frozenset(map(str, fired)), tuple(told)))
    return tuple(found)


def words_of(row: Row) -> str:
    """Return the words of a case as they would stand on a page."""
    if "rows" in row:
        return "\n".join(" | ".join(_shown(cell) for cell in line) for line in row["rows"])
    lines = [*row.get("headings", ()), *row.get("before", ()), row["text"].rstrip("\n")]
    return "\n".join(lines)


def _shown(cell: object) -> str:
    return {"<": "←", "^": "↑"}.get(str(cell), str(cell))


def document_of(row: Row) -> Document:
    """Return the document of a case: its lines, or its rows (< spans to the left, ^ goes on from above).

    (…) in a line stands for many words.
    """
    if "text" in row:
        lines = row["text"].replace("(…)", "Words go on and on. " * 300).splitlines()
        return Document("case", "", tuple(_block(number, line) for number, line in enumerate(lines, 1)))
    above: dict[int, str] = {}
    blocks = []
    for number, line in enumerate(row["rows"], 1):
        cells: list[Cell] = []
        text = ""
        for column, words in enumerate(str(word) for word in line):
            if words == "<":
                last = cells[-1]
                cells[-1] = Cell(last.text, last.start, last.end, last.column, last.columns + 1, last.continued)
                continue
            start = len(text)
            if words == "^":
                cells.append(Cell(above[column], start, start, column, 1, True))
            else:
                text += words + "\t"
                above[column] = words
                cells.append(Cell(words, start, start + len(words), column))
        blocks.append(Block(number, text, BlockKind.TABLE_ROW, table=1, cells=tuple(cells)))
    return Document("case", "", tuple(blocks), format="docx")


def _block(number: int, line: str) -> Block:
    """A line as a block; # before it marks a heading that the file declares, as in Markdown."""
    words = line.lstrip("#")
    level = len(line) - len(words)
    return Block(number, words.strip(), BlockKind.HEADING, level) if level else Block(number, line)


def passages_of(row: Row) -> list[Passage]:
    """Return the passages of a sentence under its headings, as cases of statements have it."""
    chain = tuple(
        Section(f"s{number}", Level.CHAPTER, None, title, None, Block(number, title).cite())
        for number, title in enumerate(row.get("headings", []), 1)
    )
    before = [Block(number, text) for number, text in enumerate(row.get("before", []), 1)]
    return [Passage(one, 0, len(one.text), chain) for one in (*before, Block(9, row["text"]))]


Told = tuple[Iterable[str], Iterable[str]]


def _statements(row: Row) -> Told:
    period, issued = Period.years(*row.get("period", (2021, 2025))), date(row.get("now", 2021), 3, 1)
    grounds = Grounds()
    pledges, facts, doubts = find_statements(passages_of(row), period, issued, Identities(), grounds)
    told = [_line("承诺 commitment", p.subject, p.comparator, p.value, p.unit, p.deadline) for p in pledges]
    told += [_line("事实 fact", f.subject, f.comparator, f.value, f.unit, f.period) for f in facts]
    return _rules(grounds), told + [f"存疑 doubt：{doubt.message.zh}" for doubt in doubts]


def _quantities(row: Row) -> Told:
    text = normalise(Block(1, row["text"])).text
    times = [(time.start, time.end) for time in moments(text, 2021, (2021, 2025))]
    covered = cover(text, times)
    untimed = "".join(TIME_SIGN if any(s <= i < e for s, e in times) else sign for i, sign in enumerate(text))
    found = list(quantities(covered))
    fired = [one.phenomenon for quantity in found for one in quantity.fired()]
    fired += [one.phenomenon for one in (*idle_numerals(untimed), *slogan_counts(covered))]
    return fired, [_line("数量 figure", text[q.start : q.end], q.comparator, q.value, q.unit) for q in found]


def _tables(row: Row) -> Told:
    grounds = Grounds()
    found, doubts, _ = find_indicators(document_of(row), Period.years(*row["period"]), Identities(), grounds)
    told = []
    for i in found:
        base = f"基期 {i.baseline.text}（{i.baseline.period}）" if i.baseline.text else ""
        aim = f"目标 {i.target.text}（{i.target.period}）" if i.target.text else ""
        growth = f"增速 {i.growth.text}（{i.growth.kind}）" if i.growth.text else ""
        told.append(_line("指标 indicator", i.name, i.unit, i.commitment, base, aim, growth, i.form))
    return _rules(grounds), told + [f"存疑 doubt：{doubt.message.zh}" for doubt in doubts]


def _outline(row: Row) -> Told:
    grounds = Grounds()
    outline = read_outline(document_of(row), Identities(), grounds)
    fired = [*_rules(grounds), *(phenomenon for phenomenon in outline.idle.values() if phenomenon)]
    return fired, [_line(s.level.value, s.number, s.title) for s in outline.sections]


def _tasks(row: Row) -> Told:
    reading = read(document_of(row))
    return _laid(reading), _told_tasks(reading)


def _named(row: Row) -> Told:
    grounds, passage = Grounds(), Passage(Block(7, row["text"]), 0, len(row["text"]), ())
    told = []
    for word, find in (
        ("项目 project", find_projects),
        ("系统 system", find_systems),
        ("政策 policy", find_policies),
    ):
        told += [_line(word, item.name) for item in find([passage], Identities(), grounds)]
    return _rules(grounds), told


def _documents(row: Row) -> Told:
    reading = read(document_of(row))
    plan = reading.plan
    told = [_line("承诺 commitment", p.subject, p.comparator, p.value, p.unit, p.deadline) for p in plan.pledges]
    told += [_line("项目 project", item.name) for item in plan.projects]
    told += [_line("单位 unit", item.name, item.kind) for item in plan.units]
    aside = [Phenomenon.GLOSSARY for section in plan.sections if heads_glossary(section)]
    return [*_laid(reading), *aside], told


def _told_tasks(reading: Reading) -> Iterator[str]:
    for task in reading.plan.tasks:
        lead = f"牵头 {'、'.join(task.lead)}" if task.lead else ""
        supporting = f"配合 {'、'.join(task.supporting)}" if task.supporting else ""
        yield _line("任务 task", task.title, lead, supporting, task.deadline)


def _line(word: str, *parts: object) -> str:
    return f"{word}：{' · '.join(f'{part:g}' if isinstance(part, float) else str(part) for part in parts if part not in (None, ''))}"


def _rules(grounds: Grounds) -> list[str]:
    return [step.rule for ground in grounds.laid.values() for step in ground.steps]


def _laid(reading: Reading) -> list[str]:
    return [step.rule for ground in reading.grounds.values() for step in ground.steps]


RUNS: dict[str, Callable[[Row], Told]] = {
    "outline": _outline,
    "indicator_tables": _tables,
    "quantities": _quantities,
    "statements": _statements,
    "tasks": _tasks,
    "named_items": _named,
    "documents": _documents,
}
