"""An indicator's way: actual values, expected path, target and outlook, for wide and for narrow pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from lantu.web.look.charts.label import Labels, width_of
from lantu.web.look.charts.scale import Scale, round_ticks
from lantu.web.look.figures import decimals_of, figure


@dataclass(frozen=True, slots=True)
class Point:
    """A value at a moment (a year with its fraction).

    mark: "final" filled, "open" hollow (preliminary or unverified), "derived" a hollow diamond, "start" nothing at all,
    for the base where a total begins by its definition.
    joined: whether a line leads here from the point before; not across a break of the series.
    """

    at: float
    value: float
    label: str
    mark: str = "final"
    joined: bool = True


@dataclass(frozen=True, slots=True)
class Goal:
    """The target: its moment, its value and the words beside it."""

    at: float
    value: float
    label: str


@dataclass(frozen=True, slots=True)
class Outlook:
    """The range that holds four times in five in the target year, and the words of its edges."""

    at: float
    low: float
    high: float
    low_label: str
    high_label: str


@dataclass(frozen=True, slots=True)
class Break:
    """Where the definition of a series changed, and the words beside the line.

    is_linked: whether earlier values are drawn as worked out in the new one.
    """

    at: float
    label: str
    is_linked: bool = False


@dataclass(frozen=True, slots=True)
class Trajectory:
    """All that is drawn of one indicator. title: the chart as one sentence; path_label: names the dashed line.

    official: (moment, value) of yearly targets that the path goes through.
    """

    title: str
    points: tuple[Point, ...]
    path: tuple[tuple[float, float], ...] = ()
    goal: Goal | None = None
    outlook: Outlook | None = None
    path_label: str = ""
    breaks: tuple[Break, ...] = ()
    official: tuple[tuple[float, float], ...] = ()


def draw_trajectory(trajectory: Trajectory) -> SafeString:
    """Return both drawings; the stylesheet shows the one that fits the width of its figure."""
    return _draw(trajectory, wide=True) + _draw(trajectory, wide=False)


def _draw(trajectory: Trajectory, *, wide: bool) -> SafeString:
    values = _values(trajectory)
    moments = _moments(trajectory)
    if not values:
        return mark_safe("")
    width, height = (680, 380) if wide else (350, 330)
    ticks = round_ticks(*_with_margin(min(values), max(values)))
    places = max(decimals_of(tick) for tick in ticks)
    left = 14 + max(width_of(figure(tick, places), 12) for tick in ticks)
    right = width - 16 - (max(map(width_of, _edge_words(trajectory)), default=0) + 12 if wide else 0)
    bottom = height - 40
    x = Scale(floor(min(moments)), ceil(max(moments)), left, right)
    y = Scale(ticks[0], ticks[-1], bottom, 36)
    line = [(x(p.at), y(p.value)) for p in trajectory.points]
    path = [(x(at), y(value)) for at, value in trajectory.path]
    labels = Labels((left, 12, width - (0 if wide else 2), bottom - 2), (line, path))
    labels.keep_free(line)
    if trajectory.goal:
        labels.keep_free([(x(trajectory.goal.at) + shift, y(trajectory.goal.value)) for shift in (-6, 0, 6)], radius=5)
    name = "wide" if wide else "narrow"
    parts = [
        _axes(x, y, ticks, places),
        _band(trajectory, x, y),
        *_breaks(trajectory, x, y, labels),
        _polyline("path", path),
        _official(trajectory, x, y),
        _goal(trajectory.goal, x, y),
        *_segments(trajectory.points, line),
        *_marks(trajectory.points, line, labels),
        _edges(trajectory, x, y, labels, right) if wide else _goal_label(trajectory.goal, x, y, labels),
        _path_label(trajectory, path, labels),
    ]
    return format_html(
        '<svg class="chart" data-for="{}" viewBox="0 0 {} {}" role="img" aria-labelledby="c-{}"><title id="c-{}">{}'
        "</title>{}</svg>\n",
        name, width, height, name, name, trajectory.title, format_html_join("", "{}", ((part,) for part in parts)),
    )  # fmt: skip


def _with_margin(low: float, high: float) -> tuple[float, float]:
    """Leave room for labels below and above; an axis that begins at zero keeps its zero."""
    margin = 0.06 * (high - low)
    return (low - margin if low < 0 or low > margin else min(low, 0.0)), high + margin


def _values(trajectory: Trajectory) -> list[float]:
    values = [p.value for p in trajectory.points] + [value for _, value in trajectory.path]
    if trajectory.goal:
        values.append(trajectory.goal.value)
    if trajectory.outlook:
        values += [trajectory.outlook.low, trajectory.outlook.high]
    return values


def _moments(trajectory: Trajectory) -> list[float]:
    moments = [p.at for p in trajectory.points] + [at for at, _ in trajectory.path]
    if trajectory.goal:
        moments.append(trajectory.goal.at)
    return moments


def _edge_words(trajectory: Trajectory) -> list[str]:
    words = [trajectory.goal.label] if trajectory.goal else []
    if trajectory.outlook:
        words += [trajectory.outlook.low_label, trajectory.outlook.high_label]
    return words


def _axes(x: Scale, y: Scale, ticks: Sequence[float], places: int) -> SafeString:
    rows = format_html_join(
        "",
        '<path class="{}" d="M{},{} H{}"/><text class="soft" x="{}" y="{}" text-anchor="end">{}</text>',
        (
            ("axis" if tick == ticks[0] else "grid", f"{x.start:.1f}", f"{y(tick):.1f}", f"{x.end:.1f}",
             f"{x.start - 10:.1f}", f"{y(tick) + 4:.1f}", figure(tick, places))
            for tick in ticks
        ),
    )  # fmt: skip
    years = list(range(int(x.low), int(x.high) + 1))
    every = max(1, ceil(len(years) * 44 / max(1, x.end - x.start)))
    columns = format_html_join(
        "",
        '<path class="axis" d="M{},{} v5"/><text class="soft" x="{}" y="{}" text-anchor="middle">{}</text>',
        (
            (f"{x(year):.1f}", f"{y.start:.1f}", f"{x(year):.1f}", f"{y.start + 22:.1f}", year)
            for year in years
            if (years[-1] - year) % every == 0
        ),
    )
    return rows + columns


def _band(trajectory: Trajectory, x: Scale, y: Scale) -> SafeString:
    outlook = trajectory.outlook
    if outlook is None or not trajectory.points or trajectory.points[-1].at >= outlook.at:
        return mark_safe("")
    last = trajectory.points[-1]
    x1, y1, x2 = x(last.at), y(last.value), x(outlook.at)
    high, low = y(outlook.high), y(outlook.low)
    return format_html(
        '<path class="band" d="M{},{} L{},{} V{} Z"/><path class="median" d="M{},{} L{},{}"/>',
        f"{x1:.1f}", f"{y1:.1f}", f"{x2:.1f}", f"{high:.1f}", f"{low:.1f}",
        f"{x1:.1f}", f"{y1:.1f}", f"{x2:.1f}", f"{(high + low) / 2:.1f}",
    )  # fmt: skip


def _breaks(trajectory: Trajectory, x: Scale, y: Scale, labels: Labels) -> list[SafeString]:
    """A dotted upright where the definition changes, with its words above the paper."""
    drawn: list[SafeString] = []
    for one in trajectory.breaks:
        place = x(one.at)
        if not x.start <= place <= x.end:
            continue
        half = width_of(one.label, 12) / 2
        centre = min(max(place, x.start + half), x.end - half)
        drawn.append(
            format_html('<path class="break" d="M{},{} V{}"/>', f"{place:.1f}", f"{y.end - 8:.1f}", f"{y.start:.1f}")
        )
        drawn.append(labels.put((centre, y.end - 14, "middle"), one.label, "soft"))
    return drawn


def _official(trajectory: Trajectory, x: Scale, y: Scale) -> SafeString:
    """A short thin bar for each official yearly target on the path."""
    return format_html_join(
        "",
        '<path class="due" d="M{},{} h12"/>',
        ((f"{x(at) - 6:.1f}", f"{y(value):.1f}") for at, value in trajectory.official),
    )


def _polyline(kind: str, places: Sequence[tuple[float, float]]) -> SafeString:
    if len(places) < 2:
        return mark_safe("")
    return format_html('<path class="{}" d="M{}"/>', kind, " L".join(f"{px:.1f},{py:.1f}" for px, py in places))


def _segments(points: Sequence[Point], line: Sequence[tuple[float, float]]) -> list[SafeString]:
    """The actual line, broken where the series breaks."""
    runs: list[list[tuple[float, float]]] = []
    for point, place in zip(points, line, strict=True):
        if runs and point.joined:
            runs[-1].append(place)
        else:
            runs.append([place])
    return [_polyline("line", run) for run in runs]


def _marks(points: Sequence[Point], line: Sequence[tuple[float, float]], labels: Labels) -> list[SafeString]:
    marks: list[SafeString] = []
    told = _told(points)
    for number, (point, (px, py)) in enumerate(zip(points, line, strict=True)):
        if point.mark == "start":
            continue
        if point.mark == "derived":
            marks.append(
                format_html('<path class="open" d="M{},{} l6,6 l-6,6 l-6,-6 Z"/>', f"{px:.1f}", f"{py - 6:.1f}")
            )
        else:
            marks.append(
                format_html(
                    '<circle class="{}" cx="{}" cy="{}" r="{}"/>',
                    point.mark,
                    f"{px:.1f}",
                    f"{py:.1f}",
                    "5" if point.mark == "final" else "4.5",
                )
            )
        if number in told:
            marks.append(labels.beside((px, py), point.label, "strong" if number == len(points) - 1 else ""))
    return marks


def _told(points: Sequence[Point]) -> set[int]:
    """Which points get a number: all of a few; of many the first, the last, and where the line turns."""
    if len(points) <= 9:
        return set(range(len(points)))
    turns = {
        k + 1
        for k, (a, b) in enumerate(pairwise(points[:-1]))
        if (b.value - a.value) * (points[k + 2].value - b.value) < 0
    }
    return {0, len(points) - 1} | turns


def _goal(goal: Goal | None, x: Scale, y: Scale) -> SafeString:
    if goal is None:
        return mark_safe("")
    return format_html('<path class="goal" d="M{},{} h20"/>', f"{x(goal.at) - 10:.1f}", f"{y(goal.value):.1f}")


def _goal_label(goal: Goal | None, x: Scale, y: Scale, labels: Labels) -> SafeString:
    return labels.beside((x(goal.at), y(goal.value)), goal.label, "strong") if goal else mark_safe("")


def _edges(trajectory: Trajectory, x: Scale, y: Scale, labels: Labels, right: float) -> SafeString:
    """Words at the right edge: target, upper and lower edge of the outlook, pushed apart where they would touch."""
    words: list[tuple[float, str, str]] = []
    if trajectory.goal:
        words.append((y(trajectory.goal.value), trajectory.goal.label, "strong"))
    if trajectory.outlook and trajectory.points and trajectory.points[-1].at < trajectory.outlook.at:
        words.append((y(trajectory.outlook.high), trajectory.outlook.high_label, "soft"))
        words.append((y(trajectory.outlook.low), trajectory.outlook.low_label, "soft"))
    words.sort()
    heights = [height for height, _, _ in words]
    for _ in range(12):
        for k in range(len(heights) - 1):
            if (short := 17 - (heights[k + 1] - heights[k])) > 0:
                # The target stays where its bar is; its neighbours give way.
                first, second = words[k][2] == "strong", words[k + 1][2] == "strong"
                heights[k] -= short * (0 if first else 1 if second else 0.5)
                heights[k + 1] += short * (0 if second else 1 if first else 0.5)
    return format_html_join(
        "",
        "{}",
        (
            (labels.put((right + 16, height + 4, "start"), text, kind),)
            for height, (_, text, kind) in zip(heights, words, strict=True)
        ),
    )


def _path_label(trajectory: Trajectory, path: Sequence[tuple[float, float]], labels: Labels) -> SafeString:
    if len(path) < 2 or not trajectory.path_label:
        return mark_safe("")
    (x1, y1), (x2, y2) = path[0], path[-1]
    share = 0.34
    if len(path) > 2:
        return labels.beside(path[len(path) // 3], trajectory.path_label, "soft", gap=16)
    return labels.beside((x1 + (x2 - x1) * share, y1 + (y2 - y1) * share), trajectory.path_label, "soft", gap=16)
