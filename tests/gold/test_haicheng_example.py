"""The example that ships with Lantu holds what it promises, and both of its files are read alike."""

from __future__ import annotations

import csv
import importlib.util
import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from lantu.documents.opening import open_document
from lantu.exchange.package_writer import write_package
from lantu.exchange.reading_json import reading_to_json
from lantu.plan.package import Package
from lantu.plan.reading import Reading
from lantu.reading import read

GOLD = Path(__file__).parent
EXAMPLE = GOLD.parents[1] / "examples" / "haicheng-14fyp"
OWN_TEXTS = (EXAMPLE / "plan.md", GOLD / "qinghe" / "plan.md")
PROMISED = {"indicators": 29, "commitments": 120, "projects": 100, "systems": 50}
KINDS = (
    "sections",
    "indicators",
    "commitments",
    "facts",
    "tasks",
    "projects",
    "systems",
    "units",
    "policies",
    "doubts",
)
# They move with every paragraph that is added above; quotes are tested below.
PLACES = {"source_block", "source_start", "source_end", "source_quote"}
# In Markdown a table has no merged cells: the cell below 完成市下达任务 is empty, in Word the two are one.
MERGED_IN_WORD = {"单位地区生产总值二氧化碳排放降低", "城市空气质量优良天数比率"}
LONGEST_RUN = 23  # hanzi in a row that our words may share with a published text


@pytest.fixture(scope="module")
def word() -> Reading:
    return read(open_document(EXAMPLE / "plan.docx"))


@pytest.fixture(scope="module")
def markdown() -> Reading:
    return read(open_document(EXAMPLE / "plan.md"))


def test_it_has_three_parts_and_fifteen_chapters(word: Reading) -> None:
    levels = [str(section.level) for section in word.plan.sections]
    assert (levels.count("part"), levels.count("chapter")) == (3, 15)


@pytest.mark.parametrize("kind", PROMISED)
def test_it_holds_as_many_items_as_promised(word: Reading, kind: str) -> None:
    assert len(reading_to_json(word)[kind]) >= PROMISED[kind]


def test_all_26_towns_and_streets_are_named(word: Reading) -> None:
    with (EXAMPLE / "towns.csv").open(encoding="utf-8-sig", newline="") as file:
        towns = [row["name"] for row in csv.DictReader(file) if row["kind"] in ("镇", "街道")]
    assert len(towns) == 26
    assert word.document
    text = "\n".join(block.text for block in word.document.blocks)
    found = {unit.name for unit in word.plan.units}
    assert [town for town in towns if town not in found and town not in text] == []
    assert len(found.intersection(towns)) >= 24, sorted(set(towns) - found)


def test_the_29_indicators_are_read_with_every_field(word: Reading, tmp_path: Path) -> None:
    write_package(Package(word), tmp_path / "read")
    expected, found = (
        _rows(path) for path in (GOLD / "haicheng-14fyp.indicators.csv", tmp_path / "read/indicators.csv")
    )
    assert [row["name"] for row in found] == [row["name"] for row in expected]
    assert expected[0].keys() == found[0].keys() - PLACES
    wrong = [
        f"{want['name']}: {column} should be “{want[column]}”, read was “{got[column]}”"
        for want, got in zip(expected, found, strict=True)
        for column in want
        if want[column] != got[column]
    ]
    assert wrong == []


@pytest.mark.parametrize("name", ["word", "markdown"])
def test_every_quote_stands_where_its_citation_says(name: str, request: pytest.FixtureRequest) -> None:
    reading: Reading = request.getfixturevalue(name)
    assert reading.document
    answer, count = reading_to_json(reading), 0
    for kind in KINDS:
        for item in answer[kind]:
            source = item["source"]
            block = reading.document.block(source["block"])
            assert block, (kind, source)
            assert source["quote"], (kind, source)
            assert block.text[source["start"] : source["end"]] == source["quote"], (kind, source)
            count += 1
    assert count > 800


@pytest.mark.parametrize("kind", KINDS)
def test_markdown_and_word_give_the_same_items(word: Reading, markdown: Reading, kind: str) -> None:
    one, other = (_without_place(reading_to_json(reading)[kind]) for reading in (word, markdown))
    assert [_name(item) for item in one] == [_name(item) for item in other]
    different = {_name(a) for a, b in zip(one, other, strict=True) if a != b}
    assert different == (MERGED_IN_WORD if kind == "indicators" else set())


def test_the_word_file_is_what_its_maker_makes_of_the_markdown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spec = importlib.util.spec_from_file_location("make_docx", EXAMPLE / "make_docx.py")
    assert spec and spec.loader
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    maker.save(maker.build((EXAMPLE / "plan.md").read_text("utf-8")), tmp_path / "plan.docx")
    same = (tmp_path / "plan.docx").read_bytes() == (EXAMPLE / "plan.docx").read_bytes()
    assert same, "plan.docx is stale: run python examples/haicheng-14fyp/make_docx.py"


@pytest.mark.shared
@pytest.mark.parametrize("path", OWN_TEXTS, ids=lambda path: path.parent.name)
def test_no_sentence_is_taken_from_a_published_text(path: Path, shared: Path) -> None:
    length = LONGEST_RUN + 1
    published = {
        run[n : n + length]
        for text in sorted((shared / "plans").rglob("*.txt"))
        for run in _hanzi(text)
        for n in range(len(run) - length + 1)
    }
    assert len(published) > 10_000
    taken = [run[n : n + length] for run in _hanzi(path) for n in range(len(run) - length + 1)]
    assert [words for words in taken if words in published] == []


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _without_place(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{**item, "source": item["source"]["quote"]} for item in items]


def _name(item: dict[str, Any]) -> str:
    own = item.get("name") or item.get("title") or item.get("subject") or item.get("message")
    return own if isinstance(own, str) else json.dumps(own, ensure_ascii=False)


def _hanzi(path: Path) -> list[str]:
    """The hanzi of each line or table cell, without what stands between them."""
    pieces = re.split(r"[\n|]", path.read_text(encoding="utf-8"))
    return ["".join(re.findall(r"[\u3400-\u9fff]", piece)) for piece in pieces]
