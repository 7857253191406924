"""Results are matched to targets as a careful reader would: the cases of tests/cases/results.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from lantu.documents.content import Content
from lantu.documents.opening import document_of
from lantu.plan.package import Package
from lantu.plan.proposal import Fit, Proposal
from lantu.plan.reading import Reading
from lantu.reading import read
from lantu.reading.results import propose

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parents[3] / "cases/results.yaml").read_text("utf-8"))
_PLAN = """# 2024年澜川县政府工作报告

（2024年1月12日在澜川县第九届人民代表大会第三次会议上）

## 一、2024年工作安排

今年经济社会发展的主要目标是：{}
"""
_REPORT = """# 2025年澜川县政府工作报告

（2025年1月15日在澜川县第九届人民代表大会第四次会议上）

## 一、2024年工作回顾

{}

## 二、2025年工作安排

{}
"""
_OUTLINE = """# 澜川县国民经济和社会发展第十四个五年规划纲要

| 指标 | 单位 | 2020年 | 2025年 |
|---|---|---|---|
{}
"""


def _read(name: str, text: str) -> Reading:
    return read(document_of(Content(name, text.encode())))


def _plan(case: dict[str, Any]) -> Reading:
    if "table" not in case:
        return _read("plan.md", _PLAN.format(case["plan"]))
    rows = ("| " + " | ".join(str(cell) for cell in row) + " |" for row in case["table"])
    return _read("plan.md", _OUTLINE.format("\n".join(rows)))


def _told(proposals: list[Proposal]) -> list[list[Any]]:
    return sorted(
        ([_bare(p.target_name), p.observation.value, p.unit, str(p.observation.period)] for p in proposals),
        key=str,
    )


def _bare(name: str) -> str:
    return name.removesuffix("增长").removesuffix("下降")


@pytest.mark.parametrize("case", CASES, ids=[case["say"] for case in CASES])
def test_results_are_proposed_for_their_targets_and_for_no_others(case: dict[str, Any]) -> None:
    said = case["report"]
    past, ahead = ("", said) if said.startswith("今年") else (said, "")
    proposals = propose(_read("report.md", _REPORT.format(past, ahead)), Package(_plan(case)))
    direct = [p for p in proposals if p.fit is Fit.DIRECT]
    beside = [p for p in proposals if p.fit is Fit.BESIDE]
    assert _told(direct) == sorted(case["found"], key=str)
    assert _told(beside) == sorted(case.get("beside", []), key=str)
    assert any(p.conflicting for p in proposals) == case.get("conflicting", False)
    assert all(0 < p.certainty < 1 and p.why.zh and p.why.en and p.sentence for p in proposals)


def test_a_table_of_an_evaluation_gives_its_results_and_not_its_targets() -> None:
    plan = _plan({"table": [["森林覆盖率", "%", 33.1, 34], ["一般公共预算收入", "亿元", 6.2, 8]]})
    report = _read(
        "midterm.md",
        "# 澜川县“十四五”规划纲要实施中期评估报告\n\n2023年11月\n\n## 一、主要指标进展\n\n"
        "| 序号 | 指标 | 单位 | 2020年 | 2025年目标 | 2022年实际 | 评价 |\n|---|---|---|---|---|---|---|\n"
        "| 1 | ★森林覆盖率 | % | 33.1 | 34 | 33.6 | 快于预期 |\n"
        "| 2 | 一般公共预算收入 | 万元 | 62000 | 80000 | 68,800 | 基本符合 |\n",
    )
    found = propose(report, Package(plan))
    assert _told(list(found)) == [["一般公共预算收入", 6.88, "亿元", "2022"], ["森林覆盖率", 33.6, "%", "2022"]]
    assert {p.citation.quote for p in found} == {"33.6", "68,800"}
    assert all("森林" in p.sentence or "预算" in p.sentence for p in found)


def test_a_bulletin_tells_results_though_no_word_looks_back() -> None:
    plan = _plan({"table": [["地区生产总值", "亿元", 100, 150], ["森林覆盖率", "%", 33.1, 34]]})
    report = _read(
        "bulletin.md",
        "# 2023年澜川县国民经济和社会发展统计公报\n\n2024年3月28日\n\n## 一、综合\n\n"
        "年末森林覆盖率为33.7%。\n\n| 指标名称 | 计量单位 | 绝对数 | 比上年增长（%） |\n|---|---|---|---|\n"
        "| 地区生产总值 | 亿元 | 121.5 | 5.9 |\n",
    )
    found = propose(report, Package(plan))
    direct = [p for p in found if p.fit is Fit.DIRECT]
    assert _told(direct) == [["地区生产总值", 121.5, "亿元", "2023"], ["森林覆盖率", 33.7, "%", "2023"]]
    assert [(p.observation.value, p.unit) for p in found if p.fit is Fit.BESIDE] == [(5.9, "%")]


def test_an_english_evaluation_meets_a_chinese_plan() -> None:
    plan = _plan({"table": [["常住人口城镇化率", "%", 60.6, 65], ["人均预期寿命", "岁", 77.3, 78.3]]})
    report = _read(
        "midterm.md",
        "# Mid-term evaluation of the Outline of the 14th Five-Year Plan\n\nDecember 2023\n\n## Progress\n\n"
        "The urbanization rate of permanent residents reached 65.2 percent in 2022. "
        "Average life expectancy rose to 78.2 years in 2021.\n\n## Outlook\n\n"
        "By 2025 the urbanization rate will reach 67 percent.\n",
    )
    assert _told(list(propose(report, Package(plan)))) == [
        ["人均预期寿命", 78.2, "岁", "2021"],
        ["常住人口城镇化率", 65.2, "%", "2022"],
    ]


def test_a_plan_has_no_results_for_itself() -> None:
    plan = _plan({"table": [["森林覆盖率", "%", 33.1, 34]]})
    assert propose(plan, Package(plan)) == ()
