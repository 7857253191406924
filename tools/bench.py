"""Measure the commands from a cold start and the server's pages; write docs/performance.md.

Each command is a whole process, run several times after one run that is not counted; the table gives the median
and the spread. Peak memory is the process's own maximum resident set, as the kernel counts it.
"""

from __future__ import annotations

import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

LANTU = str(Path(sys.executable).with_name("lantu"))
SHARED_PLAN = Path("../shared/plans/haicheng-14fyp/plan.txt")
OWN_PLAN = Path("examples/haicheng-14fyp/plan.docx")
OWN_SOURCE = Path("examples/haicheng-14fyp/plan.md")
NATIONAL = Path("examples/national-14fyp")
RUNS = 7
PAGE = Path("docs/performance.md")


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


def run_cold(what: str, command: Sequence[str], aim: str = "") -> Measure:
    """Run a command RUNS times as its own process, output thrown away."""
    seconds, peak = [], 0.0
    for run in range(RUNS + 1):
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        took = time.perf_counter() - started
        if os.waitstatus_to_exitcode(status) > 1:
            raise SystemExit(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
        if run:
            seconds.append(took)
            peak = max(peak, usage.ru_maxrss / 1024)
    return Measure(what, tuple(seconds), peak, aim)


@contextmanager
def server(packages: Sequence[Path]) -> Iterator[tuple[str, float]]:
    """Serve packages on a free port; yield the address and the seconds until the first page came."""
    with tempfile.TemporaryDirectory() as data, tempfile.TemporaryFile("w+b") as log:
        started = time.perf_counter()
        process = subprocess.Popen(
            [LANTU, "serve", *map(str, packages), "--port", "0", "--data", data], stdout=log, stderr=subprocess.STDOUT
        )
        try:
            address = ""
            while not address:
                log.seek(0)
                if match := re.search(rb"http://127\.0\.0\.1:\d+", log.read()):
                    address = match[0].decode()
                elif process.poll() is not None or time.perf_counter() - started > 60:
                    log.seek(0)
                    raise SystemExit(f"the server did not start: {log.read().decode()}")
                else:
                    time.sleep(0.01)
            while True:
                try:
                    fetch(address + "/")
                    break
                except OSError:
                    if time.perf_counter() - started > 60:
                        raise
                    time.sleep(0.01)
            yield address, time.perf_counter() - started
        finally:
            process.terminate()
            process.wait(20)


def fetch(address: str) -> str:
    """Return the page at an address on this machine."""
    with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310 - always http://127.0.0.1
        page: str = answer.read().decode()
        return page


def crawl(address: str, most: int = 60) -> list[str]:
    """Return paths of the public pages that the first page leads to, breadth first."""
    found, seen = ["/"], {"/"}
    for path in found:
        if len(found) >= most:
            break
        for link in re.findall(r'href="(/[^"#?]*)"', fetch(address + path)):
            if link not in seen and not link.startswith(("/static", "/workbench", "/accounts")) and "." not in link:
                seen.add(link)
                found.append(link)
    return found[:most]


def serve_measures(packages: Sequence[Path], what: str) -> list[Measure]:
    """Measure the time to the first page, and the pages themselves once they are warm."""
    firsts: list[float] = []
    for _ in range(3):
        with server(packages) as (address, first):
            firsts.append(first)
            if len(firsts) == 3:
                paths = crawl(address)
                pages = []
                for path in paths:
                    fetch(address + path)
                    started = time.perf_counter()
                    fetch(address + path)
                    pages.append(time.perf_counter() - started)
    return [
        Measure(f"`lantu serve`, {what}: until the first page", tuple(firsts)),
        Measure(f"{what}: a page, {len(pages)} of them", tuple(pages)),
    ]


def measures() -> list[Measure]:
    """Measure everything, in the order of the table."""
    rows: list[Measure] = []
    with tempfile.TemporaryDirectory() as folder:
        package = Path(folder) / "plan"
        for plan, name in (
            (SHARED_PLAN, "a real plan, 140 KB of text"),
            (OWN_SOURCE, "our example, Markdown"),
            (OWN_PLAN, "our example, .docx"),
        ):
            if not plan.is_file():
                print(f"{plan} is not here and was not measured", file=sys.stderr)
                continue
            aim = "under 1.0 s and 150 MB" if plan == SHARED_PLAN else ""
            rows.append(run_cold(f"`lantu read`, {name}", [LANTU, "read", str(plan), "--json"], aim))
            subprocess.run([LANTU, "read", str(plan), "-o", str(package)], check=True, stdout=subprocess.DEVNULL)
            rows.append(run_cold(f"`lantu check`, its package, {name}", [LANTU, "check", str(package), "--json"]))
        rows.append(
            run_cold(
                "`lantu monitor`, the national package",
                [LANTU, "monitor", str(NATIONAL), "--on", "2023-12-31", "--json"],
            )
        )
        rows += serve_measures([NATIONAL, package], "the national package and our example")
    return rows


def main() -> None:
    """Print the table and put it into docs/performance.md."""
    rows = measures()
    table = "\n".join(
        ["| What | Median | Spread | Peak memory | Aim |", "|---|---|---|---|---|", *(row.row() for row in rows)]
    )
    print(table)
    PAGE.write_text(
        "# Performance\n\n"
        "Made by `make bench`. Every command is a whole process from a cold start, "
        f"{RUNS} runs after one that is not counted; pages are fetched over the loopback, each the second time it is asked for.\n\n"
        f"Measured on {os.cpu_count()} cores, Python {platform.python_version()}, {time.strftime('%Y-%m-%d')}. "
        "The machine is shared and noisy: read medians, not single figures.\n\n"
        f"{table}\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
