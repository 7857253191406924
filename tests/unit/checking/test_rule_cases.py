"""Every rule finds what its cases say it finds, and is quiet where they say so."""

from __future__ import annotations

import re
from typing import Any

import pytest
from tests.unit.checking.cases import load_cases, readings_of

from lantu.checking import all_rules, check

CASES = load_cases()


@pytest.mark.parametrize(("rule", "case"), CASES, ids=[f"{rule}: {case['name']}" for rule, case in CASES])
def test_a_rule_finds_what_its_case_says(rule: str, case: dict[str, Any]) -> None:
    findings = check(readings_of(case), select=[rule])
    assert len(findings) == case["finds"], [finding.message.zh for finding in findings]
    if not findings:
        return
    first = findings[0]
    assert all(str(words) in first.message.zh for words in case.get("says", ())), first.message.zh
    assert all(str(words) in first.how_to_mend.zh for words in case.get("mends", ())), first.how_to_mend.zh
    assert "severity" not in case or first.severity == case["severity"]


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_every_rule_has_cases_that_fail_and_cases_that_pass(rule: Any) -> None:
    counts = [case["finds"] for name, case in CASES if name == rule.name]
    assert any(counts)
    assert not all(counts)


def test_no_case_is_for_a_rule_that_is_not_there() -> None:
    assert {name for name, _ in CASES} == {rule.name for rule in all_rules()}


def test_every_finding_is_said_in_both_languages_without_a_gap() -> None:
    for rule, case in CASES:
        for finding in check(readings_of(case), select=[rule]):
            for message in (finding.message, finding.how_to_mend):
                assert re.search("[\u4e00-\u9fff]", message.zh)
                english = re.sub(r"[“《][^”》]*[”》]|[\u4e00-\u9fff（）、；：]+", "", message.en)
                assert re.search("[a-z]{3}", english), message.en
                assert not re.search(r"None|nan|inf\b|\{|\}|  ", message.zh + message.en), message


def test_findings_of_a_case_point_at_words_that_stand_there() -> None:
    for rule, case in CASES:
        readings = readings_of(case)
        documents = {reading.document.name: reading.document for reading in reversed(readings) if reading.document}
        for finding in check(readings, select=[rule]):
            assert finding.places
            for place in finding.places:
                block = documents[place.document].block(place.citation.block)
                assert block is not None
                assert block.text[place.citation.start : place.citation.end] == place.citation.quote
