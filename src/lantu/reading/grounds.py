"""What items rest on, gathered pass by pass, and how sure the reader is by that."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from lantu.plan.ground import Ground, Step
from lantu.reading.normalised import Normalised
from lantu.reading.phenomenon import Fired


class Grounds:
    """What each item rests on, by its id; every pass lays down its own."""

    def __init__(self) -> None:
        self._laid: dict[str, Ground] = {}

    def lay(self, id: str, kind: str, steps: Iterable[Step]) -> None:
        """Keep the steps that led to an item of a kind (section, indicator, commitment, fact, task, project ...)."""
        steps = tuple(steps)
        self._laid[id] = Ground(certainty(kind, steps), steps)

    @property
    def laid(self) -> Mapping[str, Ground]:
        """What has been laid so far."""
        return self._laid


def certainty(kind: str, steps: Iterable[Step]) -> float:
    """Return how sure the reader is of an item of a kind, 0 to 1, rounded to hundredths.

    It is the share of such items that are right where nothing speaks against them, times one factor for each
    phenomenon among the steps that makes readings less certain, each once (lexicon/certainty.csv; how it was measured
    is told in docs/accuracy.md).
    """
    sure = factor_of(kind, "")
    for rule in dict.fromkeys(step.rule for step in steps):
        sure *= factor_of(kind, rule)
    return round(sure, 2)


def factor_of(kind: str, rule: str) -> float:
    """Return by what a phenomenon multiplies the certainty of a kind of items, 1 where it does not lower it.

    rule: "" for where the certainty of the kind begins.
    """
    return _factors().get((kind, rule), 1.0)


def steps_of(text: Normalised, fired: Iterable[Fired]) -> tuple[Step, ...]:
    """Return what fired in a uniform text as steps that quote the exact words."""
    return tuple(Step(one.phenomenon, text.cite(one.start, one.end) if one.start < one.end else None) for one in fired)


@cache
def _factors() -> dict[tuple[str, str], float]:
    text = (files("lantu.reading.lexicon") / "certainty.csv").read_text("utf-8")
    return {(row["kind"], row["phenomenon"]): float(row["factor"]) for row in csv.DictReader(text.splitlines())}
