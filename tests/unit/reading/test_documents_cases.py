"""Runs tests/cases/documents.yaml: short documents, and what a careful reader lists from them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from tools.reading_cases import document_of

from lantu.reading import read

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "documents.yaml").read_text("utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["say"])
def test_what_is_read_of_a_short_document(case: dict[str, Any]) -> None:
    document = document_of(case)
    reading = read(document)
    plan = reading.plan
    pledges = [[p.subject, p.comparator, p.value, p.unit, p.deadline, p.source.quote] for p in plan.pledges]
    said = {
        "commitments": pledges,
        "projects": [project.name for project in plan.projects],
        "units": sorted(unit.name for unit in plan.units),
    }
    wanted = {**case, "units": sorted(case.get("units", ()))}
    for kind in said.keys() & case.keys():
        assert said[kind] == wanted[kind], kind
    steps = [step.words for ground in reading.grounds.values() for step in ground.steps]
    for cited in (*(p.source for p in plan.pledges), *(words for words in steps if words)):
        block = document.block(cited.block)
        assert block is not None and block.text[cited.start : cited.end] == cited.quote != ""
