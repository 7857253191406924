"""Documents the reader's rules were not written for are read well enough: F1 per kind against readings made by hand."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from lantu.documents.opening import open_document
from lantu.exchange.reading_json import reading_to_json
from lantu.reading import read

UNSEEN = Path(__file__).parent / "unseen"
FLOORS: dict[str, dict[str, float]] = json.loads((UNSEEN / "floors.json").read_text(encoding="utf-8"))
CASES = [(name, kind) for name, floors in FLOORS.items() for kind in floors]
# The kinds of the gold files, each with the kind of the reading it is compared with.
READ_AS = {"outline": "sections", "achievements": "facts"}
COUNTED = {"core", "zero", "full_coverage", "comparative"}

Row = dict[str, Any]


@cache
def _reading(name: str) -> Row:
    (path,) = (UNSEEN / name).glob("plan.*")
    return reading_to_json(read(open_document(path)))


def _gold(name: str, kind: str) -> list[Row]:
    lines = (UNSEEN / name / "gold" / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def f1(name: str, kind: str) -> float:
    """Harmonic mean of precision and recall; soft rows, and a second sighting of a row, neither help nor harm."""
    same = SAME[kind]
    free = _gold(name, kind)
    every = [*free]
    found = hard = wrong = 0
    for item in _reading(name)[READ_AS.get(kind, kind)]:
        fitting = sorted((row for row in free if same(row, item)), key=_is_soft)
        if fitting:
            free.remove(fitting[0])
            found += 1
            hard += not _is_soft(fitting[0])
        elif not any(same(row, item) for row in every):
            wrong += 1
    missed = sum(not _is_soft(row) for row in free)
    precision = found / (found + wrong) if found + wrong else 1.0
    recall = hard / (hard + missed) if hard + missed else 1.0
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _is_soft(row: Row) -> bool:
    return bool(row.get("soft")) or row.get("tier", "core") not in COUNTED


def _bare(text: str | None) -> str:
    return re.sub(r"[\s\W_]+", "", text or "").lower()


def _same_place(row: Row, item: Row) -> bool:
    return bool(row["line"] == item["source"]["block"])


def _same_section(row: Row, item: Row) -> bool:
    levels = [row["level"], *row.get("level_alt", [])]
    titles = {_bare(title) for title in (row["title"], *row.get("title_alt", []))}
    return _same_place(row, item) and item["level"] in levels and _bare(item["title"]) in titles


def _same_number(row: Row, item: Row) -> bool:
    if not _same_place(row, item):
        return False
    values = [value for value in (row.get("value"), *row.get("value_alt", [])) if value is not None]
    if item["value"] is None:
        mine, its = _bare(row["quote"]), _bare(item["source"]["quote"])
        in_words = not values or row.get("value") is None or None in row.get("value_alt", [])
        return in_words and (mine in its or its in mine)
    return any(abs(value - item["value"]) <= 1e-6 * max(1.0, abs(value)) for value in values)


def _close(one: str, other: str) -> bool:
    a, b = sorted((_bare(one), _bare(other)), key=len)
    if not a:
        return False
    if a == b or (len(a) >= 4 and a in b and 2 * len(a) >= len(b)):
        return True
    pairs = [{text[i : i + 2] for i in range(len(text) - 1)} for text in (a, b)]
    return all(pairs) and 2 * len(pairs[0] & pairs[1]) >= 0.8 * (len(pairs[0]) + len(pairs[1]))


def _same_name(row: Row, item: Row) -> bool:
    return any(_close(name, item["name"]) for name in (row["name"], *row.get("name_alt", []), *row.get("aliases", [])))


def _same_named(row: Row, item: Row) -> bool:
    return _same_place(row, item) and _same_name(row, item)


def _same_task(row: Row, item: Row) -> bool:
    return _same_place(row, item) and all(
        {_bare(unit) for unit in row[role]} == {_bare(unit) for unit in item[role]} for role in ("lead", "supporting")
    )


SAME: dict[str, Callable[[Row, Row], bool]] = {
    "outline": _same_section,
    "indicators": _same_named,
    "commitments": _same_number,
    "achievements": _same_number,
    "projects": _same_named,
    "systems": _same_named,
    "policies": _same_named,
    "units": _same_name,
    "tasks": _same_task,
}


@pytest.mark.parametrize(("name", "kind"), CASES, ids=[f"{name}: {kind}" for name, kind in CASES])
def test_a_document_from_elsewhere_is_read_as_well_as_before(name: str, kind: str) -> None:
    reached = f1(name, kind)
    assert reached >= FLOORS[name][kind], f"{kind} of {name}: F1 {reached:.3f}"


def test_every_document_has_floors() -> None:
    assert {path.name for path in UNSEEN.iterdir() if path.is_dir()} == FLOORS.keys()
