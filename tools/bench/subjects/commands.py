"""The commands from a cold start, and the server's pages."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from tools.bench.measure import LANTU, RUNS, Measure, run_cold, table
from tools.bench.server import serve_measures

TITLE = "Commands and pages"
ORDER = 1
SHARED_PLAN = Path("../shared/plans/haicheng-14fyp/plan.txt")
OWN_PLAN = Path("examples/haicheng-14fyp/plan.docx")
OWN_SOURCE = Path("examples/haicheng-14fyp/plan.md")
NATIONAL = Path("examples/national-14fyp")


def lines() -> list[str]:
    """Measure read, check and monitor as whole processes, and the server over the loopback."""
    return [
        f"Every command is a whole process from a cold start, {RUNS} runs after one that is not counted; pages are "
        "fetched over the loopback, each the second time it is asked for.",
        "",
        *table(measures()),
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
