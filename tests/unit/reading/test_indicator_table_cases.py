"""Indicator tables in the styles of many places: tests/cases/indicator_tables.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from tools.reading_cases import document_of

from lantu.plan.identity import Identities
from lantu.plan.indicator import Indicator
from lantu.plan.period import Period
from lantu.reading.grounds import Grounds
from lantu.reading.indicator_table import find_indicators

CASES = yaml.safe_load((Path(__file__).parents[2] / "cases" / "indicator_tables.yaml").read_text("utf-8"))


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
    found, doubts, blocks = find_indicators(document_of(case), Period.years(*case["period"]), Identities(), Grounds())
    expected = case["expect"]
    said = [_said(indicator) for indicator in found]
    assert [row["name"] for row in said] == [row["name"] for row in expected]
    for row, wanted in zip(said, expected, strict=True):
        assert {key: row[key] for key in wanted} == wanted
    assert len(doubts) == case.get("doubts", 0)
    assert bool(blocks) == (bool(expected) and not case.get("within_text", False))
