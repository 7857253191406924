"""From counties to provinces to the nation, each indicator by its own rule."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from tests.unit.warehouse.small_nation import (
    EAST,
    FOUR,
    NATION,
    ON,
    ONE,
    THREE,
    TWO,
    WEST,
    aim,
    answers,
    every,
    warehouse,
)

from lantu.plan.area import RollUpRule

OWN = {ONE: 10.0, TWO: 30.0, THREE: 50.0, FOUR: 90.0}
BESIDE = {ONE: 1.0, TWO: 3.0, THREE: 2.0, FOUR: 2.0}
ABOVE = {ONE: 5.0, TWO: 15.0, THREE: 8.0, FOUR: 12.0}


@pytest.mark.parametrize(
    ("rule", "east", "west", "nation"),
    [
        (RollUpRule.SUM, 40, 140, 180),
        (RollUpRule.MEAN, 20, 70, 45),
        (RollUpRule.WEIGHTED_MEAN, (10 + 90) / 4, 70, (25 * 4 + 70 * 4) / 8),
        (RollUpRule.RATIO, 500, 500, 500),
        (RollUpRule.MIN, 10, 50, 10),
        (RollUpRule.MAX, 30, 90, 90),
        (RollUpRule.NONE, None, None, None),
    ],
)
def test_each_rule_makes_provinces_of_counties_and_the_nation_of_provinces(
    tmp_path: Path, rule: RollUpRule, east: float | None, west: float | None, nation: float | None
) -> None:
    beside = "beside" if rule in (RollUpRule.WEIGHTED_MEAN, RollUpRule.RATIO) else ""
    above = "above" if rule is RollUpRule.RATIO else ""
    store = warehouse(
        tmp_path / "w",
        [aim(over_areas=rule, beside=beside, numerator=above, factor=100.0)],
        {"it": every(2023, 0, OWN), "beside": every(2023, 0, BESIDE), "above": every(2023, 0, ABOVE)},
    )
    found = answers(store, ON)["value"]
    expected = [np.nan if number is None else number for number in (nation, east, west)]
    assert found[[NATION, EAST, WEST]] == pytest.approx(expected, nan_ok=True)
    assert found[ONE:].tolist() == list(OWN.values())


def test_a_published_value_of_the_whole_goes_before_what_its_parts_add_up_to(tmp_path: Path) -> None:
    rows = [*every(2022, 0, OWN), *every(2023, 0, OWN), (EAST, 2023, 0, 41.5)]
    found = answers(warehouse(tmp_path / "w", [aim(over_areas=RollUpRule.SUM)], {"it": rows}), ON)
    assert found["value"][[EAST, WEST, NATION]].tolist() == [41.5, 140, 181.5]
    # Behind a published value stand no parts.
    assert found["asked"].tolist() == [2, 0, 2, 0, 0, 0, 0]
    alone = answers(
        warehouse(tmp_path / "alone", [aim(over_areas=RollUpRule.SUM)], {"it": [(EAST, 2023, 0, 41.5)]}), ON
    )
    assert alone["asked"].tolist() == [2, 0, 2, 0, 0, 0, 0]
    assert alone["known"].tolist() == [1, 0, 0, 0, 0, 0, 0]


def test_a_sum_that_lacks_a_part_is_not_judged_but_its_coverage_is_shown(tmp_path: Path) -> None:
    rows = [*every(2020, 0, OWN), *every(2023, 0, OWN | {FOUR: float("nan")})]
    found = answers(warehouse(tmp_path / "w", [aim(over_areas=RollUpRule.SUM)], {"it": rows}), ON)
    assert (found["known"][WEST], found["asked"][WEST]) == (1, 2)
    assert np.isnan(found["value"][WEST])
    assert found["verdict"][WEST] == 0
    assert found["verdict"][EAST] > 0
    mean = answers(warehouse(tmp_path / "m", [aim(over_areas=RollUpRule.MEAN)], {"it": rows}), ON)
    assert (mean["value"][WEST], mean["known"][WEST], mean["asked"][WEST]) == (50.0, 1, 2)


def test_amounts_of_the_whole_are_no_targets_of_its_counties(tmp_path: Path) -> None:
    rows = [*every(2020, 0, OWN), *every(2023, 0, OWN)]
    whole = answers(
        warehouse(tmp_path / "w", [aim(over_areas=RollUpRule.SUM, of_the_whole=True, target=200.0)], {"it": rows}), ON
    )
    assert whole["verdict"][NATION] > 0
    assert whole["verdict"][[EAST, WEST, ONE, TWO, THREE, FOUR]].tolist() == [0] * 6
