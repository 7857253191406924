"""`lantu read` end to end, on documents a person would bring."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.functional.answer import Lantu

from lantu.exchange.package_reader import read_package

PLAN = """# 青禾县国民经济和社会发展第十五个五年规划纲要

## 第一章 发展目标

到2030年，全县新增公共泊位1200个，城镇污水处理率达到98%以上。

| 指标 | 属性 | 2025年 | 2030年 | 年均增速 |
|---|---|---|---|---|
| 森林覆盖率（%） | 约束性 | 33.1 | 34 | - |
| 高新技术企业数（家） | 预期性 | 60 | 90 | 8.4% |

## 第二章 城市建设

推进县城更新。建设青禾大道改造工程，由县住房城乡建设局牵头，县财政局配合。
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.md"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_the_summary_counts_what_was_read(lantu: Lantu, plan: Path) -> None:
    answer = lantu("read", plan, "--lang", "zh")
    assert answer.status == 0
    assert "青禾县" in answer.out
    assert "指标 2" in answer.out


def test_every_quote_stands_in_the_document_where_its_source_says(lantu: Lantu, plan: Path, tmp_path: Path) -> None:
    assert lantu("read", plan, "-o", tmp_path / "my-plan").status == 0
    reading = read_package(tmp_path / "my-plan").reading
    assert reading.document is not None
    items = [*reading.plan.indicators, *reading.plan.pledges, *reading.plan.tasks, *reading.plan.units, *reading.facts]
    assert len(items) > 5
    for item in items:
        block = reading.document.block(item.source.block)
        assert block is not None
        assert block.text[item.source.start : item.source.end] == item.source.quote


def test_a_package_answers_like_the_document_it_was_made_from(lantu: Lantu, plan: Path, tmp_path: Path) -> None:
    lantu("read", plan, "-o", tmp_path / "my-plan")
    first = json.loads(lantu("read", plan, "--json").out)
    second = json.loads(lantu("read", tmp_path / "my-plan", "--json").out)
    assert first == second


def test_reading_again_keeps_the_observations_a_person_added(lantu: Lantu, plan: Path, tmp_path: Path) -> None:
    package = tmp_path / "my-plan"
    lantu("read", plan, "-o", package)
    indicator = read_package(package).reading.plan.indicators[0].id
    (package / "observations.csv").write_text(
        f"indicator,region,period,value,status,verified,source,note\n{indicator},,2026,33.4,final,yes,年鉴,\n", "utf-8"
    )
    lantu("read", plan, "-o", package)
    assert [o.value for o in read_package(package).observations] == [33.4]


def test_ids_survive_an_edit_elsewhere(lantu: Lantu, plan: Path) -> None:
    before = json.loads(lantu("read", plan, "--json").out)
    plan.write_text(PLAN.replace("## 第一章 发展目标", "前言写在这里。\n\n## 第一章 发展目标"), encoding="utf-8")
    after = json.loads(lantu("read", plan, "--json").out)
    for kind in ("indicators", "commitments", "sections", "units", "projects"):
        assert [i["id"] for i in before[kind]] == [i["id"] for i in after[kind]], kind


def test_rows_corrected_by_hand_are_never_overwritten_unasked(lantu: Lantu, plan: Path, tmp_path: Path) -> None:
    package = tmp_path / "my-plan"
    lantu("read", plan, "-o", package)
    assert lantu("read", plan, "-o", package).status == 0, "an untouched package may be written again"
    file = package / "commitments.csv"
    file.write_text(file.read_text("utf-8-sig").replace("1200", "1300"), "utf-8")
    answer = lantu("read", plan, "-o", package)
    assert (answer.status, answer.err.count("\n")) == (2, 1)
    assert "1300" in file.read_text("utf-8-sig")
    assert lantu("read", plan, "-o", package, "--replace").status == 0
    assert "1300" not in file.read_text("utf-8-sig")
