"""How often readings are right, by how sure the reader was: on the documents that people have annotated.

An item counts as right when an annotated row has it, with the same deadline and bound where the row says them (of an
indicator: every field). Rows that an annotation leaves open, and second sightings, are not counted.
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from lantu.documents.opening import open_document
from lantu.exchange.reading_json import reading_to_json
from lantu.plan.ground import Ground
from lantu.reading import read

GOLD = Path(__file__).resolve().parents[1] / "tests/gold"
UNSEEN = GOLD / "unseen"
KINDS = {
    "outline": "sections", "indicators": "indicators", "commitments": "commitments", "achievements": "facts",
    "projects": "projects", "systems": "systems", "policies": "policies", "units": "units", "tasks": "tasks",
}  # fmt: skip
BANDS = ((0.9, 1.01), (0.8, 0.9), (0.6, 0.8), (0.0, 0.6))
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Judged:
    """A reading that was compared: its document and kind, what it rests on, and whether it is right."""

    document: str
    kind: str
    ground: Ground
    right: bool
    name: str


def judged(shared: Path) -> Iterator[Judged]:
    """Yield every reading of the annotated documents that an annotation can judge.

    shared: the folder beside the checkout, which has the scorer and one more annotated plan.
    """
    scorer = _scorer(shared / "tools/score_reading.py")
    plans = [
        (folder.name, next(folder.glob("plan.*")), folder / "gold")
        for folder in sorted(UNSEEN.iterdir())
        if folder.is_dir()
    ]
    real = shared / "plans/haicheng-14fyp"
    plans.append((real.name, real / "plan.txt", real / "gold"))
    for name, path, gold in plans:
        reading = read(open_document(path))
        answer = reading_to_json(reading)
        for file, kind in KINDS.items():
            rows = scorer.rows(gold, file)
            if rows is not None:
                for item, right in _compared(scorer, file, rows, answer[kind]):
                    yield Judged(name, kind, reading.grounds[item["id"]], right, _name(item))
    yield from _qinghe()


def _scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_reading", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _compared(scorer: ModuleType, file: str, rows: Sequence[Row], items: Sequence[Row]) -> Iterator[tuple[Row, bool]]:
    same, fields = _rules(scorer)[file]
    pairs, _, wrong = scorer.match(rows, items, same, lambda row: True)
    for row, item in pairs:
        yield item, all(agree(row, item) is not False for agree in fields)
    for item in wrong:
        yield item, False


def _rules(
    scorer: ModuleType,
) -> dict[str, tuple[Callable[[Row, Row], bool], Sequence[Callable[[Row, Row], bool | None]]]]:
    """How an annotated row and a reading are the same, and which fields must agree, by the scorer's own rules."""
    names, place, bare = scorer.close_names, scorer.place, scorer.bare

    def named(row: Row, item: Row) -> bool:
        return bool(scorer.same_place(row, item)) and any(
            names(name, item.get("name")) for name in scorer.with_alternatives(row, "name")
        )

    def deadline(row: Row, item: Row) -> bool | None:
        if row.get("deadline") is None:
            return None
        return item.get("deadline") in scorer.with_alternatives(row, "deadline")

    def units(row: Row, item: Row) -> bool:
        return any(names(name, item.get("name")) for name in [row["name"], *(row.get("aliases") or [])])

    def section(row: Row, item: Row) -> bool:
        titles = {bare(title) for title in scorer.with_alternatives(row, "title")}
        levels = scorer.with_alternatives(row, "level")
        return place(row) == place(item) and item["level"] in levels and bare(item["title"]) in titles

    def indicator(row: Row, item: Row) -> bool:
        close = any(names(name, item["name"]) for name in scorer.with_alternatives(row, "name"))
        return close and place(row) in (None, place(item))

    def role(key: str) -> Callable[[Row, Row], bool]:
        def agree(row: Row, item: Row) -> bool:
            one, other = (
                {bare(u if isinstance(u, str) else u.get("name")) for u in side.get(key) or []} for side in (row, item)
            )
            return one == other

        return agree

    cells = {"attribute": ["commitment"], "unit": ["unit"], "base_value": ["baseline", "value"],
             "target_value": ["target", "value"], "growth_value": ["growth", "value"]}  # fmt: skip
    return {
        "outline": (section, ()),
        "indicators": (indicator, [scorer.indicator_cell(key, path) for key, path in cells.items()]),
        "commitments": (scorer.same_quantity, (deadline, scorer.compare)),
        "achievements": (scorer.same_quantity, ()),
        "projects": (named, ()),
        "systems": (named, ()),
        "policies": (named, ()),
        "units": (units, ()),
        "tasks": (scorer.same_place, (role("lead"), role("supporting"))),
    }


