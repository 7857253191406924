"""The way from a base to a target: official yearly targets where there are any, else the shape the plan gives."""

from __future__ import annotations

import math
from dataclasses import dataclass

from lantu.monitoring.case import Case
from lantu.monitoring.kernels.path import value_on_path
from lantu.monitoring.printed import bracketed, exact, shown
from lantu.plan.message import Message
from lantu.plan.milestone import Milestone, PathShape

_SHAPES = {
    PathShape.LINEAR: Message("等速时序", "an even path"),
    PathShape.CONSTANT_RATE: Message("等比时序", "a path of one rate"),
    PathShape.STEPS: Message("分步时序", "a path in steps"),
}
_THROUGH_ZERO = Message(
    "数值过零，等比时序无意义，改按等速时序",
    "a path of one rate has no meaning through zero; an even path is used",
)


@dataclass(frozen=True, slots=True)
class Way:
    """The points a path goes through, (year, value), and how it runs between them.

    official: the yearly targets among them, by year. note: what a reader should know of the path.
    """

    points: tuple[tuple[int, float], ...]
    shape: PathShape
    official: dict[int, Milestone]
    note: Message | None = None

    def due(self, year: float) -> float:
        """Return the value due at the end of a year."""
        years, values = zip(*self.points, strict=True)
        return float(value_on_path(years, values, year, self.shape.value))

    def working(self, year: int) -> str:
        """Write out where the value due in a year comes from."""
        if year in self.official:
            return self.official[year].source or f"{year}: {exact(self.official[year].value)}"
        (first, start), (last, end) = self._around(year)
        if self.shape is PathShape.STEPS or first == last:
            return exact(start)
        passed, whole = year - first, last - first
        if self.shape is PathShape.CONSTANT_RATE:
            return f"{exact(start)} × ({exact(end)} ÷ {exact(start)})^({passed} ÷ {whole})"
        return f"{exact(start)} + ({exact(end)} − {bracketed(exact(start))}) × {passed} ÷ {whole}"

    def drawn(self) -> tuple[tuple[float, float], ...]:
        """Return the path for a drawing: its points, and the years between where it is not straight."""
        if self.shape is PathShape.LINEAR:
            return tuple((float(year), value) for year, value in self.points)
        first, last = self.points[0][0], self.points[-1][0]
        drawn: list[tuple[float, float]] = [(float(first), self.points[0][1])]
        for year in range(first + 1, last + 1):
            if self.shape is PathShape.STEPS:
                drawn.append((float(year), drawn[-1][1]))
            drawn.append((float(year), self.due(year)))
        return tuple(drawn)

    def _around(self, year: int) -> tuple[tuple[int, float], tuple[int, float]]:
        before = [point for point in self.points if point[0] <= year] or [self.points[0]]
        after = [point for point in self.points if point[0] > year] or [self.points[-1]]
        return before[-1], after[0]


def way_of(case: Case, start_year: int, start: float, end: float) -> Way:
    """Return the way from a base to the target of a case.

    Yearly targets between the two are points of it; one of the target year itself never takes the target's place.
    """
    official = {
        milestone.period.last_year: milestone
        for milestone in case.milestones
        if start_year < milestone.period.last_year < case.target_year
    }
    points = ((start_year, start), *((year, official[year].value) for year in sorted(official)),
              (case.target_year, end))  # fmt: skip
    shape, note = case.indicator.path, None
    signs = {value and math.copysign(1, value) for _, value in points}
    if shape is PathShape.CONSTANT_RATE and (len(signs) > 1 or 0 in signs):
        shape, note = PathShape.LINEAR, _THROUGH_ZERO
    if note is None and official:
        years, said = "、".join(map(str, sorted(official))), ", ".join(map(str, sorted(official)))
        note = Message(f"{years}年按官方年度目标", f"official yearly targets stand for {said}")
    elif note is None and shape is not PathShape.LINEAR:
        note = Message(f"按{_SHAPES[shape].zh}", f"{_SHAPES[shape].en} is due")
    return Way(points, shape, official, note)


def share_words(expected: float, base: float, target: float) -> str:
    """Write out the share of the way that is due, where the path is not even."""
    return f"({shown(expected, 4)} − {bracketed(exact(base))}) ÷ ({exact(target)} − {bracketed(exact(base))})"
