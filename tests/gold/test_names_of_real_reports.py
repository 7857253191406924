"""What three real work reports name is found as a careful reader marked it; the texts themselves stay outside."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from lantu.documents.opening import open_document
from lantu.exchange.reading_json import reading_to_json
from lantu.plan.document import Document
from lantu.reading import read

NAMES = Path(__file__).parent / "reports" / "names"
# Which lines of a report were marked.
MARKED = {"hailar-2017": (1, 91), "jilin-2026": (37, 62), "zhejiang-2026": (51, 80)}
KINDS = {
    "outline": "sections",
    "project": "projects",
    "system": "systems",
    "policy": "policies",
    "unit": "units",
    "task": "tasks",
}

FLOORS = {
    "outline": {"hailar-2017": 1.0, "jilin-2026": 1.0, "zhejiang-2026": 1.0},
    "project": {"hailar-2017": 0.9, "jilin-2026": 0.97, "zhejiang-2026": 0.97},
    "system": {"hailar-2017": 0.88, "jilin-2026": 0.97, "zhejiang-2026": 0.97},
    "policy": {"hailar-2017": 0.97, "jilin-2026": 0.97, "zhejiang-2026": 0.94},
    "unit": {"hailar-2017": 0.88, "jilin-2026": 0.93, "zhejiang-2026": 0.82},
    "task": {"hailar-2017": 0.97, "jilin-2026": 0.97, "zhejiang-2026": 0.97},
}

Item = dict[str, Any]


@dataclass
class Mark:
    """One thing that a line names: its fair names, and whether it is neither demanded nor punished."""

    line: int
    names: tuple[str, ...]
    level: str
    soft: bool


@dataclass
class Score:
    """What was found, demanded and not found, and found though nobody marked it."""

    found: int = 0
    soft: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; soft marks found count for precision alone."""
        held, said = self.found + self.soft, self.found + self.soft + len(self.wrong)
        precision = held / said if said else 1.0
        asked = self.found + len(self.missed)
        recall = self.found / asked if asked else 1.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@cache
def _opened(report: str, shared: Path) -> tuple[Document, Item]:
    document = open_document(shared / "plans" / "reports" / f"{report}.txt")
    return document, reading_to_json(read(document))


def score(report: str, kind: str, shared: Path) -> Score:
    """Score one kind of a report; shared: the folder that holds the texts."""
    document, reading = _opened(report, shared)
    text = {block.number: block.text for block in document.blocks}
    first, last = MARKED[report]
    free = [_mark(row, text) for row in _rows(report) if row["kind"] == kind]
    every, result = [*free], Score()
    for item in reading[KINDS[kind]]:
        fitting = sorted((mark for mark in free if _same(kind, mark, item)), key=lambda mark: mark.soft)
        if fitting:
            free.remove(fitting[0])
            result.found += not fitting[0].soft
            result.soft += fitting[0].soft
        elif first <= item["source"]["block"] <= last and not any(_same(kind, mark, item) for mark in every):
            result.wrong.append(f"{item['source']['block']} {item.get('name') or item['title']}")
    result.missed = [f"{mark.line} {mark.names[0]}" for mark in free if not mark.soft]
    return result


def _rows(report: str) -> list[dict[str, str]]:
    with (NAMES / f"{report}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _mark(row: dict[str, str], text: dict[int, str]) -> Mark:
    places = [[int(row["line"]), int(row["start"]), int(row["end"])]]
    places += [[int(number) for number in place.split(":")] for place in row["others"].split()]
    names = tuple(text[line][start:end] for line, start, end in places)
    return Mark(places[0][0], names, row["level"], row["soft"] == "soft")


def _same(kind: str, mark: Mark, item: Item) -> bool:
    if kind == "unit":
        return any(_close(name, item["name"]) for name in mark.names)
    if mark.line != item["source"]["block"]:
        return False
    if kind == "task":
        return True
    if kind == "outline":
        return bool(item["level"] == mark.level) and _bare(item["title"]) == _bare(mark.names[0])
    return any(_close(name, item["name"]) for name in mark.names)


def _bare(text: str) -> str:
    return re.sub(r"第[一二三四五六七八九十]+届|[\s\W_]+", "", text).lower()


def _close(one: str, other: str) -> bool:
    a, b = sorted((_bare(one), _bare(other)), key=len)
    if not a:
        return False
    if a == b or (len(a) >= 4 and a in b and 2 * len(a) >= len(b)):
        return True
    pairs = [{text[i : i + 2] for i in range(len(text) - 1)} for text in (a, b)]
    return all(pairs) and 2 * len(pairs[0] & pairs[1]) >= 0.8 * (len(pairs[0]) + len(pairs[1]))


@pytest.mark.shared
@pytest.mark.parametrize("report", MARKED)
@pytest.mark.parametrize("kind", KINDS)
def test_what_a_real_report_names_is_found(report: str, kind: str, shared: Path) -> None:
    found = score(report, kind, shared)
    assert found.f1 >= FLOORS[kind][report], f"{kind} of {report}: {found}"
