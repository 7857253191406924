"""Comparisons with verdicts that official bodies gave."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lantu.exchange.package_reader import read_package
from lantu.monitoring import monitor
from tools.truth.comparison import Comparison

NATIONAL = Path("examples/national-14fyp")


def comparisons() -> Iterator[Comparison]:
    """Yield the comparison of the national mid-term verdicts, each on the day it was given, for what has values."""
    package = read_package(NATIONAL)
    found = []
    for judgement in package.judgements:
        standings = monitor(package, judgement.on).standings
        ours = next((s for s in standings if s.indicator_id == judgement.indicator), None)
        if ours is not None and ours.verdict.value != "not_assessed":
            found.append(ours.verdict is judgement.verdict)
    yield Comparison(
        "official verdicts of the national plan", len(found), sum(found), float(len(found) - sum(found)), 0.0
    )
