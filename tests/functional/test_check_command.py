"""What people get from `lantu check`: four formats, waivers, a baseline and the difference between two drafts."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
from tests.functional.answer import Lantu

DRAFT = """某县国民经济和社会发展第十四个五年规划纲要
第一章 主要目标
指标名称 | 属性 | 2020年 | 2025年 | 年均增长 |
地区生产总值(亿元) | 预期性 | 309 | 420 | 7.5% |
森林覆盖率(%) | 约束性 | 33.1 | 33.2 | - |
第二章 主要任务
申报跨境电子商务综合实验区。
保证全县森林覆盖率保持在32%以上。
"""

# The required properties of SARIF 2.1.0 (OASIS, section 3): the whole schema is not in any package of this project.
SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "additionalProperties": False,
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name"],
                                "properties": {
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {
                                            "type": "object",
                                            "required": ["id"],
                                            "properties": {
                                                "shortDescription": {"required": ["text"]},
                                                "help": {"required": ["text"]},
                                                "defaultConfiguration": {
                                                    "properties": {
                                                        "level": {"enum": ["none", "note", "warning", "error"]}
                                                    }
                                                },
                                            },
                                        },
                                    }
                                },
                            }
                        },
                    },
                    "results": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["message"],
                            "properties": {
                                "message": {"required": ["text"]},
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "ruleIndex": {"type": "integer", "minimum": 0},
                                "locations": {"type": "array", "items": {"$ref": "#/$defs/location"}},
                                "relatedLocations": {"type": "array", "items": {"$ref": "#/$defs/location"}},
                                "suppressions": {
                                    "type": "array",
                                    "items": {
                                        "required": ["kind"],
                                        "properties": {"kind": {"enum": ["inSource", "external"]}},
                                    },
                                },
                            },
                        },
                    },
                },
            },
        },
    },
    "$defs": {
        "location": {
            "type": "object",
            "properties": {
                "physicalLocation": {
                    "required": ["artifactLocation"],
                    "properties": {
                        "artifactLocation": {
                            "required": ["uri"],
                            "properties": {"uri": {"type": "string", "pattern": "^[!-~]+$"}},
                        },
                        "region": {
                            "required": ["startLine"],
                            "properties": {
                                "startLine": {"type": "integer", "minimum": 1},
                                "startColumn": {"type": "integer", "minimum": 1},
                                "endColumn": {"type": "integer", "minimum": 1},
                                "snippet": {"required": ["text"]},
                            },
                        },
                    },
                }
            },
        }
    },
}


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    file = tmp_path / "某县 规划.txt"
    file.write_text(DRAFT, encoding="utf-8")
    return file


def codes(out: str, key: str = "findings") -> list[str]:
    return [finding["code"] for finding in json.loads(out)[key]]


def test_sarif_has_what_the_standard_requires_and_leads_to_the_line(lantu: Lantu, plan: Path) -> None:
    answer = lantu("check", plan, "--format", "sarif")
    log = json.loads(answer.out)
    jsonschema.validate(log, SARIF)
    run = log["runs"][0]
    growth = next(result for result in run["results"] if result["ruleId"] == "SUM201")
    assert run["tool"]["driver"]["rules"][growth["ruleIndex"]]["id"] == "SUM201"
    place = growth["locations"][0]["physicalLocation"]
    assert place["region"]["startLine"] == 4
    line = DRAFT.split("\n")[3]
    assert line[place["region"]["startColumn"] - 1 : place["region"]["endColumn"] - 1].startswith("地区生产总值")
    assert answer.status == 1


def test_html_is_one_page_without_script_or_anything_from_outside(lantu: Lantu, plan: Path) -> None:
    plan.write_text(DRAFT.replace("申报", "<b>申报</b>"), encoding="utf-8")
    page = lantu("check", plan, "--format", "html", "--lang", "zh").out
    assert page.startswith("<!doctype html>")
    assert "<script" not in page
    assert "<b>申报" not in page
    assert not re.search(r"""(?:src|href)=|url\(["']?(?:https?:)?//|@import""", page)
    assert "309 × (1 + 7.5%)^5" in page
    assert '<html lang="zh-CN">' in page


def test_a_waiver_lets_a_finding_stand_with_its_reason(lantu: Lantu, plan: Path) -> None:
    plan.with_name(f"{plan.name}.waivers.yaml").write_text(
        "- {rule: SUM201, quote: 地区生产总值, reason: 目标按现价, by: 发改局, until: 2999-12-31}\n", encoding="utf-8"
    )
    answer = lantu("check", plan, "--json")
    assert "SUM201" not in codes(answer.out)
    assert codes(answer.out, "waived") == ["SUM201"]
    assert json.loads(answer.out)["waived"][0]["waiver"] == {
        "reason": "目标按现价",
        "by": "发改局",
        "until": "2999-12-31",
    }
    log = json.loads(lantu("check", plan, "--format", "sarif").out)
    jsonschema.validate(log, SARIF)
    assert [r["ruleId"] for r in log["runs"][0]["results"] if r.get("suppressions")] == ["SUM201"]
    assert "1 more waived" in lantu("check", plan).out


def test_a_waiver_that_has_expired_or_fits_nothing_is_told(lantu: Lantu, plan: Path) -> None:
    file = plan.with_name("held.csv")
    file.write_text(
        "rule,item,quote,reason,by,until\nSUM201,,地区生产总值,按现价,发改局,2020-01-01\nNAM704,,没有的话,待核,发改局,\n",
        encoding="utf-8",
    )
    found = codes(lantu("check", plan, "--json", "--waivers", file).out)
    assert "SUM201" in found
    assert "WAI001" in found
    assert "WAI002" in found
    assert "WAI002" not in codes(lantu("check", plan, "--json", "--waivers", file, "--ignore", "NAM").out)


def test_a_waiver_may_name_an_item_of_a_package(lantu: Lantu, plan: Path, tmp_path: Path) -> None:
    lantu("read", plan, "-o", tmp_path / "package")
    item = next(row["id"] for row in json.loads(lantu("read", plan, "--json").out)["indicators"])
    (tmp_path / "package" / "waivers.csv").write_text(
        f"rule,item,reason,by\ngrowth-that-misses-target,{item},按现价,发改局\n", encoding="utf-8"
    )
    assert codes(lantu("check", tmp_path / "package", "--json").out, "waived") == ["SUM201"]


@pytest.mark.parametrize(
    "text",
    ["rule: SUM201", "- {rule: SUM201, quote: 甲}", "- {rule: XYZ1, quote: 甲, reason: 乙, by: 丙}",
     "- {rule: SUM201, reason: 乙, by: 丙}", "- {rule: SUM201, quote: 甲, reason: 乙, by: 丙, until: 明年}",
     "- {rule: SUM201, quote: 甲, reason: 乙, by: 丙, who: 丁}", "[", "- 3"],
)  # fmt: skip
def test_a_bad_file_of_waivers_is_told_in_one_line(text: str, lantu: Lantu, plan: Path) -> None:
    file = plan.with_name("held.yaml")
    file.write_text(text, encoding="utf-8")
    answer = lantu("check", plan, "--waivers", file)
    assert (answer.status, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert "held.yaml" in answer.err


def test_a_baseline_hides_what_was_there_and_shows_what_is_new(lantu: Lantu, plan: Path) -> None:
    known = plan.with_name("known.json")
    assert lantu("check", plan, "--write-baseline", known).status == 1
    quiet = lantu("check", plan, "--baseline", known)
    assert quiet.status == 0
    assert "Nothing found" in quiet.out
    plan.write_text("一行新的前言。\n" + DRAFT + "推进非盈利机构建设。\n", encoding="utf-8")
    assert codes(lantu("check", plan, "--baseline", known, "--json").out) == ["NAM704"]


@pytest.mark.parametrize("content", [None, "{", "[]", '{"baseline": [3]}', '{"baseline": {"a": 1}}'])
def test_a_bad_baseline_is_told_in_one_line(content: str | None, lantu: Lantu, plan: Path) -> None:
    file = plan.with_name("known.json")
    if content is not None:
        file.write_text(content, encoding="utf-8")
    answer = lantu("check", plan, "--baseline", file)
    assert (answer.status, answer.out, answer.err.count("\n")) == (2, "", 1)


def test_a_baseline_that_cannot_be_written_is_told_in_one_line(lantu: Lantu, plan: Path) -> None:
    answer = lantu("check", plan, "--write-baseline", plan / "inside" / "known.json")
    assert (answer.status, answer.out, answer.err.count("\n")) == (2, "", 1)


def test_two_drafts_tell_what_was_solved_kept_and_brought(lantu: Lantu, plan: Path) -> None:
    new = plan.with_name("new.txt")
    new.write_text(DRAFT.replace("实验区", "试验区").replace("420", "430") + "推进非盈利机构建设。\n", encoding="utf-8")
    told = json.loads(lantu("check", new, "--against", plan, "--json").out)["against"]
    assert [finding["code"] for finding in told["solved"]] == ["NAM704"]
    assert [finding["code"] for finding in told["brought"]] == ["NAM704"]
    assert "SUM201" in [finding["code"] for finding in told["kept"]], "a number that is still wrong is the same matter"
    text = lantu("check", new, "--against", plan, "--lang", "zh").out
    assert text.index("新稿带来的") < text.index("仍然在的") < text.index("已经解决的")
    assert "已经解决的" in lantu("check", new, "--against", plan, "--format", "html", "--lang", "zh").out


def test_a_waived_finding_is_neither_solved_nor_kept(lantu: Lantu, plan: Path) -> None:
    held = plan.with_name("held.yaml")
    held.write_text("- {rule: SUM201, quote: 地区生产总值, reason: 按现价, by: 发改局}\n", encoding="utf-8")
    told = json.loads(lantu("check", plan, "--against", plan, "--waivers", held, "--json").out)["against"]
    assert told["solved"] == told["brought"] == []
    assert "SUM201" not in [finding["code"] for finding in told["kept"]]


def test_an_old_draft_that_is_not_there_is_told_in_one_line(lantu: Lantu, plan: Path) -> None:
    answer = lantu("check", plan, "--against", "nowhere.txt")
    assert (answer.status, answer.out, answer.err.count("\n")) == (2, "", 1)
