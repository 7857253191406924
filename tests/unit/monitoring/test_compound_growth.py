"""Progress by compound growth, after the method of the UN-style progress measure."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.monitoring.kernels import compound_growth as kernel
from lantu.monitoring.kernels.compound_growth import (
    DETERIORATION,
    LIMITED,
    MODERATE,
    NOT_AVAILABLE,
    SUBSTANTIAL,
    TARGET_ACHIEVED,
)


def test_with_a_target_growth_is_compared_with_the_growth_needed() -> None:
    # 100 in 2015 to 200 in 2030: 4.73 % a year are needed.
    needed = 2 ** (1 / 15)
    value = 100 * (1 + np.array([0.95, 0.949, 0.6, 0.59, 0.0, -0.01]) * (needed - 1)) ** 5
    found = kernel.status(100, value, 5, 1, 200, 15)
    assert found.tolist() == [SUBSTANTIAL, MODERATE, MODERATE, LIMITED, LIMITED, DETERIORATION]


def test_without_a_target_growth_is_compared_with_one_and_a_half_and_half_a_per_cent() -> None:
    value = 100 * (1 + np.array([0.015, 0.0149, 0.005, 0.0049, 0.0, -0.001])) ** 4
    assert kernel.status(100, value, 4, 1).tolist() == [
        SUBSTANTIAL,
        MODERATE,
        MODERATE,
        LIMITED,
        LIMITED,
        DETERIORATION,
    ]
    assert kernel.status(100, 90.0, 4, -1).tolist() == SUBSTANTIAL


def test_a_target_that_is_reached_is_achieved_whatever_the_growth() -> None:
    assert kernel.status([10, 10], [12, 8], 1, [1, -1], [11, 9], 15).tolist() == [TARGET_ACHIEVED] * 2


def test_zero_is_replaced_as_the_method_does_and_a_change_of_sign_is_not_available() -> None:
    assert kernel.status(10, 8, 1, -1, 0, 15).tolist() == LIMITED  # exactly on its line; our own verdict says on track
    assert kernel.status(-5, 5, 3, 1).tolist() == NOT_AVAILABLE
    assert kernel.status(10, np.nan, 3, 1).tolist() == NOT_AVAILABLE
    assert kernel.status(10, 11, 0, 1).tolist() == NOT_AVAILABLE


def test_near_its_limit_less_growth_is_asked() -> None:
    assert kernel.near_limit([50, 200, 100, 99], [100, 100, 100, np.nan]) == pytest.approx([1 - 0.5**4.44, 1, 0, 1])
    assert kernel.status(95, 96, 5, 1).tolist() == LIMITED
    assert kernel.status(95, 96, 5, 1, limit=100).tolist() == MODERATE


def test_the_base_is_the_value_of_the_base_year_or_of_the_next_that_has_one() -> None:
    base, value, years = kernel.ends_of(
        [2014, 2015, 2016, 2019], [[1, np.nan, 2, 4], [1, np.nan, np.nan, np.nan]], 2015
    )
    assert base.tolist()[0] == 2
    assert value.tolist()[0] == 4
    assert years.tolist()[0] == 3
    assert np.isnan([base[1], value[1], years[1]]).all()


def test_scores_meet_at_the_bounds_and_their_mean_gives_the_word() -> None:
    # With a target .95 scores 2.5 and .6 scores 0; without one 1.5 % scores 2.5, .5 % scores 0, 0 % scores -2.5.
    value = 100 * (1 + np.array([0.015, 0.005, 0.0])) ** 4
    assert kernel.score(100, value, 4, 1) == pytest.approx([2.5, 0, -2.5])
    needed = 2 ** (1 / 15) - 1
    toward = 100 * (1 + np.array([0.95, 0.6]) * needed) ** 5
    assert kernel.score(100, toward, 5, 1, 200, 15) == pytest.approx([2.5, 0], abs=1e-3)
    assert kernel.mean_status([[5, 5], [5, 1], [np.nan, np.nan], [5, np.nan]],
                              [[True, True], [True, False], [False, False], [True, False]]).tolist() == [
        TARGET_ACHIEVED, SUBSTANTIAL, NOT_AVAILABLE, TARGET_ACHIEVED,
    ]  # fmt: skip


@given(st.floats(0.1, 1e6), st.floats(0.1, 1e6), st.integers(1, 15), st.sampled_from([1, -1]))
def test_better_values_never_have_a_worse_status(one: float, two: float, years: int, sign: int) -> None:
    worse, better = sorted((one, two), key=lambda value: sign * value)
    assert kernel.status(50, better, years, sign) >= kernel.status(50, worse, years, sign)
    assert kernel.score(50, better, years, sign) >= kernel.score(50, worse, years, sign) - 1e-9
