"""What a document says of itself."""

from __future__ import annotations

from datetime import date

import pytest

from lantu.plan.document import Block, Document
from lantu.plan.period import Period
from lantu.reading.header import Header, read_header


def header(*lines: str, title: str = "") -> Header:
    return read_header(Document("x.txt", "0", tuple(Block(n, line) for n, line in enumerate(lines, 1)), title=title))


def test_of_a_notice_the_title_is_that_of_the_plan_it_sends_out() -> None:
    found = header(
        "清河县人民政府关于印发《清河县“十五五”水利发展规划》的通知",
        "各乡镇人民政府，县政府各部门：",
        "现将《清河县“十五五”水利发展规划》印发给你们，请认真贯彻执行。",
        "清河县人民政府",
        "二〇二六年三月五日",
    )
    assert found.title == "清河县“十五五”水利发展规划"
    assert found.period == Period.years(2026, 2030)
    assert found.issued == date(2026, 3, 5)


def test_the_title_after_the_cover_letter_is_taken() -> None:
    found = header(
        "各乡镇人民政府：",
        "现将规划印发给你们。",
        "2026年6月1日",
        "清河县国民经济和社会发展第十五个五年规划和二〇三五年远景目标纲要",
        "清河县人民政府",
    )
    assert found.title == "清河县国民经济和社会发展第十五个五年规划和二〇三五年远景目标纲要"
    assert found.period == Period.years(2026, 2030)
    assert found.horizon == 2035
    assert (found.region.name, found.region.code) == ("清河县", "130534")


def test_a_title_over_three_lines_is_one_title() -> None:
    found = header("清河县国民经济和社会发展", "第十五个五年规划和二〇三五年", "远景目标纲要（草案）", "目　录")
    assert found.title == "清河县国民经济和社会发展第十五个五年规划和二〇三五年远景目标纲要（草案）"


@pytest.mark.parametrize(
    ("title", "name", "code"),
    [
        ("鞍山市海城市教育事业发展规划", "海城市", "210381"),
        ("广东省制造业高质量发展“十四五”规划", "广东省", "440000"),
        ("中华人民共和国国民经济和社会发展第十四个五年规划纲要", "全国", ""),
        ("云溪新区国民经济和社会发展规划", "云溪新区", ""),
        ("江苏省南京市鼓楼区应急管理规划", "鼓楼区", "320106"),
        ("鼓楼区应急管理规划", "鼓楼区", ""),
    ],
)
def test_the_innermost_area_with_its_code_where_it_is_told(title: str, name: str, code: str) -> None:
    region = header(title).region
    assert (region.name, region.code) == (name, code)


def test_a_name_that_several_areas_bear_gets_its_code_from_the_text_around() -> None:
    assert header("鼓楼区应急管理规划", "南京市鼓楼区人民政府").region.code == "320106"


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("清河县“十三五”发展规划", Period.years(2016, 2020)),
        ("清河县养老服务三年行动计划（2023—2025年）", Period.years(2023, 2025)),
        ("清河县第十二个五年规划纲要", Period.years(2011, 2015)),
        ("The 13th Five-Year Plan", Period.years(2016, 2020)),
        ("County Integrated Development Plan 2023-2027", Period.years(2023, 2027)),
        ("2027年清河县政府工作报告", Period.year(2027)),
        ("随便写写", None),
    ],
)
def test_the_years_that_a_plan_is_for(title: str, period: Period | None) -> None:
    assert header(title).period == period


def test_a_report_is_for_the_year_it_was_given_in() -> None:
    found = header(
        "政 府 工 作 报 告", "——2016年2月19日在清河县第十七届人民代表大会第一次会议上", "县长　某某", "各位代表："
    )
    assert found.title == "政府工作报告"
    assert found.period == Period.year(2016)
    assert found.issued == date(2016, 2, 19)
    assert found.region.name == "清河县"


def test_a_horizon_lies_beyond_the_period() -> None:
    assert header("清河县“十五五”规划", "规划期至2030年，展望到2040年。").horizon == 2040
    assert header("清河县“十五五”规划", "展望2028年。").horizon is None


def test_an_empty_document_says_nothing() -> None:
    assert header() == Header()
    assert header("", "　") == Header()
