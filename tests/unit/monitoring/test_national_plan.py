"""The traps of a real plan with real results, and the official verdicts on it."""

from __future__ import annotations

import pytest
from tests.unit.monitoring.national import component, national, of, on

from lantu.plan.indicator import TargetForm
from lantu.plan.verdict import Verdict

# No value was known, or the target is in words or against another series.
NOT_NUMBERED = {
    "gdp_growth",
    "labour_productivity_growth",
    "rd_spending_growth",
    "digital_economy_share",
    "disposable_income_growth",
    "pension_coverage",
}


def test_at_least_12_of_the_14_numbered_indicators_get_the_official_verdict() -> None:
    totals = {
        i.id for i in national().reading.plan.indicators if i.form is TargetForm.CUMULATIVE and i.baseline.value is None
    }
    assert len(totals) == 2
    numbered = [j for j in national().judgements if j.indicator not in NOT_NUMBERED]
    assert len(numbered) == 14
    agreed = [
        j.indicator
        for j in numbered
        if of(j.indicator, "2023-12-31" if j.indicator in totals else "2022-12-31").verdict is j.verdict
    ]
    assert len(agreed) >= 12, sorted({j.indicator for j in numbered} - set(agreed))


@pytest.mark.parametrize(
    ("id", "year", "base"),
    [("urbanisation_rate", 2020, 63.89), ("schooling_years", 2020, 10.75), ("life_expectancy", 2020, 77.93)],
)
def test_three_bases_moved_with_the_census_and_say_so(id: str, year: int, base: float) -> None:
    standing = of(id, "2022-12-31")
    assert component(standing, "base") == base
    assert standing.path[0] == (year, base) or standing.path[0][0] == year
    assert any(f"{base:g}" in note.zh for note in standing.notes)
    assert not any(o.value == base for o in standing.history)


def test_the_official_five_year_cut_is_never_recomputed_from_yearly_ones() -> None:
    standing = of("co2_intensity_cut", "2025-12-31")
    assert standing.value == 17.7
    assert standing.verdict is Verdict.LAGGING
    assert {o.value for o, _ in standing.set_aside} == {3.4, 5.0}


def test_an_old_official_total_stands_until_the_next_one_and_no_year_is_added_to_it() -> None:
    standing = of("energy_intensity_cut", "2024-12-31")
    assert standing.value == 7.3
    assert str(standing.period) == "2021-2023"
    assert any(o.value == 3.8 and "累计" in why.zh for o, why in standing.set_aside)


def test_a_ceiling_broken_in_one_year_is_told_and_not_a_failure() -> None:
    standing = of("surveyed_unemployment", "2022-12-31")
    assert standing.verdict is Verdict.ON_TRACK
    assert component(standing, "years_beyond") == 1
    assert "2022年5.6%" in standing.reason.zh
    assert "5.6% in 2022" in standing.reason.en


def test_energy_intensity_at_7_3_of_13_5_after_three_years_is_lagging() -> None:
    standing = of("energy_intensity_cut", "2023-12-31")
    assert standing.verdict is Verdict.LAGGING
    assert standing.expected == pytest.approx(8.1)
    assert component(standing, "gap") == pytest.approx(-5.93, abs=0.01)


@pytest.mark.parametrize(("id", "last"), [("physicians_per_1000", 3.61), ("good_surface_water", 91.4)])
def test_a_redefined_value_of_the_next_plan_is_never_read_as_a_fall(id: str, last: float) -> None:
    standing = of(id, "2025-12-31")
    assert standing.value == last
    assert standing.verdict is Verdict.ACHIEVED
    assert any("口径" in why.zh for _, why in standing.set_aside)


def test_assessed_values_go_before_raw_ones() -> None:
    standing = of("good_air_days", "2023-12-31")
    assert standing.value == 86.8
    assert any(o.value == 85.5 for o, _ in standing.set_aside)


def test_a_goal_that_was_reached_and_lost_again_lags() -> None:
    assert of("good_air_days", "2021-12-31").verdict is Verdict.ACHIEVED
    assert of("good_air_days", "2022-12-31").verdict is Verdict.LAGGING


def test_a_census_inside_the_period_is_marked_as_a_break() -> None:
    assert any("2023年的数来自普查" in note.zh for note in of("digital_economy_share", "2023-12-31").notes)


def test_a_year_that_is_not_over_is_not_known() -> None:
    for standing in on("2022-12-30").standings:
        assert all(o.period.last_year <= 2021 for o in standing.history)


def test_before_the_plan_nothing_is_assessed() -> None:
    assert {s.verdict for s in on("2019-12-31").standings} == {Verdict.NOT_ASSESSED}


def test_years_after_the_end_nothing_changes_any_more() -> None:
    late = {s.indicator_id: s.verdict for s in on("2030-01-01").standings}
    assert late == {s.indicator_id: s.verdict for s in on("2025-12-31").standings}


def test_what_stayed_unknown_in_the_last_year_is_told() -> None:
    standing = of("childcare_places", "2030-01-01")
    assert standing.verdict is Verdict.ON_TRACK
    assert not standing.settled
    assert any("2025年的数还没有" in note.zh for note in standing.notes)
