"""The corners where other monitors stumble."""

from __future__ import annotations

from datetime import date

import pytest
from tests.unit.monitoring.national import component
from tests.unit.monitoring.small_plan import indicator, observed, package, standing

from lantu.monitoring import monitor
from lantu.plan.indicator import Direction, Growth, GrowthKind, TargetForm
from lantu.plan.quantity import Comparator
from lantu.plan.verdict import Verdict

FORM = TargetForm


def test_a_fall_to_zero_exactly_on_its_line_is_on_track() -> None:
    # Open SDG calls 10 -> 0 on its line "limited".
    found = standing(indicator(FORM.LEVEL, 10, 0, direction=Direction.DECREASE), {2021: 8, 2022: 6}, "2022-12-31")
    assert found.verdict is Verdict.ON_TRACK
    assert found.progress == pytest.approx(0.4)
    assert found.expected == pytest.approx(6)


def test_a_target_equal_to_its_base_is_held_and_divides_by_nothing() -> None:
    # Akvo's report fails on target = base.
    one = indicator(FORM.LEVEL, 20, 20)
    assert standing(one, {2023: 20}, "2023-12-31").verdict is Verdict.ON_TRACK
    assert standing(one, {2023: 19}, "2023-12-31").verdict is Verdict.LAGGING
    assert standing(one, {2025: 20}).verdict is Verdict.ACHIEVED
    assert standing(one, {2023: 20}, "2023-12-31").progress is None


def test_more_than_the_base_is_not_yet_behind_while_it_stands_there() -> None:
    one = indicator(FORM.LEVEL, 20, 20, comparator=Comparator.ABOVE)
    assert standing(one, {2023: 20}, "2023-12-31").verdict is Verdict.ON_TRACK
    assert standing(one, {2025: 20}).verdict is Verdict.LAGGING


def test_a_target_of_zero_is_reached_at_zero() -> None:
    # Akvo fails on a target of 0.
    found = standing(indicator(FORM.LEVEL, 5, 0, direction=Direction.DECREASE), {2022: 0}, "2022-12-31")
    assert found.verdict is Verdict.ACHIEVED
    assert found.value == 0


def test_a_way_through_zero_is_measured_without_growth() -> None:
    # A growth rate through zero means nothing; Open SDG's progress measure is one. The way does not need it.
    found = standing(indicator(FORM.LEVEL, -3, 2), {2023: 0.5}, "2023-12-31")
    assert found.progress == pytest.approx(0.7)
    assert found.verdict is Verdict.ON_TRACK


def test_growth_from_a_base_of_zero_is_not_assessed() -> None:
    one = indicator(FORM.ANNUAL_RATE, 0, 7, name="旅游收入", unit="亿元")
    assert standing(one, {2021: 5}).verdict is Verdict.NOT_ASSESSED


@pytest.mark.parametrize("comparator", [None, Comparator.AT_MOST, Comparator.BELOW])
def test_a_rate_that_is_to_fall_is_ahead_when_it_falls_faster(comparator: Comparator | None) -> None:
    one = indicator(
        FORM.ANNUAL_RATE, None, -3, name="能耗变化率", unit="%", comparator=comparator, direction=Direction.DECREASE
    )
    wanted = {-6: Verdict.AHEAD, -2: Verdict.LAGGING, 0: Verdict.LAGGING, 3: Verdict.LAGGING}
    for rate, verdict in wanted.items():
        found = standing(one, {2021: rate, 2022: rate}, "2022-12-31")
        assert found.verdict is verdict, rate
        assert found.progress == pytest.approx(rate / -3)


def test_levels_are_never_averaged_as_rates() -> None:
    one = indicator(FORM.ANNUAL_RATE, 100, 7, name="地区生产总值", unit="亿元")
    found = standing(one, {2021: 108, 2022: 115, 2024: 135}, "2024-12-31")
    assert found.value == pytest.approx(100 * (1.35**0.25 - 1))
    assert "亿元" not in found.reason.zh


