"""A package and a date into standings: each indicator, in each region it has values for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import date

from lantu.monitoring.breaks import in_region
from lantu.monitoring.case import NO_YEAR, Case
from lantu.monitoring.forms import annual_rate, cumulative, each_year, level, relative, words
from lantu.monitoring.home import home_of
from lantu.monitoring.measured import is_intensive, is_part_of_a_whole
from lantu.monitoring.rules import WORDS
from lantu.monitoring.series import series_of
from lantu.monitoring.standing import Monitoring, Standing
from lantu.parameters import load
from lantu.plan.indicator import Indicator, TargetForm
from lantu.plan.message import Message
from lantu.plan.milestone import Milestone
from lantu.plan.observation import Observation
from lantu.plan.package import Package
from lantu.plan.plan import Plan
from lantu.plan.series_break import Choice, SeriesBreak

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
_OF_THE_WHOLE = Message(
    "目标是整个区域的总量，没有分解到本地区，不评。",
    "The target is an amount of the whole area and has not been broken down to this region.",
)


def monitor(package: Package, on: date) -> Monitoring:
    """Return where each indicator of a plan stands, by what was known on a date.

    An observation counts as known from the end of its period. Observations without a region belong to the plan's own.
    """
    plan = package.reading.plan
    home = home_of(package)
    filed: defaultdict[tuple[str, str], list[Observation]] = defaultdict(list)
    for observation in package.observations:
        filed[observation.indicator, observation.region or home].append(observation)
    regions: defaultdict[str, set[str]] = defaultdict(set)
    for indicator_id, region in filed:
        regions[indicator_id].add(region)
    breaks: defaultdict[str, list[SeriesBreak]] = defaultdict(list)
    for one in package.breaks:
        breaks[one.indicator].append(one)
    choices: defaultdict[tuple[str, str], list[Choice]] = defaultdict(list)
    for choice in package.choices:
        choices[choice.indicator, choice.region or home].append(choice)
    milestones: defaultdict[tuple[str, str], list[Milestone]] = defaultdict(list)
    for milestone in package.milestones:
        milestones[milestone.indicator, milestone.region or home].append(milestone)
    verdicts, outlook = load("verdicts", on), load("outlook", on)
    standings: list[Standing] = []
    for indicator in plan.indicators:
        first, last = years_of_target(plan, indicator)
        reference = reference_of(plan, indicator)
        # The plan's own region first, then the others.
        for region in sorted(regions[indicator.id], key=lambda code: (code != home, code)) or [home]:
            broken = in_region(breaks[indicator.id], region, home)
            compared = filed.get((reference.id, region)) if reference else None
            reference_breaks = in_region(breaks[reference.id], region, home) if reference else ()
            case = Case(
                indicator,
                region,
                on,
                series_of(
                    filed[indicator.id, region],
                    on,
                    last,
                    broken,
                    choices[indicator.id, region],
                    of_a_whole=is_part_of_a_whole(indicator),
                ),
                first or 0,
                last or 0,
                verdicts,
                outlook,
                reference,
                series_of(compared, on, last, reference_breaks, choices[reference.id, region])
                if compared and reference
                else None,
                is_home=region == home,
                milestones=tuple(milestones[indicator.id, region]),
                breaks=tuple(one for one in broken if one.period.start <= on),
            )
            standings.append(_judge(case, has_years=last is not None))
    return Monitoring(on, tuple(standings))


def _judge(case: Case, has_years: bool) -> Standing:
    indicator = case.indicator
    judge = _JUDGES[indicator.form]
    if judge is words.judge:
        return judge(case)
    if not has_years:
        return case.not_assessed(WORDS, NO_YEAR)
    by_itself = indicator.form in (TargetForm.RELATIVE, TargetForm.ANNUAL_RATE) or is_intensive(indicator)
    if not case.is_home and not by_itself:
        return case.not_assessed(WORDS, _OF_THE_WHOLE)
    return judge(case)


def years_of_target(plan: Plan, indicator: Indicator) -> tuple[int | None, int | None]:
    """Return the first and last year a target speaks of; None where nothing says.

    The indicator's own target year goes before the plan's last one. Where the plan states no period, it begins after
    the base.
    """
    base, target = indicator.baseline.period, indicator.target.period
    if plan.period is not None:
        return plan.period.first_year, target.last_year if target else plan.period.last_year
    ends = [i.target.period.last_year for i in plan.indicators if i.target.period]
    last = target.last_year if target else max(ends, default=None)
    if last is None:
        return None, None
    bases = [i.baseline.period.last_year for i in plan.indicators if i.baseline.period]
    start = max(bases, default=base.last_year if base else last - 5)
    return min(start + 1, last), last


def reference_of(plan: Plan, indicator: Indicator) -> Indicator | None:
    """Return the comparator of a relative target where it is an indicator of the same plan, named by id or by name."""
    named = indicator.target.reference.strip()
    if not named:
        return None
    return next((i for i in plan.indicators if named in (i.id, i.name) and i.id != indicator.id), None)
