"""Lights: the rules of four places, and the dashboards of thresholds."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.monitoring.small_plan import HOME, indicator, observed, package

from lantu.monitoring.kernels import lights as kernel
from lantu.monitoring.kernels.lights import GREEN, NONE, ORANGE, RED, YELLOW
from lantu.monitoring.lights import Light, lights
from lantu.parameters import light_scheme, light_schemes

ON = date(2026, 1, 1)


def test_sanya_is_green_at_the_schedule_yellow_to_half_missing_and_red_beyond() -> None:
    scheme = light_scheme("sanya", ON)
    gap = kernel.shortfall([0.4, 0.39, 0.2, 0.19, 0.0], [0.4, 0.4, 0.4, 0.4, 0.0])
    assert kernel.by_gap(gap, scheme.yellow, scheme.red, scheme.yellow_at_bound).tolist() == [
        GREEN, YELLOW, YELLOW, RED, GREEN,
    ]  # fmt: skip


def test_in_sanya_the_second_yellow_month_in_a_row_is_red() -> None:
    months = [GREEN, YELLOW, YELLOW, YELLOW, GREEN, YELLOW, RED, YELLOW]
    assert kernel.runs_turn_red(months, 2).tolist() == [GREEN, YELLOW, RED, RED, GREEN, YELLOW, RED, YELLOW]


def test_yinchuan_is_yellow_from_ten_points_behind_and_red_beyond_thirty() -> None:
    scheme = light_scheme("yinchuan", ON)
    gap = kernel.points_behind([0.41, 0.40, 0.20, 0.19], 0.5)
    assert kernel.by_gap(gap, scheme.yellow, scheme.red, scheme.yellow_at_bound).tolist() == [
        GREEN, YELLOW, YELLOW, RED,
    ]  # fmt: skip


def test_tianjin_is_green_only_with_both_plan_and_average() -> None:
    assert kernel.with_average([True, True, False, False], [True, False, True, False]).tolist() == [
        GREEN, YELLOW, YELLOW, RED,
    ]  # fmt: skip


def test_ouhai_remembers_red_and_gives_no_green_after_it() -> None:
    assert kernel.remembering_red([GREEN, RED, GREEN, YELLOW, RED, GREEN]).tolist() == [
        GREEN, RED, YELLOW, YELLOW, RED, YELLOW,
    ]  # fmt: skip


def test_what_is_unknown_has_no_light() -> None:
    assert kernel.by_gap([np.nan], 0, 50).tolist() == [NONE]
    assert kernel.by_thresholds([np.nan, 1.0, 1.0], [1.0, np.nan, 2.0], [0.0, 0.0, 2.0]).tolist() == [NONE] * 3


def test_thresholds_work_both_ways_and_a_bound_has_the_better_colour() -> None:
    more = kernel.by_thresholds([95, 90, 80, 75, 60, 59], 90, 60)
    assert more.tolist() == [GREEN, GREEN, YELLOW, YELLOW, ORANGE, RED]
    less = kernel.by_thresholds([5, 10, 20, 25, 40, 41], 10, 40)
    assert less.tolist() == more.tolist()
    assert kernel.by_thresholds([70], 90, 60, 65).tolist() == [YELLOW]


def test_a_dashboards_arrow_compares_the_pace_with_the_one_that_was_needed() -> None:
    # From 50 in 2015 to 80 in 2030 two a year are needed.
    last = np.array([58.0, 57.9, 54.0, 53.9, 50.0, 49.0, 80.0])
    found = kernel.trend(50, last, 4, 50, 80, 15, 1)
    assert found.tolist() == [
        kernel.ON_TRACK, kernel.IMPROVING, kernel.IMPROVING, kernel.STAGNATING, kernel.STAGNATING, kernel.DECREASING,
        kernel.ON_TRACK,
    ]  # fmt: skip
    fewer = kernel.trend(-50, -last, 4, -50, -80, 15, -1)
    assert fewer.tolist() == found.tolist()
    assert kernel.trend(50, np.nan, 4, 50, 80, 15, 1).tolist() == kernel.NO_TREND


@given(st.floats(-50, 150), st.floats(-50, 150))
def test_a_smaller_gap_never_has_a_worse_light(one: float, two: float) -> None:
    for key in light_schemes():
        scheme = light_scheme(key, ON)
        worse, better = kernel.by_gap([max(one, two), min(one, two)], scheme.yellow, scheme.red, scheme.yellow_at_bound)
        assert better >= worse


def test_the_lights_of_a_plan_remember_the_months_before() -> None:
    values = observed({"2020": 100, "2021": 104, "2022": 108})
    plan = package([indicator(base=100, target=200)], values)
    (lit,) = lights(plan, light_scheme("sanya", ON), date(2022, 3, 31))
    # 4 of 20 due at the end of 2021: 80% is missing.
    assert lit.light is Light.RED
    assert lit.reason.zh == "完成4%，应完成20%，欠应完成数的80%。"
    assert lit.months == (Light.RED,) * 3


def test_one_yearly_value_is_no_two_months_of_yellow() -> None:
    # 15 of 20 due: a quarter is missing, yellow in each month that knows nothing new.
    plan = package([indicator(base=100, target=200)], observed({2020: 100, 2021: 115}))
    (lit,) = lights(plan, light_scheme("sanya", ON), date(2022, 4, 30))
    assert lit.months == (Light.YELLOW,) * 4


def test_what_is_not_assessed_has_no_light_and_says_why() -> None:
    (lit,) = lights(package([indicator(base=100, target=200)], []), light_scheme("yinchuan", ON), date(2022, 3, 31))
    assert lit.light is Light.NONE
    assert "没有可比的进度" in lit.reason.zh


def test_in_tianjin_an_area_behind_the_average_of_areas_is_yellow_though_on_plan() -> None:
    one = indicator(base=50, target=60, name="绿化率", unit="%")
    values = observed({2021: 58})
    values += observed({2020: 50, 2021: 59}, region="990101")
    values += observed({2020: 50, 2021: 52.5}, region="990102")
    found = lights(package([one], values), light_scheme("tianjin", ON), date(2021, 12, 31))
    # The plan's own area is no part of the average of its areas.
    assert {lit.region: lit.light for lit in found} == {
        HOME: Light.GREEN, "990101": Light.GREEN, "990102": Light.YELLOW,
    }  # fmt: skip


@pytest.mark.parametrize("key", light_schemes())
def test_every_scheme_says_its_rule_and_source_in_both_languages(key: str) -> None:
    scheme = light_scheme(key, ON)
    for message in (scheme.name, scheme.rule, scheme.source):
        assert message.zh
        assert message.en
    with pytest.raises(KeyError):
        light_scheme("nowhere", ON)