def _qinghe() -> Iterator[Judged]:
    """The readings of the first annotated document, whose annotation has a form of its own."""
    wanted = json.loads((GOLD / "qinghe/expected.json").read_text(encoding="utf-8"))
    reading = read(open_document(GOLD / "qinghe/plan.md"))
    answer = reading_to_json(reading)
    for kind in KINDS.values():
        open_ = wanted["may"].get(kind, [])
        for item in answer[kind]:
            name = _name(item)
            if any(words in name or words in item["source"]["quote"] for words in open_):
                continue
            right = any(_means(kind, row, item) for row in wanted[kind])
            yield Judged("qinghe", kind, reading.grounds[item["id"]], right, name)


def _means(kind: str, row: Row, item: Row) -> bool:
    if "words" not in row:
        return bool((row.get("title") or row.get("name")) in (item.get("title"), item.get("name")))
    quote = item["source"]["quote"]
    if kind == "tasks":
        return bool(row["title"] == item["title"] and row["lead"] == item["lead"])
    deadline = row.get("deadline", item.get("deadline"))
    fits = deadline in (item.get("deadline"), None) or (isinstance(deadline, list) and item.get("deadline") in deadline)
    return bool(fits and item["value"] == row["value"] and (row["words"] in quote or quote in row["words"]))


def _name(item: Row) -> str:
    return str(item.get("name") or item.get("title") or item.get("subject") or "")


def calibration_table(found: Sequence[Judged]) -> str:
    """Return a Markdown table: for each kind, how many items of each band of certainty are right."""
    heads = [f"{low:g}–{min(high, 1):g}" if low else f"below {high:g}" for low, high in BANDS]
    lines = ["| Kind | " + " | ".join(heads) + " |", "|---|" + "--:|" * len(BANDS)]
    for kind in (*KINDS.values(), "all"):
        cells = []
        for low, high in BANDS:
            band = [one.right for one in found if (kind in (one.kind, "all")) and low <= one.ground.certainty < high]
            cells.append(f"{sum(band)} of {len(band)} = {sum(band) / len(band):.2f}" if band else "")
        lines.append(f"| {kind} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def calibration_faults(found: Sequence[Judged]) -> list[str]:
    """Return what is wrong with the certainties: the sure ones right less often than they say, the unsure as often."""
    sure = [one for one in found if one.ground.certainty >= BANDS[0][0]]
    faults = [
        f"certainty of {kind}: those from {BANDS[0][0]:g} on are right {share:.2f} of the time"
        for kind in (*KINDS.values(), "all")
        if (share := _share([one for one in sure if kind in (one.kind, "all")])) < BANDS[0][0]
    ]
    unsure = [one for one in found if one.ground.certainty < BANDS[2][0]]
    if _share(unsure) > _share(sure) - 0.2:
        faults.append(f"certainty: those below {BANDS[2][0]:g} are right {_share(unsure):.2f} of the time")
    return faults


def _share(found: Sequence[Judged]) -> float:
    return sum(one.right for one in found) / len(found) if found else 1.0
