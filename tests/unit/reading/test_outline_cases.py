"""Runs tests/cases/outline.yaml: a fragment of a plan, and the outline that a careful reader sees in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from tools.reading_cases import document_of

from lantu.plan.identity import Identities
from lantu.reading.grounds import Grounds
from lantu.reading.outline import read_outline

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parents[2] / "cases" / "outline.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_outline_of_a_fragment(case: dict[str, Any]) -> None:
    document = document_of(case)
    outline = read_outline(document, Identities(), Grounds())
    assert [[s.level.value, s.number or "-", s.title] for s in outline.sections] == case["sections"]
    assert len(outline.doubts) == case["doubts"], [doubt.message.zh for doubt in outline.doubts]
    for section in outline.sections:
        block = document.block(section.source.block)
        assert block is not None
        assert block.text[section.source.start : section.source.end] == section.source.quote
