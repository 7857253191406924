"""English documents are read and their reports matched: two real ones marked by hand, and an invented pair."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from lantu.documents.opening import open_document
from lantu.exchange.reading_json import reading_to_json
from lantu.plan.package import Package
from lantu.reading import read
from lantu.reading.results.proposals import propose

HERE = Path(__file__).parent
SHARED = Path("../shared/plans/en")
CHAPTERS = ((7000, 11390), (25890, 31020), (137535, 141706), (165062, 174748), (254244, 265987), (336739, 353553))

Row = dict[str, Any]
there = pytest.mark.skipif(not SHARED.exists(), reason="the real English documents are not beside the checkout")


@cache
def _reading(path: Path) -> Row:
    return reading_to_json(read(open_document(path)))


def _gold(name: str) -> list[Row]:
    with (HERE / "english" / f"{name}.csv").open(encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if row["kind"] != "fact"]


def _f1(found: list[tuple[int, int, float | None]], gold: list[tuple[int, float, bool]]) -> float:
    """found: place, end of place, value. gold: place, value, soft."""
    free, right, wrong = [*gold], 0, 0
    for start, end, value in found:
        hit = next((row for row in free if start <= row[0] <= end and row[1] == value), None)
        if hit is None:
            wrong += 1
        else:
            free.remove(hit)
            right += not hit[2]
    missed = sum(not row[2] for row in free)
    return 2 * right / (2 * right + wrong + missed)


@there
@pytest.mark.shared
def test_the_commitments_of_a_text_without_line_breaks_are_read() -> None:
    items = [item["source"] | {"value": item["value"]} for item in _reading(SHARED / "cn-fyp13-en.txt")["commitments"]]
    found = [(i["start"] - 3, i["end"] + 3, i["value"]) for i in items if any(a <= i["start"] < b for a, b in CHAPTERS)]
    gold = [(int(row["offset"]), float(row["value"]), row["kind"] == "soft") for row in _gold("cn-fyp13")]
    assert _f1(found, gold) >= 0.93


@there
@pytest.mark.shared
def test_every_part_chapter_section_and_box_of_it_is_a_heading() -> None:
    levels = [section["level"] for section in _reading(SHARED / "cn-fyp13-en.txt")["sections"]]
    assert {level: levels.count(level) for level in set(levels)} == {
        "part": 20,
        "chapter": 80,
        "section": 237,
        "topic": 25,
    }


@there
@pytest.mark.shared
def test_the_commitments_of_a_climate_plan_in_pdf_are_read() -> None:
    document = open_document(SHARED / "ghana-ndc.pdf")
    reach = {block.number: len("|".join(block.text.split("|")[:2])) for block in document.blocks}
    gold = [(int(row["block"]), float(row["value"]), row["kind"] == "soft") for row in _gold("ghana-ndc")]
    annexed = {row[0] for row in gold}
    found = []
    for item in _reading(SHARED / "ghana-ndc.pdf")["commitments"]:
        block = item["source"]["block"]
        if block < 100 or (block in annexed and item["source"]["start"] <= reach[block]):
            found.append((block, block, item["value"]))
    assert _f1(found, gold) >= 0.86


def test_results_of_an_english_report_are_proposed_for_the_targets_of_its_plan_and_none_for_a_wrong_one() -> None:
    package = Package(read(open_document(HERE / "unseen" / "orlane-plan" / "plan.md")))
    report = read(open_document(HERE / "unseen" / "orlane-progress" / "plan.txt"))
    proposed = {(proposal.target_name, proposal.observation.value) for proposal in propose(report, package)}
    assert proposed == {
        ("Share of manufacturing in GDP", 12.9), ("Tax revenue", 16.8), ("Poverty rate", 19.2),
        ("Access to electricity", 78.0),
        ("Maternal mortality", 201.0), ("Forest cover", 32.1), ("income per head", 3090.0), ("jobs created", 0.096),
        ("irrigated land", 41500.0), ("Installed capacity", 1815.0), ("nurses", 1340.0), ("new health posts", 31.0),
        ("feeder roads", 640.0),
    }  # fmt: skip
