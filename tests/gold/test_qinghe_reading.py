"""An invented county's plan is read as a careful official would read it; what is still missed is marked and watched."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from lantu.documents.opening import open_document
from lantu.exchange.reading_json import reading_to_json
from lantu.plan.document import Document
from lantu.reading import read

QINGHE = Path(__file__).parent / "qinghe"
EXPECTED: dict[str, Any] = json.loads((QINGHE / "expected.json").read_text(encoding="utf-8"))
FIELDS = {  # what is compared once an item is found
    "indicators": ("group", "unit", "commitment", "direction", "form", "baseline", "target", "growth"),
    "commitments": ("subject", "comparator", "value_high", "unit", "deadline"),
    "facts": ("subject", "comparator", "unit", "period"),
    "tasks": ("title", "lead", "supporting", "deadline"),
}
KINDS = ("indicators", "commitments", "facts", "tasks", "projects", "systems", "units", "policies")

Item = dict[str, Any]


@pytest.fixture(scope="module")
def document() -> Document:
    return open_document(QINGHE / "plan.md")


@pytest.fixture(scope="module")
def reading(document: Document) -> Item:
    return reading_to_json(read(document))


def test_the_plan_says_whose_it_is_and_for_when(reading: Item) -> None:
    plan = reading["plan"]
    assert {**plan, "region": plan["region"]["name"]} == EXPECTED["plan"]


def test_the_outline_is_whole(reading: Item) -> None:
    wrong = {row["quote"] for row in EXPECTED["known_wrong"]["sections"]}
    assert wrong <= {s["title"] for s in reading["sections"]}, "gone by now, take it off known_wrong"
    found = [(s["level"], s["number"], s["title"]) for s in reading["sections"] if s["title"] not in wrong]
    assert found == [(s["level"], s["number"], s["title"]) for s in EXPECTED["sections"]]


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_read_as_written_by_hand(kind: str, reading: Item, document: Document) -> None:
    faults: list[str] = []
    left = list(reading[kind])
    for row in EXPECTED[kind]:
        item = _find(kind, row, left, document)
        left = [i for i in left if i is not item]
        wrong = _differences(kind, row, item)
        marked = set(row.get("missed", ["item"])) if "known_miss" in row else set()
        faults += [f"{_label(row)}: {wrong[field]}" for field in sorted(wrong.keys() - marked)]
        faults += [
            f"{_label(row)}: {field} is read by now, take the mark away" for field in sorted(marked - wrong.keys())
        ]
    faults += _unexpected(kind, left)
    assert not faults, f"{kind}:\n" + "\n".join(faults)


def test_every_mark_says_why() -> None:
    marks = [row["known_miss"] for kind in KINDS for row in EXPECTED[kind] if "known_miss" in row]
    marks += [row["reason"] for rows in EXPECTED["known_wrong"].values() for row in rows]
    assert all(len(reason) > 10 for reason in marks)


def _find(kind: str, row: Item, items: list[Item], document: Document) -> Item | None:
    """The item that the row means: by name, or by the words it stands in and, for statements, its value."""
    if "words" not in row:
        return next((i for i in items if _agrees("name", row["name"], i["name"])), None)
    block = next(b for b in document.blocks if row["words"] in b.text)
    start = block.text.index(row["words"])
    end = start + len(row["words"])
    near = [i for i in items if i["source"]["block"] == block.number]
    if kind == "tasks":
        return next((i for i in near if i["source"]["end"] > start or _agrees("title", row["title"], i["title"])), None)
    near = [i for i in near if i["source"]["start"] < end and i["source"]["end"] > start]
    near = [i for i in near if _same_number(i["value"], row["value"])]
    return next((i for i in near if _agrees("subject", row["subject"], i["subject"])), near[0] if near else None)


def _differences(kind: str, row: Item, item: Item | None) -> dict[str, str]:
    """What is wrong, by field; "item" where the whole is missing."""
    if item is None:
        return {"item": "not found"}
    return {
        field: f"{field} should be {_shown(row[field])}, read was {_shown(item[field])}"
        for field in FIELDS.get(kind, ())
        if not _agrees(field, row[field], item[field])
    }


def _unexpected(kind: str, items: list[Item]) -> list[str]:
    """Items that nobody wrote down, unless optional or known; a known one that is gone is told as well."""
    known = {row["quote"] for row in EXPECTED["known_wrong"].get(kind, [])}
    optional = EXPECTED["may"].get(kind, [])
    named = [row["name"] for row in EXPECTED[kind] if "name" in row]
    faults, seen = [], set()
    for item in items:
        quote = item["source"]["quote"]
        again = "name" in item and any(_agrees("name", name, item["name"]) for name in named)
        if quote in known:
            seen.add(quote)
        elif not again and not any(words in quote for words in optional):
            faults.append(f"not in the document: {_label(item)}")
    return faults + [f"gone by now, take it off known_wrong: {quote}" for quote in known - seen]


def _agrees(field: str, wanted: Any, found: Any) -> bool:
    if isinstance(wanted, list) and field not in ("lead", "supporting"):  # other fair readings
        return found in wanted
    return bool(wanted == found)


def _same_number(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= 1e-3 * max(1.0, abs(other))


def _label(row: Item) -> str:
    words = row.get("words") or (row["source"]["quote"] if "source" in row else "")
    name = _shown(row.get("name") or row.get("title") or row["subject"])
    figure = f" {row['value']} {_shown(row['unit'])}" if "value" in row else ""
    return name + figure + (f" “{words}”" if words else "")


def _shown(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
