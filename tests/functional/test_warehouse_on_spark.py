"""The warehouse on a real Spark cluster: a master and two workers on the loopback, equal to DuckDB bit for bit."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import threading
import time
import warnings
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from tests.unit.warehouse.small_nation import same
from tools.nation.cluster import Cluster, cluster
from tools.nation.simulated import areas

from lantu.plan.area import RollUpRule
from lantu.plan.indicator import TargetForm
from lantu.warehouse.block import Aim, Values
from lantu.warehouse.nation import add, run
from lantu.warehouse.standings import standings
from lantu.warehouse.store import Store, create

pytestmark = pytest.mark.slow
ON = date(2024, 12, 31)
COUNTIES, YEARS = 60, range(2018, 2025)
FIRST = 32  # the place of the first county


@pytest.fixture(scope="module")
def spark() -> Iterator[Cluster]:
    needed = (("pyspark", importlib.util.find_spec("pyspark")), ("java", shutil.which("java")))
    lacking = [what for what, there in needed if not there]
    if lacking:
        warnings.warn(f"NO {' and no '.join(lacking)}: the warehouse was not tried on Spark", stacklevel=1)
        pytest.skip(
            f"NO {' and no '.join(lacking)}: `make setup-nation` installs pyspark; Java 17 comes with the system"
        )
    with cluster() as running:
        yield running


def nation(folder: Path) -> Store:
    """60 counties and 9 indicators of every form, with months, gaps, targets of single areas and later changes."""
    amounts = {"over_areas": RollUpRule.SUM, "over_time": RollUpRule.SUM}
    aims = [
        Aim("level", TargetForm.LEVEL, 2021, 2025, 130.0, 1.0, over_areas=RollUpRule.MEAN, since=2018),
        Aim("months", TargetForm.LEVEL, 2021, 2025, 90000.0, 1.0, of_the_whole=True, since=2018, **amounts),
        Aim("floor", TargetForm.FLOOR_EACH_YEAR, 2021, 2025, 95.0, 1.0, over_time=RollUpRule.MEAN,
            over_areas=RollUpRule.MIN),
        Aim("ceiling", TargetForm.CEILING_EACH_YEAR, 2021, 2025, 110.0, -1.0, over_areas=RollUpRule.MAX),
        Aim("total", TargetForm.CUMULATIVE, 2021, 2025, 500.0, 1.0, of_the_whole=True, **amounts),
        Aim("rate", TargetForm.ANNUAL_RATE, 2021, 2025, 5.0, 1.0, since=2018, quiet=True),
        Aim("lead", TargetForm.RELATIVE, 2021, 2025, 0.0, 1.0, strict=True, comparator="rate"),
        Aim("ratio", TargetForm.LEVEL, 2021, 2025, 99.0, 1.0, by_base=True, over_areas=RollUpRule.RATIO,
            numerator="level", beside="months", factor=1000.0, beside_over_time=RollUpRule.SUM, quiet=True),
        Aim("unknown", TargetForm.LEVEL, 2021, 2025, 1.0, 1.0),
    ]  # fmt: skip
    store = create(folder, aims, areas(COUNTIES))
    random, grids = np.random.default_rng(3), {}
    for aim in aims[:-1]:
        monthly = aim.over_time in (RollUpRule.SUM, RollUpRule.MEAN)
        parts = range(1, 13) if monthly else range(1)
        times = [(county, year, part) for county in range(COUNTIES) for year in YEARS for part in parts]
        kept = [time for time in times if random.random() > 0.02]
        county, year, part = np.array(kept).T
        mean = {"rate": 5.0, "lead": 5.0}.get(aim.indicator, 100.0)
        value = np.round(mean + random.normal(0, mean / 20, len(kept)), 2)
        grid = store.write_base(
            "base-000001", aim.indicator,
            Values((FIRST + county).astype(np.int32), year.astype(np.int16), part.astype(np.int8), value),
        )  # fmt: skip
        grids |= {aim.indicator: grid} if grid else {}
    own = np.arange(FIRST, FIRST + 20, dtype=np.int32)
    targets = store.write(
        "targets-000002.parquet",
        {"indicator": np.repeat(np.array([0, 4], np.int32), 10), "area": own, "base": np.where(own % 2, 99.0, np.nan),
         "base_year": np.where(own % 2, 2020.0, np.nan), "target": np.full(20, 120.0), "rounding": np.full(20, 0.5)},
    )  # fmt: skip
    store.commit(base="base-000001", grids=grids, latest="2024-12", targets=targets)
    for change in range(3):
        places = random.integers(FIRST, FIRST + COUNTIES, 5).astype(np.int32)
        new = Values(
            places, np.full(5, 2023 - change, np.int16), np.zeros(5, np.int8), np.array([1, 200, 5, np.nan, 7.5])
        )
        add(store, {"level": new, "rate": new}, ON)
    return store


def test_spark_gives_what_duckdb_gives_to_the_last_bit(spark: Cluster, tmp_path: Path) -> None:
    store = nation(tmp_path / "w")
    run(store, ON)
    here = dict(standings(store).columns)
    watch = Watch(spark.sessions)
    with watch:
        done = subprocess.run(
            [sys.executable, "-m", "tests.functional.on_spark", str(store.folder), ON.isoformat(), spark.master],
            env=spark.environment, check=False, capture_output=True, text=True,
            cwd=Path(__file__).resolve().parents[2],
        )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    after = Store.open(store.folder)
    assert after.manifest.state == store.manifest.state + 1
    there = dict(standings(after).columns)
    differing = [name for name in here if not same({name: here[name]}, {name: there[name]}, foretold_within=0)]
    assert not differing, {name: np.nanmax(np.abs(here[name] - there[name])) for name in differing}
    assert len(there["area"]) == 9 * (1 + 31 + COUNTIES)
    assert set(there["verdict"].tolist()) == {0, 1, 2, 3, 4}
    assert np.isfinite(there["probability"]).sum() > 300
    assert watch.seen, "no socket of the cluster was seen, so that nothing is proved of them"
    assert not watch.seen - {"127.0.0.1", "::1", "::ffff:127.0.0.1"}, "something listens to the network"


class Watch(threading.Thread):
    """Looks, while a run lasts, at which addresses the cluster and its driver listen."""

    def __init__(self, sessions: tuple[int, ...]) -> None:
        super().__init__(daemon=True)
        self.sessions = {*sessions, os.getsid(0)}
        self.seen: set[str] = set()
        self.over = threading.Event()

    def __enter__(self) -> None:
        self.start()

    def __exit__(self, *_: object) -> None:
        self.over.set()
        self.join()

    def run(self) -> None:
        while not self.over.is_set():
            self.seen |= listening(self.sessions)
            time.sleep(1)


def listening(sessions: set[int]) -> set[str]:
    """The addresses that processes of some sessions listen at, of those that run Java."""
    sockets: set[str] = set()
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if os.getsid(int(process.name)) in sessions and b"java" in (process / "cmdline").read_bytes()[:200]:
                sockets |= {str(one.readlink()) for one in (process / "fd").iterdir()}
        except OSError:
            continue
    found: set[str] = set()
    for table in ("tcp", "tcp6"):
        for line in Path(f"/proc/net/{table}").read_text().splitlines()[1:]:
            cells = line.split()
            if cells[3] == "0A" and f"socket:[{cells[9]}]" in sockets:
                found.add(address(cells[1].partition(":")[0]))
    return found


def address(written: str) -> str:
    """An address as the kernel writes it: words of four bytes, the last byte first."""
    import ipaddress

    words = [bytes.fromhex(written[at : at + 8])[::-1] for at in range(0, len(written), 8)]
    found = ipaddress.ip_address(b"".join(words))
    mapped = getattr(found, "ipv4_mapped", None)
    return str(mapped or found)
