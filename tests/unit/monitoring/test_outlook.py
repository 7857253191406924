"""How likely a target is said to be met."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from tests.unit.monitoring.national import component, of
from tests.unit.monitoring.small_plan import indicator, observed, standing

from lantu.plan.indicator import TargetForm
from lantu.plan.quantity import Comparator
from lantu.plan.verdict import Verdict


def test_the_worked_example_of_the_docs_comes_out_of_the_formula() -> None:
    # High-value patents, known at the end of 2023: 6.3, 7.5, 9.4, 11.8; target 12 in 2025.
    logs = np.log([6.3, 7.5, 9.4, 11.8])
    changes = np.diff(logs)
    found = of("high_value_patents", "2023-12-31")
    damped = float(next(c.value for c in found.components if c.name == "damped"))
    drift = (math.sqrt(11.8) + 2 * (math.sqrt(11.8) - math.sqrt(6.3)) / 3) ** 2
    odds = (changes.std(ddof=1) + 0.002) / 0.075
    weight = odds / (1 + odds)
    point = weight * damped + (1 - weight) * drift
    squares = ((changes - changes.mean()) ** 2).sum()
    spread = math.sqrt((0.53 * np.abs(changes).mean() ** 2 + 0.0025**2 + (0.05 / 11.8) ** 2 + squares) / 3)
    apart = math.sqrt(sum(w * math.log(m / point) ** 2 for w, m in ((weight, damped), (1 - weight, drift))))
    error = math.sqrt(spread**2 * (0.62 * 2 + 0.87 * 2**2 / 4) + 0.56 * apart**2)
    assert found.outlook is not None
    assert found.outlook.probability == pytest.approx(stats.t.cdf(math.log(point / 12) / error, 2.87), abs=1e-3)
    assert component(found, "centre") == pytest.approx(point, rel=1e-3)
    low, high = np.exp(stats.t.interval(0.8, 2.87, math.log(point), error))
    assert (found.outlook.low, found.outlook.high) == (pytest.approx(low, rel=1e-3), pytest.approx(high, rel=1e-3))


def test_one_value_says_nothing_of_change() -> None:
    found = standing(indicator(TargetForm.LEVEL, None, 50), {2021: 60}, "2021-12-31")
    assert found.outlook is None


def test_at_the_end_nothing_is_left_to_chance() -> None:
    one = indicator(TargetForm.LEVEL, 50, 100)
    for value, probability in ((100, 1), (99, 0)):
        found = standing(one, {2024: 90, 2025: value})
        assert found.settled
        assert found.outlook is not None
        assert found.outlook.probability == probability
        assert not any(c.name == "interval" for c in found.components)


def test_a_steady_series_is_surer_than_a_jumping_one() -> None:
    one = indicator(TargetForm.LEVEL, 50, 90)
    steady = standing(one, {2021: 60, 2022: 70, 2023: 80}, "2023-12-31").outlook
    jumping = standing(one, {2021: 75, 2022: 55, 2023: 80}, "2023-12-31").outlook
    assert steady is not None
    assert jumping is not None
    assert steady.probability > jumping.probability


def test_a_longer_way_ahead_is_less_sure() -> None:
    one = indicator(TargetForm.LEVEL, 50, 60)
    near = standing(one, {2021: 55, 2024: 61}, "2024-12-31").outlook
    far = standing(one, {2021: 61}, "2021-12-31").outlook
    assert near is not None
    assert far is not None
    assert far.high - far.low > near.high - near.low


def test_a_share_of_a_whole_never_leaves_0_to_100() -> None:
    one = indicator(TargetForm.LEVEL, 91, 95, name="基本养老保险参保率", unit="%")
    outlook = standing(one, {2022: 95}, "2022-12-31").outlook
    assert outlook is not None
    assert 95 < outlook.high < 100
    debt = indicator(TargetForm.LEVEL, 91, 95, name="债务率", unit="%")
    free = standing(debt, {2022: 95}, "2022-12-31").outlook
    assert free is not None
    assert free.high > 100


def test_a_series_that_stands_still_is_not_certain() -> None:
    found = standing(indicator(TargetForm.LEVEL, 20.2, 20.2), {2021: 20.2, 2022: 20.2}, "2022-12-31").outlook
    assert found is not None
    assert found.probability == 0.5
    assert found.low < 20.2 < found.high


def test_one_year_under_a_ceiling_says_more_the_farther_it_is_from_it() -> None:
    one = indicator(TargetForm.CEILING_EACH_YEAR, 5.0, 5.5, unit="%", name="失业率")
    odds = [standing(one, {2021: value}, "2021-12-31").outlook for value in (5.4, 5.0, 4.0)]
    probabilities = [outlook.probability for outlook in odds if outlook]
    assert probabilities == sorted(probabilities)
    assert probabilities[0] < 0.8 < probabilities[-1]


def test_a_value_too_large_to_be_true_is_set_aside() -> None:
    found = standing(indicator(TargetForm.LEVEL, 50, 100), {2021: 60, 2022: 1e300}, "2022-12-31")
    assert found.value == 60
    assert "不合情理" in found.set_aside[0][1].zh


def test_the_years_before_the_plan_are_heard() -> None:
    one = indicator(TargetForm.LEVEL, 50, 62)
    alone = standing(one, {2021: 52}, "2021-12-31").outlook
    rising = standing(one, {2016: 35, 2017: 38, 2018: 41, 2019: 45, 2021: 52}, "2021-12-31").outlook
    assert alone is not None
    assert rising is not None
    assert rising.probability > alone.probability


def test_nothing_is_heard_from_beyond_a_census() -> None:
    one = indicator(TargetForm.LEVEL, None, 75)
    after = [*observed({2020: 50.0}, status="census"), *observed({2021: 52.0})]
    before = observed({2016: 90.0, 2017: 95.0, 2018: 99.0})
    assert standing(one, [*before, *after], "2021-12-31").outlook == standing(one, after, "2021-12-31").outlook


def test_before_the_end_no_chance_is_a_certainty() -> None:
    for target, chance in ((20, 0.99), (900, 0.01)):
        one = indicator(TargetForm.LEVEL, 50, target, comparator=Comparator.AT_LEAST)
        outlook = standing(one, {2021: 50.5, 2022: 51}, "2022-12-31").outlook
        assert outlook is not None
        assert outlook.probability == chance


@given(st.lists(st.floats(1, 1000), min_size=2, max_size=4), st.floats(1, 3000), st.floats(0, 500))
def test_a_harder_target_is_never_likelier(values: list[float], target: float, more: float) -> None:
    known = dict(zip(range(2021, 2025), values, strict=False))
    said = [
        standing(
            indicator(TargetForm.LEVEL, 0.5, aim, comparator=Comparator.AT_LEAST, text="a level", base_text="a base"),
            known,
            "2024-12-31",
        ).outlook
        for aim in (target, target + more)
    ]
    probabilities = [outlook.probability for outlook in said if outlook]
    assert len(probabilities) < 2 or probabilities[1] <= probabilities[0]


def test_an_average_rate_is_foretold_from_the_rates_before_the_plan_too() -> None:
    one = indicator(TargetForm.ANNUAL_RATE, None, 6, name="工业增长", unit="%", comparator=Comparator.AT_LEAST)
    fast = {2016: 9.0, 2017: 9.5, 2018: 8.5, 2019: 9.0, 2020: 9.0, 2021: 6.5}
    slow = {**dict.fromkeys(range(2016, 2021), 3.0), 2021: 6.5}
    said = [standing(one, known, "2021-12-31").outlook for known in (fast, slow)]
    assert said[0] is not None
    assert said[1] is not None
    assert said[0].probability > 0.5 > said[1].probability
    assert said[0].low < 9 < said[0].high


def test_a_running_year_is_heard_against_the_same_part_of_the_year_before() -> None:
    one = indicator(TargetForm.LEVEL, 100, 130)
    years = observed({2021: 104.0, 2022: 108.0, 2023: 112.0})
    quiet = standing(one, years, "2024-10-31").outlook
    so_far = {"2023-0" + str(month): 9.0 for month in range(1, 10)} | {"2024-0" + str(m): 10.0 for m in range(1, 10)}
    found = standing(one, [*years, *observed(so_far)], "2024-10-31")
    assert component(found, "nowcast") == pytest.approx(112 * 90 / 81)
    assert found.outlook is not None
    assert quiet is not None
    assert found.outlook.probability > quiet.probability
    assert found.value == 112


def test_the_target_year_itself_may_be_running() -> None:
    one = indicator(TargetForm.LEVEL, 100, 130)
    years = observed({2021: 106.0, 2022: 112.0, 2023: 118.0, 2024: 124.0})
    widths, odds = [], []
    for month in (3, 6, 9):
        parts = observed({f"2024-{month:02}": 50.0, f"2025-{month:02}": 53.0}, status="累计")
        found = standing(one, [*years, *parts], f"2025-{month:02}-30" if month > 3 else "2025-03-31").outlook
        assert found is not None
        widths.append(found.high - found.low)
        odds.append(found.probability)
    assert widths == sorted(widths, reverse=True)
    assert all(0.5 < chance <= 0.99 for chance in odds)


def test_a_part_without_its_like_the_year_before_says_nothing() -> None:
    one = indicator(TargetForm.LEVEL, 100, 130)
    years = observed({2021: 104.0, 2022: 108.0})
    alone = standing(one, years, "2023-10-31").outlook
    assert standing(one, [*years, *observed({"2023-09": 99.0})], "2023-10-31").outlook == alone


@pytest.mark.parametrize("form", [TargetForm.LEVEL, TargetForm.ANNUAL_RATE])
def test_before_the_first_year_of_the_plan_the_years_before_it_give_an_outlook_and_no_verdict(form: TargetForm) -> None:
    before = {2015: 60.0, 2016: 66.0, 2017: 71.0, 2018: 78.0, 2019: 85.0, 2020: 93.0}
    odds = []
    for rate in (3, 20):
        target = rate if form is TargetForm.ANNUAL_RATE else 93 * (1 + rate / 100) ** 5
        found = standing(indicator(form, 93, target, comparator=Comparator.AT_LEAST), before, "2020-12-31")
        assert found.verdict is Verdict.NOT_ASSESSED
        assert found.value is None or found.history
        assert found.outlook is not None
        odds.append(found.outlook.probability)
    assert odds[0] > 0.8
    assert odds[1] < 0.2
