"""Checking: one long plan, a county plan beside four others, and a thousand plans in one run."""

from __future__ import annotations

import multiprocessing
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tools.bench.measure import LANTU, peak_megabytes, run_cold, table
from tools.bench.subjects.commands import OWN_SOURCE, SHARED_PLAN

TITLE = "Checking"
ORDER = 3
SIZES = (300, 3_000, 30_000)
INDICATORS = (300, 3_000)
PLANS, ITEMS, MARKS, WORKERS = 1_000, 3_000, (10, 100), 2
MINUTES = 4
"""How long the stream of plans may take; on a busy machine it ends before the thousandth plan, and the page says so."""
AIM = "under 0.3 s"


@dataclass(frozen=True)
class Took:
    """What runs of one thing in a process of its own took: processor and clock seconds of each, and its peak memory."""

    processor: tuple[float, ...]
    clock: tuple[float, ...]
    megabytes: float

    @property
    def best(self) -> float:
        """The least processor time: what the work takes where neighbours disturb least."""
        return min(self.processor)

    def row(self, what: str, aim: str = "") -> str:
        """Return it as a row of a Markdown table, in milliseconds."""
        cells = [self.processor[0], self.best, statistics.median(self.clock)]
        return f"| {what} | {' | '.join(f'{1e3 * s:,.0f} ms' for s in cells)} | {self.megabytes:.0f} MB | {aim} |"


def lines() -> list[str]:
    """Measure checking and alignment, then their growth with items and with plans; each in a process of its own."""
    return [
        "All rules, once the plan is read. Each row is a process of its own, so that its peak memory is its own. “First” "
        "is the first time in its process, when no name of the plan has been seen; “least” is the least of the runs; "
        "both are processor time, which neighbours on the machine lengthen less than the clock. Made-up plans "
        "(`tools/bench/plans.py`) are the same every time: a tenth of their items are indicators, the rest sentences "
        "with numbers, tasks and projects, with a document that holds them.",
        "",
        *_real_plan(),
        "",
        *_by_items(),
        "",
        *_by_indicators(),
        "",
        *_by_plans(),
    ]


