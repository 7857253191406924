"""Indicator tables in the styles of many places: tests/cases/indicator_tables.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from lantu.plan.document import Block, BlockKind, Cell, Document
from lantu.plan.identity import Identities
from lantu.plan.indicator import Indicator
from lantu.plan.period import Period
from lantu.reading.grounds import Grounds
from lantu.reading.indicator_table import find_indicators

CASES = yaml.safe_load((Path(__file__).parents[2] / "cases" / "indicator_tables.yaml").read_text("utf-8"))


def _document(case: dict[str, Any]) -> Document:
    if "text" in case:
        lines = case["text"].splitlines()
        return Document("case", "", tuple(Block(i, line) for i, line in enumerate(lines, 1)))
    above: dict[int, str] = {}
    blocks = []
    for number, row in enumerate(case["rows"], 1):
        cells: list[Cell] = []
        text = ""
        for column, words in enumerate(str(word) for word in row):
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


def _said(indicator: Indicator) -> dict[str, Any]:
    baseline, target, growth = indicator.baseline, indicator.target, indicator.growth
    return {
        "name": indicator.name, "group": indicator.group, "unit": indicator.unit, "starred": indicator.starred,
        "commitment": indicator.commitment, "direction": indicator.direction, "form": indicator.form,
        "base": baseline.value, "base_year": baseline.period and baseline.period.last_year,
        "target": target.value, "target_year": target.period and target.period.last_year, "target_text": target.text,
        "comparator": target.comparator, "reference": target.reference,
        "growth": growth.value, "growth_kind": growth.kind, "growth_comparator": growth.comparator,
    }  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[case["say"] for case in CASES])
def test_a_table_is_read_as_its_case_says(case: dict[str, Any]) -> None:
    found, doubts, blocks = find_indicators(_document(case), Period.years(*case["period"]), Identities(), Grounds())
    expected = case["expect"]
    said = [_said(indicator) for indicator in found]
    assert [row["name"] for row in said] == [row["name"] for row in expected]
    for row, wanted in zip(said, expected, strict=True):
        assert {key: row[key] for key in wanted} == wanted
    assert len(doubts) == case.get("doubts", 0)
    assert bool(blocks) == bool(expected)
