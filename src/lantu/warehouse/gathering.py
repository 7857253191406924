"""From data packages, and tables of observations too large for one, into a warehouse."""

from __future__ import annotations

import shutil
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from lantu.monitoring.base import base_of
from lantu.monitoring.home import home_of
from lantu.monitoring.measured import is_part_of_a_whole
from lantu.monitoring.series import series_of
from lantu.plan.fault import Fault
from lantu.plan.indicator import Indicator
from lantu.plan.observation import Observation
from lantu.plan.package import Package
from lantu.plan.period import Period, PeriodKind
from lantu.plan.status import is_total, moves_base
from lantu.warehouse.aims import Left, aims_of, case_of
from lantu.warehouse.block import Aim, Areas, Values
from lantu.warehouse.nation import latest_of
from lantu.warehouse.store import Store, create
from lantu.warehouse.tables import Table, read_rows, tables_of

BASE = "base-000001"
_DECEMBER = 12
Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Built:
    """A warehouse that was made.

    left: indicators it does not judge. own: how many targets of single areas were taken from their own packages.
    others: those that were not, because they are judged in another way than the first plan's. skipped: observations
    of quarters, half-years, days or several years.
    """

    store: Store
    left: tuple[Left, ...]
    own: int
    others: tuple[tuple[str, str], ...]
    skipped: int


def build(packages: Sequence[Package], folder: Path, on: date, tables: Sequence[Path] = ()) -> Built:
    """Make a warehouse of the first package's plan; the other packages are plans of its areas, with their own targets.

    tables: Parquet and CSV files of observations besides (indicator, region, period, value), the later ones last.

    Raises Fault where areas or tables do not fit, or the folder cannot be written.
    """
    first, *others = packages
    aims, left = aims_of(first, on)
    areas = areas_of(first, others)
    home = areas.codes[areas.home]
    filed: defaultdict[tuple[str, str], list[Observation]] = defaultdict(list)
    for package in packages:
        own = package.reading.plan.region.code or home
        for observation in package.observations:
            filed[observation.indicator, observation.region or own].append(observation)
    store = create(folder, aims, areas)
    try:
        return _filled(store, packages, aims, left, filed, tables, on)
    except BaseException:
        # Half a warehouse would be taken for a whole one.
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _filled(
    store: Store, packages: Sequence[Package], aims: tuple[Aim, ...], left: tuple[Left, ...],
    filed: Mapping[tuple[str, str], list[Observation]], tables: Sequence[Path], on: date,
) -> Built:  # fmt: skip
    first, *others = packages
    place = {code: at for at, code in enumerate(store.manifest.codes)}
    wanted = sorted({need for aim in aims for need in aim.needs})
    bulk = tables_of(store, tables, wanted, store.areas) if tables else None
    if bulk is not None:
        aims = tuple(_hears(aim, bulk) for aim in aims)
    grids: dict[str, tuple[int, int, int]] = {}
    latest, skipped = "", 0
    for indicator in wanted:
        values, passed = _values(first, indicator, filed, place)
        skipped += passed
        if bulk is not None:
            values = _joined(bulk.values_of(indicator), values)
        if len(values.value):
            latest = max(latest, latest_of(values))
            grid = store.write_base(BASE, indicator, values)
            grids |= {indicator: grid} if grid else {}
    if bulk is not None:
        bulk.close()
    rows, other = _own_targets(first, others, aims, place, filed, on)
    targets = store.write("targets-000002.parquet", rows) if len(rows["area"]) else None
    base = BASE if (store.folder / BASE).is_dir() else ""
    store.commit(aims=aims, base=base, grids=grids, latest=latest, targets=targets)
    return Built(store, left, len(rows["area"]), other, skipped)


