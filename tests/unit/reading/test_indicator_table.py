"""Indicator tables: cells, names, directions, forms, notes, and any input at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lantu.documents.opening import open_document
from lantu.plan.document import Block, Document
from lantu.plan.identity import Identities
from lantu.plan.indicator import Direction, GrowthKind, TargetForm
from lantu.plan.period import Period
from lantu.plan.quantity import Comparator
from lantu.reading import read
from lantu.reading.direction import direction_of
from lantu.reading.grounds import Grounds
from lantu.reading.indicator_name import read_name
from lantu.reading.indicator_table import find_indicators
from lantu.reading.table_cell import read_cell
from lantu.reading.target_form import form_of, growth_kind_of, relative_to

PERIOD = Period.years(2021, 2025)


def _document(*lines: str) -> Document:
    return Document("table", "", tuple(Block(i, line) for i, line in enumerate(lines, 1)))


@pytest.mark.parametrize("text", ["", "-", "—", "——", "/", "n/a", " … ", "无", "－"])
def test_a_cell_that_says_nothing_is_missing_and_not_zero(text: str) -> None:
    cell = read_cell(text)
    assert cell.value is None
    assert cell.text == ""


@pytest.mark.parametrize(
    ("text", "value", "comparator"),
    [
        ("73", 73, None), ("0", 0, None), ("1,203.5", 1203.5, None), ("≧7", 7, Comparator.AT_LEAST),
        ("﹥100", 100, Comparator.ABOVE),
        ("＜5.5", 5.5, Comparator.BELOW), ("6%左右", 6, Comparator.ABOUT), ("65以上", 65, Comparator.AT_LEAST),
        ("控制在5.5%以内", 5.5, Comparator.AT_MOST), ("不低于95", 95, Comparator.AT_LEAST), ("７.２", 7.2, None),
        ("-3.1", -3.1, None),
    ],
)  # fmt: skip
def test_a_cell_gives_its_figure_and_its_bound(text: str, value: float, comparator: Comparator | None) -> None:
    cell = read_cell(text)
    assert (cell.value, cell.comparator, cell.text) == (value, comparator, text)


def test_a_range_keeps_both_ends() -> None:
    cell = read_cell("7-8%")
    assert (cell.value, cell.value_high, cell.comparator, cell.percent) == (7, 8, Comparator.RANGE, True)


@pytest.mark.parametrize("text", ["〔12〕", "﹝12﹞", "[12]", "［12］", "（12）"])
def test_brackets_of_every_shape_are_seen(text: str) -> None:
    cell = read_cell(text)
    assert (cell.value, cell.bracketed) == (12, True)


@pytest.mark.parametrize(
    "text", ["完成市下达任务", "进入全省前列", "高于“十三五”时期实际", "创建3个示范区并通过验收", "6:4"]
)
def test_words_and_ratios_are_no_figures(text: str) -> None:
    assert read_cell(text).is_words


def test_a_year_in_a_cell_is_its_year_and_not_its_value() -> None:
    cell = read_cell("6.3（2019年）")
    assert (cell.value, cell.year) == (6.3, 2019)


@pytest.mark.parametrize(
    ("text", "name", "unit"),
    [
        ("★地区生产总值（亿元）", "地区生产总值", "亿元"),
        ("3. 城镇登记失业率(%)", "城镇登记失业率", "%"),
        ("每千人口执业（助理）医师数（人）", "每千人口执业（助理）医师数", "人"),
        ("地区生产总值（GDP）", "地区生产总值（GDP）", None),
        ("每千人口拥有3岁以下婴幼儿托位数", "每千人口拥有3岁以下婴幼儿托位数", None),
        ("3岁以下婴幼儿入托率", "3岁以下婴幼儿入托率", None),
        ("单位建设用地产出（万元/亩）", "单位建设用地产出", "万元/亩"),
        ("其中：高技术产业占比（%）", "高技术产业占比", "%"),
        ("Forest coverage (%)", "Forest coverage", "%"),
        ("Life expectancy (years)", "Life expectancy", "years"),
    ],
)
def test_a_name_cell_gives_name_and_unit(text: str, name: str, unit: str | None) -> None:
    read_as = read_name(text)
    assert (read_as.name, read_as.unit) == (name, unit)


@pytest.mark.parametrize(
    "name",
    ["城镇调查失业率", "单位GDP能源消耗降低", "孕产妇死亡率", "城乡居民收入倍差", "PM2.5平均浓度",
     "万元地区生产总值用水量", "地表水劣Ⅴ类水体比例",
     "居民消费价格涨幅", "政府债务率",
     "单位地区生产总值建设用地使用面积", "Registered urban unemployment rate"],
)  # fmt: skip
def test_less_is_better(name: str) -> None:
    assert direction_of(name) is Direction.DECREASE


@pytest.mark.parametrize(
    "name",
    ["地区生产总值", "非化石能源占能源消费比重", "社会消费品零售总额", "受污染耕地安全利用率", "生活垃圾无害化处理率",
     "失业人员再就业人数",
     "森林覆盖率", "水土流失治理面积", "研发经费投入强度", "居民人均可支配收入增长",
     "Forest coverage"],
)  # fmt: skip
def test_more_is_better(name: str) -> None:
    assert direction_of(name) is Direction.INCREASE


@pytest.mark.parametrize(
    ("text", "reference"),
    [("高于市平均水平", "市平均水平"), ("与GDP增长基本同步", "GDP增长"), ("与省要求同步", "省要求"),
     ("完成省下达任务", ""), ("进入前列", "")],
)  # fmt: skip
def test_what_a_target_in_words_is_measured_against(text: str, reference: str) -> None:
    assert relative_to(text) == reference


def test_a_ceiling_is_held_every_year_but_a_rising_level_is_reached_once() -> None:
    nothing = read_cell("")
    assert (
        form_of("城镇登记失业率", read_cell("3.9"), read_cell("＜4.5"), nothing, True) is TargetForm.CEILING_EACH_YEAR
    )
    assert form_of("粮食综合生产能力", read_cell("50"), read_cell("55"), nothing, True) is TargetForm.LEVEL
    assert form_of("粮食综合生产能力", read_cell("50"), read_cell("50"), nothing, True) is TargetForm.FLOOR_EACH_YEAR


@pytest.mark.parametrize(
    ("base", "target", "growth", "unit", "kind"),
    [
        ("80.4", "81.3", "0.2", "岁", GrowthKind.ANNUAL_INCREMENT),
        ("60", "72", "累计12", "家", GrowthKind.CUMULATIVE),
        ("60", "85", "5", "家", GrowthKind.ANNUAL_ABSOLUTE),
        ("60", "76.6", "5", "亿元", GrowthKind.ANNUAL_RATE),
        ("60", "65", "5", "%", GrowthKind.CUMULATIVE),
        ("-", "76.6", "5", "亿元", GrowthKind.ANNUAL_RATE),
        ("60", "76.6", "-", "亿元", GrowthKind.NONE),
        ("60", "-", "高于全省", "亿元", GrowthKind.COMPARATIVE),
    ],
)
def test_what_a_growth_cell_holds_is_what_carries_the_base_to_the_target(
    base: str, target: str, growth: str, unit: str, kind: GrowthKind
) -> None:
    cells = (read_cell(base), read_cell(target), read_cell(growth))
    found, _ = growth_kind_of("某项指标", unit, "累计或年均增速", *cells, years=5, total=True)
    assert found is kind


def test_the_table_and_its_notes_are_handed_on_as_blocks_and_the_prose_is_not() -> None:
    document = _document(
        "第二节 主要目标", "指标 | 2020年 | 2025年 | 属性", "森林覆盖率（%） | 30 | 31 | 约束性", "注：①按可比价计算",
        "②〔 〕内为累计数", "1.推进绿色发展。",
    )  # fmt: skip
    _, _, blocks = find_indicators(document, PERIOD, Identities(), Grounds())
    assert blocks == {2, 3, 4, 5}


def test_an_asterisk_that_notes_explain_as_the_plan_above_stars_an_indicator() -> None:
    document = _document(
        "指标 | 2020年 | 2025年 | 属性",
        "*森林覆盖率（%） | 30 | 31 | 约束性",
        "床位数（张） | 5 | 6 | 预期性",
        "注：*为国家规划纲要设置的指标",
    )
    (first, second), _, _ = find_indicators(document, PERIOD, Identities(), Grounds())
    assert (first.starred, second.starred) == (True, False)


def test_ids_do_not_move_when_another_row_is_added() -> None:
    head, row = "指标 | 2020年 | 2025年 | 属性", "森林覆盖率（%） | 30 | 31 | 约束性"
    (before,), _, _ = find_indicators(_document(head, row), PERIOD, Identities(), Grounds())
    (_, after), _, _ = find_indicators(
        _document(head, "床位数（张） | 5 | 6 | 预期性", row), PERIOD, Identities(), Grounds()
    )
    assert before.id == after.id


_CELL = st.text(alphabet="指标名称单位属性年2050年均累计约束性预期%（）()〔〕><≥-—. |\t其中：注①", max_size=14)


@settings(max_examples=80)
@given(st.lists(st.lists(_CELL, max_size=7).map(" | ".join), max_size=8))
def test_no_table_crashes_the_reader(lines: list[str]) -> None:
    indicators, _, blocks = find_indicators(_document(*lines), PERIOD, Identities(), Grounds())
    assert all(indicator.name for indicator in indicators)
    assert blocks <= set(range(1, len(lines) + 1))


@pytest.mark.shared
def test_a_real_table_is_read_whole(shared: Path) -> None:
    plan = read(open_document(shared / "plans" / "haicheng-14fyp" / "plan.txt")).plan
    assert len(plan.indicators) == 29
    assert sum(indicator.starred for indicator in plan.indicators) == 11


def test_a_word_table_with_merged_cells_gives_the_rows_of_its_markdown_source(examples: Path) -> None:
    word, markdown = (read(open_document(examples / "haicheng-14fyp" / name)).plan for name in ("plan.docx", "plan.md"))
    assert len(word.indicators) == 29
    for one, other in zip(word.indicators, markdown.indicators, strict=True):
        assert (one.id, one.group, one.unit, one.commitment) == (other.id, other.group, other.unit, other.commitment)
        assert (one.baseline, one.direction, one.starred) == (other.baseline, other.direction, other.starred)
        assert (one.target.value, one.growth.value) == (other.target.value, other.growth.value)


_FLAT = (
    "Box 3 Main indicators of the plan Indicator 2020 2025 5-year average [total] • Economy 1. Output per worker "
    "9.1 >12 >5.5% (thousand crowns) Anticipatory 2. Share of services (% of 50.1 54 [3.9] output) • Land and air "
    "3. Energy use n/a n/a [14] Binding reduction per 10,000 crowns of output (%) 4. Air quality Days of clean 81 >85 "
    "n/a air (%) Reduction of fine dust n/a n/a [10] in cities (%) Notes: 1. Figures in square brackets are totals "
    "over five years. " + "The plan goes on. " * 20
)


def test_a_table_run_together_into_one_line_is_read_and_said_to_be_in_doubt() -> None:
    indicators, doubts, blocks = find_indicators(_document(_FLAT), PERIOD, Identities(), Grounds())
    assert [(i.name, i.unit, i.baseline.value, i.target.value, i.growth.value) for i in indicators] == [
        ("Output per worker", "thousand crowns", 9.1, 12, 5.5),
        ("Share of services", "% of output", 50.1, 54, 3.9),
        ("Energy use reduction per 10,000 crowns of output", "%", None, None, 14),
        ("Air quality Days of clean air", "%", 81, 85, None),
        ("Reduction of fine dust in cities", "%", None, None, 10),
    ]
    assert [i.commitment for i in indicators] == ["anticipatory"] * 2 + ["binding"] * 3
    assert [i.group for i in indicators] == ["Economy"] * 2 + ["Land and air"] * 3
    assert all(i.source and i.source.quote == _FLAT[i.source.start : i.source.end] for i in indicators)
    assert len(doubts) == 1
    assert not blocks  # the line holds the prose of the plan as well


@pytest.mark.shared
def test_the_flattened_table_of_a_real_plan_gives_all_its_rows(shared: Path) -> None:
    plan = read(open_document(shared / "plans" / "en" / "cn-fyp13-en.txt")).plan
    assert len(plan.indicators) == 33
    assert [i.baseline.value for i in plan.indicators[:3]] == [67.7, 8.7, 56.1]
