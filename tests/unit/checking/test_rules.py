"""Rules are found by being there, and every one has a page that says the same five things in both languages."""

from __future__ import annotations

import pkgutil
import re
from pathlib import Path

import pytest
from tools.docs import MADE
from tools.rule_pages import SUBJECTS, rules_page

from lantu.checking import Rule, all_rules, check, explained, find_rule, rules
from lantu.checking.about_waivers import ABOUT_WAIVERS
from lantu.checking.rule import HEADINGS
from lantu.plan.fault import Fault
from lantu.plan.plan import Plan
from lantu.plan.reading import Reading

RULES = all_rules()


def test_every_file_in_the_folder_is_a_rule() -> None:
    assert {module.name for module in pkgutil.iter_modules(rules.__path__)} == {rule.name for rule in RULES}


def test_codes_are_given_once_and_by_subject() -> None:
    codes = [rule.code for rule in RULES]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"[A-Z]{3}\d{3}", code) and code[:3] in SUBJECTS for code in codes)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_page_has_the_five_headings_each_in_both_languages(rule: Rule) -> None:
    assert tuple(rule.sections()) == HEADINGS
    for language in ("zh", "en"):
        for heading, body in rule.sections(language).items():  # type: ignore[arg-type]
            assert body.strip(), (rule.name, heading, language)
            assert len(re.findall(r"https?://", body)) == 0
    assert rule.title.zh != rule.title.en


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_file_opens_with_its_code(rule: Rule) -> None:
    source = Path(f"src/lantu/checking/rules/{rule.name}.py").read_text(encoding="utf-8")
    assert source.startswith(f'"""{rule.code}: ')


def test_the_page_of_rules_is_up_to_date() -> None:
    written = Path("docs/rules.md").read_text(encoding="utf-8")
    assert written == MADE + rules_page(), "run: make docs"


def test_a_rule_is_found_by_code_and_by_name() -> None:
    assert find_rule("ind101") is find_rule("missing-baseline") is find_rule("missing_baseline")
    with pytest.raises(Fault, match="no rule"):
        find_rule("XYZ999")


@pytest.mark.parametrize("rule", ABOUT_WAIVERS, ids=lambda rule: rule.name)
def test_what_is_said_of_waivers_has_a_page_too(rule: Rule) -> None:
    assert explained(rule.code.lower()) is explained(rule.name) is rule
    for language in ("zh", "en"):
        assert all(rule.sections(language).values())  # type: ignore[arg-type]
    assert f'### <a id="{rule.code.lower()}"></a>' in rules_page()


@pytest.mark.parametrize(
    ("label", "near"),
    [("SUM21", "SUM201"), ("mising_unit", "missing_unit"), ("层层", "ALN903"), ("IND", "IND101"), ("WAI3", "WAI001")],
)
def test_a_wrong_code_is_answered_with_what_is_near(label: str, near: str) -> None:
    with pytest.raises(Fault) as raised:
        explained(label)
    assert near in raised.value.message.zh
    assert near in raised.value.message.en


def test_a_word_near_nothing_gets_the_beginnings_of_codes() -> None:
    with pytest.raises(Fault, match="beginning of one"):
        explained("zzzzqqqq")


def test_an_empty_plan_gives_no_findings() -> None:
    assert check([Reading(Plan())]) == ()


def test_a_selection_that_names_no_rule_is_a_fault() -> None:
    for choice in ({"select": ["SUM9"]}, {"ignore": ["nonsense"]}):
        with pytest.raises(Fault, match="no rule"):
            check([Reading(Plan())], **choice)