def _alone(work: Callable[..., Any], *arguments: object) -> Any:
    """The result of a function of this module, called in a fresh process."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(work, arguments)


def _timed(works: Iterable[Callable[[], object]]) -> Took:
    from lantu.checking import check
    from tools.bench.plans import made_plan

    check([made_plan(30, 1)])  # rules are imported and patterns compiled once
    processor, clock = [], []
    for work in works:
        began, started = time.process_time(), time.perf_counter()
        work()
        processor.append(time.process_time() - began)
        clock.append(time.perf_counter() - started)
    return Took(tuple(processor), tuple(clock), peak_megabytes())


def _real_plan() -> list[str]:
    plan, what = (SHARED_PLAN, "a real plan, 140 KB") if SHARED_PLAN.is_file() else (OWN_SOURCE, "our example")
    with tempfile.TemporaryDirectory() as folder:
        package = Path(folder) / "plan"
        subprocess.run([LANTU, "read", str(plan), "-o", str(package)], check=True, stdout=subprocess.DEVNULL)
        command = run_cold(f"`lantu check`, {what}, its package", [LANTU, "check", str(package), "--json"])
        rows = [
            _alone(_checked, package, 0).row(f"check, {what}", AIM),
            _alone(_checked, package, 4).row("the same plan beside four others of its size"),
        ]
    head = ["| After reading | First | Least | Clock, median | Peak memory | Aim |", "|---|--:|--:|--:|--:|---|"]
    return [*head, *rows, "", *table([command])]


def _checked(package: Path, beside: int) -> Took:
    from lantu.checking import check
    from lantu.cli.source import load
    from lantu.plan.period import Period
    from lantu.plan.region import Region

    own = load(package).reading
    # The nation, the province, the city and a territorial plan of the same area, with the same indicators.
    kin = [(Region(name, ""), own.plan.period) for name in ("中国", "某省", "某市")]
    others = [
        replace(own, plan=replace(own.plan, title=f"{area.name}规划", region=area, period=period))
        for area, period in (*kin, (own.plan.region, Period.years(2021, 2035)))
    ]
    others = others[:beside]
    return _timed([lambda: check([own, *others])] * 9)


def _by_items() -> list[str]:
    rows = [
        "| Items in one plan | First | Least | Microseconds an item | Peak memory |",
        "|--:|--:|--:|--:|--:|",
    ]
    each = []
    for size in SIZES:
        took = _alone(_sized, size)
        each.append(1e6 * took.best / size)
        rows.append(
            f"| {size:,} | {took.processor[0]:.3f} s | {took.best:.3f} s | {each[-1]:.0f} | {took.megabytes:.0f} MB |"
        )
    return [*rows, "", f"{_growth('item', SIZES, each)} The aim is at most 1.2."]


def _sized(items: int) -> Took:
    from lantu.checking import check
    from tools.bench.plans import made_plan

    reading = made_plan(items, 2)
    return _timed([lambda: check([reading])] * (7 if items < 30_000 else 3))


def _by_indicators() -> list[str]:
    rows = [
        "| Alignment alone: indicators, with four plans of as many | First | Least | Microseconds an indicator | "
        "Peak memory |",
        "|--:|--:|--:|--:|--:|",
    ]
    each = []
    for count in INDICATORS:
        took = _alone(_aligned, count)
        each.append(1e6 * took.best / count)
        rows.append(
            f"| {count:,} | {took.processor[0]:.2f} s | {took.best:.2f} s | {each[-1]:.0f} | {took.megabytes:.0f} MB |"
        )
    return [*rows, "", f"{_growth('indicator', INDICATORS, each)} The aim is under 3 s for 3,000."]


def _aligned(indicators: int) -> Took:
    from lantu.checking.alignment import align
    from tools.bench.plans import made_plan

    own, *others = (made_plan(10 * indicators, number) for number in range(5))
    return _timed([lambda: [align(own, other) for other in others]] * 3)


def _growth(what: str, sizes: tuple[int, ...], each: list[float]) -> str:
    times = sizes[-1] // sizes[0]
    return f"{times:,} times as many take {times * each[-1] / each[0]:,.0f} times as long: " + (
        f"{each[-1] / each[0]:.2f} times for each {what}."
    )


@dataclass(frozen=True)
class Mark:
    """What a process had taken and held when it had checked so many plans."""

    plans: int
    processor: float
    clock: float
    megabytes: float
    findings: int


def _by_plans() -> list[str]:
    """Stream the plans, each made, checked and let go before the next, in two processes at once, for a few minutes."""
    share = PLANS // WORKERS
    with multiprocessing.get_context("spawn").Pool(WORKERS) as pool:
        told = pool.map(_stream, range(0, PLANS, share), chunksize=1)
    first, ends = told[0], [marks[-1] for marks in told]
    done = sum(end.plans for end in ends)
    processor, most = sum(end.processor for end in ends), max(end.megabytes for end in ends)
    rows = [
        f"A stream of plans of {ITEMS:,} items, each made, checked and let go before the next, in {WORKERS} processes "
        f"side by side; {sum(end.findings for end in ends):,} findings.",
        "",
        "| Plans | Processor time of checking | a plan | Clock, making them included | Most memory of a process |",
        "|--:|--:|--:|--:|--:|",
    ]
    for mark in first:
        rows.append(_mark_row(f"{mark.plans:,}, in the first process", mark))
    rows.append(
        _mark_row(f"{done:,}, in both", Mark(done, processor, max(end.clock for end in ends), most, 0)),
    )
    early, late = first[0], first[-1]
    pace = late.processor / late.plans / (early.processor / early.plans)
    rows += [
        "",
        *_reached(done, processor),
        f"In the first process its {late.plans} plans took {pace:.2f} times as long for each plan as its first "
        f"{early.plans}, and held {late.megabytes:.0f} MB at most, {late.megabytes - early.megabytes:+.0f} MB after "
        f"those (names of quantities are remembered, up to a limit).",
    ]
    return rows


def _mark_row(what: str, mark: Mark) -> str:
    each = 1e3 * mark.processor / mark.plans
    return f"| {what} | {mark.processor:.1f} s | {each:.0f} ms | {mark.clock:.0f} s | {mark.megabytes:.0f} MB |"


def _reached(done: int, processor: float) -> list[str]:
    if done == PLANS:
        return []
    return [
        f"The stream may take {MINUTES} minutes; on this busy machine it ended after {done:,} of {PLANS:,} plans. At the "
        f"same pace {PLANS:,} take {processor / done * PLANS:.0f} s of processor time (reckoned, not measured)."
    ]


def _stream(start: int) -> list[Mark]:
    """Check a share of the plans one after the other; return what was taken and held at each mark."""
    from lantu.checking import check
    from tools.bench.plans import made_plan

    check([made_plan(30, 1)])
    marks: list[Mark] = []
    processor, findings, started = 0.0, 0, time.perf_counter()
    for count in range(1, PLANS // WORKERS + 1):
        reading = made_plan(ITEMS, start + count - 1)
        began = time.process_time()
        findings += len(check([reading]))
        processor += time.process_time() - began
        late = time.perf_counter() - started > 60 * MINUTES
        if count in MARKS or late or count == PLANS // WORKERS:
            marks.append(Mark(count, processor, time.perf_counter() - started, peak_megabytes(), findings))
        if late:
            break
    return marks
