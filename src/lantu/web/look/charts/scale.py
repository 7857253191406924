"""Scales: from values to places on paper, with ticks at round numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import ceil, floor, log10


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight map of [low, high] onto [start, end]; start may lie beyond end (an axis that rises)."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Return the place of a value, in pixels."""
        if self.high == self.low:
            return (self.start + self.end) / 2
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


def round_ticks(low: float, high: float, about: int = 5) -> list[float]:
    """Return about so many round numbers that enclose [low, high]: steps of 1, 2, 2.5 or 5 times a power of ten."""
    if high - low <= 1e-7 * max(1e-3, abs(low), abs(high)):  # a flat series still needs an axis around it
        spread = abs(high) * 0.1 if abs(high) > 1e-6 else 1.0
        low, high = low - spread, high + spread
    rough = (high - low) / max(1, about - 1)
    power = 10.0 ** floor(log10(rough))
    step = next(s * power for s in (1, 2, 2.5, 5, 10) if s * power >= rough * 0.999)
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return [float(f"{n * step:.12g}") for n in range(first, last + 1)]


def moment(day: date) -> float:
    """Return a day as a year with its fraction; the end of 2024 is 2024.0, so yearly values stand on their year."""
    days = date(day.year, 12, 31).timetuple().tm_yday
    return day.year - 1 + day.timetuple().tm_yday / days
