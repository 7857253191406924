"""One comparison: how many cases, how many equal, how far apart the worst."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Comparison:
    """Numbers held against published ones.

    within: how far apart two may be and still be equal: half of the last published digit, or what binary fractions
    allow. least: how many must be equal; all of them where None.
    """

    name: str
    cases: int
    equal: int
    worst: float
    within: float
    least: int | None = None

    @property
    def holds(self) -> bool:
        """Whether as many are equal as must be."""
        return self.cases > 0 and self.equal >= (self.cases if self.least is None else self.least)


def compared(name: str, pairs: Iterable[tuple[float, float]], within: float) -> Comparison:
    """Compare (computed, published) numbers."""
    apart = [abs(ours - theirs) if ours == ours else float("inf") for ours, theirs in pairs]
    return Comparison(name, len(apart), sum(one <= within for one in apart), max(apart, default=0.0), within)


def below(name: str, ours: float, bound: float) -> Comparison:
    """Compare one figure with a bound that it must not exceed."""
    return Comparison(name, 1, int(ours <= bound), max(ours - bound, 0.0), 0.0)


def between(name: str, ours: float, low: float, high: float) -> Comparison:
    """Compare one figure with bounds that it must lie between."""
    return Comparison(name, 1, int(low <= ours <= high), max(low - ours, ours - high, 0.0), 0.0)
