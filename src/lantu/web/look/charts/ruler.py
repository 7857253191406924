"""How much of a plan's period has passed, on a ruler of its years."""

from __future__ import annotations

from datetime import date

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from lantu.plan.period import Period

_WIDTH = 320


def share_passed(period: Period, on: date) -> float:
    """Return the share of the period's days that have passed at the end of a day, 0 to 1."""
    whole = (period.end - period.start).days + 1
    return min(1.0, max(0.0, ((on - period.start).days + 1) / whole))


def draw_ruler(period: Period, on: date, label: str) -> SafeString:
    """Return the ruler; label says it in words."""
    years = list(range(period.first_year, period.last_year + 1))
    step = _WIDTH / len(years)
    now = _WIDTH * share_passed(period, on)
    inner = " ".join(f"M{step * k:.1f},10 v12" for k in range(1, len(years)))
    every = max(1, -(-len(years) * 40 // _WIDTH))
    names = format_html_join(
        "",
        '<text x="{}" y="40" text-anchor="middle">{}</text>',
        ((f"{step * (k + 0.5):.1f}", year) for k, year in enumerate(years) if k % every == 0),
    )
    return format_html(
        '<svg class="ruler" viewBox="0 0 320 44" role="img" aria-label="{}"><path class="whole" d="M0,16 H320"/>'
        '<path class="past" d="M0,16 H{}"/><path class="whole" d="M.5,10 v12 M319.5,10 v12 {}"/>'
        '<path class="past" d="M{},8 v16"/>{}</svg>',
        label, f"{now:.1f}", inner, f"{min(318.0, max(2.0, now)):.1f}", names,
    )  # fmt: skip
