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
