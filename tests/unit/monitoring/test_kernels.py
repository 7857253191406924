"""The arithmetic: one series or a million, the same answer."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from lantu.monitoring.kernels.forecast import average, chance_of, reach, walk
from lantu.monitoring.kernels.path import share_due, value_due
from lantu.monitoring.kernels.progress import is_met, mean_rate, total_cut, total_growth, way_done
from lantu.monitoring.kernels.verdict import verdict_of_holding, verdict_on_the_way

NUMBER = st.floats(-1e6, 1e6, allow_nan=False)
ROWS = arrays.arrays(float, (7, 6), elements=NUMBER)


@given(ROWS)
def test_arrays_give_what_each_row_gives_alone(rows: np.ndarray) -> None:
    base, target, value, start, now, sign = rows.T
    sign = np.where(sign >= 0, 1.0, -1.0)
    share = share_due(start, start + 5, now)
    done = way_done(base, target, value)
    met = is_met(value, target, sign)
    codes = verdict_on_the_way(done, share, met, False, False, 10, 5)
    for n in range(len(rows)):
        one_share = share_due(start[n], start[n] + 5, now[n])
        one_done = way_done(base[n], target[n], value[n])
        np.testing.assert_equal(share[n], one_share)
        np.testing.assert_equal(done[n], one_done)
        np.testing.assert_equal(value_due(base, target, share)[n], value_due(base[n], target[n], one_share))
        assert met[n] == is_met(value[n], target[n], sign[n])
        assert codes[n] == verdict_on_the_way(one_done, one_share, met[n], False, False, 10, 5)


@given(ROWS)
def test_forecasts_of_arrays_are_forecasts_of_each(rows: np.ndarray) -> None:
    drift, squares, spread, target, centre, _ = rows.T
    squares, spread = np.abs(squares), np.abs(spread) + 0.1
    many = walk(4, drift, squares, 3, 2, spread, 2)
    averages = average(3, centre, squares, 2, spread, 2)
    chances = chance_of(centre, spread, 3, target, 1)
    for n in range(len(rows)):
        for whole, one in zip(many, walk(4, drift[n], squares[n], 3, 2, spread[n], 2), strict=True):
            np.testing.assert_allclose(np.broadcast_to(whole, 7)[n], one)
        for whole, one in zip(averages, average(3, centre[n], squares[n], 2, spread[n], 2), strict=True):
            np.testing.assert_allclose(np.broadcast_to(whole, 7)[n], one)
        np.testing.assert_allclose(chances[n], chance_of(centre[n], spread[n], 3, target[n], 1))


@given(NUMBER, st.floats(0, 1e6), st.floats(1, 50), NUMBER, st.sampled_from([1.0, -1.0]))
def test_a_probability_lies_between_zero_and_one(
    centre: float, error: float, freedom: float, target: float, sign: float
) -> None:
    assert 0 <= chance_of(centre, error, freedom, target, sign) <= 1


@given(NUMBER, st.floats(1e-3, 1e6), st.floats(1, 50), NUMBER)
def test_meeting_and_missing_a_target_are_certain_together(
    centre: float, error: float, freedom: float, target: float
) -> None:
    up, down = (float(chance_of(centre, error, freedom, target, sign)) for sign in (1, -1))
    assert up + down == pytest.approx(1)


def test_the_interval_holds_the_share_it_says() -> None:
    half = float(reach(2.0, 5, 0.8))
    inside = float(chance_of(0, 2.0, 5, -half, 1)) - float(chance_of(0, 2.0, 5, half, 1))
    assert inside == pytest.approx(0.8)


def test_an_outlook_widens_with_the_way_ahead() -> None:
    errors = [float(walk(4, 1.0, 0.5, 4, ahead, 0.3, 2)[1]) for ahead in (1, 2, 3, 5)]
    assert errors == sorted(errors)
    assert errors[0] < errors[-1]


def test_no_progress_is_formed_where_there_is_no_way_to_go() -> None:
    # Akvo fails on target = base; here it is NaN, and the caller holds the target instead.
    assert np.isnan(way_done(5, 5, 7))


def test_growth_through_zero_has_no_average() -> None:
    assert np.isnan(mean_rate([5.0, -100.0]))
    assert np.isnan(mean_rate([5.0, float("nan")]))
    assert mean_rate([10.0, 10.0]) == pytest.approx(10)


def test_yearly_cuts_and_growth_are_compounded() -> None:
    assert total_cut([7.3, 3.8, 5.1]) == pytest.approx(15.37, abs=0.01)
    assert total_growth([10, 10]) == pytest.approx(21)


def test_noise_of_binary_fractions_misses_no_target() -> None:
    assert is_met(0.1 + 0.2, 0.3, 1)
    assert is_met(0.1 + 0.2, 0.3, -1)
    assert not is_met(0.1 + 0.2, 0.3, 1, strict=True)


def test_nothing_is_met_by_what_is_missing() -> None:
    assert not is_met(float("nan"), 1, 1)
    assert verdict_on_the_way(float("nan"), 0.5, False, False, False, 10, 5) == 0


@pytest.mark.parametrize(("gap", "code"), [(-5.1, 1), (-5, 2), (10, 2), (10.1, 3)])
def test_the_bands_include_their_edges(gap: float, code: int) -> None:
    assert verdict_on_the_way(0.5 + gap / 100, 0.5, False, False, False, 10, 5) == code


def test_holding_is_on_track_until_the_end_and_achieved_at_it() -> None:
    assert list(verdict_of_holding([True, True, False], [False, True, True])) == [2, 4, 1]
