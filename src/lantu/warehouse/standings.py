"""Where everything stands, as it is read: the results of the last whole run under what later changes moved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lantu.plan.fault import Fault
from lantu.warehouse.store import Columns, Store, whole


@dataclass(frozen=True, slots=True)
class Standings:
    """Rows of results with the store as it was when they were read."""

    store: Store
    columns: Columns


def standings(store: Store, indicators: NDArray[Any] | None = None, areas: NDArray[Any] | None = None) -> Standings:
    """Return results, in the order of indicators and areas.

    indicators, areas: places in the store's aims and codes; all where None.

    Raises Fault where nothing was run yet, or an indicator or area is unknown.
    """
    import duckdb

    while True:
        try:
            return Standings(store, _read(store, indicators, areas))
        except (OSError, duckdb.Error):
            # Whom a writer overtakes finds the old files gone, and looks at the new ones.
            fresh = Store.open(store.folder)
            if fresh.manifest.state == store.manifest.state:
                raise
            store = fresh


def _read(store: Store, indicators: NDArray[Any] | None, areas: NDArray[Any] | None) -> Columns:
    manifest = store.manifest
    if manifest.results is None:
        raise Fault(
            f"“{store.folder}”还没有运行过。请先运行 lantu warehouse run。",
            f"“{store.folder}” has not been run yet. Run: lantu warehouse run.",
        )
    where, values = [], []
    for name, chosen in (("indicator", indicators), ("area", areas)):
        if chosen is not None:
            where.append(f"{name} IN ({', '.join('?' * len(chosen))})" if len(chosen) else "false")
            values += [int(place) for place in chosen]
    condition = f" WHERE {' AND '.join(where)}" if where else ""
    files = [str(store.folder / name) for name in (manifest.results, *manifest.patches)]
    # The engine keeps the order of the files, so that the newest row of each series comes last.
    query = f"SELECT * FROM read_parquet(?){condition}"
    found = store.connection.execute(query, [files, *values]).fetchnumpy()
    every = {column: whole(rows) for column, rows in found.items()}
    return newest(every) if manifest.patches else every


def newest(every: Columns) -> Columns:
    """Return one row for each indicator and area, the last that there is, in order."""
    order = np.lexsort((np.arange(len(every["area"])), every["area"], every["indicator"]))
    ordered = {name: column[order] for name, column in every.items()}
    alike = (np.diff(ordered["indicator"]) == 0) & (np.diff(ordered["area"]) == 0)
    last = np.append(~alike, True) if len(order) else np.zeros(0, bool)
    return {name: column[last] for name, column in ordered.items()}


def compact(store: Store) -> int:
    """Write changes into the base and patches into the results; return how many files were done away with.

    Indicators without changes keep their file under a second name, so that nothing of them is written again.

    Raises Fault where another process is writing and does not end.
    """
    with store.writing():
        manifest, state = store.manifest, store.manifest.state + 1
        results, base, grids = manifest.results, manifest.base, dict(manifest.grids)
        if manifest.patches:
            results = store.write(f"results-{state:06}.parquet", _read(store, None, None))
        if manifest.changes:
            base = f"base-{state:06}"
            changed = {indicator for indicator, _ in manifest.changes}
            store.keep_files(base, changed)
            for indicator in sorted(changed):
                grid = store.write_base(base, indicator, store.values_of(indicator))
                grids.pop(indicator, None)
                grids |= {indicator: grid} if grid else {}
        done = len(manifest.patches) + len(manifest.changes)
        if done:
            store.commit(results=results, base=base, grids=grids, changes=(), patches=())
        return done
