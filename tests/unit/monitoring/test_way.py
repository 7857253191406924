"""The way to a target: official yearly targets, constant rates, steps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.monitoring.small_plan import HOME, indicator, observed, package

from lantu.monitoring import Standing, monitor
from lantu.monitoring.kernels.path import value_on_path
from lantu.plan.indicator import Indicator, TargetForm
from lantu.plan.milestone import Milestone, PathShape
from lantu.plan.period import Period
from lantu.plan.verdict import Verdict


def judged(one: Indicator, values: dict[int | str, float | None], due: dict[int, float], on: str) -> Standing:
    milestones = tuple(Milestone("it", HOME, Period.year(year), value, "年度计划") for year, value in due.items())
    plan = replace(package([one], observed(values)), milestones=milestones)
    (only,) = monitor(plan, date.fromisoformat(on)).standings
    return only


def working(found: Standing, name: str) -> str:
    return next(component.working for component in found.components if component.name == name)


def test_an_official_yearly_target_goes_before_the_even_path() -> None:
    # Kausal and Open SDG know one target only; a plan that starts slowly is called late by them.
    one = indicator(base=100, target=200)
    even = judged(one, {2021: 104}, {}, "2021-12-31")
    official = judged(one, {2021: 104}, {2021: 105, 2022: 115}, "2021-12-31")
    assert (even.verdict, even.expected) == (Verdict.LAGGING, 120)
    assert (official.verdict, official.expected) == (Verdict.ON_TRACK, 105)
    assert working(official, "expected") == "年度计划"
    assert official.due == pytest.approx(0.05)
    assert working(official, "share_due") == "(105 − 100) ÷ (200 − 100) = 5%"
    assert any("2021、2022年按官方年度目标" in note.zh for note in official.notes)


def test_between_two_yearly_targets_the_path_runs_straight() -> None:
    found = judged(indicator(base=100, target=200), {2023: 130}, {2022: 110, 2024: 150}, "2023-12-31")
    assert found.expected == pytest.approx(130)
    assert working(found, "expected") == "110 + (150 − 110) × 1 ÷ 2"


def test_a_yearly_target_of_the_last_year_never_takes_the_targets_place() -> None:
    found = judged(indicator(base=100, target=200), {2025: 190}, {2025: 180}, "2025-12-31")
    assert found.verdict is Verdict.LAGGING


def test_a_total_has_yearly_targets_too() -> None:
    one = indicator(TargetForm.CUMULATIVE, None, 100, name="新增就业", unit="万人", base_year=None)
    found = judged(one, {2021: 10}, {2021: 9}, "2021-12-31")
    assert found.verdict is Verdict.ON_TRACK
    assert found.expected == 9


def test_a_path_of_one_rate_is_due_less_at_first() -> None:
    one = replace(indicator(base=100, target=200), path=PathShape.CONSTANT_RATE)
    found = judged(one, {2022: 131}, {}, "2022-12-31")
    assert found.expected == pytest.approx(100 * 2 ** (2 / 5))
    assert found.verdict is Verdict.ON_TRACK
    assert working(found, "expected") == "100 × (200 ÷ 100)^(2 ÷ 5)"


def test_a_path_in_steps_asks_nothing_until_the_step_is_due() -> None:
    one = replace(indicator(base=0, target=4), path=PathShape.STEPS)
    assert judged(one, {2023: 0}, {2024: 2}, "2023-12-31").verdict is not Verdict.LAGGING
    assert judged(one, {2024: 0}, {2024: 2}, "2024-12-31").verdict is Verdict.LAGGING


def test_a_rate_through_zero_falls_back_to_an_even_path_and_says_so() -> None:
    one = replace(indicator(base=-5, target=5), path=PathShape.CONSTANT_RATE)
    found = judged(one, {2022: -1}, {}, "2022-12-31")
    assert found.expected == pytest.approx(-1)
    assert any("数值过零" in note.zh for note in found.notes)


@given(
    st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=6),
    st.floats(2015, 2035),
    st.sampled_from(["linear", "steps"]),
    st.integers(0, 3),
)
def test_what_is_due_lies_between_its_neighbours_whatever_is_padded(
    values: list[float], now: float, shape: str, padding: int
) -> None:
    years = [2020.0 + at for at in range(len(values))]
    alone = float(value_on_path(years, values, now, shape))
    padded = value_on_path([[*years, *[np.nan] * padding]] * 2, [[*values, *[np.nan] * padding]] * 2, [now, now], shape)
    assert padded.tolist() == [alone, alone]
    at = min(max(int(np.floor(now - 2020)), 0), len(values) - 1)
    near = values[at : at + 2]
    assert min(near) - 1e-6 <= alone <= max(near) + 1e-6
