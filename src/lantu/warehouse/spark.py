"""The same run on Spark, for when one machine is outgrown: the same conditions on rows, the same kernels."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import reduce
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from lantu.monitoring.kernels.judging import Bands
from lantu.plan.fault import Fault
from lantu.warehouse.block import Aim, Areas, Values, columns_of, stand
from lantu.warehouse.expressions import rows_of
from lantu.warehouse.nation import bands_on, keep
from lantu.warehouse.store import Store

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

# block: the aim's place; role: which of its indicators a row is of; came: 0 for the base, then later changes in order.
_COLUMNS = ("block", "role", "came", "area", "year", "part", "value")


def run_on_spark(store: Store, on: date, master: str) -> int:
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
    spark = SparkSession.builder.master(master).appName("lantu").getOrCreate()
    try:
        aims, count = store.manifest.aims, len(store.manifest.codes)
        rows = _rows(spark, store, aims)
        judged = (
            rows.repartition(max(len(aims), 1), "block")
            .sortWithinPartitions("block", "role", "came")
            .mapInArrow(_judge_blocks(aims, store.areas, bands_on(on)), _schema(aims, store.areas, bands_on(on)))
        )
        table = judged.orderBy("indicator", "area").toArrow()
        columns: dict[str, NDArray[np.generic]] = {name: table[name].to_numpy() for name in table.column_names}
        keep(store, columns)
        return len(aims) * count
    finally:
        spark.stop()


def _rows(spark: SparkSession, store: Store, aims: Iterable[Aim]) -> DataFrame:
    """The rows of every block, each with its place among what the block is judged by."""
    from pyspark.sql import functions as sql

    parts = []
    for block, aim in enumerate(aims):
        for role, indicator in enumerate(aim.needs):
            for came, path in enumerate(store.files_of(indicator)):
                found = spark.read.parquet(str(path)).where(rows_of(aim))
                parts.append(
                    found.select(
                        sql.lit(block).alias("block"), sql.lit(role).alias("role"), sql.lit(came).alias("came"),
                        "area", "year", "part", "value",
                    )
                )  # fmt: skip
    return reduce(lambda one, other: one.unionAll(other), parts)


def _judge_blocks(aims: tuple[Aim, ...], areas: Areas, bands: Bands) -> Callable[[Iterator[Any]], Iterator[Any]]:
    """Return what a worker does with its blocks; rows of one block follow each other."""

    def work(batches: Iterator[Any]) -> Iterator[Any]:
        import pyarrow

        waiting: dict[str, list[NDArray[Any]]] = {name: [] for name in _COLUMNS}
        for batch in batches:
            columns = {name: batch.column(name).to_numpy(zero_copy_only=False) for name in _COLUMNS}
            block = columns["block"]
            for start, end in _runs(block):
                if waiting["block"] and waiting["block"][-1][0] != block[start]:
                    yield pyarrow.RecordBatch.from_pydict(_results(waiting, aims, areas, bands))
                    waiting = {name: [] for name in _COLUMNS}
                for name, column in columns.items():
                    waiting[name].append(column[start:end])
        if waiting["block"]:
            yield pyarrow.RecordBatch.from_pydict(_results(waiting, aims, areas, bands))

    return work


def _runs(block: NDArray[Any]) -> Iterator[tuple[int, int]]:
    """The stretches of equal numbers."""
    edges = np.flatnonzero(np.diff(block)) + 1
    starts = [0, *edges.tolist()] if len(block) else []
    yield from zip(starts, [*edges.tolist(), len(block)], strict=False)


def _results(
    waiting: dict[str, list[NDArray[Any]]], aims: tuple[Aim, ...], areas: Areas, bands: Bands
) -> dict[str, NDArray[np.generic]]:
    rows = {name: np.concatenate(parts) for name, parts in waiting.items()}
    block = int(rows["block"][0])
    aim = aims[block]
    values = {
        indicator: Values(*(rows[name][rows["role"] == role] for name in ("area", "year", "part", "value")))
        for role, indicator in enumerate(aim.needs)
    }
    return _block_columns(block, columns_of(stand(aim, values, areas, bands)))


def _block_columns(block: int, found: dict[str, NDArray[np.generic]]) -> dict[str, NDArray[np.generic]]:
    count = len(found["value"])
    return {"indicator": np.full(count, block, np.int32), "area": np.arange(count, dtype=np.int32), **found}


def _schema(aims: tuple[Aim, ...], areas: Areas, bands: Bands) -> str:
    """The columns of results and their types, told by what the kernels make of nothing."""
    nothing = Values(np.array([], np.int32), np.array([], np.int16), np.array([], np.int8), np.array([], float))
    empty = columns_of(stand(aims[0], dict.fromkeys(aims[0].needs, nothing), areas, bands))
    names = {"int8": "tinyint", "int32": "int", "int64": "bigint", "float64": "double"}
    return ", ".join(f"{name} {names[column.dtype.name]}" for name, column in _block_columns(0, empty).items())
