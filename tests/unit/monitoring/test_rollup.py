"""Roll-up over areas and time: each indicator's own rule, and what is missing is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.monitoring.small_plan import HOME, indicator, observed, package

from lantu.monitoring.kernels.rollup import roll_up
from lantu.monitoring.rollup import Whole, over_areas, over_time
from lantu.plan.area import Area, Over, RollUp, RollUpRule
from lantu.plan.indicator import Indicator
from lantu.plan.observation import Observation
from lantu.plan.period import Period
from lantu.plan.series_break import BreakKind, Choice, SeriesBreak

NAN = np.nan
TOWNS = (
    Area("1", "甲镇", HOME, "镇"),
    Area("2", "乙镇", HOME, "镇"),
    Area("3", "丙街道", HOME, "街道"),
)
ON = date(2025, 12, 31)


def wholes(
    indicators: list[Indicator], values: list[Observation], *rules: RollUp, by_group: bool = False
) -> tuple[Whole, ...]:
    return over_areas(replace(package(indicators, values), areas=TOWNS, rollups=rules), ON, by_group)


def towns(values: dict[str, float | None], id: str = "it") -> list[Observation]:
    return [one for code, value in values.items() for one in observed({2023: value}, id=id, region=code)]


def test_amounts_of_towns_add_up_and_a_missing_one_is_told_not_filled() -> None:
    one = indicator(name="新增就业", unit="人")
    (whole,) = wholes([one], towns({"1": 5, "2": 7, "3": 8}))
    assert (whole.value, whole.is_complete, whole.working) == (20, True, "5 + 7 + 8 = 20")
    (whole,) = wholes([one], towns({"1": 5, "2": None}))
    assert (whole.value, whole.known, whole.asked, whole.missing) == (5, 1, 3, ("乙镇", "丙街道"))
    assert whole.coverage.zh == "3 个部分中有 1 个，缺乙镇、丙街道"


def test_percentages_are_never_averaged_without_a_rule() -> None:
    # Decidim adds or averages them.
    (whole,) = wholes([indicator(name="绿化率", unit="%")], towns({"1": 10, "2": 30}))
    assert (whole.value, whole.rule) == (None, RollUpRule.NONE)


def test_a_weighted_mean_weighs_and_leaves_out_what_has_no_weight() -> None:
    rate, people = indicator(name="参保率", unit="%"), indicator(id="people", name="人口", unit="人")
    rule = RollUp("it", Over.AREAS, RollUpRule.WEIGHTED_MEAN, weight="people")
    values = [*towns({"1": 90, "2": 60, "3": 10}), *towns({"1": 100, "2": 200}, id="people")]
    whole = wholes([rate, people], values, rule)[0]
    assert whole.value == pytest.approx((90 * 100 + 60 * 200) / 300)
    assert whole.working == "(90 × 100 + 60 × 200) ÷ (100 + 200) = 70"
    assert whole.missing == ("丙街道",)


def test_a_ratio_divides_sums_by_sums() -> None:
    share = indicator(name="城镇化率", unit="%")
    rule = RollUp("it", Over.AREAS, RollUpRule.RATIO, numerator="urban", denominator="people", factor=100)
    urban, people = indicator(id="urban", unit="人"), indicator(id="people", unit="人")
    values = [*towns({"1": 50, "2": 10}, id="urban"), *towns({"1": 100, "2": 100, "3": 9}, id="people")]
    whole = wholes([share, urban, people], values, rule)[0]
    assert (whole.value, whole.working) == (30, "(50 + 10) ÷ (100 + 100) × 100 = 30")


def test_areas_are_rolled_up_by_their_type_too() -> None:
    found = wholes([indicator(unit="人")], towns({"1": 5, "2": 7, "3": 8}), by_group=True)
    assert {whole.group: whole.value for whole in found} == {"镇": 12, "街道": 8}


def test_months_make_a_year_by_their_rule_and_a_missing_month_is_told() -> None:
    months = {f"2023-{month:02}": float(month) for month in range(1, 12)}
    flow = package([indicator(name="新增就业", unit="人")], observed(months))
    (whole,) = over_time(flow, ON)
    assert (whole.value, whole.rule, whole.known, whole.missing) == (66, RollUpRule.SUM, 11, ("2023-12",))
    stock = package([indicator(name="公路里程")], observed(months))
    (whole,) = over_time(stock, ON)
    # Of a state at a time only December speaks of the year.
    assert (whole.value, whole.rule, whole.missing) == (None, RollUpRule.LAST, ("2023-12",))


def test_running_totals_are_never_added_up() -> None:
    months = {f"2023-{month:02}": 10.0 * month for month in range(1, 13)}
    (whole,) = over_time(package([indicator(name="新增就业", unit="人")], observed(months, status="累计")), ON)
    assert (whole.value, whole.rule) == (120, RollUpRule.LAST)


def test_chosen_sources_and_breaks_count_in_a_roll_up_as_they_do_for_a_verdict() -> None:
    values = [replace(one, source=f"来源{at}") for at, one in enumerate([*towns({"1": 5}), *towns({"1": 50})])]
    plan = replace(package([indicator(unit="人")], values), areas=TOWNS[:1])
    assert over_areas(plan, ON)[0].value == 50
    chosen = replace(plan, choices=(Choice("it", "1", Period.year(2023), "来源0"),))
    assert over_areas(chosen, ON)[0].value == 5
    linked = replace(chosen, breaks=(SeriesBreak("it", "", Period.year(2024), BreakKind.LINK, 2.0),))
    assert over_areas(linked, ON)[0].value == 10


def test_what_is_not_known_on_the_date_is_not_rolled_up() -> None:
    months = package([indicator(name="新增就业", unit="人")], observed({"2023-01": 1, "2023-02": 2}))
    (whole,) = over_time(months, date(2023, 1, 31))
    assert (whole.value, whole.known) == (1, 1)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (RollUpRule.SUM, [4, 5, NAN]),
        (RollUpRule.MEAN, [2, 5, NAN]),
        (RollUpRule.LAST, [3, 5, NAN]),
        (RollUpRule.MIN, [1, 5, NAN]),
        (RollUpRule.MAX, [3, 5, NAN]),
        (RollUpRule.NONE, [NAN, NAN, NAN]),
    ],
)
def test_a_rule_in_numbers(rule: RollUpRule, expected: list[float]) -> None:
    found = roll_up([1, 3, NAN, 5, NAN], [0, 0, 0, 1, 2], 3, rule)
    np.testing.assert_array_equal(found.values, expected)
    assert found.known.tolist() == [2, 1, 0]
    assert found.asked.tolist() == [3, 1, 1]


numbers = st.lists(st.floats(-1e6, 1e6) | st.just(NAN), min_size=1, max_size=20)


@given(numbers, st.data())
def test_rolling_up_twice_is_rolling_up_once(values: list[float], data: st.DataObject) -> None:
    towns_of = [data.draw(st.integers(0, 3)) for _ in values]
    for rule in (RollUpRule.SUM, RollUpRule.MIN, RollUpRule.MAX):
        once = roll_up(values, [0] * len(values), 1, rule)
        step = roll_up(values, towns_of, 4, rule)
        twice = roll_up(step.values, [0] * 4, 1, rule)
        np.testing.assert_allclose(twice.values, once.values, rtol=1e-9, atol=1e-6)
        assert step.known.sum() == once.known[0]


@given(numbers)
def test_a_weighted_mean_lies_between_its_parts(values: list[float]) -> None:
    found = roll_up(values, [0] * len(values), 1, RollUpRule.WEIGHTED_MEAN, weights=np.arange(1, len(values) + 1))
    known = [value for value in values if not np.isnan(value)]
    if known:
        assert min(known) - 1e-6 <= found.values[0] <= max(known) + 1e-6
    else:
        assert np.isnan(found.values[0])
