"""A folder of Parquet files: what was observed, what it is judged by, and where everything stands.

Nothing in the folder is ever overwritten. A new state is written beside the old one, and one rename of the manifest
makes it the state that is read; a crash before that leaves the old one whole.
"""

from __future__ import annotations

import json
import math
import os
import re
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from lantu.exchange.lock import LOCK, holding
from lantu.plan.area import RollUpRule
from lantu.plan.fault import Fault
from lantu.plan.indicator import TargetForm
from lantu.plan.system_words import system_words
from lantu.warehouse.block import NOTHING, Aim, Areas, Cube, Overrides, Values, cube_of, years_of
from lantu.warehouse.expressions import rows_of

if TYPE_CHECKING:
    import duckdb

MANIFEST = "manifest.json"
_OURS = re.compile(
    r"(?:base|changes|patch|results|targets)-\d{6}(?:-\d+)*(?:\.parquet)?|\.manifest\.json\.\d+|\.reading\.duckdb(?:\.wal)?"
)
Columns = Mapping[str, NDArray[Any]]
_VALUES = ("area", "year", "part", "value")
# How long one who writes waits for another, in seconds.
PATIENCE = 30.0
# Small groups of rows, so that who asks for one indicator reads little more than its rows.
_FORMAT = "(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 16384)"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the folder holds now.

    state: counts up with every commit. base: the folder of observations, one file an indicator. grids: of an indicator
    whose base file is a full grid of places, years and months, its first and last year and how many parts a year has
    (1 or 12). changes: files of later values by indicator, in the order they came. results: the file of where
    everything stands, None before the first run; patches: files with the rows that later changes moved.
    """

    state: int = 0
    base: str = ""
    grids: Mapping[str, tuple[int, int, int]] = field(default_factory=dict)
    changes: tuple[tuple[str, str], ...] = ()
    results: str | None = None
    patches: tuple[str, ...] = ()
    aims: tuple[Aim, ...] = ()
    codes: tuple[str, ...] = ()
    parents: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    home: int = 0
    on: str | None = None
    with_outlook: bool = False
    latest: str = ""
    targets: str | None = None


@dataclass(slots=True)
class Store:
    """A warehouse folder, opened."""

    folder: Path
    manifest: Manifest = field(default_factory=Manifest)
    _connection: duckdb.DuckDBPyConnection | None = None

    @classmethod
    def open(cls, folder: Path) -> Store:
        """Open a warehouse.

        Raises Fault where the folder holds none, or one that cannot be read.
        """
        return cls(folder, _read_manifest(folder))

    @contextmanager
    def writing(self, patience: float = PATIENCE) -> Iterator[None]:
        """Hold the warehouse while it is changed, and see it as it is then: two who write come one after the other.

        Raises Fault where another process still holds it after `patience` seconds.
        """
        with holding(self.folder, patience):
            # Every commit counts the state up; the same one need not be taken in again.
            if _state_of(self.folder) != self.manifest.state:
                self.manifest = _read_manifest(self.folder)
            yield

    @property
    def connection(self) -> duckdb.DuckDBPyConnection:
        """The embedded engine, started when it is first asked for."""
        if self._connection is None:
            import duckdb

            self._connection = duckdb.connect()
        return self._connection

    @property
    def areas(self) -> Areas:
        """The areas, by place."""
        manifest = self.manifest
        return Areas(manifest.codes, np.array(manifest.parents, np.int32), manifest.home, manifest.names)

    def overrides(self) -> dict[str, Overrides]:
        """Return the targets of single areas by indicator."""
        if self.manifest.targets is None:
            return {}
        columns = self.read(self.manifest.targets)
        found: dict[str, Overrides] = {}
        for at, aim in enumerate(self.manifest.aims):
            rows = columns["indicator"] == at
            if rows.any():
                found[aim.indicator] = Overrides(*(columns[one.name][rows] for one in fields(Overrides)))
        return found

    def read(self, name: str) -> dict[str, NDArray[Any]]:
        """Return the columns of a file of the folder, in the order of its rows."""
        query = "SELECT * FROM read_parquet(?)"
        found = self.connection.execute(query, [str(self.folder / name)]).fetchnumpy()
        return {column: whole(values) for column, values in found.items()}

    def values_of(self, indicator: str) -> Values:
        """Return all of an indicator's values, of two for one time only the one that came last."""
        parts: list[dict[str, NDArray[Any]]] = []
        for path in self.files_of(indicator):
            query = "SELECT area, year, part, value FROM read_parquet(?)"
            found = self.connection.execute(query, [str(path)]).fetchnumpy()
            parts.append({name: whole(found[name]) for name in _VALUES})
        if not parts:
            return NOTHING
        every = last_of_each(Values(*(np.concatenate([part[name] for part in parts]) for name in _VALUES)))
        known = ~np.isnan(every.value)
        return Values(every.area[known], every.year[known], every.part[known], every.value[known])

    def aim(self, indicator: str) -> Aim:
        """Return what an indicator is judged by. Raises KeyError where it is none of this warehouse."""
        return next(aim for aim in self.manifest.aims if aim.indicator == indicator)

    def files_of(self, indicator: str) -> list[Path]:
        """Return the files of an indicator's values, the later ones last."""
        base = self.folder / base_file(self.manifest.base, indicator)
        later = [self.folder / name for of, name in self.manifest.changes if of == indicator]
        return [*([base] if base.exists() else []), *later]

    def cube_of(self, aim: Aim, indicator: str, connection: duckdb.DuckDBPyConnection | None = None) -> Cube:
        """Return an indicator's values in the years of an aim; of two for one time the one that came last.

        connection: of the thread that asks.
        """
        engine, years, count = connection or self.connection, years_of(aim), len(self.manifest.codes)
        cube: Cube | None = None
        files = self.files_of(indicator)
        for path in files:
            if indicator in self.manifest.grids and path == self.folder / base_file(self.manifest.base, indicator):
                cube = self._grid(engine, path, self.manifest.grids[indicator], aim, later=len(files) > 1)
            else:
                query = f"SELECT area, year, part, value FROM read_parquet(?) WHERE {rows_of(aim)}"
                found = engine.execute(query, [str(path)]).fetchnumpy()
                cube = cube_of(Values(*(whole(found[name]) for name in _VALUES)), years, count, cube)
        return cube or cube_of(NOTHING, years, count)

    def _grid(
        self, engine: duckdb.DuckDBPyConnection, path: Path, grid: tuple[int, int, int], aim: Aim, later: bool
    ) -> Cube:
        """Read a full grid: its values stand in order, so that where and when need not be read."""
        first, last, parts = grid
        # Of a state at a time the last month stands for the year, where no later value may speak of the year itself.
        only_last = parts == 12 and set(aim.rules_over_time) == {RollUpRule.LAST} and not later
        query = f"SELECT value FROM read_parquet(?){' WHERE part = 12' if only_last else ''}"
        parts = 1 if only_last else parts
        values = whole(engine.execute(query, [str(path)]).fetchnumpy()["value"])
        values = values.reshape(len(self.manifest.codes), last - first + 1, parts)
        years = years_of(aim)
        begin, end = int(years[0]), int(years[-1]) + 1
        if (first, last + 1) != (begin, end):
            known, values = values, np.full((len(values), len(years), parts), np.nan)
            start, stop = max(first, begin), min(last + 1, end)
            if start < stop:
                values[:, start - begin : stop - begin] = known[:, start - first : stop - first]
        if parts == 1:
            return Cube(begin, values[..., 0])
        return Cube(begin, np.full(values.shape[:2], np.nan), values)

    def write_base(self, base: str, indicator: str, values: Values) -> tuple[int, int, int] | None:
        """Write an indicator's values as a file of a new base; return its grid where it is one.

        Where at least half of all places and times have a value, and all are months or all whole years, the others are
        written too, as NULL, so that the file is a full grid in order. Of several values of one time the last counts.
        """
        count, name = len(self.manifest.codes), base_file(base, indicator)
        first, last = int(values.year.min()), int(values.year.max())
        monthly, yearly = bool((values.part > 0).all()), bool((values.part == 0).all())
        parts = 12 if monthly else 1
        full = count * (last - first + 1) * parts
        if not (monthly or yearly) or 2 * len(values.value) < full:
            self.write(name, dict(zip(_VALUES, last_of_each(values).columns(), strict=True)))
            return None
        grid = np.full((count, last - first + 1, parts), np.nan)
        grid[values.area, values.year.astype(int) - first, values.part - 1 if monthly else values.part] = values.value
        self.write(
            name,
            {
                "area": np.repeat(np.arange(count, dtype=np.int32), full // count),
                "year": np.tile(np.repeat(np.arange(first, last + 1, dtype=np.int16), parts), count),
                "part": np.tile(np.arange(1 if monthly else 0, parts + monthly, dtype=np.int8), full // parts),
                "value": np.ma.masked_invalid(grid.ravel()),
            },
        )
        return first, last, parts

    def keep_files(self, base: str, besides: Collection[str]) -> None:
        """Give the files of the base a second name in a new base, but those of some indicators."""
        for old in sorted(
            (self.folder / self.manifest.base).glob("indicator=*/*.parquet") if self.manifest.base else ()
        ):
            indicator = old.parent.name.partition("=")[2]
            if indicator in besides:
                continue
            new = self.folder / base_file(base, indicator)
            new.parent.mkdir(parents=True, exist_ok=True)
            try:
                os.link(old, new)
            except OSError:
                # Not every file system has second names.
                shutil.copyfile(old, new)
                _settle(new)

    def write(self, name: str, columns: Columns) -> str:
        """Write columns as a Parquet file of the folder and return its name; a commit must name it to be read."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        columns_given = dict(columns)  # the engine finds it by this name
        assert columns_given
        self.connection.execute(
            f"COPY (SELECT * FROM columns_given) TO '{_quoted(path)}' (FORMAT parquet, COMPRESSION zstd)"
        )
        _settle(path)
        return name

    def commit(self, **changes: Any) -> None:
        """Make a new state the one that is read: one rename, or nothing at all.

        changes: fields of the manifest. Files that no state names any more are removed afterwards.
        """
        manifest = replace(self.manifest, state=self.manifest.state + 1, **changes)
        fresh = self.folder / f".{MANIFEST}.{os.getpid()}"
        fresh.write_text(json.dumps(_plain(manifest), ensure_ascii=False), "utf-8")
        _settle(fresh)
        fresh.replace(self.folder / MANIFEST)
        _settle(self.folder)
        self.manifest = manifest
        self._sweep()

    def _sweep(self) -> None:
        """Remove what a crash or an older state left behind; files that are not ours are never touched."""
        kept = {MANIFEST, LOCK, self.manifest.base, self.manifest.results or "", *self.manifest.patches}
        kept.add(self.manifest.targets or "")
        kept |= {name for _, name in self.manifest.changes}
        for path in self.folder.iterdir():
            if path.name in kept or not _OURS.fullmatch(path.name):
                continue
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)


def base_file(base: str, indicator: str) -> str:
    """Return the name of the file of an indicator's values, laid out so that every engine finds the indicator in it."""
    return f"{base}/indicator={indicator}/values.parquet"


def create(folder: Path, aims: Iterable[Aim], areas: Areas) -> Store:
    """Make an empty warehouse.

    Raises Fault where the folder holds something already, or an indicator's name cannot be that of a file.
    """
    if folder.exists() and any(folder.iterdir()):
        raise Fault(
            f"“{folder}”里已有文件；为免覆盖，没有建立数据仓。请换一个空文件夹。",
            f"“{folder}” holds files already; no warehouse was made over them. Choose an empty folder.",
        )
    aims = tuple(aims)
    if bad := next((name for aim in aims for name in aim.needs if set(name) & set("/\\'\"?*")), None):
        raise Fault(
            f"指标编号“{bad}”里有不能作文件名的字符。请改用字母、数字和下划线。",
            f"The indicator id “{bad}” holds characters no file can be named by. Use letters, digits and underscores.",
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        store = Store(folder)
        store.commit(
            aims=aims, codes=areas.codes, parents=tuple(int(place) for place in areas.parents), names=areas.names,
            home=areas.home,
        )  # fmt: skip
    except OSError as error:
        raise Fault(
            f"写不进“{folder}”：{system_words(error).zh}。请检查路径、权限和磁盘空间。",
            f"“{folder}” cannot be written: {system_words(error).en}. Check the path, its permissions and the disk.",
        ) from error
    return store


def whole(column: NDArray[Any]) -> NDArray[Any]:
    """Return a column of the engine with NaN where it holds nothing: it makes no difference between the two."""
    return np.ma.filled(column, np.nan) if column.dtype.kind == "f" else np.ma.getdata(column)


def last_of_each(values: Values) -> Values:
    """Return values sorted by area and time, of several for one time only the last."""
    order = np.lexsort((np.arange(len(values.value)), values.part, values.year, values.area))
    area, year, part, value = (column[order] for column in values.columns())
    alike = (area[1:] == area[:-1]) & (year[1:] == year[:-1]) & (part[1:] == part[:-1])
    last = np.append(~alike, True) if len(area) else np.zeros(0, bool)
    return Values(area[last], year[last], part[last], value[last])


def _settle(path: Path) -> None:
    """Have a file, or the names in a folder, on the disk before anything relies on it."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _state_of(folder: Path) -> int | None:
    """The state that a folder is in, None where its manifest cannot be read, which `_read_manifest` tells of."""
    try:
        state = json.loads((folder / MANIFEST).read_text("utf-8"))["state"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return state if isinstance(state, int) else None


def _read_manifest(folder: Path) -> Manifest:
    path = folder / MANIFEST
    try:
        about = json.loads(path.read_text("utf-8"))
        return Manifest(
            **{
                **about,
                "grids": {name: (first, last, parts) for name, (first, last, parts) in about["grids"].items()},
                "changes": tuple((indicator, name) for indicator, name in about["changes"]),
                "patches": tuple(about["patches"]),
                "aims": tuple(_aim(aim) for aim in about["aims"]),
                "codes": tuple(about["codes"]),
                "parents": tuple(about["parents"]),
                "names": tuple(about["names"]),
            }
        )
    except (FileNotFoundError, NotADirectoryError):
        raise Fault(
            f"“{folder}”不是数据仓（里面没有 {MANIFEST}）。请先用 lantu warehouse build 建立。",
            f"“{folder}” is no warehouse (there is no {MANIFEST}). Make one with: lantu warehouse build.",
        ) from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise Fault(
            f"“{path}”读不懂（{error}）。请从备份恢复，或重新建立。",
            f"“{path}” cannot be read ({error}). Restore it from a backup, or build the warehouse again.",
        ) from error


_RULES = ("over_time", "over_areas", "beside_over_time", "numerator_over_time")


def _aim(about: dict[str, Any]) -> Aim:
    base, form = about["base"], TargetForm(about["form"])
    rules = {name: RollUpRule(about[name]) for name in _RULES}
    return Aim(**{**about, **rules, "form": form, "base": math.nan if base is None else base})


def _plain(manifest: Manifest) -> dict[str, Any]:
    about = {one.name: getattr(manifest, one.name) for one in fields(Manifest)}
    about["aims"] = [{one.name: getattr(aim, one.name) for one in fields(Aim)} for aim in manifest.aims]
    for aim in about["aims"]:
        aim["base"] = None if math.isnan(aim["base"]) else aim["base"]
    return about


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