def areas_of(package: Package, others: Sequence[Package] = ()) -> Areas:
    """Return the areas of a package; regions that have values but no place in its table are parts of nothing.

    Raises Fault where a code stands twice, a parent is unknown, or areas are parts of each other in a circle.
    """
    listed, home = package.areas, home_of(package)
    counted = Counter(area.code for area in listed)
    codes = list(counted)
    if twice := next((code for code, count in counted.items() if count > 1), None):
        raise Fault(
            f"areas.csv 里代码“{twice}”出现了两次。请只留一行。",
            f"areas.csv: the code “{twice}” stands twice. Keep one.",
        )
    named = {o.region for one in (package, *others) for o in one.observations if o.region}
    strays = sorted(
        code for code in named | {one.reading.plan.region.code for one in others} | {home} if code not in counted
    )
    if nameless := [one for one in others if not one.reading.plan.region.code]:
        title = nameless[0].reading.plan.title
        raise Fault(
            f"规划“{title}”没有写地区代码，不知道是哪个地区的。请在它的 datapackage.json 里补上 region.code。",
            f"The plan “{title}” has no region code, so whose it is cannot be told. Add region.code to its "
            "datapackage.json.",
        )
    known = {code: at for at, code in enumerate([*codes, *strays])}
    parents = np.full(len(known), -1, np.int32)
    for area in listed:
        if area.parent and area.parent not in known:
            raise Fault(
                f"areas.csv 里“{area.code}”的上级“{area.parent}”没有列出。请补上这一行，或改正代码。",
                f"areas.csv: the parent “{area.parent}” of “{area.code}” is not listed. Add it or correct the code.",
            )
        parents[known[area.code]] = known[area.parent] if area.parent else -1
    _no_circles(parents, list(known))
    names = {area.code: area.name for area in listed} | {home: package.reading.plan.region.name or home}
    return Areas(tuple(known), parents, known[home], tuple(names.get(code, code) for code in known))


def _no_circles(parents: Any, codes: list[str]) -> None:
    at = np.arange(len(parents))
    for _ in range(len(parents)):
        at = np.where(at >= 0, parents[at], -1)
        if (at < 0).all():
            return
    circle = codes[int(np.flatnonzero(at >= 0)[0])]
    raise Fault(
        f"areas.csv 里“{circle}”的上级绕成了圈。请改正上级代码。",
        f"areas.csv: the parents of “{circle}” run in a circle. Correct the parent's code.",
    )


def _hears(aim: Aim, bulk: Table) -> Aim:
    """The aim with the years of the tables heard, too."""
    first = bulk.first_years.get(aim.indicator, aim.since)
    return replace(aim, since=max(min(first, aim.since), aim.first_year - 51))


def _values(
    package: Package, indicator: str, filed: Mapping[tuple[str, str], list[Observation]], place: Mapping[str, int]
) -> tuple[Values, int]:
    """The one value that counts of each region and time, by the rules of `monitor`; how many are of other times."""
    rows: list[tuple[int, int, int, float]] = []
    passed = 0
    home = home_of(package)
    share = any(i.id == indicator and is_part_of_a_whole(i) for i in package.reading.plan.indicators)
    for (of, region), observations in filed.items():
        if of != indicator:
            continue
        chosen = [c for c in package.choices if c.indicator == indicator and (c.region or home) == region]
        series = series_of(observations, date.max, None, (), chosen, share)
        passed += len(series.totals)
        for one in (*series.yearly, *series.parts):
            if one.period.kind not in (PeriodKind.YEAR, PeriodKind.MONTH):
                passed += 1
            elif one.value is not None and one.period.kind is PeriodKind.MONTH and is_total(one):
                # A running total is never added up: that of December is the year's.
                if one.period.start.month == _DECEMBER:
                    rows.append((place[region], one.period.last_year, 0, one.value))
            elif one.value is not None:
                month = one.period.start.month if one.period.kind is PeriodKind.MONTH else 0
                rows.append((place[region], one.period.last_year, month, one.value))
    return values_from(rows), passed


def values_from(rows: Sequence[tuple[int, int, int, float]]) -> Values:
    """Return values from rows of place, year, part and value."""
    columns = list(zip(*rows, strict=True)) or [(), (), (), ()]
    area, year, part, value = columns
    return Values(np.array(area, np.int32), np.array(year, np.int16), np.array(part, np.int8), np.array(value, float))


def _joined(one: Values, other: Values) -> Values:
    pairs = zip(one.columns(), other.columns(), strict=True)
    area, year, part, value = (np.concatenate(pair) for pair in pairs)
    return Values(area, year, part, value)


