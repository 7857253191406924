"""Values by place and time: files of either layout, later values, months of a year, what is known on a date."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.unit.warehouse.small_nation import AREAS, FOUR, ON, ONE, TWO, aim, answers, every, same, values, warehouse

from lantu.plan.area import RollUpRule
from lantu.warehouse.block import cube_of, yearly
from lantu.warehouse.nation import add
from lantu.warehouse.store import last_of_each

YEAR = [(ONE, 2023, month, float(month)) for month in range(1, 13)]


def test_a_grid_file_and_a_sparse_file_of_the_same_values_give_the_same_answer(tmp_path: Path) -> None:
    rows = [
        (area, year, month, 10.0 * area + month + (year - 2019) ** 2)
        for area in range(ONE, FOUR + 1)
        for year in range(2020, 2024)
        for month in range(1, 13)
        if (area, year, month) != (TWO, 2022, 7)
    ]
    for rule in (RollUpRule.SUM, RollUpRule.LAST, RollUpRule.MEAN, RollUpRule.MIN):
        aims = [aim(over_time=rule, over_areas=RollUpRule.MEAN)]
        grid = warehouse(tmp_path / f"grid-{rule}", aims, {"it": rows})
        assert grid.manifest.grids == {"it": (2020, 2023, 12)}
        sparse = warehouse(tmp_path / f"sparse-{rule}", aims, {"it": rows}, grids=False)
        thin = warehouse(tmp_path / f"thin-{rule}", aims, {"it": [*rows, (ONE, 1901, 1, 5.0)]})
        assert thin.manifest.grids == {}
        assert same(answers(grid, ON), answers(sparse, ON))
        assert same(answers(grid), answers(thin, ON))


def test_later_changes_win_over_earlier_ones_and_one_without_a_value_takes_it_back(tmp_path: Path) -> None:
    store = warehouse(tmp_path / "w", [aim()], {"it": every(2023, 0, {ONE: 1.0, TWO: 2.0})})
    add(store, {"it": values((ONE, 2023, 0, 5.0), (TWO, 2023, 0, 6.0))}, ON)
    add(store, {"it": values((ONE, 2023, 0, 7.0), (ONE, 2023, 0, 8.0), (TWO, 2023, 0, float("nan")))}, ON)
    found = answers(store, ON)["value"]
    assert found[ONE] == 8.0
    assert np.isnan(found[TWO])


@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(2020, 2022), st.integers(0, 2), st.integers(0, 9)), max_size=40)
)
def test_of_several_values_for_one_time_the_last_counts(rows: list[tuple[int, int, int, int]]) -> None:
    found = last_of_each(values(*((area, year, part, float(value)) for area, year, part, value in rows)))
    told = dict(zip(zip(found.area, found.year, found.part, strict=True), found.value, strict=True))
    assert told == {row[:3]: row[3] for row in rows}


@pytest.mark.parametrize(
    ("rule", "whole"),
    [
        (RollUpRule.SUM, 78.0),
        (RollUpRule.MEAN, 6.5),
        (RollUpRule.MIN, 1.0),
        (RollUpRule.MAX, 12.0),
        (RollUpRule.LAST, 12.0),
    ],
)
def test_twelve_months_make_a_year_and_eleven_do_not(rule: RollUpRule, whole: float) -> None:
    years = np.array([2023.0])
    full = cube_of(values(*YEAR), years, len(AREAS.codes))
    assert yearly(full, rule)[ONE, 0] == whole
    for missing in range(12):
        lacking = cube_of(values(*YEAR[:missing], *YEAR[missing + 1 :]), years, len(AREAS.codes))
        known = rule is RollUpRule.LAST and missing < 11
        assert np.isnan(yearly(lacking, rule)[ONE, 0]) != known


def test_a_missing_month_is_not_a_month_of_nothing(tmp_path: Path) -> None:
    zero = [(ONE, 2023, month, 0.0) for month in range(1, 13)]
    found = answers(warehouse(tmp_path / "w", [aim(over_time=RollUpRule.SUM)], {"it": [*zero, *[
        (TWO, 2023, month, 0.0) for month in range(1, 12)]]}), ON)  # fmt: skip
    assert found["value"][ONE] == 0.0
    assert np.isnan(found["value"][TWO])


def test_a_published_year_goes_before_what_its_months_add_up_to(tmp_path: Path) -> None:
    store = warehouse(tmp_path / "w", [aim(over_time=RollUpRule.SUM)], {"it": [*YEAR, (ONE, 2023, 0, 80.0)]})
    assert answers(store, ON)["value"][ONE] == 80.0


def test_what_is_not_over_on_the_date_is_not_known(tmp_path: Path) -> None:
    store = warehouse(tmp_path / "w", [aim()], {"it": [(ONE, 2022, 0, 1.0), (ONE, 2023, 0, 2.0), (ONE, 2024, 0, 3.0)]})
    for day, value in (
        (date(2022, 12, 30), None),
        (date(2023, 12, 30), 1.0),
        (date(2023, 12, 31), 2.0),
        (date(2030, 1, 1), 3.0),
    ):
        found = answers(store, day)["value"][ONE]
        assert np.isnan(found) if value is None else found == value


@given(st.data())
@settings(max_examples=15, phases=(Phase.generate,))
def test_values_added_day_by_day_give_what_one_run_over_all_gives(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("w")
    aims = [
        aim("sum", RollUpRule.SUM, over_time=RollUpRule.SUM, target=400.0),
        aim("ratio", RollUpRule.RATIO, numerator="sum", beside="heads", factor=100.0),
        aim("mean", RollUpRule.WEIGHTED_MEAN, beside="heads"),
    ]
    row = st.tuples(st.integers(ONE, FOUR), st.integers(2020, 2023), st.just(0), st.integers(1, 400).map(float))
    rows = st.lists(row, min_size=1, max_size=6)
    known = {name: data.draw(rows) for name in ("sum", "heads", "mean")}
    store = warehouse(folder / "one", aims, known)
    answers(store, ON)
    for _ in range(data.draw(st.integers(1, 3))):
        new = {data.draw(st.sampled_from(["sum", "heads", "mean"])): data.draw(rows)}
        for name, more in new.items():
            add(store, {name: values(*more)}, ON)
            known[name] = known[name] + more
    step_by_step = answers(store)
    assert same(step_by_step, answers(store, ON))
    assert same(step_by_step, answers(warehouse(folder / "two", aims, known), ON))


def test_a_value_touches_only_what_depends_on_it(tmp_path: Path) -> None:
    aims = [
        aim("it", RollUpRule.SUM),
        aim("other", RollUpRule.SUM),
        aim("per_head", RollUpRule.RATIO, numerator="it", beside="heads"),
    ]
    full = {ONE: 1.0, TWO: 2.0, 5: 3.0, 6: 4.0}
    store = warehouse(tmp_path / "w", aims, dict.fromkeys(("it", "other", "heads", "per_head"), every(2023, 0, full)))
    answers(store, ON)
    assert add(store, {"it": values((ONE, 2023, 0, 9.0))}, ON) == 2 * 3  # the county, its province and the nation
    assert add(store, {"other": values((ONE, 2023, 0, 9.0), (FOUR, 2023, 0, 9.0))}, ON) == 5
    assert add(store, {"heads": values((FOUR, 2023, 0, 9.0))}, ON) == 3
    assert add(store, {"nobody asks": values((FOUR, 2023, 0, 9.0))}, ON) == 0


def test_another_date_changes_all_that_it_makes_known(tmp_path: Path) -> None:
    store = warehouse(tmp_path / "w", [aim()], {"it": [*every(2022, 0, {ONE: 1.0, TWO: 2.0}), (TWO, 2023, 0, 3.0)]})
    answers(store, date(2023, 6, 30))
    assert add(store, {"it": values((ONE, 2022, 0, 4.0))}, date(2023, 7, 1)) == len(AREAS.codes)
    assert add(store, {"it": values((ONE, 2022, 0, 4.0))}, date(2024, 1, 2)) == len(AREAS.codes)
    assert answers(store)["value"][TWO] == 3.0
    # From one day to the next nothing else becomes known.
    assert add(store, {"it": values((ONE, 2022, 0, 5.0))}, date(2024, 1, 3)) == 3
