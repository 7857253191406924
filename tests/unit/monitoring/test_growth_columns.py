"""What a growth column means: a fall printed as a plain number is a fall, points and units a year are no rate."""

from __future__ import annotations

import pytest
from tests.unit.monitoring.small_plan import indicator, standing

from lantu.plan.indicator import Direction, Growth, GrowthKind, Indicator, TargetForm
from lantu.plan.quantity import Comparator
from lantu.plan.verdict import Verdict

DOWN = Direction.DECREASE


def falling(
    text: str, value: float, comparator: Comparator | None = None, *, base: float | None = 40, unit: str = "立方米",
    name: str = "单位产值用水量", kind: GrowthKind = GrowthKind.ANNUAL_RATE, form: TargetForm = TargetForm.ANNUAL_RATE,
) -> Indicator:  # fmt: skip
    growth = Growth(kind, value, comparator, text)
    return indicator(form, base, None, name=name, unit=unit, text="", direction=DOWN, growth=growth)


@pytest.mark.parametrize(
    "one",
    [
        falling("-4", -4),
        falling("年均下降4%", 4),
        falling("年均下降4%以上", 4, Comparator.AT_LEAST),
        falling("4", 4, Comparator.DECREASE_BY),
        falling("年均降低4%左右", 4, Comparator.ABOUT),
    ],
    ids=lambda one: one.growth.text,
)
def test_a_yearly_fall_is_met_by_falling_and_missed_by_rising(one: Indicator) -> None:
    fast = standing(one, {2021: 37, 2022: 34}, "2022-12-31")
    assert fast.verdict is Verdict.AHEAD
    assert "目标是年均−4%" in fast.reason.zh
    slow = standing(one, {2021: 41, 2022: 42}, "2022-12-31")
    assert slow.verdict is Verdict.LAGGING
    assert slow.needed is not None
    assert slow.needed < -4
    assert fast.outlook is not None
    assert slow.outlook is not None
    assert fast.outlook.probability > 0.5 > slow.outlook.probability


def test_a_cap_on_growth_is_no_fall() -> None:
    one = falling("3", 3, Comparator.AT_MOST)
    assert standing(one, {2021: 41, 2022: 42}, "2022-12-31").verdict is Verdict.ON_TRACK
    assert standing(one, {2021: 44, 2022: 48}, "2022-12-31").verdict is Verdict.LAGGING


def test_a_fall_of_no_more_than_so_much_is_kept_by_falling_less() -> None:
    one = falling("年均下降不超过4%", 4, Comparator.AT_MOST)
    assert standing(one, {2021: 39, 2022: 38}, "2022-12-31").verdict is Verdict.ON_TRACK
    assert standing(one, {2021: 36, 2022: 32}, "2022-12-31").verdict is Verdict.LAGGING


def test_points_a_year_lead_to_a_level_and_are_no_rate() -> None:
    one = falling("年均降低0.2个百分点", 0.2, base=5, unit="%", name="城镇登记失业率", kind=GrowthKind.ANNUAL_INCREMENT)
    found = standing(one, {2021: 4.8, 2022: 4.6}, "2022-12-31")
    assert found.path[-1] == (2025, 4)
    assert found.verdict is Verdict.ON_TRACK
    assert standing(one, {2021: 5.1, 2022: 5.2}, "2022-12-31").verdict is Verdict.LAGGING


def test_a_level_that_a_yearly_fall_leads_to_lies_below_its_base() -> None:
    one = falling("年均减少2", 2, kind=GrowthKind.ANNUAL_INCREMENT, form=TargetForm.LEVEL)
    assert standing(one, {2022: 36}, "2022-12-31").path[-1] == (2025, 30)
    one = falling("年均下降10%", 10, form=TargetForm.LEVEL)
    assert standing(one, {2022: 36}, "2022-12-31").path[-1][1] == pytest.approx(40 * 0.9**5)


def test_the_level_of_a_share_is_never_taken_for_its_growth() -> None:
    one = falling("每年减少1", 1, base=8, unit="%", name="劣V类水体比例")
    found = standing(one, {2021: 7, 2022: 6}, "2022-12-31")
    assert found.verdict is Verdict.NOT_ASSESSED
    assert "百分点" in found.reason.zh


def test_yearly_figures_of_a_fall_whose_sign_nobody_says_are_not_guessed() -> None:
    one = falling("年均下降3%", 3, base=None, unit="%", name="单位GDP能耗")
    found = standing(one, {2021: 3.5, 2022: 3.2}, "2022-12-31")
    assert found.verdict is Verdict.NOT_ASSESSED
    assert "降幅" in found.reason.zh


def test_a_figure_named_a_cut_is_counted_in_its_own_size() -> None:
    one = falling("年均下降3%", 3, base=None, unit="%", name="单位GDP能耗降低")
    assert standing(one, {2021: 3.5, 2022: 3.6}, "2022-12-31").verdict is Verdict.AHEAD
    assert standing(one, {2021: 1, 2022: 1.2}, "2022-12-31").verdict is Verdict.LAGGING


def test_amounts_of_a_year_add_up_to_the_yearly_amount_times_the_years() -> None:
    growth = Growth(GrowthKind.ANNUAL_ABSOLUTE, 13, None, "年均13万人")
    one = indicator(
        TargetForm.ANNUAL_RATE, 65, None, name="城镇新增就业", unit="万人", text="", base_text="[65]", growth=growth
    )
    found = standing(one, {2021: 13.4, 2022: 12.9}, "2022-12-31")
    assert found.value == pytest.approx(26.3)
    assert found.path[-1] == (2025, 65)
    assert found.verdict is Verdict.ON_TRACK
    assert standing(one, {2021: 9, 2022: 9}, "2022-12-31").verdict is Verdict.LAGGING


def test_units_a_year_lead_to_a_level() -> None:
    growth = Growth(GrowthKind.ANNUAL_ABSOLUTE, 20, None, "年均增加20公里")
    one = indicator(TargetForm.ANNUAL_RATE, 500, None, text="", growth=growth)
    found = standing(one, {2021: 522, 2022: 545}, "2022-12-31")
    assert found.path[-1] == (2025, 600)
    assert found.verdict is Verdict.ON_TRACK


def test_a_share_whose_yearly_growth_is_a_bare_number_is_not_guessed() -> None:
    growth = Growth(GrowthKind.ANNUAL_RATE, 0.8, None, "0.8")
    one = indicator(TargetForm.ANNUAL_RATE, 60, None, name="常住人口城镇化率", unit="%", text="", growth=growth)
    assert standing(one, {2021: 61, 2022: 62}, "2022-12-31").verdict is Verdict.NOT_ASSESSED
