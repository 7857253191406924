"""How reading grows with the text: the same plan once and many times over, seconds per MB and memory."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tools.bench.measure import LANTU, run_cold
from tools.bench.subjects.commands import OWN_SOURCE, SHARED_PLAN

TITLE = "Reading long documents"
ORDER = 2
TIMES = (1, 4, 16, 36)


def lines() -> list[str]:
    """Read documents made of one, four, … copies of a plan, each in a whole process from a cold start."""
    source = SHARED_PLAN if SHARED_PLAN.is_file() else OWN_SOURCE
    if source != SHARED_PLAN:
        print(f"{SHARED_PLAN} is not here; {OWN_SOURCE} is measured instead", file=sys.stderr)
    text = source.read_text(encoding="utf-8")
    rows = ["| Text | Median | Spread | s per MB | Peak memory |", "|---|---|---|---|---|"]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"plan{source.suffix}"
        for times in TIMES:
            path.write_text("\n".join([text] * times), encoding="utf-8")
            size = path.stat().st_size / 1e6
            measure = run_cold(f"{size:.2f} MB", [LANTU, "read", str(path), "--json"], runs=3)
            low, middle, high = sorted(measure.seconds)
            rows.append(
                f"| {size:.2f} MB | {middle:.2f} s | {low:.2f}–{high:.2f} s | {middle / size:.1f} | "
                f"{measure.megabytes:.0f} MB |"
            )
    return [
        f"`lantu read --json` of a plan of {len(text.encode()) / 1000:.0f} KB, and of documents made of many of it: "
        "what a MB takes falls until the start-up is spread, and grows no more.",
        "",
        *rows,
    ]
