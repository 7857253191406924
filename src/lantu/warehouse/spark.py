"""The same run on Spark, for when one machine is outgrown: the same conditions on rows, the same kernels."""

from __future__ import annotations

import os
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import reduce
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from lantu.plan.fault import Fault
from lantu.warehouse.block import (
    NOTHING,
    Aim,
    Areas,
    Cube,
    Overrides,
    Terms,
    Values,
    columns_of,
    cube_of,
    stand,
    years_of,
)
from lantu.warehouse.expressions import rows_of
from lantu.warehouse.nation import keep, terms_on
from lantu.warehouse.store import Columns, Store

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

# block: the aim's place; role: which of its indicators a row is of; came: 0 for the base, then later changes in order.
_OBSERVED = "area int, year smallint, part tinyint, value double, indicator string"
_COLUMNS = ("block", "role", "came", "area", "year", "part", "value")


def run_on_spark(store: Store, on: date, master: str, with_outlook: bool = True) -> int:
    """Judge every indicator in every area on a Spark cluster, and commit the results; return how many series.

    master: where the cluster is ("spark://127.0.0.1:7077"). The folder must be seen by every worker under the same
    path. Results are the same as those of `nation.run`, bit for bit: the kernels get the same rows in the same order.

    Raises Fault where Spark is not installed.
    """
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        raise Fault(
            "没有安装 Spark。请运行 pip install 'lantu[spark]'，或不写 master，用内置的 DuckDB。",
            "Spark is not installed. Run: pip install 'lantu[spark]', or leave the master out to use DuckDB.",
        ) from None
    if master.startswith(("spark://127.", "spark://localhost", "local")):
        # A cluster of this machine is nobody else's business: nothing listens to the network.
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    # Workers run the Python that asks, so that they find the same kernels.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    spark = (
        SparkSession.builder.master(master)
        .appName("lantu")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .getOrCreate()
    )
    try:
        with store.writing():
            plan = Plan(store.manifest.aims, store.areas, terms_on(on, with_outlook), store.overrides())
            tasks = max(1, min(len(plan.aims), 4 * spark.sparkContext.defaultParallelism))
            judged = (
                _rows(spark, store, plan.aims)
                .repartition(tasks, "block")
                .sortWithinPartitions("block", "role", "came")
                .mapInArrow(_judge_blocks(plan), _schema(plan))
            )
            keep(store, _whole(judged.toArrow(), plan), plan.terms)
            return len(plan.aims) * len(plan.areas.codes)
    finally:
        spark.stop()


@dataclass(frozen=True, slots=True)
class Plan:
    """All that a worker must know beside the rows."""

    aims: tuple[Aim, ...]
    areas: Areas
    terms: Terms
    overrides: dict[str, Overrides]

    def stand(self, block: int, values: dict[str, Cube]) -> dict[str, NDArray[np.generic]]:
        """Return the results of one indicator."""
        aim = self.aims[block]
        found = columns_of(stand(aim, values, self.areas, self.terms, self.overrides.get(aim.indicator)))
        count = len(self.areas.codes)
        return {"indicator": np.full(count, block, np.int32), "area": np.arange(count, dtype=np.int32), **found}

    def without_values(self, block: int) -> dict[str, NDArray[np.generic]]:
        """Return the results of one indicator of which nothing is known."""
        aim = self.aims[block]
        nothing = cube_of(NOTHING, years_of(aim), len(self.areas.codes))
        return self.stand(block, dict.fromkeys(aim.needs, nothing))


def _whole(table: Any, plan: Plan) -> Columns:
    """The results in the order of aims and areas; an aim without a single value stands there too, not assessed."""
    columns = {name: table[name].to_numpy() for name in table.column_names}
    seen = set(np.unique(columns["indicator"]).tolist())
    lacking = [plan.without_values(block) for block in range(len(plan.aims)) if block not in seen]
    whole = {name: np.concatenate([column, *(one[name] for one in lacking)]) for name, column in columns.items()}
    order = np.lexsort((whole["area"], whole["indicator"]))
    return {name: column[order] for name, column in whole.items()}


