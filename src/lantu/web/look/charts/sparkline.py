"""A line small enough for a table cell: values, expected path, target, the last value coloured by its verdict."""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from lantu.web.look.charts.scale import Scale
from lantu.web.look.charts.trajectory import Trajectory


def draw_sparkline(trajectory: Trajectory, verdict: str) -> SafeString:
    """Return the drawing, or nothing where there is no value; verdict colours its last point."""
    if not trajectory.points:
        return mark_safe("")
    values = [p.value for p in trajectory.points] + [value for _, value in trajectory.path]
    moments = [p.at for p in trajectory.points] + [at for at, _ in trajectory.path]
    if trajectory.goal:
        values.append(trajectory.goal.value)
        moments.append(trajectory.goal.at)
    x = Scale(min(moments), max(moments), 3, 114)
    y = Scale(min(values), max(values), 26, 4)
    parts = [_line("path", [(x(at), y(value)) for at, value in trajectory.path])]
    if trajectory.goal:
        parts.append(
            format_html(
                '<path class="goal" d="M{},{} h10"/>',
                f"{x(trajectory.goal.at) - 5:.1f}",
                f"{y(trajectory.goal.value):.1f}",
            )
        )
    run: list[tuple[float, float]] = []
    for point in trajectory.points:
        if not point.joined:
            parts.append(_line("line", run))
            run = []
        run.append((x(point.at), y(point.value)))
    parts.append(_line("line", run))
    end_x, end_y = run[-1]
    parts.append(format_html('<circle class="end" cx="{}" cy="{}" r="3.4"/>', f"{end_x:.1f}", f"{end_y:.1f}"))
    return format_html(
        '<svg class="spark" viewBox="0 0 120 30" role="img" aria-label="{}" data-verdict="{}">{}</svg>',
        trajectory.title, verdict, mark_safe("".join(parts)),  # noqa: S308  each part is escaped above
    )  # fmt: skip


def _line(kind: str, places: list[tuple[float, float]]) -> SafeString:
    if len(places) < 2:
        return mark_safe("")
    return format_html('<path class="{}" d="M{}"/>', kind, " L".join(f"{px:.1f},{py:.1f}" for px, py in places))