def test_rates_or_levels_without_a_unit_are_not_guessed() -> None:
    found = standing(indicator(FORM.ANNUAL_RATE, None, 7, name="旅游收入", unit=None), {2021: 8})
    assert found.verdict is Verdict.NOT_ASSESSED
    assert "单位" in found.reason.zh


def test_the_growth_column_serves_where_the_target_cell_is_empty() -> None:
    growth = Growth(GrowthKind.ANNUAL_RATE, 6, Comparator.ABOUT, "6%左右")
    one = indicator(FORM.ANNUAL_RATE, None, None, name="工业增长", unit="%", text="", growth=growth)
    found = standing(one, dict.fromkeys(range(2021, 2026), 5.8))
    assert found.verdict is Verdict.ACHIEVED
    assert any("5.7%即算达到" in note.zh for note in found.notes)
    growth = Growth(GrowthKind.ANNUAL_INCREMENT, 0.2, Comparator.EQUAL, "0.2")
    one = indicator(FORM.LEVEL, 80.4, None, unit="岁", text="", growth=growth)
    assert standing(one, {2023: 81}, "2023-12-31").path[-1] == (2025, 81.4)


@pytest.mark.parametrize(("value", "verdict"), [(5.71, Verdict.ACHIEVED), (5.69, Verdict.LAGGING)])
def test_about_allows_a_twentieth(value: float, verdict: Verdict) -> None:
    one = indicator(FORM.ANNUAL_RATE, None, 6, name="工业增长", unit="%", comparator=Comparator.ABOUT)
    assert standing(one, dict.fromkeys(range(2021, 2026), value)).verdict is verdict


def test_a_rate_exactly_on_target_is_achieved_and_the_outlook_agrees() -> None:
    one = indicator(FORM.ANNUAL_RATE, None, 7, name="工业增长", unit="%", comparator=Comparator.AT_LEAST)
    # Their plain mean is 7, their compounded one a little less.
    found = standing(one, {2021: 14, 2022: 0, 2023: 7, 2024: 7, 2025: 7})
    assert found.outlook is not None
    assert (found.verdict is Verdict.ACHIEVED) == (found.outlook.probability == 1)


def test_an_average_rate_is_never_achieved_before_the_end() -> None:
    one = indicator(FORM.ANNUAL_RATE, None, 7, name="工业增长", unit="%")
    assert standing(one, {2021: 9, 2022: 9}, "2022-12-31").verdict is Verdict.AHEAD
    assert standing(one, {2021: 7.1, 2022: 7.1}, "2022-12-31").verdict is Verdict.ON_TRACK


def test_a_range_is_reached_at_its_nearer_end_and_left_at_its_farther_one() -> None:
    range_ = {"high": 30, "comparator": Comparator.RANGE, "text": "25—30"}
    growing = indicator(FORM.LEVEL, 20, 25, **range_)
    assert standing(growing, {2023: 26}, "2023-12-31").verdict is Verdict.ACHIEVED
    assert any("另一端30" in note.zh for note in standing(growing, {2023: 31}, "2023-12-31").notes)
    neither = indicator(FORM.LEVEL, 20, 25, direction=None, **range_)
    assert standing(neither, {2023: 31}, "2023-12-31").verdict is Verdict.LAGGING
    falling = indicator(FORM.LEVEL, 40, 25, direction=Direction.DECREASE, **range_)
    assert standing(falling, {2023: 31}, "2023-12-31").path[-1][1] == 30


def test_a_falling_goal_whose_reader_wrote_at_least_still_falls() -> None:
    one = indicator(FORM.LEVEL, 20, 15, direction=Direction.DECREASE, comparator=Comparator.AT_LEAST)
    assert standing(one, {2023: 19}, "2023-12-31").verdict is Verdict.LAGGING
    assert standing(one, {2023: 14}, "2023-12-31").verdict is Verdict.ACHIEVED


