"""The same answer by other means, each as a process of its own: `python -m tools.nation.rivals lantu|sql|pandas FOLDER OUT`.

What is asked: from months the years, from years each county's standing (value, due, progress, verdict), the same for
each province and the nation from the means or least values of their counties; all written as one Parquet file. A sum
of printed decimals counts as met within a billionth: twelve months that add up to 1500.00 do so in no binary fraction.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

ON = date(2025, 12, 31)
KINDS = ("'LAST'", "'SUM'", "'MEAN'")


def lantu(folder: Path, out: Path) -> None:
    """Run the warehouse as it is, without the outlook, which no other way tells."""
    from lantu.warehouse import nation
    from lantu.warehouse.store import Store

    nation.run(Store.open(folder), ON, with_outlook=False)


SQL = """
WITH kinds AS (
  SELECT indicator, (CAST(substr(indicator, 2) AS INT) % 3) AS kind FROM (SELECT DISTINCT indicator FROM observed)
), yearly AS (
  SELECT indicator, kind, area, year,
    CASE kind WHEN 0 THEN max(value) FILTER (part = 12)
              WHEN 1 THEN CASE WHEN count(value) = 12 THEN sum(value) END
              ELSE CASE WHEN count(value) = 12 THEN avg(value) END END AS value
  FROM observed JOIN kinds USING (indicator)
  GROUP BY indicator, kind, area, year
), provinces AS (
  SELECT indicator, kind, 1 + (area - 32) % 31 AS area, year,
    CASE kind WHEN 2 THEN min(value) ELSE avg(value) END AS value FROM yearly
  GROUP BY indicator, kind, 1 + (area - 32) % 31, year
), nation AS (
  SELECT indicator, kind, 0 AS area, year,
    CASE kind WHEN 2 THEN min(value) ELSE avg(value) END AS value FROM provinces
  GROUP BY indicator, kind, year
), everywhere AS (
  SELECT * FROM yearly UNION ALL SELECT * FROM provinces UNION ALL SELECT * FROM nation
), wide AS (
  SELECT indicator, kind, area, CASE kind WHEN 0 THEN 130.0 WHEN 1 THEN 1500.0 ELSE 95.0 END AS target,
    max(value) FILTER (year = 2020) AS base, max_by(value, year) AS last, max(year) AS year,
    avg(value) FILTER (year >= 2021) AS mean
  FROM everywhere WHERE value IS NOT NULL GROUP BY indicator, kind, area
), judged AS (
  SELECT *, target * (1 - 1e-9) AS enough, base >= target * (1 - 1e-9) AS holds, (last - base) / (target - base) AS progress, (year - 2020) / 5.0 AS due,
    base + (target - base) * (year - 2020) / 5.0 AS expected FROM wide
)
SELECT indicator, area, CASE WHEN kind = 2 AND holds THEN mean ELSE last END AS value, year, expected,
  CASE WHEN NOT holds THEN progress END AS progress, CASE WHEN NOT holds THEN due END AS due,
  CASE WHEN year < 2025 AND last < enough THEN (target - last) / (2025 - year) END AS needed,
  CASE WHEN holds THEN CASE WHEN (CASE WHEN kind = 2 THEN mean ELSE last END) >= enough
                            THEN CASE WHEN year >= 2025 THEN 4 ELSE 2 END ELSE 1 END
       WHEN last >= enough THEN 4 WHEN year >= 2025 THEN 1 WHEN 100 * (progress - due) > 10 THEN 3
       WHEN 100 * (progress - due) < -5 THEN 1 ELSE 2 END AS verdict
FROM judged
"""


def sql(folder: Path, out: Path) -> None:
    """Ask bare DuckDB in one statement."""
    import duckdb

    files = str(folder / "base-000001" / "*" / "*.parquet").replace("'", "''")
    connection = duckdb.connect()
    connection.execute(f"CREATE VIEW observed AS SELECT * FROM read_parquet('{files}', hive_partitioning = true)")  # noqa: S608
    connection.execute(f"COPY ({SQL}) TO '{out}' (FORMAT parquet, COMPRESSION zstd)")


def pandas(folder: Path, out: Path) -> None:
    """Compute with data frames."""
    import numpy as np
    import pandas as pd

    frame = pd.read_parquet(folder / "base-000001")
    kind = frame["indicator"].cat.codes.to_numpy() % 3 if frame["indicator"].dtype == "category" else None
    frame["kind"] = kind if kind is not None else frame["indicator"].str[1:].astype(int) % 3
    keys = ["indicator", "kind", "area", "year"]
    last = frame[(frame["kind"] == 0) & (frame["part"] == 12)]
    parts = [last.groupby(keys, observed=True)["value"].max()]
    for of, how in ((1, "sum"), (2, "mean")):
        grouped = frame[frame["kind"] == of].groupby(keys, observed=True)["value"]
        parts.append(grouped.agg(how).where(grouped.count() == 12))
    yearly = pd.concat(parts).rename("value").reset_index()

    def up(rows: pd.DataFrame, parent: pd.Series) -> pd.DataFrame:
        rows = rows.assign(area=parent)
        means = rows[rows["kind"] < 2].groupby(keys, observed=True)["value"].mean()
        least = rows[rows["kind"] == 2].groupby(keys, observed=True)["value"].min()
        return pd.concat([means, least]).rename("value").reset_index()

    provinces = up(yearly, 1 + (yearly["area"] - 32) % 31)
    everywhere = pd.concat([yearly, provinces, up(provinces, provinces["area"] * 0)]).dropna(subset="value")
    wide = everywhere.pivot_table(index=["indicator", "kind", "area"], columns="year", values="value", observed=True)
    values = wide.to_numpy()
    kinds = wide.index.get_level_values("kind").to_numpy()
    target, base, last_value = np.choose(kinds, [130.0, 1500.0, 95.0]), values[:, 0], values[:, -1]
    year = np.full(len(wide), 2025.0)
    enough = target * (1 - 1e-9)
    holds, due = base >= enough, (year - 2020) / 5
    progress, mean = (last_value - base) / (target - base), values[:, 1:].mean(axis=1)
    value = np.where((kinds == 2) & holds, mean, last_value)
    kept = np.where(value >= enough, 4, 1)
    gap = 100 * (progress - due)
    way = np.where(last_value >= enough, 4, np.where(year >= 2025, 1, np.where(gap > 10, 3, np.where(gap < -5, 1, 2))))
    pd.DataFrame(
        {
            "value": value, "year": year, "expected": base + (target - base) * due,
            "progress": np.where(holds, np.nan, progress), "due": np.where(holds, np.nan, due),
            "verdict": np.where(holds, kept, way),
        },
        index=wide.index,
    ).reset_index().to_parquet(out, compression="zstd")  # fmt: skip


if __name__ == "__main__":
    {"lantu": lantu, "sql": sql, "pandas": pandas}[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
