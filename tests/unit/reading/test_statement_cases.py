"""Runs tests/cases/statements.yaml: a sentence, and the pledges and facts that a careful reader takes from it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from tools.reading_cases import passages_of

from lantu.plan.identity import Identities
from lantu.plan.period import Period
from lantu.reading.grounds import Grounds
from lantu.reading.statements import find_statements

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "statements.yaml").read_text("utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["say"])
def test_the_statements_of_a_sentence(case: dict[str, Any]) -> None:
    passages = passages_of(case)
    block, chain = passages[-1].block, passages[-1].chain
    period, issued = Period.years(*case.get("period", (2021, 2025))), date(case.get("now", 2021), 3, 1)
    pledges, facts, doubts = find_statements(passages, period, issued, Identities(), Grounds())
    said = [[p.subject, p.comparator, p.value, p.unit, p.deadline] for p in pledges]
    was = [[f.subject, f.comparator, f.value, f.unit, f.period] for f in facts]
    assert said == case.get("pledges", [])
    assert was == case.get("facts", [])
    assert len(doubts) == case.get("doubts", 0)
    for item in (*pledges, *facts):
        assert block.text[item.source.start : item.source.end] == item.source.quote != ""
        assert item.section == (chain[-1].id if chain else None)
