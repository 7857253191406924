"""The page of rules says what the code does: every sentence and every setting stands on it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lantu.monitoring.rules import all_rules
from lantu.parameters import light_scheme, light_schemes, load

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "verdicts.md").read_text(encoding="utf-8")
TODAY = date(2026, 1, 1)


@pytest.mark.parametrize("rule", all_rules(load("verdicts", TODAY)), ids=lambda rule: rule.name)
def test_a_rule_stands_on_the_page_word_for_word(rule) -> None:
    assert f"| `{rule.name}` | {rule.sentence.zh} | {rule.sentence.en} |" in PAGE


@pytest.mark.parametrize("name", ["verdicts", "outlook"])
def test_every_setting_stands_on_the_page_with_its_value_and_source(name: str) -> None:
    for setting in load(name, TODAY).values():
        row = f"| `{setting.name}` | {setting.value:g} | {setting.unit} | {setting.meaning.en} | {setting.source.en} |"
        assert row in PAGE, f"docs/verdicts.md lacks: {row}"


def test_the_page_names_no_setting_and_no_rule_that_is_gone() -> None:
    known = {rule.name for rule in all_rules(load("verdicts", TODAY))}
    known |= {*load("verdicts", TODAY), *load("outlook", TODAY)}
    rows = [line.split("`")[1] for line in PAGE.splitlines() if line.startswith("| `") and line.count(" | ") in (2, 4)]
    assert set(rows) == known


@pytest.mark.parametrize("key", light_schemes())
def test_a_rule_of_lights_stands_on_the_page_word_for_word(key: str) -> None:
    assert f"| `{key}` | {light_scheme(key, TODAY).rule.en} |" in PAGE
