"""The earlier values that a new one is held against."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from lantu.monitoring.series import series_of
from lantu.plan.observation import Observation
from lantu.plan.period import Period


def past_values(known: Iterable[Observation], new: Observation) -> list[tuple[float, float]]:
    """Return (year as a decimal, value) of the same kind of period, oldest first."""
    series = series_of(known, date.max)
    alike = [o for o in (*series.yearly, *series.totals, *series.parts) if o.period.kind is new.period.kind]
    return [(when_of(o.period), o.value) for o in sorted(alike, key=lambda o: o.period) if o.value is not None]


def when_of(period: Period) -> float:
    """Return the end of a period as a year with decimals."""
    return period.end.year + period.end.timetuple().tm_yday / 366
