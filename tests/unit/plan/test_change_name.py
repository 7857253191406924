"""Names of changes are told from names of levels."""

from __future__ import annotations

import pytest

from lantu.plan.change_name import is_addition, is_change, is_cut, is_growth

CUTS = ["单位GDP能耗降低（%）★", "用水量下降率", "污染物削减", "氨氮减排量", "化学需氧量重点工程减排量（吨）",
        "煤炭压减量", "Energy intensity cut", "Reduction in CO2 emissions (%)"]  # fmt: skip
GROWTHS = [
    "地区生产总值增长",
    "规上工业增加值增速（%）",
    "常住人口变化率",
    "研发经费投入年均增长速度（%",
    "GDP growth",
    "rate of change",
]
ADDITIONS = ["城镇新增就业", "新增就业（万人）", "Increase in urban jobs"]
LEVELS = ["常住人口城镇化率（%）", "工业增加值", "劳动生产率", "森林覆盖率", "新增劳动力平均受教育年限",
          "新增可再生能源占比", "减排设施数", "Life expectancy", "Urban executive jobs"]  # fmt: skip


@pytest.mark.parametrize("name", CUTS)
def test_a_cut(name: str) -> None:
    assert is_cut(name) and is_change(name) and not is_growth(name)


@pytest.mark.parametrize("name", GROWTHS)
def test_a_growth(name: str) -> None:
    assert is_growth(name) and is_change(name) and not is_cut(name)


@pytest.mark.parametrize("name", ADDITIONS)
def test_an_addition(name: str) -> None:
    assert is_addition(name) and is_change(name) and not is_growth(name) and not is_cut(name)


@pytest.mark.parametrize("name", LEVELS)
def test_a_level(name: str) -> None:
    assert not is_change(name)
