"""Where a plan stands on a date, computed once for each state of its rows and each date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.utils import timezone

from lantu.monitoring import Monitoring, Standing, monitor
from lantu.plan.indicator import Indicator
from lantu.plan.package import Package
from lantu.plan.verdict import Judgement
from lantu.web.registry.models import Plan
from lantu.web.registry.selectors import Stamp, package_of, stamp


@dataclass(frozen=True, slots=True, eq=False)
class Monitored:
    """A plan with what was known of it, and where it stood on a day."""

    plan: Plan
    package: Package
    monitoring: Monitoring
    on: date
    standings: dict[str, Standing]
    judgements: dict[str, tuple[Judgement, ...]]
    """What others said, by indicator, latest first, up to the day."""

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The plan's indicators, in its order."""
        return self.package.reading.plan.indicators


def standing_date(package: Package, today: date) -> date:
    """Return the day a plan is shown for by default: the end of its latest value, never later than today."""
    ends = [o.period.end for o in package.observations if o.value is not None]
    return min(today, max(ends)) if ends else today


def monitored(plan: Plan, on: date | None = None) -> Monitored:
    """Return where the plan stands on a day; by default at the end of its latest value."""
    at = stamp(plan)
    return _monitored(plan, at, on or standing_date(package_of(plan, at), timezone.localdate()))


@lru_cache(maxsize=64)
def _monitored(plan: Plan, at: Stamp, on: date) -> Monitored:
    package = package_of(plan, at)
    monitoring = monitor(package, on)
    standings: dict[str, Standing] = {}
    home = package.reading.plan.region.code
    for standing in monitoring.standings:
        # A plan is judged by its own area; other areas' values are there to compare.
        if standing.indicator_id not in standings or (home and standing.region == home):
            standings[standing.indicator_id] = standing
    judgements: dict[str, tuple[Judgement, ...]] = {}
    for judgement in sorted(package.judgements, key=lambda j: j.on, reverse=True):
        if judgement.on <= on:
            judgements[judgement.indicator] = (*judgements.get(judgement.indicator, ()), judgement)
    return Monitored(plan, package, monitoring, on, standings, judgements)
