"""Names of one quantity meet, whatever a place or a year calls it; names of two quantities do not."""

from __future__ import annotations

import pytest

from lantu.plan.measure import measure
from lantu.plan.quantity_name import ALIKE, quantity_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("公共财政预算收入", "一般公共预算收入"),
        ("农村牧区常住居民人均可支配收入", "农村居民人均可支配收入"),
        ("农牧民人均可支配收入", "农村常住居民人均可支配收入"),
        ("规上工业增加值", "规模以上工业增加值"),
        ("旅游接待人数", "接待国内外游客"),
        ("社零总额", "社会消费品零售总额"),
    ],
)
def test_names_of_one_quantity_are_alike(one: str, other: str) -> None:
    assert quantity_name(one).alike(quantity_name(other)) >= ALIKE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("城镇居民人均可支配收入", "农村居民人均可支配收入"),
        ("居民人均可支配收入", "城镇居民人均可支配收入"),
        ("工业增加值", "规模以上工业增加值"),
        ("接待游客", "接待境外游客"),
        ("公共财政预算收入", "公共财政预算支出"),
    ],
)
def test_names_of_two_quantities_are_not(one: str, other: str) -> None:
    assert quantity_name(one).alike(quantity_name(other)) < ALIKE


@pytest.mark.parametrize(
    ("unit", "family", "factor"),
    [("billion yuan", "money", 1e9), ("million", "count", 1e6), ("hectares", "area", 1e4), ("亿吨标准煤", "coal", 1e8)],
)
def test_units_in_english_and_of_coal_are_measured(unit: str, family: str, factor: float) -> None:
    found = measure(unit)
    assert found is not None and (found.family, found.factor) == (family, factor)
