"""What one thing took, over several runs: seconds, and the most memory it held."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

LANTU = str(Path(sys.executable).with_name("lantu"))
RUNS = 7


@dataclass(frozen=True)
class Measure:
    """What several runs of one thing took."""

    what: str
    seconds: tuple[float, ...]
    megabytes: float | None = None
    aim: str = ""

    def row(self) -> str:
        """Return the measure as a row of a Markdown table."""
        scale, unit = (1, "s") if statistics.median(self.seconds) >= 1 else (1000, "ms")
        shown = [f"{scale * s:.2f}" if scale == 1 else f"{scale * s:.0f}" for s in sorted(self.seconds)]
        memory = "" if self.megabytes is None else f"{self.megabytes:.0f} MB"
        middle = statistics.median(self.seconds) * scale
        median = f"{middle:.2f}" if scale == 1 else f"{middle:.1f}" if middle < 10 else f"{middle:.0f}"
        return f"| {self.what} | {median} {unit} | {shown[0]}–{shown[-1]} {unit} | {memory} | {self.aim} |"


def run_cold(what: str, command: Sequence[str], aim: str = "", runs: int = RUNS) -> Measure:
    """Run a command `runs` times as its own process after one run that is not counted, output thrown away."""
    # An installed package holds its modules compiled; a workplace that forbids it would be measured instead.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    seconds, peak = [], 0.0
    for run in range(runs + 1):
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        took = time.perf_counter() - started
        if os.waitstatus_to_exitcode(status) > 1:
            raise SystemExit(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
        if run:
            seconds.append(took)
            peak = max(peak, usage.ru_maxrss / 1024)
    return Measure(what, tuple(seconds), peak, aim)


def peak_megabytes() -> float:
    """Return the most memory this process has held, in MB; what its parent held before it began does not count."""
    status = Path("/proc/self/status")
    if status.is_file():
        held = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(held.split()[1]) / 1024
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / 1024**2 if sys.platform == "darwin" else used / 1024


def run_here(what: str, work: Callable[[], object], aim: str = "", runs: int = RUNS) -> Measure:
    """Run a function of this process `runs` times after one run that is not counted; memory is not told."""
    work()
    seconds = []
    for _ in range(runs):
        started = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - started)
    return Measure(what, tuple(seconds), aim=aim)


def table(measures: Sequence[Measure]) -> list[str]:
    """Return measures as the lines of a Markdown table."""
    return [
        "| What | Median | Spread | Peak memory | Aim |",
        "|---|---|---|---|---|",
        *(measure.row() for measure in measures),
    ]
