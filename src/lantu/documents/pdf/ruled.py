"""Tables drawn with rules: the grid that the rules make, and which of its fields no rule parts."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from lantu.documents.pdf.printed import Rule

_NEAR = 3.5  # points: rules this close are one
_REACH = 3.5  # points: as far as a rule may stop short of another it meets
_COVERED = 0.6  # of a field's side that must be drawn to part it from the next
_MOST_FIELDS = 20_000


@dataclass(frozen=True, slots=True)
class Region:
    """A cell of a grid: the rows and columns it spans, ends excluded, and its edges on the page."""

    row: int
    rows: int
    column: int
    columns: int
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's cells, by row and column; `columns` are the edges between them from left to right."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    regions: tuple[Region, ...]

    @property
    def x0(self) -> float:
        """The left edge."""
        return self.columns[0]

    @property
    def x1(self) -> float:
        """The right edge."""
        return self.columns[-1]

    @property
    def top(self) -> float:
        """The upper edge."""
        return self.rows[0]

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.rows[-1]

    def holds(self, point: tuple[float, float]) -> bool:
        """Return whether a point stands within its edges."""
        return self.x0 <= point[0] <= self.x1 and self.top <= point[1] <= self.bottom

    def region_at(self, point: tuple[float, float]) -> Region | None:
        """Return the cell that a point stands in."""
        x, y = point
        return next(
            (region for region in self.regions if region.x0 <= x < region.x1 and region.top <= y < region.bottom), None
        )


class _Sets:
    """Numbers from 0, united into groups."""

    def __init__(self, count: int) -> None:
        self._leader = list(range(count))

    def unite(self, one: int, other: int) -> None:
        """Make the groups of two numbers one."""
        self._leader[self._lead(other)] = self._lead(one)

    def groups(self) -> list[list[int]]:
        """The groups, in the order of their first numbers."""
        groups: dict[int, list[int]] = defaultdict(list)
        for i in range(len(self._leader)):
            groups[self._lead(i)].append(i)
        return list(groups.values())

    def _lead(self, i: int) -> int:
        while self._leader[i] != i:
            self._leader[i] = self._leader[self._leader[i]]
            i = self._leader[i]
        return i


def grids_of(rules: Sequence[Rule]) -> list[Grid]:
    """Return the grids that rules make: at least two rules along and two down that meet; frames within are left out."""
    merged = _merged([rule for rule in rules if rule.along]) + _merged([rule for rule in rules if not rule.along])
    grids = [grid for group in _meeting(merged) for grid in _grids(group)]
    grids.sort(key=lambda grid: (grid.top, grid.x0))
    return grids


def _merged(rules: list[Rule]) -> list[Rule]:
    """Rules of one direction, those that continue or cover each other made one."""
    merged: list[Rule] = []
    strips: dict[int, list[int]] = defaultdict(list)
    for rule in sorted(rules, key=lambda rule: (rule.start, rule.place)):
        strip = int(rule.place // _NEAR)
        home = next(
            (
                i
                for near in (strip, strip - 1, strip + 1)
                for i in strips[near]
                if abs(merged[i].place - rule.place) <= 1.5 and rule.start <= merged[i].end + _REACH
            ),
            None,
        )
        if home is None:
            strips[strip].append(len(merged))
            merged.append(rule)
        else:
            kept = merged[home]
            merged[home] = Rule(rule.along, kept.place, kept.start, max(kept.end, rule.end))
    return merged


def _meeting(rules: list[Rule]) -> list[list[Rule]]:
    """Group rules that meet, directly or by way of others."""
    sets = _Sets(len(rules))
    down = sorted((i for i, rule in enumerate(rules) if not rule.along), key=lambda i: rules[i].place)
    places = [rules[i].place for i in down]
    for i, rule in enumerate(rules):
        if not rule.along:
            continue
        first = bisect_right(places, rule.start - _REACH)
        for j in down[first : bisect_right(places, rule.end + _REACH)]:
            if rules[j].start - _REACH <= rule.place <= rules[j].end + _REACH:
                sets.unite(i, j)
    return [[rules[i] for i in group] for group in sets.groups()]


def _edges(rules: list[Rule], across: list[Rule]) -> list[float]:
    """The places of rules, close ones as one, and those where the rules across them begin and end unclosed."""
    places = [rule.place for rule in rules]
    starts, ends = [rule.start for rule in across], [rule.end for rule in across]
    if starts and (not places or min(starts) < min(places) - 4 * _NEAR):
        places.append(min(starts))
    if ends and (not places or max(ends) > max(places) + 4 * _NEAR):
        places.append(max(ends))
    edges: list[float] = []
    count = 0
    for place in sorted(places):
        if edges and place - edges[-1] <= _NEAR:
            count += 1
            edges[-1] += (place - edges[-1]) / count
        else:
            edges.append(place)
            count = 1
    return edges


def _grids(rules: list[Rule]) -> list[Grid]:
    """The grids that rules which meet make; a frame drawn around a table is no part of it."""
    along, down = [rule for rule in rules if rule.along], [rule for rule in rules if not rule.along]
    if not along or not down or len(along) + len(down) < 3:
        return []
    xs, ys = _edges(down, along), _edges(along, down)
    wide, tall = len(xs) - 1, len(ys) - 1
    if wide < 1 or tall < 1 or wide * tall > _MOST_FIELDS:
        return []
    beside = _drawn(down, xs, ys)  # beside[x edge][row]: whether a rule stands there
    below = _drawn(along, ys, xs)
    sets = _Sets(wide * tall)
    for row in range(tall):
        for column in range(wide):
            here = row * wide + column
            if column + 1 < wide and not beside[column + 1][row]:
                sets.unite(here, here + 1)
            if row + 1 < tall and not below[row + 1][column]:
                sets.unite(here, here + wide)
    whole: list[tuple[int, int, int, int]] = []
    for fields in sets.groups():
        rows, columns = [field // wide for field in fields], [field % wide for field in fields]
        first, last, left, right = min(rows), max(rows) + 1, min(columns), max(columns) + 1
        if (last - first) * (right - left) == len(fields):
            whole.append((first, last, left, right))
        elif not (last - first == tall and right - left == wide):  # not what lies around a table in a frame
            whole += [(field // wide, field // wide + 1, field % wide, field % wide + 1) for field in fields]
    return [_grid(cells, xs, ys) for cells in _touching(whole, wide, tall)]


def _touching(cells: list[tuple[int, int, int, int]], wide: int, tall: int) -> list[list[tuple[int, int, int, int]]]:
    """Group cells that have a side in common."""
    owner = [-1] * (wide * tall)
    for i, (first, last, left, right) in enumerate(cells):
        for row in range(first, last):
            for column in range(left, right):
                owner[row * wide + column] = i
    sets = _Sets(len(cells))
    for here, i in enumerate(owner):
        if (here + 1) % wide and i >= 0 and owner[here + 1] >= 0:
            sets.unite(i, owner[here + 1])
        if here + wide < len(owner) and i >= 0 and owner[here + wide] >= 0:
            sets.unite(i, owner[here + wide])
    return [[cells[i] for i in group] for group in sets.groups()]


def _grid(cells: list[tuple[int, int, int, int]], xs: list[float], ys: list[float]) -> Grid:
    top, left = min(cell[0] for cell in cells), min(cell[2] for cell in cells)
    bottom, right = max(cell[1] for cell in cells), max(cell[3] for cell in cells)
    regions = sorted(
        (Region(a - top, b - a, c - left, d - c, xs[c], ys[a], xs[d], ys[b]) for a, b, c, d in cells),
        key=lambda region: (region.row, region.column),
    )
    return Grid(tuple(xs[left : right + 1]), tuple(ys[top : bottom + 1]), tuple(regions))


def _drawn(rules: list[Rule], places: list[float], cuts: list[float]) -> list[list[bool]]:
    """For each place and each stretch between two cuts, whether rules cover most of it."""
    covered = [[0.0] * (len(cuts) - 1) for _ in places]
    for rule in rules:
        nearest = min(range(len(places)), key=lambda i: abs(places[i] - rule.place))
        for k in range(len(cuts) - 1):
            covered[nearest][k] += max(0.0, min(rule.end, cuts[k + 1]) - max(rule.start, cuts[k]))
    return [[length >= _COVERED * (cuts[k + 1] - cuts[k]) for k, length in enumerate(lengths)] for lengths in covered]
