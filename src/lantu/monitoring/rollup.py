"""Values of areas, and of parts of a year, rolled up by each indicator's own rule, with what was missing."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from lantu.monitoring.breaks import in_region
from lantu.monitoring.home import home_of
from lantu.monitoring.kernels.rollup import roll_up
from lantu.monitoring.measured import is_intensive, is_yearly_amount
from lantu.monitoring.printed import computed, exact
from lantu.monitoring.series import series_of
from lantu.plan.area import Area, Over, RollUp, RollUpRule
from lantu.plan.indicator import Indicator
from lantu.plan.message import Message
from lantu.plan.observation import Observation
from lantu.plan.package import Package
from lantu.plan.period import Period, PeriodKind
from lantu.plan.status import is_total

# How many parts a year has.
_PARTS = {PeriodKind.MONTH: 12, PeriodKind.QUARTER: 4, PeriodKind.HALF: 2}
_Values = Mapping[tuple[str, str, Period], float]


@dataclass(frozen=True, slots=True)
class Whole:
    """The value of a whole from its parts.

    region: the area rolled up to, or the area whose year it is. group: a type of areas, "" for all. value: None where
    nothing is known or the rule gives none. known, asked: how many parts have a value, and how many there are.
    missing: the parts without a value, by name. working: the arithmetic, where it is short enough to be read.
    """

    indicator: str
    region: str
    period: Period
    rule: RollUpRule
    value: float | None
    known: int
    asked: int
    missing: tuple[str, ...]
    group: str = ""
    working: str = ""

    @property
    def is_complete(self) -> bool:
        """Whether every part is known."""
        return self.known == self.asked

    @property
    def coverage(self) -> Message:
        """Say how many parts are known, and which are not."""
        if self.is_complete:
            return Message(f"{self.asked} 个部分齐全", f"all {self.asked} parts are known")
        lacking = self.missing[:5]
        more = len(self.missing) > len(lacking)
        return Message(
            f"{self.asked} 个部分中有 {self.known} 个，缺{'、'.join(lacking)}{'等' if more else ''}",
            f"{self.known} of {self.asked} parts are known; missing: {', '.join(lacking)}{' …' if more else ''}",
        )


def rule_of(package: Package, indicator: Indicator, over: Over) -> RollUp:
    """Return an indicator's own rule, else the one that its kind allows.

    Amounts add up; over time only amounts of a period do, and of what is a state at a time the last counts. Shares,
    rates and averages have no rule unless one is given: they are never added, nor averaged unweighted.
    """
    stated = next((r for r in package.rollups if r.indicator == indicator.id and r.over is over), None)
    if stated is not None:
        return stated
    if is_intensive(indicator):
        return RollUp(indicator.id, over, RollUpRule.NONE)
    if over is Over.TIME and not is_yearly_amount(indicator):
        return RollUp(indicator.id, over, RollUpRule.LAST)
    return RollUp(indicator.id, over, RollUpRule.SUM)


def over_areas(package: Package, on: date, by_group: bool = False) -> tuple[Whole, ...]:
    """Return what the areas make together: for each indicator, each area that has parts, each period.

    by_group: one whole for each type of areas within it.
    """
    parts: defaultdict[tuple[str, str], list[Area]] = defaultdict(list)
    for area in package.areas:
        if area.parent:
            parts[area.parent, area.group if by_group else ""].append(area)
    values = _known(package, on)
    periods: defaultdict[tuple[str, str], set[Period]] = defaultdict(set)
    for indicator_id, region, period in values:
        periods[indicator_id, region].add(period)
    wholes: list[Whole] = []
    for indicator in package.reading.plan.indicators:
        rule = rule_of(package, indicator, Over.AREAS)
        for (parent, group), areas in parts.items():
            seen = {period for area in areas for period in periods[rule.numerator or indicator.id, area.code]}
            wholes += [
                _whole(rule, values, parent, period, [(a.name, a.code, period) for a in areas], group)
                for period in sorted(seen)
            ]
    return tuple(wholes)


def over_time(package: Package, on: date) -> tuple[Whole, ...]:
    """Return years from their months, quarters or halves, for each indicator and region that has any.

    Of running totals (累计) the one at the year's end is the year's; they are never added up. Of a state at a time,
    too, only the last part speaks of the year.
    """
    known = _observed(package, on)
    values = _values_of(known)
    found: defaultdict[tuple[str, str, int, PeriodKind], list[Period]] = defaultdict(list)
    for indicator_id, region, period in values:
        if period.kind in _PARTS:
            found[indicator_id, region, period.last_year, period.kind].append(period)
    indicators = {indicator.id: indicator for indicator in package.reading.plan.indicators}
    wholes: list[Whole] = []
    for (indicator_id, region, year, kind), _ in sorted(found.items(), key=lambda item: item[0]):
        if indicator_id in indicators:
            rule = rule_of(package, indicators[indicator_id], Over.TIME)
            parts = _year_in(year, kind)
            if any(
                is_total(known[indicator_id, region, part]) for part in parts if (indicator_id, region, part) in known
            ):
                rule = RollUp(indicator_id, Over.TIME, RollUpRule.LAST)
            wanted = parts[-1:] if rule.rule is RollUpRule.LAST else parts
            asked = [(str(period), region, period) for period in wanted]
            wholes.append(_whole(rule, values, region, Period.year(year), asked))
    return tuple(wholes)


def _year_in(year: int, kind: PeriodKind) -> list[Period]:
    written = {PeriodKind.MONTH: "{0}-{1:02}", PeriodKind.QUARTER: "{0}Q{1}", PeriodKind.HALF: "{0}H{1}"}[kind]
    return [Period.parse(written.format(year, part)) for part in range(1, _PARTS[kind] + 1)]


def _whole(
    rule: RollUp, values: _Values, region: str, period: Period, parts: list[tuple[str, str, Period]], group: str = ""
) -> Whole:
    def of(indicator: str) -> list[float]:
        return [values.get((indicator, code, when), math.nan) for _, code, when in parts]

    own = of(rule.numerator or rule.indicator)
    beside = of(rule.weight or rule.denominator) if rule.weight or rule.denominator else None
    needed = {RollUpRule.WEIGHTED_MEAN: rule.weight, RollUpRule.RATIO: rule.denominator and rule.numerator}
    kind = rule.rule if needed.get(rule.rule, "given") else RollUpRule.NONE
    rolled = roll_up(own, np.zeros(len(own), int), 1, kind, beside, beside)
    value = float(rolled.values[0]) * (rule.factor if kind is RollUpRule.RATIO else 1.0)
    missing = tuple(
        name
        for at, (name, _, _) in enumerate(parts)
        if math.isnan(own[at]) or (beside is not None and math.isnan(beside[at]))
    )
    return Whole(
        rule.indicator, region, period, kind, None if math.isnan(value) else value, int(rolled.known[0]),
        int(rolled.asked[0]), missing, group, _working(kind, own, beside, rule.factor, value),
    )  # fmt: skip


def _working(kind: RollUpRule, own: list[float], beside: list[float] | None, factor: float, value: float) -> str:
    """The arithmetic of up to six parts; of more it would not be read."""
    pairs = [(a, b) for a, b in zip(own, beside or [1.0] * len(own), strict=True) if not math.isnan(a + b)]
    if math.isnan(value) or not pairs or len(pairs) > 6:
        return ""
    result, added = computed(value), " + ".join(exact(a) for a, _ in pairs)
    under = " + ".join(exact(b) for _, b in pairs)
    times = "" if factor == 1 else f" × {exact(factor)}"
    weighed = " + ".join(f"{exact(a)} × {exact(b)}" for a, b in pairs)
    return {
        RollUpRule.SUM: f"{added} = {result}",
        RollUpRule.MEAN: f"({added}) ÷ {len(pairs)} = {result}",
        RollUpRule.WEIGHTED_MEAN: f"({weighed}) ÷ ({under}) = {result}",
        RollUpRule.RATIO: f"({added}) ÷ ({under}){times} = {result}",
    }.get(kind, "")


def _known(package: Package, on: date) -> _Values:
    """The one value that counts of each indicator, region and period, by what was known on a date."""
    return _values_of(_observed(package, on))


def _values_of(known: Mapping[tuple[str, str, Period], Observation]) -> _Values:
    return {key: observation.value for key, observation in known.items() if observation.value is not None}


def _observed(package: Package, on: date) -> dict[tuple[str, str, Period], Observation]:
    """The same observations as `monitor` uses: across breaks, and from the sources that were chosen."""
    home = home_of(package)
    filed: defaultdict[tuple[str, str], list[Observation]] = defaultdict(list)
    for observation in package.observations:
        filed[observation.indicator, observation.region or home].append(observation)
    known: dict[tuple[str, str, Period], Observation] = {}
    for (indicator_id, region), observations in filed.items():
        breaks = in_region((one for one in package.breaks if one.indicator == indicator_id), region, home)
        choices = [one for one in package.choices if one.indicator == indicator_id and (one.region or home) == region]
        series = series_of(observations, on, None, breaks, choices)
        for observation in (*series.yearly, *series.parts):
            known[indicator_id, region, observation.period] = observation
    return known
