"""A nation of two provinces and four counties, and warehouses of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from lantu.plan.area import RollUpRule
from lantu.plan.indicator import TargetForm
from lantu.warehouse.block import Aim, Areas, Values
from lantu.warehouse.nation import latest_of, run
from lantu.warehouse.standings import standings
from lantu.warehouse.store import Store, create

NATION, EAST, WEST, ONE, TWO, THREE, FOUR = range(7)
AREAS = Areas(("N", "E", "W", "1", "2", "3", "4"), np.array([-1, 0, 0, 1, 1, 2, 2], np.int32))
ON = date(2023, 12, 31)
Row = tuple[int, int, int, float]


def aim(indicator: str = "it", over_areas: RollUpRule = RollUpRule.NONE, **more: Any) -> Aim:
    given = {"form": TargetForm.LEVEL, "first_year": 2021, "target_year": 2025, "target": 100.0, "sign": 1.0}
    return Aim(indicator, over_areas=over_areas, **(given | more))


def values(*rows: Row) -> Values:
    area, year, part, value = zip(*rows, strict=True) if rows else ((), (), (), ())
    return Values(np.array(area, np.int32), np.array(year, np.int16), np.array(part, np.int8), np.array(value, float))


def every(year: int, part: int, amounts: Mapping[int, float]) -> list[Row]:
    return [(area, year, part, amount) for area, amount in amounts.items()]


def warehouse(folder: Path, aims: list[Aim], known: Mapping[str, list[Row]], grids: bool = True) -> Store:
    store = create(folder, aims, AREAS)
    found: dict[str, tuple[int, int, int]] = {}
    latest = ""
    for indicator, rows in known.items():
        grid = store.write_base("base-000001", indicator, values(*rows))
        latest = max(latest, latest_of(values(*rows)))
        if grid and grids:
            found[indicator] = grid
    store.commit(base="base-000001", grids=found, latest=latest)
    return store


def answers(store: Store, on: date | None = None) -> dict[str, Any]:
    """The results as columns, after a run where a date is given."""
    if on is not None:
        run(store, on)
    return dict(standings(Store.open(store.folder)).columns)


_FORETOLD = ("probability", "low", "high")


def same(one: Mapping[str, Any], other: Mapping[str, Any], foretold_within: float = 1e-9) -> bool:
    """Whether two answers are the same: verdicts and all behind them to the last bit, what is foretold within so much.

    What is foretold of a series may differ in the last digits by the others that are foretold in one stroke with it.
    """

    def alike(name: str) -> bool:
        left, right = one[name], other[name]
        if left.dtype != right.dtype or left.shape != right.shape:
            return False
        if name in _FORETOLD and foretold_within:
            return np.allclose(left, right, rtol=foretold_within, atol=foretold_within, equal_nan=True)
        return np.array_equal(left, right, equal_nan=left.dtype.kind == "f")

    return list(one) == list(other) and all(map(alike, one))
