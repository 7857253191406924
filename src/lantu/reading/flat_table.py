"""Indicator tables that a conversion has run together into one line of words, as in English plans taken from PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from lantu.plan.document import Block
from lantu.plan.period import Period
from lantu.reading.indicator_name import read_name
from lantu.reading.table_header import LOOKS_BACK, Column, Header, Role
from lantu.reading.table_rows import IndicatorRow, commitment_of, filled

_HEAD = re.compile(r"\bIndicators?\s(?:[^.]{0,60}\s)?((?:19|20)\d{2})\s+((?:19|20)\d{2})\s")
_FIRST_ROW = re.compile(r"\s1\.\s")
_END = re.compile(r"\bNotes?:|\bSources?:|\bChapter\s\d|\bPART\s[IVX]|\bSection\s\d")
_TOKEN = re.compile(r"\S+")
_VALUE = re.compile(r"[<>≥≤]?\d[\d,]*(?:\.\d+)?%?|n/a|\[[<>≥≤]?\d[\d,.]*%?\]|[-–—]", re.IGNORECASE)
_TOTAL = re.compile(r"\[[^\]]+\]")
_PACE = re.compile(r"\[[^\]]+\]|[<>≥≤]?[\d.]+%|n/a", re.IGNORECASE)
_BULLET = re.compile(r"[•●■◆�▪§]")
_FIELDS = 3  # base, target, growth
_LONGEST = 8000


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FlatTable:
    """A table found inside a block: its header, and its rows in the order of the words."""

    header: Header
    rows: tuple[IndicatorRow, ...]


def find_flat_tables(block: Block, period: Period | None) -> Iterator[FlatTable]:
    """Yield the tables inside a long line: after the word Indicator and two years come numbered rows.

    A row is what stands between two numbers that follow each other. Its figures are the runs of values as long as the
    table is wide; the words around them are its name, in the order in which the conversion left them.
    """
    for head in _HEAD.finditer(block.text):
        base, aim = int(head[1]), int(head[2])
        if base >= aim or (period is not None and aim < period.first_year):
            continue
        if LOOKS_BACK.search(block.text, max(0, head.start() - 200), head.end()):
            continue
        end = _END.search(block.text, head.end(), head.end() + _LONGEST)
        first = _FIRST_ROW.search(block.text, head.end(), head.end() + 400)
        if end is None or first is None:
            continue
        between = block.text[head.end() : first.start()]
        columns = (
            Column(Role.NAME, "Indicator"),
            Column(Role.BASELINE, head[1], base),
            Column(Role.TARGET, head[2], aim),
            Column(Role.GROWTH, _BULLET.split(between)[0].strip()),
        )
        rows = filled(list(_rows(block, head.end(), end.start(), columns[3].text)))
        if len(rows) >= 3:
            yield FlatTable(Header(columns), tuple(rows))


def _rows(block: Block, start: int, end: int, growth_header: str) -> Iterator[IndicatorRow]:
    tokens = [_Token(m[0], m.start(), m.end()) for m in _TOKEN.finditer(block.text, start, end)]
    group, number = "", 0
    item: list[_Token] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if _BULLET.fullmatch(token.text):
            yield from _item(block, item, group, growth_header)
            item, words = [], []
            while place + 1 < len(tokens) and tokens[place + 1].text != f"{number + 1}.":
                place += 1
                words.append(tokens[place].text)
            group = " ".join(words)
        elif token.text == f"{number + 1}.":
            yield from _item(block, item, group, growth_header)
            item, number = [], number + 1
        elif number:
            item.append(token)
        place += 1
    yield from _item(block, item, group, growth_header)


def _item(block: Block, tokens: list[_Token], group: str, growth_header: str) -> Iterator[IndicatorRow]:
    """The rows under one number: one, or several that share it."""
    commitment = next((c for t in tokens if (c := commitment_of(t.text)) and t.text.istitle()), None)
    tokens = [t for t in tokens if not (t.text.istitle() and commitment_of(t.text))]
    runs = _runs(tokens)
    starts = [0] + [_name_start(tokens, before[1], after[0]) for before, after in pairwise(runs)]
    rows: list[IndicatorRow] = []
    for i, (first, last) in enumerate(runs):
        until = starts[i + 1] if i + 1 < len(runs) else len(tokens)
        around = (*tokens[starts[i] : first], *tokens[last:until])
        words = [t.text for t in around if t.text.lower() != "n/a"]
        values = [t.text for t in tokens[first:last]]
        base, aim, pace = values if len(values) == _FIELDS else ("", "", values[0])
        name = read_name(_in_order(words))
        rows.append(
            IndicatorRow(
                name=replace(name, name=name.name[:1].upper() + name.name[1:]),
                group=group,
                unit="",
                commitment=commitment,
                baseline=base,
                target=aim,
                growth=pace,
                growth_header=growth_header,
                source=block.cite(tokens[starts[i]].start, tokens[until - 1].end),
            )
        )
    units = {row.name.unit for row in rows if row.name.unit}
    shared = units.pop() if len(units) == 1 else ""  # a unit printed once for all rows under a number
    yield from (replace(row, unit=shared) for row in rows)


def _runs(tokens: list[_Token]) -> list[tuple[int, int]]:
    """The runs of values: as many side by side as the table has columns of figures, or a bracketed total alone."""
    runs: list[tuple[int, int]] = []
    place = 0
    while place < len(tokens):
        run = place
        while run < len(tokens) and _VALUE.fullmatch(tokens[run].text):
            run += 1
        if run - place >= _FIELDS:
            first = next((i for i in range(place, run - 2) if _PACE.fullmatch(tokens[i + 2].text)), run - _FIELDS)
            runs.append((first, first + _FIELDS))
        elif run - place == 1 and _TOTAL.fullmatch(tokens[place].text):
            runs.append((place, run))
        place = max(run, place + 1)
    return runs


def _name_start(tokens: list[_Token], last: int, first: int) -> int:
    """Where the next row's name begins between two runs: after a unit in brackets, else at the last capital letter."""
    units = [i for i in range(last, first) if tokens[i].text.endswith(")")]
    if units and units[-1] + 1 < first:
        capital = [i for i in range(units[-1] + 1, first) if tokens[i].text[:1].isupper()]
        return capital[0] if capital else units[-1] + 1
    capitals = [i for i in range(last, first) if tokens[i].text[:1].isupper()]
    return capitals[-1] if capitals else first


def _in_order(words: list[str]) -> str:
    """Join words, the unit last and broken words whole (value- added)."""
    text = " ".join(words)
    units = [*re.finditer(r"\s*\([^()]{1,60}\)", text)]
    if units:
        last = units[-1]
        text = f"{text[: last.start()]}{text[last.end() :]}{last[0]}"
    return re.sub(r"(?<=[a-z])- (?=[a-z])", "-", text)
