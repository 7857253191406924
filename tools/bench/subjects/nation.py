"""A nation in one run: by Lantu, by bare SQL and by data frames; what one changed value costs; Spark beside."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from lantu.warehouse.block import Values
from lantu.warehouse.nation import add
from lantu.warehouse.standings import standings
from lantu.warehouse.store import Store
from tools.bench.measure import LANTU
from tools.nation.simulated import make

TITLE = "A nation in one run"
ORDER = 4
NEEDS = ("pandas", "pyarrow")
ROUNDS = 3
COUNTIES, INDICATORS = 2978, 120
ON = "2025-12-31"
WAYS = {"lantu": "`lantu`, the warehouse's run", "sql": "bare DuckDB SQL, one statement", "pandas": "pandas"}


@dataclass(frozen=True)
class Took:
    """One process: wall and processor seconds, and the most memory it held, in megabytes."""

    wall: float
    cpu: float
    memory: float


def took(command: Sequence[str], environment: dict[str, str] | None = None) -> Took:
    """Run a command as a process of its own."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    if os.waitstatus_to_exitcode(status):
        raise SystemExit(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
    return Took(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def median(several: Sequence[Took]) -> Took:
    """Return the median of each number."""
    return Took(*(statistics.median(getattr(one, name) for one in several) for name in ("wall", "cpu", "memory")))


def lines() -> list[str]:
    """Make the nations, let every way answer, hold the answers against each other, and tell what each took."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = time.perf_counter()
        make(folder / "nation", COUNTIES, INDICATORS)
        made = time.perf_counter() - made
        make(folder / "tenth", COUNTIES // 10 + 1, INDICATORS)
        whole, tenth = raced(folder, "nation"), raced(folder, "tenth", ("lantu", "sql"))
        agreed = agreement(folder, "nation")
        foretold = foretelling(folder)
        changed = one_change(folder / "nation")
        spark = on_spark(folder)
    mine, sql, pandas = (whole[way] for way in WAYS)
    series = (COUNTIES + 32) * INDICATORS
    return [
        f"{COUNTIES:,} counties × {INDICATORS} indicators × 72 months ({COUNTIES * INDICATORS * 72 / 1e6:.1f} million "
        f"values, simulated, as Parquet), rolled up to 31 provinces and the nation: {series:,} verdicts, written as "
        f"Parquet. Each way is a process of its own, start-up included; medians of {ROUNDS} rounds in which the ways "
        f"take turns. Making and writing the values took {made:.0f} s. {agreed}",
        "",
        "| Way | Wall | Processor | Peak memory |",
        "|---|--:|--:|--:|",
        *(f"| {words} | {whole[way].wall:.2f} s | {whole[way].cpu:.2f} s | {whole[way].memory:.0f} MB |"
          for way, words in WAYS.items()),
        "",
        "| Aim | Wall | Processor | Memory |",
        "|---|--:|--:|--:|",
        f"| at least 15 times faster than pandas, a third of its memory | {pandas.wall / mine.wall:.1f} times | "
        f"{pandas.cpu / mine.cpu:.1f} times | {mine.memory / pandas.memory:.2f} of it |",
        f"| at most 1.3 times as long as bare SQL | {mine.wall / sql.wall:.2f} times | {mine.cpu / sql.cpu:.2f} times | "
        f"{mine.memory / sql.memory:.2f} of it |",
        f"| data grow tenfold ({COUNTIES // 10 + 1} → {COUNTIES:,} counties): lantu | "
        f"{mine.wall / tenth['lantu'].wall:.1f} times | {mine.cpu / tenth['lantu'].cpu:.1f} times | "
        f"{mine.memory / tenth['lantu'].memory:.1f} times |",
        f"| the same: bare SQL | {sql.wall / tenth['sql'].wall:.1f} times | {sql.cpu / tenth['sql'].cpu:.1f} times | "
        f"{sql.memory / tenth['sql'].memory:.1f} times |",
        "",
        *changed,
        "",
        foretold,
        "",
        spark,
    ]  # fmt: skip


def raced(folder: Path, name: str, ways: Sequence[str] = tuple(WAYS)) -> dict[str, Took]:
    """Return the median of each way, after one round of the first that is not counted."""
    commands = {
        way: [
            sys.executable,
            "-m",
            "tools.nation.rivals",
            way,
            str(folder / name),
            str(folder / f"{name}-{way}.parquet"),
        ]
        for way in ways
    }
    took(commands["lantu"])
    rounds = [{way: took(command) for way, command in commands.items()} for _ in range(ROUNDS)]
    return {way: median([one[way] for one in rounds]) for way in ways}


def agreement(folder: Path, name: str) -> str:
    """Hold the three answers against each other. Raises SystemExit where they differ."""
    import pandas as pd

    store = Store.open(folder / name)
    found = standings(store).columns
    names = np.array([aim.indicator for aim in store.manifest.aims])
    mine = pd.DataFrame({"indicator": names[found["indicator"]], **{n: found[n] for n in found if n != "indicator"}})
    keys, worst = ["indicator", "area"], 0.0
    for way in ("sql", "pandas"):
        other = pd.read_parquet(folder / f"{name}-{way}.parquet")
        other["indicator"] = other["indicator"].astype(str)
        both = mine.merge(other, on=keys, suffixes=("", "_other"), validate="one_to_one")
        if len(both) != len(mine) or len(both) != len(other):
            raise SystemExit(f"{way} answers for {len(other)} series, lantu for {len(mine)}")
        if (off := int((both["verdict"] != both["verdict_other"]).sum())) > 0:
            raise SystemExit(f"{off} verdicts of {way} differ")
        for column in ("value", "progress"):
            one, two = both[column].to_numpy(float), both[f"{column}_other"].to_numpy(float)
            if (np.isnan(one) != np.isnan(two)).any():
                raise SystemExit(f"{column} of {way} is missing elsewhere")
            worst = max(worst, float(np.nanmax(np.abs(one - two) / np.maximum(1, np.abs(one)))))
    if worst > 1e-9:
        raise SystemExit(f"the answers differ by {worst}")
    return f"The three answers are the same: every verdict, and values and progress within {worst:.0e}."


def one_change(folder: Path) -> list[str]:
    """Change one value of one county and see it in its verdict: in a process that is open, and as a command."""
    subprocess.run(
        [LANTU, "warehouse", "run", str(folder), "--on", ON, "--no-outlook"], check=True, capture_output=True
    )
    store = Store.open(folder)
    here: list[float] = []
    for attempt in range(22):
        new = Values(*(np.array([n], kind) for n, kind in ((40, np.int32), (2024, np.int16), (12, np.int8))),
                     np.array([100.0 + attempt]))  # fmt: skip
        started = time.perf_counter()
        moved = add(store, {"i0000": new}, date.fromisoformat(ON))
        seen = standings(store, np.array([0]), np.array([40])).columns
        here.append(time.perf_counter() - started)
        assert moved == 3 and len(seen["verdict"]) == 1
    rows = folder.parent / "day.csv"
    commands: list[float] = []
    for attempt in range(5):
        rows.write_text(f"indicator,region,period,value\ni0000,S000040,2024-12,{200 + attempt}\n", encoding="utf-8")
        commands.append(took([LANTU, "warehouse", "add", str(folder), str(rows), "--on", ON]).wall)
    shown = json.loads(subprocess.run(
        [LANTU, "warehouse", "show", str(folder), "--indicator", "i0000", "--area", "S000040", "--json"],
        check=True, capture_output=True).stdout)  # fmt: skip
    assert len(shown["standings"]) == 1
    bare = statistics.median(took([LANTU, "--version"]).wall for _ in range(5))
    return [
        f"One value of one county changed, stored, and its verdict read again with those of its province and the "
        f"nation (aim: under 50 ms): {1000 * statistics.median(here[2:]):.0f} ms in a process that is open "
        f"({1000 * min(here[2:]):.0f}–{1000 * max(here[2:]):.0f} ms, 20 changes one upon another); "
        f"{1000 * statistics.median(commands):.0f} ms as the command `lantu warehouse add`, of which starting a process "
        f"that does nothing takes {1000 * bare:.0f} ms."
    ]


def foretelling(folder: Path) -> str:
    """Run the nation with a plan that goes on to 2030, with and without the outlook."""
    make(folder / "ahead", COUNTIES, INDICATORS, target_year=2030)
    run = [LANTU, "warehouse", "run", str(folder / "ahead"), "--on", ON]
    with_it, without = took(run), took([*run, "--no-outlook"])
    return (
        f"Where the plan goes on to 2030, so that every series has its way still to go, the same run tells for each of "
        f"{(COUNTIES + 32) * INDICATORS:,} series how likely its target is and between what values it will arrive (one run each): "
        f"{with_it.wall:.1f} s ({with_it.cpu:.1f} s of processor) with the outlook, "
        f"{without.wall:.1f} s ({without.cpu:.1f} s) with `--no-outlook`."
    )


def on_spark(folder: Path) -> str:
    """Run a small nation on a real cluster of this machine, once, and hold its answer against DuckDB's."""
    try:
        import pyspark  # noqa: F401
    except ImportError:
        return "Spark was not measured: pyspark is not installed (`make setup-nation`)."
    from tools.nation.cluster import cluster

    store = make(folder / "small", 300, 12)
    run = [LANTU, "warehouse", "run", str(folder / "small"), "--on", ON]
    alone = took(run)
    before = standings(store.open(store.folder)).columns
    started = time.perf_counter()
    with cluster() as spark:
        up = time.perf_counter() - started
        found = took([*run, "--master", spark.master], spark.environment)
    after = standings(store.open(store.folder)).columns
    equal = all(np.array_equal(before[n], after[n], equal_nan=before[n].dtype.kind == "f") for n in before)
    if not equal:
        raise SystemExit("Spark's answer differs from DuckDB's")
    return (
        f"Spark, on a standalone master and two workers of this machine, 300 counties × 12 indicators, once (no race: a "
        f"cluster is for what one machine cannot hold): {found.wall:.0f} s, after {up:.0f} s until the cluster was up; "
        f"DuckDB {alone.wall:.1f} s. The answers are equal bit for bit."
    )
