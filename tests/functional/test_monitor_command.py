"""`lantu monitor` from end to end."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from tests.functional.answer import Lantu

KEYS = ["id", "region", "value", "period", "expected", "progress", "verdict", "outlook", "components"]


def test_json_has_the_keys_of_the_contract_and_no_others(lantu: Lantu, examples: Path) -> None:
    answer = lantu("monitor", examples / "national-14fyp", "--on", "2023-12-31", "--json")
    assert (answer.status, answer.err) == (0, "")
    told = json.loads(answer.out, parse_constant=pytest.fail)
    assert list(told) == ["on", "indicators"]
    assert told["on"] == "2023-12-31"
    assert len(told["indicators"]) == 20
    for one in told["indicators"]:
        assert list(one) == KEYS
        assert one["verdict"] in ("achieved", "ahead", "on_track", "lagging", "not_assessed")
        assert one["outlook"] is None or list(one["outlook"]) == ["probability", "low", "high"]
        components = one["components"]
        assert list(components["rule"]) == ["name", "sentence", "source"]
        assert {"reason", "needed", "notes", "used", "set_aside"} <= set(components)
        for part in components.values():
            if isinstance(part, dict) and "label" in part:
                assert list(part) == ["label", "value", "unit", "working"]


def test_numbers_in_json_carry_no_binary_noise(lantu: Lantu, examples: Path) -> None:
    answer = lantu("monitor", examples / "national-14fyp", "--on", "2023-12-31", "--json")
    assert "000000001" not in answer.out
    assert "99999999" not in answer.out


def test_the_language_is_the_one_asked_for(lantu: Lantu, examples: Path) -> None:
    english = lantu("monitor", examples / "national-14fyp", "--on", "2022-12-31", "--lang", "en").out
    assert "▼ lagging  每千人口拥有3岁以下婴幼儿托位数（个）" in english
    assert "百分点" not in english
    chinese = lantu("monitor", examples / "national-14fyp", "--on", "2022-12-31", "--lang", "zh").out
    assert "● 提前实现  常住人口城镇化率（%）" in chinese
    assert "▼ 滞后 2" in chinese


def test_early_and_final_achievement_have_their_own_words(lantu: Lantu, examples: Path) -> None:
    national = examples / "national-14fyp"
    early = lantu("monitor", national, "--on", "2022-12-31", "--lang", "zh").out
    final = lantu("monitor", national, "--on", "2025-12-31", "--lang", "zh").out
    assert "● 提前实现  常住人口城镇化率" in early
    assert "● 已实现  常住人口城镇化率" in final
    assert "▼ 未实现  单位GDP二氧化碳排放降低" in final
    assert "● 提前实现  森林覆盖率" in final  # the value of 2025 is not out yet


def test_no_probability_is_called_certain(lantu: Lantu, examples: Path) -> None:
    for year in range(2021, 2027):
        out = lantu("monitor", examples / "national-14fyp", "--on", f"{year}-12-31", "--lang", "zh").out
        assert "概率100%" not in out
        assert "概率0%" not in out


def test_regions_are_named_where_there_are_several(lantu: Lantu, examples: Path, tmp_path: Path) -> None:
    folder = tmp_path / "national"
    shutil.copytree(examples / "national-14fyp", folder)
    with (folder / "observations.csv").open("a", encoding="utf-8") as file:
        file.write("urbanisation_rate,210000,2022,73,final,yes,example,\n")
    out = lantu("monitor", folder, "--on", "2022-12-31", "--lang", "zh").out
    assert "常住人口城镇化率（%）  [210000]" in out
    assert "常住人口城镇化率（%）  [100000]" in out


@pytest.mark.parametrize("day", ["31.12.2023", "2023-13-01", "tomorrow", ""])
def test_a_bad_date_is_one_line_and_exit_2(lantu: Lantu, examples: Path, day: str) -> None:
    answer = lantu("monitor", examples / "national-14fyp", "--on", day)
    assert answer.status == 2
    assert answer.out == ""
    assert answer.err.count("\n") == 1
    assert "2023-12-31" in answer.err


@pytest.mark.parametrize("day", ["0001-01-01", "1999-12-31", "9999-12-31"])
def test_any_date_of_the_calendar_is_answered(lantu: Lantu, examples: Path, day: str) -> None:
    assert lantu("monitor", examples / "national-14fyp", "--on", day).status == 0


def test_an_unknown_package_is_one_line_and_exit_2(lantu: Lantu, tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere", tmp_path):
        answer = lantu("monitor", path)
        assert answer.status == 2
        assert answer.err.count("\n") == 1


def test_a_document_without_values_is_not_assessed(lantu: Lantu, examples: Path) -> None:
    answer = lantu("monitor", examples / "haicheng-14fyp" / "plan.docx", "--on", "2023-12-31", "--json")
    assert answer.status == 0
    assert {one["verdict"] for one in json.loads(answer.out)["indicators"]} == {"not_assessed"}


def test_lights_of_a_place_come_with_its_rule_and_the_numbers(lantu: Lantu, examples: Path) -> None:
    answer = lantu("monitor", examples / "national-14fyp", "--on", "2023-12-31", "--lights", "yinchuan", "--json")
    told = json.loads(answer.out)["lights"]
    assert told["place"] == "yinchuan"
    assert told["source"]
    assert len(told["indicators"]) == 20
    for one in told["indicators"]:
        assert one["light"] in ("green", "yellow", "red", "none")
        assert len(one["months"]) == 12
        assert one["reason"]
    spoken = lantu("monitor", examples / "national-14fyp", "--on", "2023-12-31", "--lights", "sanya", "--lang", "zh")
    assert "亮灯（三亚）：达到时序进度亮绿灯" in spoken.out


def test_a_rule_of_lights_that_is_not_there_is_one_clear_line(lantu: Lantu, examples: Path) -> None:
    answer = lantu("monitor", examples / "national-14fyp", "--lights", "mars")
    assert answer.status == 2
    assert answer.err.count("\n") == 1
    assert "ouhai" in answer.err
