"""A whole warehouse judged in one run, and a day's new values judged alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from os import cpu_count

import numpy as np
from numpy.typing import NDArray

from lantu.monitoring.chances import settings_from
from lantu.monitoring.kernels.judging import Bands
from lantu.parameters import load
from lantu.warehouse.block import Aim, Areas, Stood, Terms, Values, columns_of, stand
from lantu.warehouse.likelihood import Odds
from lantu.warehouse.store import Columns, Store, last_of_each


def terms_on(on: date, with_outlook: bool) -> Terms:
    """Return what is judged by on a date; without an outlook there are no odds."""
    verdicts = load("verdicts", on)
    bands = Bands(verdicts["ahead_band"].value, verdicts["lagging_band"].value, verdicts["rounding_limit"].value)
    if not with_outlook:
        return Terms(on, bands)
    known = load("outlook", on)
    numbers = ("interval", "least_chance", "prior_share", "prior_weight", "rate_spread", "bound_spread")
    odds = Odds(settings_from(known), settings_from(known, quiet=True), *(known[name].value for name in numbers))
    return Terms(on, bands, odds)


def stands(store: Store, aims: Iterable[Aim], terms: Terms) -> Iterator[tuple[Aim, Stood]]:
    """Yield where every area stands, indicator by indicator; two are worked on while one is handed on."""
    areas, overrides = store.areas, store.overrides()

    def work(aim: Aim) -> tuple[Aim, Stood]:
        with store.connection.cursor() as connection:
            values = {indicator: store.cube_of(aim, indicator, connection) for indicator in aim.needs}
        return aim, stand(aim, values, areas, terms, overrides.get(aim.indicator))

    with ThreadPoolExecutor(max_workers=min(4, cpu_count() or 1)) as pool:
        yield from pool.map(work, aims)


def run(store: Store, on: date, with_outlook: bool = True) -> int:
    """Judge every indicator in every area anew and commit the results; return how many series were judged.

    Raises Fault where another process is writing and does not end.
    """
    with store.writing():
        return judge_all(store, terms_on(on, with_outlook))


def judge_all(store: Store, terms: Terms) -> int:
    """Judge everything in a warehouse that is held for writing, and commit; return how many series were judged."""
    aims, count = store.manifest.aims, len(store.manifest.codes)
    found = [columns_of(stood) for _, stood in stands(store, aims, terms)]
    columns: dict[str, NDArray[np.generic]] = {
        "indicator": np.repeat(np.arange(len(aims), dtype=np.int32), count),
        "area": np.tile(np.arange(count, dtype=np.int32), len(aims)),
    }
    if found:
        columns |= {name: np.concatenate([one[name] for one in found]) for name in found[0]}
    keep(store, columns, terms)
    return len(aims) * count


def keep(store: Store, columns: Columns, terms: Terms) -> None:
    """Write results of a whole run and make them the ones that are read."""
    store.commit(
        results=store.write(f"results-{store.manifest.state + 1:06}.parquet", columns), patches=(),
        on=terms.on.isoformat(), with_outlook=terms.odds is not None,
    )  # fmt: skip


def ancestors(areas: Areas, places: Iterable[int]) -> list[int]:
    """Return places with those of all the areas they are part of."""
    found: set[int] = set()
    for place in places:
        while place >= 0 and place not in found:
            found.add(place)
            place = int(areas.parents[place])
    return sorted(found)


def add(store: Store, new: dict[str, Values], on: date) -> int:
    """Add values by indicator, judge again what depends on them, and commit both; return how many series were judged.

    What depends: the areas of the values and the areas these are part of, for the indicator and every other one that
    is judged by it. Where the date itself changes what is known or how it is judged, everything depends on it.

    Raises Fault where another process is writing and does not end.
    """
    with store.writing():
        manifest, state = store.manifest, store.manifest.state + 1
        new = {indicator: last_of_each(values) for indicator, values in new.items() if len(values.value)}
        changes = manifest.changes
        for at, (indicator, values) in enumerate(new.items()):
            columns: dict[str, NDArray[np.generic]] = {
                "area": values.area,
                "year": values.year,
                "part": values.part,
                "value": values.value,
            }
            name = store.write(f"changes-{state:06}-{at:04}.parquet", columns)
            changes = (*changes, (indicator, name))
        later = replace(manifest, changes=changes, latest=max(manifest.latest, *map(latest_of, new.values()), ""))
        terms = terms_on(on, manifest.with_outlook)
        if manifest.results is None or not _as_before(store, terms):
            # Judged as it will be: changes and results become what is read with one commit.
            changed = Store(store.folder, later, store.connection)
            count = judge_all(changed, terms)
            store.manifest = changed.manifest
            return count
        rows, patches = _moved(Store(store.folder, later, store.connection), new, terms), manifest.patches
        if rows is not None:
            patches = (*patches, store.write(f"patch-{state:06}.parquet", rows))
        store.commit(changes=changes, patches=patches, latest=later.latest, on=on.isoformat())
        return 0 if rows is None else len(rows["area"])


def latest_of(values: Values) -> str:
    """Return the end of the newest time in values, as year and month; "" where there are none."""
    if not len(values.value):
        return ""
    months = values.year.astype(int) * 12 + np.where(values.part == 0, 12, values.part)
    year, month = divmod(int(months.max()) - 1, 12)
    return f"{year:04}-{month + 1:02}"


def _as_before(store: Store, terms: Terms) -> bool:
    """Whether the results that stand would be the same on the date of the terms."""
    before = date.fromisoformat(store.manifest.on or date.min.isoformat())
    if before == terms.on:
        return True
    same = replace(terms_on(before, store.manifest.with_outlook), on=terms.on) == terms
    # Values whose time was over on both dates are known on both.
    return same and store.manifest.latest < (min(before, terms.on) + timedelta(days=1)).isoformat()[:7]


def _moved(store: Store, new: dict[str, Values], terms: Terms) -> dict[str, NDArray[np.generic]] | None:
    """The results of every series that the new values touch."""
    found = []
    touched = {indicator: ancestors(store.areas, map(int, np.unique(values.area))) for indicator, values in new.items()}
    for at, aim in enumerate(store.manifest.aims):
        places = np.array(sorted({place for need in aim.needs for place in touched.get(need, ())}), np.int32)
        if len(places):
            ((_, stood),) = stands(store, [aim], terms)
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
