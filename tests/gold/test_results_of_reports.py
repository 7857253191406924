"""Results of reports against real plans: every one of a known table is proposed, and none for a wrong target."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from lantu.documents.content import Content
from lantu.documents.opening import document_of, open_document
from lantu.exchange.package_reader import read_package
from lantu.plan.package import Package
from lantu.plan.proposal import Fit, Proposal
from lantu.reading import read
from lantu.reading.results import propose

ROOT = Path(__file__).parents[2]
REPORTS = ROOT.parent / "shared/plans/reports"
here = pytest.mark.skipif(not REPORTS.is_dir(), reason="../shared is not here: real reports cannot be read")

# Figures are those of the package's observations and of published bulletins; the sentences are ours.
BULLETIN = """国家2023年国民经济和社会发展统计公报（自拟）

2024年2月29日

一、综合

全年国内生产总值1260582亿元，比上年增长5.2%。全员劳动生产率比上年提高5.7%。年末全国常住人口城镇化率为66.16%。全国城镇调查失业率全年平均为5.2%。

二、人民生活和环境

全国居民人均可支配收入扣除价格因素实际增长6.1%，其中农村居民人均可支配收入实际增长7.6%。人均预期寿命达到78.6岁。地级及以上城市空气质量优良天数比率为85.5%。地表水水质优良断面比例为89.4%。每万人口高价值发明专利拥有量达到11.8件。粮食产量69541万吨。
"""
HAICHENG = """2024年海城市政府工作报告（自拟）

（2024年1月9日在海城市第九届人民代表大会第三次会议上）

一、2023年工作回顾

2023年，地区生产总值完成641.6亿元，增长6.7%。

二、2024年工作安排

今年地区生产总值增长7%，一般公共预算收入增长5%。
"""


def _report(name: str, text: str) -> Content:
    return Content(name, text.encode())


def _direct(proposals: tuple[Proposal, ...]) -> dict[str, float | None]:
    return {p.target: p.observation.value for p in proposals if p.fit is Fit.DIRECT}


def test_a_bulletin_of_the_nation_gives_the_values_the_package_knows() -> None:
    package = read_package(ROOT / "examples/national-14fyp")
    found = propose(read(document_of(_report("bulletin.txt", BULLETIN))), package)
    assert _direct(found) == {
        "gdp_growth": 5.2,
        "labour_productivity_growth": 5.7,
        "urbanisation_rate": 66.16,
        "surveyed_unemployment": 5.2,
        "disposable_income_growth": 6.1,
        "life_expectancy": 78.6,
        "good_air_days": 85.5,
        "good_surface_water": 89.4,
        "high_value_patents": 11.8,
        "grain_capacity": 6.9541,
    }
    known = {(o.indicator, o.value) for o in package.observations if str(o.period) == "2023"}
    assert {(id, value) for id, value in _direct(found).items()} <= known
    assert all(str(p.observation.period) == "2023" and p.observation.region == "100000" for p in found)


def test_a_report_of_haicheng_gives_its_level_and_stands_its_growth_beside() -> None:
    plan = read(open_document(ROOT / "examples/haicheng-14fyp/plan.docx"))
    found = propose(read(document_of(_report("report.txt", HAICHENG))), Package(plan))
    told = [(p.target_name, p.observation.value, p.unit, p.fit.value) for p in found]
    assert told == [("地区生产总值", 641.6, "亿元", "direct"), ("地区生产总值", 6.7, "%", "beside")]


def test_the_example_plans_have_no_results_for_themselves() -> None:
    plan = read(open_document(ROOT / "examples/haicheng-14fyp/plan.docx"))
    assert propose(plan, Package(plan)) == ()


@pytest.mark.shared
@here
def test_every_known_result_of_hailar_is_proposed_and_none_for_a_wrong_target() -> None:
    plan = read(open_document(REPORTS / "hailar-2016.txt"))
    found = propose(read(open_document(REPORTS / "hailar-2017.txt")), Package(plan))
    with (REPORTS / "hailar-2016-targets-and-results.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["year"] == "2016"]
    wanted = {
        (row["indicator"].replace("农村牧区", "农村"), float(row[column]))
        for row in rows
        for column in ("actual_growth_pct", "actual_level")
        if row[column]
    }
    told = {(p.target_name, p.observation.value) for p in found}
    assert len(wanted) == 12 and wanted <= told
    # The ten others, each read by eye and right: visitors, jobs, stores, toilets, safe quarters, coverage.
    others = {name for name, _ in told - wanted}
    assert others == {
        "旅游接待人数",
        "旅游收入",
        "仓储库",
        "公厕",
        "新增就业",
        "再就业",
        "平安小区",
        "综合服务管理平台覆盖率",
    }
    assert not any(p.rivals or p.conflicting for p in found)


@pytest.mark.shared
@here
@pytest.mark.parametrize("name", ["hailar-2016", "hailar-2017", "jilin-2026", "zhejiang-2026"])
def test_a_report_has_no_results_for_its_own_targets(name: str) -> None:
    report = read(open_document(REPORTS / f"{name}.txt"))
    assert report.plan.pledges and report.facts
    assert propose(report, Package(report)) == ()
