"""A new value is held against what is known; what may be wrong is said, and nothing is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.monitoring.small_plan import HOME, indicator, observed, package

from lantu.monitoring.kernels.outliers import robust_score
from lantu.monitoring.validation import Doubt, doubts_about
from lantu.plan.area import Area, Over, RollUp, RollUpRule
from lantu.plan.balance import Balance
from lantu.plan.indicator import Indicator
from lantu.plan.observation import Observation
from lantu.plan.package import Package

TODAY = date(2026, 3, 1)
LENGTH = {2018: 101.5, 2019: 104.2, 2020: 106.9, 2021: 110.3, 2022: 112.8, 2023: 116.1}


def doubts(
    value: float | None, *, of: Indicator | None = None, past: dict[int | str, float | None] | None = None,
    period: str = "2024", status: str = "final",
) -> list[Doubt]:  # fmt: skip
    plan = package([of or indicator(base=100, target=150)], observed(LENGTH if past is None else past, status=status))
    (new,) = observed({period: value}, status=status)
    return [warned.doubt for warned in doubts_about(plan, new, TODAY)]


def test_an_ordinary_value_raises_no_doubt() -> None:
    assert doubts(119.0) == []
    assert doubts(116.2) == []
    assert doubts(None) == []
    assert doubts(5.0, past={}) == []


@pytest.mark.parametrize(("value", "doubt"), [
    (1190.0, Doubt.DIGIT_SLIP),
    (11.9, Doubt.DIGIT_SLIP),
    (1.19, Doubt.DIGIT_SLIP),
    (1_190_000.0, Doubt.UNIT_SLIP),
    (0.0119, Doubt.UNIT_SLIP),
    (160.0, Doubt.JUMP),
    (80.0, Doubt.JUMP),
    (-119.0, Doubt.OUT_OF_RANGE),
])  # fmt: skip
def test_a_value_that_cannot_be_right_is_doubted(value: float, doubt: Doubt) -> None:
    assert doubts(value)[0] is doubt


def test_a_share_beyond_a_hundred_per_cent_is_doubted_and_growth_may_be_negative() -> None:
    share = indicator(name="参保率", unit="%", base=90, target=95)
    assert doubts(101, of=share, past={}) == [Doubt.OUT_OF_RANGE]
    assert doubts(-3, of=indicator(name="工业增加值增长", unit="%", base=5, target=6), past={}) == []


def test_a_series_that_jumps_by_powers_of_ten_itself_is_left_alone() -> None:
    assert doubts(5000.0, past={2020: 1.0, 2021: 50.0, 2022: 7.0, 2023: 500.0}) == []


def test_the_value_of_another_period_or_of_one_to_come_is_doubted() -> None:
    assert doubts(116.1) == [Doubt.WRONG_PERIOD]
    assert doubts(125.0, period="2026") == [Doubt.WRONG_PERIOD]


def test_a_running_total_never_falls() -> None:
    total = indicator(name="新增绿道", unit="公里", base=None, target=100)
    months: dict[int | str, float | None] = {"2024-01": 5.0, "2024-02": 9.0}
    assert doubts(8.0, of=total, past=months, period="2024-03", status="累计") == [Doubt.DOES_NOT_ADD_UP]
    assert doubts(9.5, of=total, past=months, period="2024-03", status="累计") == []


def test_months_are_held_against_months_and_never_against_years() -> None:
    assert doubts(9.0, past={**LENGTH, "2024-01": 8.5}, period="2024-02") == []


PARTS = [
    indicator(id="gdp", name="地区生产总值", unit="亿元"),
    indicator(id="a", unit="亿元"),
    indicator(id="b", unit="亿元"),
]


def balanced(value: float) -> list[str]:
    plan = package(PARTS, [*observed({2024: 60.1}, id="a"), *observed({2024: 40.2}, id="b")])
    plan = replace(plan, balances=(Balance("gdp", ("a", "b")),))
    (new,) = observed({2024: value}, id="gdp")
    return [warned.message.zh for warned in doubts_about(plan, new, TODAY)]


def test_parts_and_whole_must_agree_within_what_is_printed() -> None:
    assert balanced(100.3) == []
    assert balanced(100.4) == []  # three numbers of one decimal may be 0.15 apart
    assert balanced(101.0) == ["“地区生产总值”为101，各分项合计100.3（60.1 + 40.2），相差0.7。"]


def test_a_ratio_is_held_against_its_numerator_and_denominator() -> None:
    rate, urban, people = (
        indicator(name="城镇化率", unit="%"),
        indicator(id="urban", unit="万人"),
        indicator(id="all", unit="万人"),
    )
    plan = package([rate, urban, people], [*observed({2024: 65.0}, id="urban"), *observed({2024: 100.0}, id="all")])
    plan = replace(plan, rollups=(RollUp("it", Over.AREAS, RollUpRule.RATIO, "", "urban", "all", 100.0),))
    for value, expected in ((65.0, []), (56.0, [Doubt.DOES_NOT_ADD_UP])):
        (new,) = observed({2024: value})
        assert [w.doubt for w in doubts_about(plan, new, TODAY)] == expected


def with_towns(new: float, rule: RollUpRule = RollUpRule.SUM) -> list[Doubt]:
    areas = tuple(Area(str(code), f"{code}镇", HOME) for code in range(1, 7))
    values: list[Observation] = [*observed({2024: 303.0})]
    for code in range(1, 6):
        values += observed({2023: 48.0 + code, 2024: 49.5 + code}, region=str(code))
    values += observed({2023: 40.0}, region="6")
    plan: Package = replace(
        package([indicator(name="新增就业", unit="人")], values), areas=areas,
        rollups=(RollUp("it", Over.AREAS, rule),),
    )  # fmt: skip
    (one,) = observed({2024: new}, region="6")
    return [warned.doubt for warned in doubts_about(plan, one, TODAY)]


def test_areas_must_make_the_area_they_are_part_of() -> None:
    assert with_towns(42.0) == [Doubt.DOES_NOT_ADD_UP]  # 262.5 + 42 is not 303
    assert with_towns(40.5) == []


def test_an_area_with_parts_is_held_against_them_and_against_the_whole_it_is_part_of() -> None:
    areas = (Area("1", "甲市", HOME), Area("11", "乙县", "1"), Area("12", "丙县", "1"))
    values = [*observed({2024: 500.0}), *observed({2024: 10.0}, region="11"), *observed({2024: 20.0}, region="12")]
    plan = replace(
        package([indicator(unit="人")], values), areas=areas, rollups=(RollUp("it", Over.AREAS, RollUpRule.SUM),)
    )
    (city,) = observed({2024: 500.0}, region="1")
    (told,) = doubts_about(plan, city, TODAY)
    assert "各地区合计30（10 + 20）" in told.message.zh


def test_a_change_unlike_that_of_the_areas_beside_it_is_doubted() -> None:
    assert with_towns(75.0, RollUpRule.NONE) == [Doubt.UNLIKE_OTHERS]
    assert with_towns(41.5, RollUpRule.NONE) == []


@given(st.lists(st.floats(-1e6, 1e6), min_size=3, max_size=12), st.floats(-1e6, 1e6))
def test_one_wild_value_among_many_hardly_moves_a_robust_score(others: list[float], value: float) -> None:
    score = float(robust_score(value, others, 1.0))
    assert np.sign(score) in (np.sign(value - np.median(others)), 0.0)
    assert float(robust_score(value, [*others, np.nan], 1.0)) == score


@given(st.floats(allow_nan=False, allow_infinity=False), st.lists(st.floats(-1e12, 1e12), max_size=8))
def test_no_value_breaks_the_doubts(value: float, past: list[float]) -> None:
    for warned in doubts_about(
        package([indicator(base=1, target=2)], observed({2010 + at: one for at, one in enumerate(past)})),
        observed({2024: value})[0],
        TODAY,
    ):
        assert warned.message.zh
        assert warned.message.en
