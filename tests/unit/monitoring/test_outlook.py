"""How likely a target is said to be met."""

from __future__ import annotations

import math

import pytest
from scipy import stats
from tests.unit.monitoring.national import component, of
from tests.unit.monitoring.small_plan import indicator, standing

from lantu.plan.indicator import TargetForm


def test_the_worked_example_of_the_docs_comes_out_of_the_formula() -> None:
    # High-value patents, known at the end of 2023: 6.3, 7.5, 9.4, 11.8; target 12 in 2025.
    changes, drift = [1.2, 1.9, 2.4], (11.8 - 6.3) / 3
    squares = sum((change - drift) ** 2 for change in changes)
    spread = math.sqrt((2 * (0.5 * drift) ** 2 + squares) / 4)
    error = spread * math.sqrt(2 + 2**2 / 3)
    found = of("high_value_patents", "2023-12-31")
    assert found.outlook is not None
    assert found.outlook.probability == pytest.approx(stats.t.cdf((11.8 + 2 * drift - 12) / error, 4))
    assert component(found, "spread") == pytest.approx(spread)
    low, high = stats.t.interval(0.8, 4, 11.8 + 2 * drift, error)
    assert (found.outlook.low, found.outlook.high) == (pytest.approx(low), pytest.approx(high))


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
    assert outlook.high == 100
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