def test_without_a_printed_base_the_last_value_before_the_plan_is_the_base() -> None:
    found = standing(indicator(FORM.LEVEL, None, 100), {2020: 72, 2021: 80}, "2021-12-31")
    assert found.path[0] == (2020, 72)
    assert any("没有印基期值" in note.zh for note in found.notes)


def test_one_value_without_a_base_shows_no_progress() -> None:
    assert standing(indicator(FORM.LEVEL, None, 100), {2021: 80}).verdict is Verdict.NOT_ASSESSED


def test_the_base_alone_is_no_progress() -> None:
    assert standing(indicator(FORM.LEVEL, 50, 100), {2020: 50}).verdict is Verdict.NOT_ASSESSED


def test_values_after_the_target_year_say_nothing_of_the_target() -> None:
    found = standing(indicator(FORM.LEVEL, 50, 100), {2024: 90, 2027: 120}, "2030-01-01")
    assert found.value == 90
    assert found.verdict is Verdict.ON_TRACK
    ceiling = indicator(FORM.CEILING_EACH_YEAR, 5, 5.5, unit="%", direction=Direction.DECREASE)
    assert standing(ceiling, {2025: 5.4, 2026: 9}, "2030-01-01").value == 5.4


@pytest.mark.parametrize("comparator", [None, Comparator.AT_LEAST, Comparator.ABOVE, Comparator.AT_MOST])
@pytest.mark.parametrize("direction", [None, *Direction])
def test_the_form_of_a_yearly_bound_says_which_side_is_better(
    comparator: Comparator | None, direction: Direction | None
) -> None:
    # A base beyond the bound: first to be reached. A comparator that contradicts the form turns nothing round.
    ceiling = indicator(FORM.CEILING_EACH_YEAR, 6, 5.5, comparator=comparator, direction=direction)
    floor = indicator(FORM.FLOOR_EACH_YEAR, 5, 5.5, comparator=comparator, direction=direction)
    for bound, better, worse in ((ceiling, 5.2, 7), (floor, 5.8, 4)):
        assert standing(bound, {2022: better}, "2022-12-31").verdict is Verdict.ACHIEVED
        assert standing(bound, {2022: worse}, "2022-12-31").verdict is Verdict.LAGGING


def test_without_any_year_there_is_no_schedule() -> None:
    one = indicator(FORM.LEVEL, 50, 100, base_year=None, target_year=None)
    found = standing(one, {2021: 60}, period=None)
    assert found.verdict is Verdict.NOT_ASSESSED
    assert "目标年份" in found.reason.zh


def test_yearly_amounts_add_up_to_a_total() -> None:
    one = indicator(FORM.CUMULATIVE, 65, 60, name="城镇新增就业", unit="万人", text="〔60〕", base_text="〔65〕")
    found = standing(one, {2021: 12, 2022: 12.5, 2023: 11}, "2023-12-31")
    assert found.value == 35.5
    assert found.verdict is Verdict.ON_TRACK


def test_a_level_without_base_is_never_added_up() -> None:
    found = standing(indicator(FORM.CUMULATIVE, None, 1, name="预期寿命", unit="岁", text="〔1〕"), {2021: 78})
    assert found.verdict is Verdict.NOT_ASSESSED
    assert "水平值" in found.reason.zh


def test_yearly_cuts_are_chained_never_counted_from_a_base() -> None:
    one = indicator(FORM.CUMULATIVE, 6.64, 13.5, name="单位GDP能耗降低", unit="%", direction=Direction.DECREASE)
    found = standing(one, {2021: 3, 2022: 2.5, 2023: 2.9}, "2023-12-31")
    assert found.value == pytest.approx(8.1677, abs=1e-4)
    assert any("连乘" in note.zh for note in found.notes)


def test_yearly_cuts_with_a_gap_are_not_chained() -> None:
    one = indicator(FORM.CUMULATIVE, None, 13.5, name="单位GDP能耗降低", unit="%", direction=Direction.DECREASE)
    assert standing(one, {2021: 3, 2023: 2.9}).verdict is Verdict.NOT_ASSESSED


