"""What people know of one indicator's series on the day: its breaks, its yearly targets, its choices."""

from __future__ import annotations

from dataclasses import dataclass

from lantu.monitoring.breaks import across, in_region
from lantu.monitoring.monitor import years_of_target
from lantu.monitoring.series import Series, series_of
from lantu.plan.indicator import Indicator
from lantu.plan.milestone import Milestone
from lantu.plan.observation import Observation
from lantu.plan.period import Period, PeriodKind
from lantu.plan.series_break import BreakKind, Choice, SeriesBreak
from lantu.plan.status import moves_base
from lantu.web.evaluations.selectors import Monitored


@dataclass(frozen=True, slots=True)
class Known:
    """Breaks (oldest first), official yearly targets and choices that hold in the region a page shows.

    choices: by period, the last one of each. anew: yearly values of a census or a rebasing, which a way may begin from.
    """

    breaks: tuple[SeriesBreak, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    choices: tuple[tuple[Period, Choice], ...] = ()
    anew: tuple[Observation, ...] = ()

    @property
    def splits(self) -> tuple[SeriesBreak, ...]:
        """The breaks that values are never joined across."""
        return tuple(one for one in self.breaks if one.kind is BreakKind.SPLIT)

    def linked(self, observation: Observation) -> Observation:
        """Return a value as it counts in the newest definition; itself where no link leads there."""
        comparable, _ = across((observation,), self.breaks)
        return comparable[0] if comparable else observation

    def is_linked(self, period: Period) -> bool:
        """Return whether values of a period are worked out by a factor."""
        later = [one for one in self.breaks if period.start < one.period.start]
        return bool(later) and not any(one.kind is BreakKind.SPLIT for one in later)


def known_of(shown: Monitored, indicator: Indicator) -> Known:
    """Return what is known of an indicator's series in the region its page shows, up to the day."""
    package, region = shown.package, region_of(shown, indicator)
    home = package.reading.plan.region.code or region
    every = in_region((b for b in package.breaks if b.indicator == indicator.id), region, home)
    choices = {
        c.period: c for c in package.choices if c.indicator == indicator.id and (c.region or home) == (region or home)
    }
    return Known(
        tuple(b for b in every if b.period.start <= shown.on),
        tuple(
            sorted(
                (m for m in package.milestones
                 if m.indicator == indicator.id and (m.region or home) == (region or home)),
                key=lambda m: m.period,
            )
        ),
        tuple(choices.items()),
        tuple(
            o for o in package.observations
            if o.indicator == indicator.id and (o.region or region) == region and moves_base(o)
            and o.period.kind is PeriodKind.YEAR and o.period.end <= shown.on
        ),
    )  # fmt: skip


def region_of(shown: Monitored, indicator: Indicator) -> str:
    """Return the code of the region that an indicator's page shows, "" where neither plan nor values name one."""
    standing = shown.standings.get(indicator.id)
    return standing.region if standing else shown.package.reading.plan.region.code


def series_shown(shown: Monitored, indicator: Indicator, known: Known) -> Series:
    """Return the values of an indicator as they are sorted for its verdict."""
    region = region_of(shown, indicator)
    own = [
        o for o in shown.package.observations if o.indicator == indicator.id and (o.region or region) == region
    ]  # fmt: skip
    _, last = years_of_target(shown.package.reading.plan, indicator)
    return series_of(own, shown.on, last, known.breaks, tuple(choice for _, choice in known.choices))
