"""A whole warehouse judged in one run, and a day's new values judged alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from os import cpu_count

import numpy as np
from numpy.typing import NDArray

from lantu.monitoring.kernels.judging import Bands
from lantu.parameters import load
from lantu.warehouse.block import Aim, Areas, Stood, Values, columns_of, stand
from lantu.warehouse.store import Columns, Store


def bands_on(on: date) -> Bands:
    """Return the settings of verdicts as they stood on a date."""
    verdicts = load("verdicts", on)
    return Bands(verdicts["ahead_band"].value, verdicts["lagging_band"].value, verdicts["rounding_limit"].value)


def stands(store: Store, aims: Iterable[Aim], bands: Bands) -> Iterator[tuple[Aim, Stood]]:
    """Yield where every area stands, indicator by indicator; two are worked on while one is handed on."""
    areas = store.areas

    def work(aim: Aim) -> tuple[Aim, Stood]:
        with store.connection.cursor() as connection:
            values = {indicator: store.cube_of(aim, indicator, connection) for indicator in aim.needs}
        return aim, stand(aim, values, areas, bands)

    with ThreadPoolExecutor(max_workers=min(4, cpu_count() or 1)) as pool:
        yield from pool.map(work, aims)


def run(store: Store, on: date) -> int:
    """Judge every indicator in every area anew and commit the results; return how many series were judged."""
    aims, count = store.manifest.aims, len(store.manifest.codes)
    found = [columns_of(stood) for _, stood in stands(store, aims, bands_on(on))]
    keep(
        store,
        {
            "indicator": np.repeat(np.arange(len(aims), dtype=np.int32), count),
            "area": np.tile(np.arange(count, dtype=np.int32), len(aims)),
            **{name: np.concatenate([one[name] for one in found]) for name in found[0]},
        },
    )
    return len(aims) * count


def keep(store: Store, columns: Columns) -> None:
    """Write results of a whole run and make them the ones that are read."""
    store.commit(results=store.write(f"results-{store.manifest.state + 1:06}.parquet", columns), patches=())


def ancestors(areas: Areas, places: Iterable[int]) -> list[int]:
    """Return places with those of all the areas they are part of."""
    found: set[int] = set()
    for place in places:
        while place >= 0 and place not in found:
            found.add(place)
            place = int(areas.parents[place])
    return sorted(found)


def add(store: Store, indicator: str, new: Values, on: date) -> int:
    """Add values of one indicator, judge again what depends on them, and commit both; return how many series moved.

    What depends: the areas of the values and the areas these are part of, for the indicator and every other one that
    is judged by it.
    """
    state = store.manifest.state + 1
    columns: dict[str, NDArray[np.generic]] = {"area": new.area, "year": new.year, "part": new.part, "value": new.value}
    changes = (*store.manifest.changes, (indicator, store.write(f"changes-{state:06}.parquet", columns)))
    # Judged as it will be, committed only when all of it is written.
    changed = Store(store.folder, replace(store.manifest, changes=changes), store.connection)
    rows, patches = _moved(changed, indicator, new, on), store.manifest.patches
    if rows is not None and store.manifest.results is not None:
        patches = (*patches, store.write(f"patch-{state:06}.parquet", rows))
    store.commit(changes=changes, patches=patches)
    return 0 if rows is None else len(rows["area"])


def _moved(store: Store, indicator: str, new: Values, on: date) -> dict[str, NDArray[np.generic]] | None:
    """The results of every series that the new values touch."""
    places = np.array(ancestors(store.areas, map(int, np.unique(new.area))), np.int32)
    found = []
    for at, aim in enumerate(store.manifest.aims):
        if indicator in aim.needs:
            ((_, stood),) = stands(store, [aim], bands_on(on))
            found.append(
                {
                    "indicator": np.full(len(places), at, np.int32),
                    "area": places,
                    **{name: column[places] for name, column in columns_of(stood).items()},
                }
            )
    if not found:
        return None
    return {name: np.concatenate([one[name] for one in found]) for name in found[0]}
