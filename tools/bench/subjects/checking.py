"""Checking: one long plan, a county plan beside four others, and a thousand plans in one run."""

from __future__ import annotations

import multiprocessing
import os
import resource
import subprocess
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from lantu.checking import check
from lantu.checking.alignment import align
from lantu.cli.source import load
from lantu.plan.period import Period
from lantu.plan.reading import Reading
from lantu.plan.region import Region
from tools.bench.measure import LANTU, Measure, run_cold, run_here, table
from tools.bench.plans import made_plan
from tools.bench.subjects.commands import OWN_SOURCE, SHARED_PLAN

TITLE = "Checking"
ORDER = 3
SIZES = (300, 3_000, 30_000)
PLANS, ITEMS, MARKS = 1_000, 3_000, (10, 100, 1_000)
AIM = "under 300 ms after reading"


def lines() -> list[str]:
    """Measure checking and alignment, then their growth with items and with plans."""
    return [
        "All rules. “After reading” is the time in this process once the package is loaded; the command is a whole "
        "process from a cold start. Plans in the lower tables are made up (`tools/bench/plans.py`), the same every "
        "time: of a plan's items a tenth are indicators, the rest sentences with numbers, tasks and projects, with a "
        "document that holds them. Time by items is processor time, all else is the clock, which on a shared machine "
        "tells of the neighbours too.",
        "",
        *table(_one_plan()),
        "",
        *_by_items(),
        "",
        *_by_plans(),
    ]


def _one_plan() -> list[Measure]:
    plan, what = (SHARED_PLAN, "a real plan, 140 KB") if SHARED_PLAN.is_file() else (OWN_SOURCE, "our example")
    rows: list[Measure] = []
    with tempfile.TemporaryDirectory() as folder:
        package = Path(folder) / "plan"
        subprocess.run([LANTU, "read", str(plan), "-o", str(package)], check=True, stdout=subprocess.DEVNULL)
        own = load(package).reading
        rows.append(run_here(f"check, {what}, its package, after reading", lambda: check([own]), AIM))
        document = load(plan).reading
        rows.append(run_here(f"check, {what}, with its text, after reading", lambda: check([document]), AIM))
        rows.append(run_cold(f"`lantu check`, {what}, its package", [LANTU, "check", str(package), "--json"]))
        four = _four(document)
        rows.append(run_here("the same plan beside four others of its size", lambda: check([document, *four]), runs=3))
    large = [made_plan(30_000, number) for number in range(5)]
    rows.append(
        run_here(
            "alignment alone: 3,000 indicators with 4 × 3,000",
            lambda: [align(large[0], other) for other in large[1:]],
            runs=3,
        )
    )
    return rows


def _four(own: Reading) -> list[Reading]:
    """The nation, the province, the city and a territorial plan of the same area, with the same indicators."""
    kin = [(Region("中国", ""), None), (Region("某省", ""), None), (Region("某市", ""), None)]
    kin.append((own.plan.region, Period.years(2021, 2035)))
    return [
        replace(
            own, plan=replace(own.plan, title=f"{region.name}规划", region=region, period=period or own.plan.period)
        )
        for region, period in kin
    ]


def _by_items() -> list[str]:
    rows = ["| Items in one plan | Seconds | Microseconds an item | Peak memory |", "|--:|--:|--:|--:|"]
    for size in SIZES:
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            seconds, megabytes = pool.apply(_sized, (size,))
        rows.append(f"| {size:,} | {seconds:.2f} | {1e6 * seconds / size:.0f} | {megabytes:.0f} MB |")
    return rows


def _sized(items: int) -> tuple[float, float]:
    check([made_plan(30, 1)])  # rules are imported once
    reading = made_plan(items, 2)
    seconds = []
    for _ in range(3 if items < 30_000 else 2):
        started = time.process_time()
        check([reading])
        seconds.append(time.process_time() - started)
    return min(seconds), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _by_plans() -> list[str]:
    """One run over all plans, made, checked and let go one after the other, in as many processes as there are cores."""
    workers = min(2, os.cpu_count() or 1)
    started = time.perf_counter()
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        told = pool.starmap(_stream, [(worker, workers) for worker in range(workers)])
    whole = time.perf_counter() - started
    rows = [
        f"{PLANS:,} plans of {ITEMS:,} items each in one run, {workers} processes, each plan made, checked and let go: "
        f"{whole:.0f} s, {sum(marks[-1][3] for marks in told):,} findings.",
        "",
        "| Plans done | Seconds | Milliseconds a plan | Most memory of a process |",
        "|--:|--:|--:|--:|",
    ]
    for mark in zip(*told, strict=True):
        done, seconds = sum(m[0] for m in mark), max(m[1] for m in mark)
        rows.append(f"| {done:,} | {seconds:.1f} | {1e3 * seconds / done:.0f} | {max(m[2] for m in mark):.0f} MB |")
    return rows


def _stream(worker: int, workers: int) -> list[tuple[int, float, float, int]]:
    """Check every so-manieth plan; return (plans, seconds, MB, findings) at each mark."""
    check([made_plan(30, 0)])
    marks, findings = [], 0
    wanted = {mark // workers for mark in MARKS}
    started = time.perf_counter()
    for count, number in enumerate(range(worker, PLANS, workers), 1):
        findings += len(check([made_plan(ITEMS, number)]))
        if count in wanted:
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            marks.append((count, time.perf_counter() - started, memory, findings))
    return marks
