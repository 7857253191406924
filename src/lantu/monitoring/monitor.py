"""A package and a date into standings: each indicator, in each region it has values for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import date

from lantu.monitoring.case import Case
from lantu.monitoring.forms import annual_rate, cumulative, each_year, level, relative, words
from lantu.monitoring.series import series_of
from lantu.monitoring.standing import Monitoring, Standing
from lantu.parameters import load
from lantu.plan.indicator import Indicator, TargetForm
from lantu.plan.observation import Observation
from lantu.plan.package import Package
from lantu.plan.plan import Plan

_JUDGES: dict[TargetForm | None, Callable[[Case], Standing]] = {
    TargetForm.LEVEL: level.judge,
    TargetForm.ANNUAL_RATE: annual_rate.judge,
    TargetForm.CUMULATIVE: cumulative.judge,
    TargetForm.CEILING_EACH_YEAR: each_year.judge,
    TargetForm.FLOOR_EACH_YEAR: each_year.judge,
    TargetForm.RELATIVE: relative.judge,
    TargetForm.WORDS: words.judge,
    None: words.judge,
}


def monitor(package: Package, on: date) -> Monitoring:
    """Return where each indicator of a plan stands, by what was known on a date.

    An observation counts as known from the end of its period. Observations without a region belong to the plan's own.
    """
    plan = package.reading.plan
    home = plan.region.code
    filed: defaultdict[tuple[str, str], list[Observation]] = defaultdict(list)
    for observation in package.observations:
        filed[observation.indicator, observation.region or home].append(observation)
    regions: defaultdict[str, set[str]] = defaultdict(set)
    for indicator_id, region in filed:
        regions[indicator_id].add(region)
    verdicts, outlook = load("verdicts", on), load("outlook", on)
    first, last = _years(plan)
    standings: list[Standing] = []
    for indicator in plan.indicators:
        for region in sorted(regions[indicator.id]) or [home]:
            reference = _reference(plan, indicator)
            compared = filed.get((reference.id, region)) if reference else None
            case = Case(
                indicator,
                region,
                on,
                series_of(filed[indicator.id, region], on),
                first,
                last,
                verdicts,
                outlook,
                series_of(compared, on) if compared else None,
                reference.name if reference else "",
            )
            standings.append(_JUDGES[indicator.form](case))
    return Monitoring(on, tuple(standings))


def _years(plan: Plan) -> tuple[int, int]:
    """The plan's first and last year; where it states none, those of its base and target years."""
    if plan.period is not None:
        return plan.period.first_year, plan.period.last_year
    bases = [i.baseline.period.last_year for i in plan.indicators if i.baseline.period]
    ends = [i.target.period.last_year for i in plan.indicators if i.target.period]
    last = max(ends, default=max(bases, default=0) + 5)
    return (max(bases) + 1 if bases else last - 4), last


def _reference(plan: Plan, indicator: Indicator) -> Indicator | None:
    """The comparator of a relative target where it is an indicator of the same plan, named by id or by name."""
    named = indicator.target.reference
    if not named:
        return None
    return next((i for i in plan.indicators if named in (i.id, i.name)), None)
