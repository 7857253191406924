"""Composite indices in numbers worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.indices.composite import between_goalposts, human_development, mean_of


def test_goalposts_make_a_scale_and_cap_it() -> None:
    assert between_goalposts([20, 52.5, 85, 90], 20, 85).tolist() == [0, 0.5, 1, 1]
    assert between_goalposts([90], 20, 85, capped=False)[0] > 1
    assert between_goalposts([1000], 100, 10_000, logs=True) == pytest.approx([0.5])
    assert np.isnan(between_goalposts([0, np.nan], 1, 10, logs=True)).all()


def test_less_is_better_where_the_goalposts_say_so() -> None:
    assert between_goalposts([10], 100, 0) == pytest.approx([0.9])


@pytest.mark.parametrize("posts", [(5, 5, False), (0, 5, True)])
def test_there_is_no_scale_without_a_way(posts: tuple[float, float, bool]) -> None:
    with pytest.raises(ValueError, match="no scale"):
        between_goalposts([1], *posts)


def test_a_geometric_mean_does_not_let_a_zero_be_made_up_for() -> None:
    assert mean_of([0.0, 1.0], geometric=True) == 0
    assert mean_of([0.0, 1.0]) == 0.5
    assert mean_of([0.2, 0.8], [3, 1]) == pytest.approx(0.35)
    assert np.isnan(mean_of([np.nan, 1.0]))


def test_human_development_at_the_goalposts() -> None:
    assert human_development(85, 18, 15, 75_000) == pytest.approx(1)
    assert human_development(20, 9, 7, 1000) == 0


@given(st.lists(st.floats(0.001, 1), min_size=2, max_size=6))
def test_the_geometric_mean_is_never_above_the_arithmetic(parts: list[float]) -> None:
    assert mean_of(parts, geometric=True) <= mean_of(parts) + 1e-12