def test_a_cut_in_per_cent_of_an_amount_is_a_share_of_its_base() -> None:
    one = indicator(
        FORM.CUMULATIVE, 50, 16, name="万元GDP用水量", unit="立方米", text="〔16%〕", direction=Direction.DECREASE
    )
    assert standing(one, {2023: 45}, "2023-12-31").path[-1] == (2025, 42)


def test_a_total_that_must_not_be_exceeded_is_never_achieved_early() -> None:
    one = indicator(
        FORM.CUMULATIVE, None, 10, name="新增建设用地", unit="万亩", comparator=Comparator.AT_MOST,
        direction=Direction.DECREASE,
    )  # fmt: skip
    assert standing(one, {2021: 1, 2022: 1}, "2022-12-31").verdict is Verdict.AHEAD
    assert standing(one, {2021: 6, 2022: 5}, "2022-12-31").verdict is Verdict.LAGGING
    assert standing(one, dict.fromkeys(range(2021, 2026), 1.9)).verdict is Verdict.ACHIEVED


def test_half_a_printed_digit_excuses_little_where_digits_are_coarse() -> None:
    # Printed 3 -> 4: half a digit is half the way, and would excuse anything.
    found = standing(indicator(FORM.LEVEL, 3, 4), {2023: 3.15}, "2023-12-31")
    assert found.verdict is Verdict.LAGGING
    assert component(found, "rounding") == pytest.approx(0.1)


def test_the_printed_digits_are_those_of_the_number_not_of_the_year() -> None:
    one = indicator(FORM.LEVEL, 80, 87.5, text="到2025年达到87.5")
    assert component(standing(one, {2023: 84}, "2023-12-31"), "rounding") == pytest.approx(0.05)


def test_several_regions_stand_apart_and_printed_bases_are_the_plans_own() -> None:
    one = indicator(FORM.LEVEL, 50, 100, name="参保率", unit="%")
    values = observed({2021: 60}) + observed({2020: 80, 2021: 84}, region="990101")
    home, town = monitor(package([one], values), date(2021, 12, 31)).standings
    assert (home.region, home.path[0][1]) == ("990100", 50)
    assert (town.region, town.path[0][1]) == ("990101", 80)
    assert any("参照" in note.zh for note in town.notes)


def test_an_amount_of_the_whole_is_no_target_of_a_part() -> None:
    town = standing(indicator(FORM.LEVEL, 50, 100), observed({2020: 5, 2021: 6}, region="990101"))
    assert town.verdict is Verdict.NOT_ASSESSED
    assert "没有分解" in town.reason.zh


def test_a_plan_without_a_region_code_is_the_plan_of_the_only_region() -> None:
    found = standing(indicator(FORM.LEVEL, 50, 100), observed({2021: 60}, region="990101"), "2021-12-31", code="")
    assert found.verdict is Verdict.ON_TRACK


def test_an_unknown_comparator_is_named() -> None:
    one = indicator(FORM.RELATIVE, unit="%", text="高于全市平均水平", reference="全市平均水平")
    found = standing(one, {2021: 8})
    assert found.verdict is Verdict.NOT_ASSESSED
    assert "全市平均水平" in found.reason.en


@pytest.mark.parametrize(
    ("words", "lead", "verdict"),
    [
        ("高于GDP增长", 0.0, Verdict.LAGGING),
        ("不低于GDP增长", 0.0, Verdict.ON_TRACK),
        ("与GDP增长同步", -0.5, Verdict.ON_TRACK),
        ("与GDP增长同步", -0.6, Verdict.LAGGING),
        ("低于GDP增长", -0.1, Verdict.ON_TRACK),
        ("不超过GDP增长", 0.1, Verdict.LAGGING),
    ],
)
def test_words_of_comparison_mean_what_they_say(words: str, lead: float, verdict: Verdict) -> None:
    one = indicator(FORM.RELATIVE, name="收入增长", unit="%", text=words, reference="gdp")
    other = indicator(FORM.ANNUAL_RATE, None, 5, id="gdp", name="GDP增长", unit="%")
    values = observed({2021: 6 + lead, 2022: 4 + lead}) + observed({2021: 6, 2022: 4}, id="gdp")
    assert monitor(package([one, other], values), date(2022, 12, 31)).standings[0].verdict is verdict


