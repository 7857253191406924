"""Tables of observations, as Parquet or CSV, read by the embedded engine: what fits no area is refused."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from lantu.exchange.package_reader import words_of
from lantu.exchange.row import Row
from lantu.plan.fault import Fault
from lantu.warehouse.block import Areas, Values
from lantu.warehouse.store import Store, whole

_MUST = ("indicator", "region", "period", "value")
_READ = {".parquet": "read_parquet(?)", ".csv": "read_csv(?, header = true, all_varchar = true)"}


@dataclass(frozen=True, slots=True)
class Table:
    """Observations that were read. first_years: the first year of each indicator."""

    connection: Any
    first_years: dict[str, int]
    scratch: Path

    def values_of(self, indicator: str) -> Values:
        """Return an indicator's values in the order they were written in."""
        query = "SELECT area, year, part, value FROM observed WHERE indicator = ? ORDER BY row"
        found = self.connection.execute(query, [indicator]).fetchnumpy()
        return Values(*(whole(found[name]) for name in ("area", "year", "part", "value")))

    def close(self) -> None:
        """Remove what was written to read from."""
        self.connection.close()
        self.scratch.unlink(missing_ok=True)


def tables_of(store: Store, files: Sequence[Path], indicators: Sequence[str], areas: Areas) -> Table:
    """Read tables (indicator, region, period, value), the later files last; other indicators are passed over.

    Raises Fault where a file cannot be read, lacks a column, or holds an unknown region, a period that is neither a
    year nor a month, or a value that is no number.
    """
    import duckdb

    scratch = store.folder / ".reading.duckdb"
    scratch.unlink(missing_ok=True)
    connection = duckdb.connect(str(scratch))
    wanted, places = np.array(indicators, object), np.array(areas.codes, object)  # the engine finds them by name
    place = np.arange(len(places), dtype=np.int32)
    given = {"indicator": wanted}
    placed = {"region": places, "area": place}
    assert given and placed
    connection.execute("CREATE TABLE wanted AS SELECT * FROM given")
    connection.execute("CREATE TABLE placed AS SELECT * FROM placed")
    connection.execute(
        "CREATE TABLE observed (row BIGINT, indicator VARCHAR, area INTEGER, year SMALLINT, part TINYINT, value DOUBLE)"
    )
    for at, path in enumerate(files):
        _take(connection, path, at, areas.codes[areas.home])
    first = connection.execute("SELECT indicator, min(year) FROM observed GROUP BY indicator").fetchall()
    return Table(connection, dict(first), scratch)


def _take(connection: Any, path: Path, at: int, home: str) -> None:
    import duckdb

    read = _READ[path.suffix.lower()]
    try:
        columns = [one[0] for one in connection.execute(f"DESCRIBE SELECT * FROM {read}", [str(path)]).fetchall()]
        if lacking := [name for name in _MUST if name not in columns]:
            raise Fault(f"“{path}”缺少列：{'、'.join(lacking)}。", f"“{path}” lacks the columns {', '.join(lacking)}.")
        # Names of columns and functions are our own; the path is a parameter.
        connection.execute(
            f"""CREATE OR REPLACE TEMP TABLE raw AS
            SELECT row, indicator, region, period, given, area,
              TRY_CAST(regexp_extract(period, '^([0-9]{{4}})(-(0[1-9]|1[0-2]))?$', 1) AS SMALLINT) AS year,
              COALESCE(TRY_CAST(regexp_extract(period, '^[0-9]{{4}}-(0[1-9]|1[0-2])$', 1) AS TINYINT), 0) AS part,
              TRY_CAST(given AS DOUBLE) AS value
            FROM (SELECT row_number() OVER () + {at} * 1000000000000 AS row, CAST(indicator AS VARCHAR) AS indicator,
                    COALESCE(NULLIF(CAST(region AS VARCHAR), ''), ?) AS region, CAST(period AS VARCHAR) AS period,
                    NULLIF(CAST(value AS VARCHAR), '') AS given FROM {read})
            JOIN wanted USING (indicator) LEFT JOIN placed USING (region)""",
            [home, str(path)],
        )
        for column, zh, en, wrong in (
            ("region", "地区不在 areas.csv 里", "a region that areas.csv does not list", "area IS NULL"),
            (
                "period",
                "时期不是年或月（2025、2024-05）",
                "a period that is no year or month (2025, 2024-05)",
                "year IS NULL",
            ),
            ("given", "数值不是数字", "a value that is no number", "given IS NOT NULL AND value IS NULL"),
        ):
            count, sample = connection.execute(
                f"SELECT count(*), any_value({column}) FROM raw WHERE {wrong}"
            ).fetchone()
            if count:
                raise Fault(
                    f"“{path}”有 {count} 行{zh}（如“{sample}”）。请改正后重试。",
                    f"“{path}” has {count} rows with {en} (“{sample}”). Correct them and try again.",
                )
        connection.execute(
            "INSERT INTO observed SELECT row, indicator, area, year, part, COALESCE(value, 'nan'::DOUBLE) FROM raw"
        )
    except duckdb.Error as error:
        said = str(error).splitlines()[0]
        raise Fault(
            f"“{path}”读不懂（{said}）。请存为 Parquet，或“CSV UTF-8”。",
            f"“{path}” cannot be read ({said}). Save it as Parquet, or as “CSV UTF-8”.",
        ) from error


def read_rows(path: Path) -> Iterator[Row]:
    """Yield the rows of a CSV file of observations. Raises Fault where it cannot be read or lacks a column."""
    lines = csv.reader(io.StringIO(words_of(path), newline=""), strict=True)
    try:
        header = [name.strip() for name in next(lines, [])]
        if lacking := [name for name in _MUST if name not in header and name != "region"]:
            raise Fault(
                f"“{path}”第 1 行缺少列：{'、'.join(lacking)}。请把列名补上。",
                f"“{path}”, line 1, lacks the columns {', '.join(lacking)}. Add them to the header.",
            )
        for cells in lines:
            if any(cells):
                yield Row(path.name, lines.line_num, dict(zip(header, cells, strict=False)))
    except csv.Error as error:
        raise Fault(
            f"“{path}”第 {lines.line_num} 行不是合法的 CSV（{error}）。请检查引号。",
            f"“{path}”, line {lines.line_num}, is not valid CSV ({error}). Check the quotation marks.",
        ) from error