def _rows(spark: SparkSession, store: Store, aims: tuple[Aim, ...]) -> DataFrame:
    """The rows of every block, each with its place among what the block is judged by.

    Aims that want the same rows are read together: one scan of the base for each condition.
    """
    from pyspark.sql import functions as sql

    alike: defaultdict[str, list[tuple[int, Aim]]] = defaultdict(list)
    for block, aim in enumerate(aims):
        alike[rows_of(aim)].append((block, aim))
    parts = []
    for condition, group in alike.items():
        needs = [(indicator, block, role) for block, aim in group for role, indicator in enumerate(aim.needs)]
        wanted = sql.broadcast(spark.createDataFrame(needs, "indicator string, block int, role int"))
        for came, frame in _files(spark, store, {indicator for indicator, _, _ in needs}):
            rows = (
                # In the base nothing is nothing; a later change without a value takes one back.
                frame.where(condition if came else f"({condition}) AND value IS NOT NULL")
                .join(wanted, "indicator")
                .withColumn("came", sql.lit(came))
            )
            parts.append(rows.select(*_COLUMNS))
    return reduce(lambda one, other: one.unionAll(other), parts)


def _files(spark: SparkSession, store: Store, indicators: set[str]) -> Iterator[tuple[int, DataFrame]]:
    """The base, then each later change, with the indicator of every row."""
    from pyspark.sql import functions as sql

    base = store.folder / store.manifest.base
    if store.manifest.base and base.is_dir():
        yield 0, spark.read.schema(_OBSERVED).option("basePath", str(base)).parquet(str(base))
    for came, (indicator, name) in enumerate(store.manifest.changes, 1):
        if indicator in indicators:
            found = spark.read.schema(_OBSERVED).parquet(str(store.folder / name))
            yield came, found.withColumn("indicator", sql.lit(indicator))


def _judge_blocks(plan: Plan) -> Callable[[Iterator[Any]], Iterator[Any]]:
    """Return what a worker does with its blocks; rows of one block follow each other."""

    def work(batches: Iterator[Any]) -> Iterator[Any]:
        import pyarrow

        waiting: dict[str, list[NDArray[Any]]] = {name: [] for name in _COLUMNS}
        for batch in batches:
            columns = {name: batch.column(name).to_numpy(zero_copy_only=False) for name in _COLUMNS}
            block = columns["block"]
            for start, end in _runs(block):
                if waiting["block"] and waiting["block"][-1][0] != block[start]:
                    yield pyarrow.RecordBatch.from_pydict(_results(waiting, plan))
                    waiting = {name: [] for name in _COLUMNS}
                for name, column in columns.items():
                    waiting[name].append(column[start:end])
        if waiting["block"]:
            yield pyarrow.RecordBatch.from_pydict(_results(waiting, plan))

    return work


def _runs(block: NDArray[Any]) -> Iterator[tuple[int, int]]:
    """The stretches of equal numbers."""
    edges = np.flatnonzero(np.diff(block)) + 1
    starts = [0, *edges.tolist()] if len(block) else []
    yield from zip(starts, [*edges.tolist(), len(block)], strict=False)


def _results(waiting: dict[str, list[NDArray[Any]]], plan: Plan) -> dict[str, NDArray[np.generic]]:
    rows = {name: np.concatenate(parts) for name, parts in waiting.items()}
    block = int(rows["block"][0])
    aim = plan.aims[block]
    values = {
        indicator: cube_of(
            Values(*(rows[name][rows["role"] == role] for name in ("area", "year", "part", "value"))),
            years_of(aim), len(plan.areas.codes),
        )
        for role, indicator in enumerate(aim.needs)
    }  # fmt: skip
    return plan.stand(block, values)


def _schema(plan: Plan) -> str:
    """The columns of results and their types, told by what the kernels make of nothing."""
    names = {"int8": "tinyint", "int32": "int", "int64": "bigint", "float64": "double"}
    empty = plan.without_values(0)
    return ", ".join(f"{name} {names[column.dtype.name]}" for name, column in empty.items())