def test_amounts_are_compared_by_their_growth_never_by_their_size() -> None:
    one = indicator(FORM.RELATIVE, 100, None, name="工业增加值", unit="亿元", text="高于GDP增速", reference="gdp")
    other = indicator(FORM.LEVEL, 1000, 1400, id="gdp", name="GDP", unit="亿元")
    values = observed({2021: 110, 2022: 121}) + observed({2021: 1080, 2022: 1166}, id="gdp")
    found = monitor(package([one, other], values), date(2022, 12, 31)).standings[0]
    assert found.value == pytest.approx(10)
    assert found.verdict is Verdict.ON_TRACK


def test_half_a_year_is_set_aside() -> None:
    found = standing(indicator(FORM.LEVEL, 547.9, 700), {"2024H1": 309.1}, "2024-12-31")
    assert found.verdict is Verdict.NOT_ASSESSED
    assert "全年" in found.set_aside[0][1].zh


def test_of_two_values_of_a_year_the_final_one_counts() -> None:
    values = observed({2022: 60}, status="final") + observed({2022: 58}, status="preliminary")
    assert standing(indicator(FORM.LEVEL, 50, 100), values, "2022-12-31").value == 60


def test_an_assessed_value_goes_before_a_raw_one_wherever_it_stands() -> None:
    values = observed({2022: 60}, status="final, 扣除沙尘异常超标天") + observed({2022: 58}, status="final, raw")
    assert standing(indicator(FORM.LEVEL, 50, 100), values, "2022-12-31").value == 60


def test_zero_is_a_value() -> None:
    found = standing(indicator(FORM.LEVEL, 0, 10), {2022: 0}, "2022-12-31")
    assert found.value == 0
    assert found.verdict is Verdict.LAGGING


def test_a_township_is_never_judged_against_the_amount_of_the_whole_though_the_plan_has_no_code() -> None:
    one = indicator(FORM.LEVEL, 100, 165, name="地区生产总值", unit="亿元")
    values = [*observed({2021: 120}, region="210381"), *observed({2021: 60}, region="210381001")]
    found = {s.region: s.verdict for s in monitor(package([one], values, code=""), date(2021, 12, 31)).standings}
    assert found == {"210381": Verdict.AHEAD, "210381001": Verdict.NOT_ASSESSED}
    strangers = [*observed({2021: 120}, region="甲县"), *observed({2021: 60}, region="乙镇")]
    found = {s.region: s.verdict for s in monitor(package([one], strangers, code=""), date(2021, 12, 31)).standings}
    assert found == {"甲县": Verdict.NOT_ASSESSED, "乙镇": Verdict.NOT_ASSESSED}


def test_a_share_beyond_a_hundred_per_cent_is_set_aside_and_not_judged_by() -> None:
    one = indicator(FORM.LEVEL, 50, 60, name="常住人口城镇化率", unit="%")
    found = standing(one, {2021: 52.5, 2022: 120}, "2022-12-31")
    assert found.value == 52.5
    ((aside, why),) = found.set_aside
    assert (aside.value, why.zh) == (120, "占比超出了0到100%，请核对")


def test_a_ceiling_kept_only_on_average_says_so() -> None:
    one = indicator(FORM.CEILING_EACH_YEAR, 5, 5.5, name="失业率", unit="%", direction=Direction.DECREASE)
    found = standing(one, {2021: 5.1, 2022: 5.6, 2023: 5.2}, "2023-12-31")
    assert found.verdict is Verdict.ON_TRACK
    assert any("2022年越线，不是每年都守住" in note.zh for note in found.notes)
