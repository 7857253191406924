"""Runs tests/cases/quantities.yaml: a phrase, and the quantities that a careful reader sees in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from lantu.plan.document import Block
from lantu.reading.grammar.moment import moments
from lantu.reading.grammar.names import cover
from lantu.reading.grammar.quantity import quantities
from lantu.reading.normalised import normalise

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[3] / "cases" / "quantities.yaml").read_text("utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_the_quantities_of_a_phrase(case: dict[str, Any]) -> None:
    text = normalise(Block(1, case["text"])).text
    times = [(time.start, time.end) for time in moments(text, 2021, (2021, 2025))]
    found = list(quantities(cover(text, times)))
    expected = [
        (words, pytest.approx(value, rel=1e-4), unit, *(more or [{}])) for words, value, unit, *more in case["figures"]
    ]
    assert [(text[q.start : q.end], q.value, q.unit) for q in found] == [tuple(figure[:3]) for figure in expected]
    for quantity, (_, _, _, more) in zip(found, expected, strict=True):
        assert (quantity.comparator, quantity.high) == (more.get("bound"), more.get("high"))