def _own_targets(
    first: Package, others: Sequence[Package], aims: tuple[Aim, ...], place: Mapping[str, int],
    filed: Mapping[tuple[str, str], list[Observation]], on: date,
) -> tuple[dict[str, Any], tuple[tuple[str, str], ...]]:  # fmt: skip
    """Targets of single areas from their own plans, and bases that a census moved; those that cannot be taken."""
    rows: dict[tuple[int, int], tuple[float, float, float, float]] = {}
    at_of = {aim.indicator: at for at, aim in enumerate(aims)}
    home = home_of(first)
    for indicator in first.reading.plan.indicators:
        at = at_of.get(indicator.id)
        for (of, region), observations in filed.items():
            if at is None or of != indicator.id or region == home or not any(map(moves_base, observations)):
                continue
            base = _moved_base(first, indicator, observations, on)
            if base is not None:
                rows[at, place[region]] = (base[0], base[1], float("nan"), float("nan"))
    refused: list[tuple[str, str]] = []
    for package in others:
        region = package.reading.plan.region.code
        for aim in aims_of(package, on)[0]:
            at = at_of.get(aim.indicator)
            if at is None:
                continue
            if _kind(aim) != _kind(aims[at]):
                refused.append((region, aim.indicator))
                continue
            base_year = float(aim.base_year) if aim.base == aim.base else float("nan")
            rows[at, place[region]] = (aim.base, base_year, aim.target, aim.rounding)
    keys = sorted(rows)
    columns = np.array([rows[key] for key in keys], float).reshape(-1, 4)
    return {
        "indicator": np.array([at for at, _ in keys], np.int32),
        "area": np.array([area for _, area in keys], np.int32),
        **{name: columns[:, at].copy() for at, name in enumerate(("base", "base_year", "target", "rounding"))},
    }, tuple(refused)  # fmt: skip


def _moved_base(
    package: Package, indicator: Indicator, observations: list[Observation], on: date
) -> tuple[float, int] | None:
    """The base of an area that is not the plan's own, where a census made it."""
    case = case_of(package, indicator, (), on)
    if case is None:
        return None
    away = replace(case, series=series_of(observations, date.max), is_home=False)
    base = base_of(away)
    if base is None or base.observation is None or not moves_base(base.observation):
        return None
    return base.value, base.year


def _kind(aim: Aim) -> tuple[object, ...]:
    """What two plans must share for the same arrays to judge both."""
    return (
        aim.form, aim.first_year, aim.target_year, aim.sign, aim.strict, aim.by_base, aim.comparator, aim.unit,
    )  # fmt: skip


def rows_of_csv(path: Path, store: Store) -> dict[str, Values]:
    """Read new values from a CSV file of observations; indicators and regions may be written by name.

    Raises Fault for the first cell that is wrong, with its line.
    """
    manifest = store.manifest
    # A name that two share is none of either's; ids and codes always are.
    indicators = _only({aim.indicator: aim.name for aim in manifest.aims if aim.name})
    indicators |= {need: need for aim in manifest.aims for need in aim.needs}
    place = _only(dict(enumerate(manifest.names))) | {code: at for at, code in enumerate(manifest.codes)}
    place[""] = manifest.home
    found: defaultdict[str, list[tuple[int, int, int, float]]] = defaultdict(list)
    for row in read_rows(path):
        indicator, region, period = row.text("indicator"), row.text("region"), row.period("period")
        if indicator not in indicators:
            raise row.fault(
                "indicator", f"数据仓里没有指标“{indicator}”，或不止一个；请写 id",
                f"there is no indicator “{indicator}” here, or more than one: write its id",
            )  # fmt: skip
        if region not in place:
            raise row.fault(
                "region", f"数据仓里没有地区“{region}”，或不止一个；请写代码",
                f"there is no area “{region}” here, or more than one: write its code",
            )  # fmt: skip
        value, part = row.number("value"), _part(period)
        if period is None or part is None:
            raise row.fault(
                "period", "数据仓只收年和月（2025、2024-05）", "a warehouse takes years and months (2025, 2024-05)"
            )
        missing = float("nan") if value is None else value
        found[indicators[indicator]].append((place[region], period.last_year, part, missing))
    return {indicator: values_from(rows) for indicator, rows in found.items()}


def _only(names: Mapping[Key, str]) -> dict[str, Key]:
    """Keys by name, without the names that several share."""
    shared = Counter(names.values())
    return {name: key for key, name in names.items() if shared[name] == 1}


def _part(period: Period | None) -> int | None:
    if period is None or period.kind not in (PeriodKind.YEAR, PeriodKind.MONTH):
        return None
    return period.start.month if period.kind is PeriodKind.MONTH else 0
