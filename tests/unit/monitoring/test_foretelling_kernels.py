"""The kernels of the outlook: one series or many, the same answer; and what must hold of any series."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.monitoring.chances import Chances, chances, settings_from
from lantu.monitoring.kernels.distribution import LONG, Kind, distribution, gather, kind_of, scaled, unscaled
from lantu.monitoring.kernels.ensemble import ensemble
from lantu.monitoring.kernels.smoothing import grid, mixed
from lantu.parameters import load

TODAY = date(2026, 1, 1)
AMOUNTS = st.lists(st.floats(0.1, 1e6), min_size=2, max_size=14)


def padded(rows: list[list[float]]) -> np.ndarray:
    width = max(map(len, rows))
    return np.array([[np.nan] * (width - len(row)) + row for row in rows])


@given(st.lists(AMOUNTS, min_size=1, max_size=5))
def test_many_ragged_series_are_foretold_as_each_alone(rows: list[list[float]]) -> None:
    together = chances(padded(rows), 3, 100.0, on=TODAY)
    for n, row in enumerate(rows):
        alone = chances(row, 3, 100.0, on=TODAY)
        for name in Chances.__slots__:
            np.testing.assert_allclose(getattr(together, name)[n], getattr(alone, name)[0], rtol=1e-6)


@given(AMOUNTS, st.integers(1, 8))
def test_a_harder_target_is_never_likelier_and_the_interval_holds_the_centre(row: list[float], ahead: int) -> None:
    targets = np.array([0.0, 0.5, 0.9, 1.0, 1.1, 2.0, 10.0]) * row[-1]
    said = chances([row] * len(targets), ahead, targets, on=TODAY)
    assert np.all(np.diff(said.probability) <= 1e-12)
    assert np.all((said.low <= said.centre) & (said.centre <= said.high))
    ceilings = chances([row] * len(targets), ahead, targets, at_least=False, on=TODAY)
    np.testing.assert_allclose(ceilings.probability, np.clip(1 - said.probability, 0.01, 0.99), atol=1e-9)


@given(AMOUNTS, st.sampled_from([0.001, 7.0, 1e4]))
def test_the_unit_of_an_amount_does_not_matter(row: list[float], unit: float) -> None:
    one, other = (chances(np.array(row) * by, 2, row[0] * by, on=TODAY) for by in (1.0, unit))
    np.testing.assert_allclose(one.probability, other.probability, rtol=1e-5)
    np.testing.assert_allclose(one.high * unit, other.high, rtol=1e-5)


def test_shares_stay_inside_and_are_the_same_seen_from_the_other_side() -> None:
    rows = [[60.6, 61.5, 62.7, 63.9, 64.7], [95.0, 97.0, 98.0, 98.8, 99.2]]
    said = chances(rows, 4, 99.0, kind="share", quiet=True, on=TODAY)
    assert np.all((said.low > 0) & (said.high < 100))
    rest = chances(100 - np.array(rows), 4, 1.0, at_least=False, kind="share", quiet=True, on=TODAY)
    np.testing.assert_allclose(said.probability, rest.probability, atol=1e-6)


def test_farther_years_are_less_sure() -> None:
    row = [100.0, 104.0, 109.0, 113.0, 119.0]
    widths = [float((c.high - c.low)[0]) for c in (chances(row, ahead, 1.0, on=TODAY) for ahead in (1, 2, 4, 6))]
    assert widths == sorted(widths)


def test_a_gap_is_no_news() -> None:
    gap = [100.0, np.nan, np.nan, 121.0, 126.0]
    whole = [100.0, 107.0, 114.0, 121.0, 126.0]
    settings = settings_from(load("outlook", TODAY))
    spreads = [
        float(distribution(gather(row, 2, Kind.AMOUNT), Kind.AMOUNT, settings).spread[0]) for row in (gap, whole)
    ]
    assert spreads[0] > spreads[1]


def test_one_value_or_none_gives_no_answer() -> None:
    said = chances([[np.nan, np.nan, 5.0], [np.nan, np.nan, np.nan], [4.0, 5.0, 6.0]], 2, 7.0, on=TODAY)
    assert list(np.isnan(said.probability)) == [True, True, False]


def test_values_that_do_not_fit_their_kind_are_refused() -> None:
    with pytest.raises(ValueError, match="above zero"):
        chances([1.0, -1.0], 1, 1.0)
    with pytest.raises(ValueError, match="between 0 and 100"):
        chances([50.0, 100.0], 1, 60.0, kind="share")
    with pytest.raises(ValueError, match="1 or more"):
        chances([1.0, 2.0], 0, 1.0)


def test_numbers_may_be_of_any_sign() -> None:
    up = chances([-2.0, -1.0, 0.0, 1.5], 2, 3.0, kind="number", on=TODAY)
    down = chances([2.0, 1.0, 0.0, -1.5], 2, -3.0, at_least=False, kind="number", on=TODAY)
    np.testing.assert_allclose(up.probability, down.probability)


def test_kinds_are_told_from_values() -> None:
    assert kind_of([1.0, 2.0], is_share=False) is Kind.AMOUNT
    assert kind_of([0.0, 2.0], is_share=False) is Kind.NUMBER
    assert kind_of([40.0, np.nan], is_share=True) is Kind.SHARE
    assert kind_of([100.0, 40.0], is_share=True) is Kind.NUMBER


@pytest.mark.parametrize("kind", Kind)
def test_scales_have_an_inverse(kind: Kind) -> None:
    values = np.array([0.5, 20.0, 99.5])
    np.testing.assert_allclose(unscaled(scaled(values, kind, 3.0), kind, 3.0), values)


def test_a_straight_line_goes_on_straight_where_nothing_is_shrunk() -> None:
    line = np.array([[3.0, 5.0, 7.0, 9.0, 11.0]])
    on = mixed(line, grid((0.5, 1.0), (0.0,), (1.0,)), (1e-9,), 2, 3)
    np.testing.assert_allclose(on[0, 0], [13, 15, 17], rtol=1e-4)
    np.testing.assert_allclose(on[1, 0], [11, 13, 15], rtol=1e-4)


def test_the_member_that_did_better_weighs_more() -> None:
    straight = np.arange(10.0, 26.0)[None] ** 2  # On the roots a straight line: the drift foretold it without an error.
    jumping = np.array([[100.0, 60, 120, 70, 110, 65, 115, 75, 105, 70, 112, 68]])
    assert ensemble(straight, 1, True).weights[1, 0] > 0.7
    assert ensemble(jumping, 1, True).weights[0, 0] > 0.5


def test_long_series_have_factors_of_their_own() -> None:
    settings = settings_from(load("outlook", TODAY))
    single, doubt = settings.factors([LONG - 1, LONG])
    assert list(single) == [settings.spread_factor, settings.long_spread_factor]
    assert list(doubt) == [settings.drift_doubt, settings.long_drift_doubt]
    rows = np.cumprod(1 + 0.05 * np.sin(np.arange(LONG)) ** 2)[None] * 100
    evidence = gather(rows, 3, Kind.AMOUNT)
    told = distribution(evidence, Kind.AMOUNT, settings)
    widening = settings.long_spread_factor * 3 + settings.long_drift_doubt * 9 / LONG
    expected = told.yearly**2 * widening + settings.disagreement * evidence.apart**2
    np.testing.assert_allclose(told.spread**2, expected)
