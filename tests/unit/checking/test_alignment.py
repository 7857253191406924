"""Indicators of two plans are paired by name, unit and definition; each pair says why, and the work stays linear."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.checking import alignment
from lantu.checking.alignment import ENOUGH, align, is_above, level
from lantu.plan.indicator import Baseline, Direction, Indicator, Target
from lantu.plan.period import Period
from lantu.plan.plan import Plan
from lantu.plan.reading import Reading
from lantu.plan.region import Region


def plan_of(region: str, *rows: tuple[str, str | None], code: str = "") -> Reading:
    indicators = tuple(
        Indicator(f"i{n}", name, unit=unit, direction=Direction.INCREASE,
                  baseline=Baseline(Period.year(2020), 10.0, "10"),
                  target=Target(Period.year(2025), 20.0 + n % 7, text=str(20 + n % 7)))
        for n, (name, unit) in enumerate(rows)
    )  # fmt: skip
    return Reading(Plan(f"{region}规划", Region(region, code), Period.years(2021, 2025), indicators=indicators))


def pairs(own: Reading, other: Reading) -> list[tuple[str, str]]:
    return [(pair.own.name, pair.theirs.name) for pair in align(own, other)]


def test_like_names_with_units_of_one_kind_are_one_indicator_and_say_why() -> None:
    own, other = (
        plan_of("某县", ("全县森林覆盖率", "%")),
        plan_of("某省", ("★森林覆盖率", "%"), ("森林蓄积量", "万立方米")),
    )
    (pair,) = align(own, other)
    assert (pair.own.name, pair.theirs.name) == ("全县森林覆盖率", "★森林覆盖率")
    assert pair.likeness == pytest.approx(1)
    assert pair.why.zh == "配对 1.00：名称同 0.45、口径用词同 0.25、单位同（%） 0.20、目标年同（2025） 0.10"
    assert pair.why.en == (
        "paired at 1.00: same name 0.45, same definition 0.25, same unit (%) 0.20, same target year (2025) 0.10"
    )


def test_each_indicator_is_taken_once_and_the_best_pair_first() -> None:
    own = plan_of("某县", ("城镇登记失业率", "%"), ("城镇调查失业率", "%"))
    other = plan_of("某省", ("城镇调查失业率", "%"))
    assert pairs(own, other) == [("城镇调查失业率", "城镇调查失业率")]


def test_another_definition_of_one_thing_is_paired_and_named() -> None:
    (pair,) = align(plan_of("某县", ("城镇登记失业率", "%")), plan_of("某省", ("城镇调查失业率", "%")))
    assert pair.definition == ("登记", "调查")


@pytest.mark.parametrize(
    ("one", "two"),
    [("城镇居民收入", "农村居民收入"), ("进口总额", "出口总额"), ("城市污水处理率", "农村污水处理率"),
     ("每千人口床位数", "每千人口医师数")],
)  # fmt: skip
def test_two_things_are_not_paired(one: str, two: str) -> None:
    assert pairs(plan_of("某县", (one, "%")), plan_of("某省", (two, "%"))) == []


@given(st.lists(st.text(max_size=12), max_size=6), st.lists(st.text(max_size=12), max_size=6))
def test_no_names_break_the_matcher_and_every_pair_is_enough(one: list[str], two: list[str]) -> None:
    found = align(plan_of("某县", *((name, "%") for name in one)), plan_of("某省", *((name, None) for name in two)))
    assert all(pair.likeness >= ENOUGH for pair in found)
    assert len({id(pair.theirs) for pair in found}) == len(found)


NAMES = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(["", "城镇", "农村", "户籍", "常住"]),
        st.sampled_from(["", "登记", "调查", "人口"]),
        st.sampled_from(
            ["失业率", "学前教育毛入学率", "学前教育入学率", "医保参保率", "医保覆盖率", "工业增加值", "工业产值"]
        ),
    ),
)


@given(st.lists(NAMES, max_size=8), st.lists(NAMES, max_size=8))
def test_no_pair_is_missed_that_comparing_all_with_all_would_find(one: list[str], two: list[str]) -> None:
    own, other = (plan_of(area, *((name, "%") for name in names)) for area, names in (("某县", one), ("某省", two)))
    found = align(own, other)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(alignment._Met, "by", lambda _, row: range(len(two)))
        assert align(own, other) == found


@pytest.mark.parametrize(
    ("name", "code", "rank"),
    [("中国", "", 0), ("云岭省", "", 1), ("上海市", "", 1), ("江阳市", "", 2), ("某县", "", 3), ("西柳镇", "", 4),
     ("江阳市", "210381", 3), ("江阳市", "210300", 2), ("", "", None)],
)  # fmt: skip
def test_levels_are_told_by_code_else_by_name(name: str, code: str, rank: int | None) -> None:
    assert level(plan_of(name, code=code)) == rank


def test_a_town_is_not_above_a_county_nor_a_plan_above_its_own_area() -> None:
    county, town, city = plan_of("某县"), plan_of("某镇"), plan_of("某市")
    assert is_above(city, county)
    assert not is_above(town, county)
    assert not is_above(plan_of("某县"), county)
    assert not is_above(plan_of("他县"), county)


def test_aligning_thousands_of_indicators_grows_with_their_number() -> None:
    """Three thousand indicators against four plans of as many: a few seconds, and no more for each than for a few."""
    hanzi = [chr(0x4E00 + n) for n in range(3000)]

    def names(count: int) -> list[tuple[str, str]]:
        return [("".join(hanzi[(n * k) % 3000] for k in (3, 7, 11, 13, 17)) + "覆盖率", "%") for n in range(1, count)]

    def seconds(count: int) -> float:
        own, other = plan_of("某县", *names(count)), plan_of("某省", *names(count))
        begin = time.process_time()
        align(own, other)
        return time.process_time() - begin

    seconds(500)  # names are cut up once and remembered
    few, many = seconds(750), seconds(3000)
    assert many < 12 * few + 0.2, f"{few:.3f} s for 750, {many:.3f} s for 3,000"
