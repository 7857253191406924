"""The report of another area proposes nothing, and says whose it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from lantu.cli.read_command import command
from lantu.documents.content import Content
from lantu.documents.opening import document_of
from lantu.plan.fault import Fault
from lantu.plan.package import Package
from lantu.plan.period import Period
from lantu.plan.plan import Plan
from lantu.plan.reading import Reading
from lantu.plan.region import Region
from lantu.reading import read
from lantu.reading.results import propose, stranger, whose

_PLAN = """# 青石县国民经济和社会发展第十四个五年规划纲要

| 指标 | 单位 | 2020年 | 2025年 |
|---|---|---|---|
| 森林覆盖率 | % | 51 | 55 |
"""
_BULLETIN = "{}2023年国民经济和社会发展统计公报\n\n2024年3月2日\n\n一、林地\n\n2023年末森林覆盖率达到54.3%。\n"


def _read(text: str) -> Reading:
    return read(document_of(Content("text.md", text.encode())))


def test_a_report_of_another_county_proposes_nothing_and_both_are_named() -> None:
    plan = _read(_PLAN)
    own, other = _read(_BULLETIN.format("青石县")), _read(_BULLETIN.format("白河县"))
    assert [p.observation.value for p in propose(own, Package(plan))] == [54.3]
    assert propose(other, Package(plan)) == ()
    told = stranger(other, plan.plan)
    assert told is not None
    assert told.zh.startswith("报告属白河县2023年，规划属青石县2021—2025年")
    assert told.en.startswith("The report is of 白河县 2023, the plan of 青石县 2021–2025")
    assert whose(own, plan.plan).zh == "报告属青石县2023年，规划属青石县2021—2025年。"


@pytest.mark.parametrize(
    ("report", "plan", "strange"),
    [
        (Region("海城市", "210381"), Region("鞍山市", "210300"), False),
        (Region("辽宁省", "210000"), Region("海城市", "210381"), False),
        (Region("全国", ""), Region("海城市", "210381"), False),
        (Region("海城市", "210381"), Region("全国", "100000"), False),
        (Region("海城市", "210381"), Region("营口市", "210800"), True),
        (Region("三明市", "350400"), Region("福建省三明市", ""), False),
        (Region("密云县", ""), Region("密云区", "110118"), False),
        (Region("甲县", ""), Region("乙县", "999999"), True),
        (Region("甲县", ""), Region("乙镇", ""), False),
        (Region("甲县", ""), Region("乙市", ""), False),
        (Region("甲开发区", ""), Region("乙县", ""), False),
        (Region("", ""), Region("乙县", ""), False),
    ],
)
def test_areas_are_strangers_only_where_it_is_sure(report: Region, plan: Region, strange: bool) -> None:
    reading = Reading(Plan(title="报告", region=report, period=Period.year(2023)))
    assert (stranger(reading, Plan(title="规划", region=plan)) is not None) == strange


def test_the_command_refuses_in_one_line(tmp_path: Path) -> None:
    plan, report = tmp_path / "plan.md", tmp_path / "rep.md"
    plan.write_text(_PLAN, "utf-8")
    report.write_text(_BULLETIN.format("白河县"), "utf-8")
    made = CliRunner().invoke(command, [str(report), "--for", str(plan)], standalone_mode=False)
    assert isinstance(made.exception, Fault)
    assert "报告属白河县2023年，规划属青石县2021—2025年" in made.exception.into("zh")
