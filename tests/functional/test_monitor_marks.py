"""Values that nobody has seen on a published page are used, and marked wherever they are printed."""

from __future__ import annotations

import json
from pathlib import Path

from tests.functional.answer import Lantu


def used(lantu: Lantu, examples: Path, id: str, language: str) -> list[str]:
    out = lantu("monitor", examples / "national-14fyp", "--on", "2022-12-31", "--json", "--lang", language).out
    return next(one for one in json.loads(out)["indicators"] if one["id"] == id)["components"]["used"]


def test_json_marks_what_is_unverified_and_what_is_derived(lantu: Lantu, examples: Path) -> None:
    assert used(lantu, examples, "high_value_patents", "en") == ["2021: 7.5", "2022: 9.4 (unverified)"]
    assert used(lantu, examples, "high_value_patents", "zh") == ["2021: 7.5", "2022: 9.4 (未核)"]
    assert used(lantu, examples, "urbanisation_rate", "en")[-1] == "2022: 65.22 (derived)"


def test_the_table_says_which_years_are_unverified(lantu: Lantu, examples: Path) -> None:
    national = examples / "national-14fyp"
    english = lantu("monitor", national, "--on", "2022-12-31", "--lang", "en").out
    patents = english.split("每万人口高价值发明专利拥有量")[1].split("数字经济")[0]
    assert "Note: not yet seen on a published page: 2022." in patents
    assert "注：2022年的数未核。" in lantu("monitor", national, "--on", "2022-12-31", "--lang", "zh").out


def test_a_verdict_on_published_values_carries_no_such_note(lantu: Lantu, examples: Path) -> None:
    english = lantu("monitor", examples / "national-14fyp", "--on", "2022-12-31", "--lang", "en").out
    grain = english.split("粮食综合生产能力")[1].split("能源综合生产能力")[0]
    assert "published page" not in grain
