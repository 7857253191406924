"""On real documents: what must be found is found, controls stay quiet, and it takes a moment."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from lantu.checking import check
from lantu.documents.opening import open_document
from lantu.plan.reading import Reading
from lantu.reading import read

PLANS = Path("../shared/plans")
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not PLANS.is_dir(), reason="../shared/plans is not there: real documents were not checked"),
]


@pytest.fixture(scope="module")
def plan() -> Reading:
    return read(open_document(PLANS / "haicheng-14fyp/plan.txt"))


def test_grave_contradictions_are_found_and_controls_are_quiet(plan: Reading) -> None:
    findings = check([plan])
    cited = [(finding, {place.citation.block for place in finding.places}) for finding in findings]
    rows = (PLANS / "haicheng-14fyp/gold/contradictions.jsonl").read_text(encoding="utf-8").splitlines()
    grave: dict[str, bool] = {}
    for row in map(json.loads, rows):
        blocks = {quote["line"] for quote in row["quotes"]}
        if row["severity"] == "无误":
            assert not [f.code for f, places in cited if f.code.startswith("SUM") and places & blocks]
        elif row["severity"] == "高" and not row.get("external"):
            grave[row["id"]] = any(len(places & blocks) >= min(2, len(blocks)) for _, places in cited)
    missed = [name for name, hit in grave.items() if not hit]
    assert len(missed) <= 0.15 * len(grave), missed


def test_a_long_plan_is_checked_in_a_moment(plan: Reading) -> None:
    check([plan])
    begin = time.process_time()
    check([plan])
    assert time.process_time() - begin < 0.6


@pytest.mark.parametrize("path", sorted(PLANS.glob("reports/*.txt")), ids=lambda path: path.stem)
def test_a_yearly_report_that_adds_up_gives_no_errors(path: Path) -> None:
    assert [f.message.zh for f in check([read(open_document(path))]) if f.severity == "error"] == []


def test_the_national_plan_in_english_is_in_order() -> None:
    findings = check([read(open_document(PLANS / "en/cn-fyp13-en.txt"))])
    assert [f.message.en for f in findings if f.severity != "note"] == []
