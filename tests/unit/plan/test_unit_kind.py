"""Percentages are known in every way they are printed."""

from __future__ import annotations

import pytest

from lantu.monitoring.units import POINTS, printed_unit, unit_of_change
from lantu.plan.measure import measure
from lantu.plan.unit_kind import is_percentage, is_points, percentage_size

PERCENT = ["%", "％", "﹪", " % ", "百分比", "percent", "Per cent"]
POINT = ["百分点", "个百分点", "percentage points", "Percentage  point"]


@pytest.mark.parametrize("unit", [*PERCENT, *POINT, "‰"])
def test_a_percentage_is_known(unit: str) -> None:
    assert is_percentage(unit)


@pytest.mark.parametrize("unit", [None, "", "亿元", "元/人", "个", "分", "points per 100"])
def test_other_units_are_none(unit: str | None) -> None:
    assert not is_percentage(unit)


@pytest.mark.parametrize("unit", [*PERCENT, *POINT, "‰"])
def test_checking_and_monitoring_take_it_alike(unit: str) -> None:
    found = measure(unit)
    assert found is not None and (found.family, found.factor) == ("percent", percentage_size(unit))
    assert unit == "‰" or unit_of_change(unit) == POINTS


@pytest.mark.parametrize("unit", POINT)
def test_points_are_printed_in_both_languages(unit: str) -> None:
    assert is_points(unit) and printed_unit(unit) == POINTS


@pytest.mark.parametrize("unit", PERCENT)
def test_per_cent_is_not_points(unit: str) -> None:
    assert not is_points(unit)
