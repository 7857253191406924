"""From a plan to what a warehouse judges by: verdicts as `monitor` gives them, or a reason to leave them to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lantu.monitoring.base import base_of
from lantu.monitoring.case import NO_TARGET, NO_YEAR, Case
from lantu.monitoring.falling import signed_change
from lantu.monitoring.forms.each_year import side_of
from lantu.monitoring.forms.relative import relation_of
from lantu.monitoring.home import home_of
from lantu.monitoring.measured import gives_rates, is_intensive, is_part_of_a_whole, is_yearly_amount
from lantu.monitoring.monitor import reference_of, years_of_target
from lantu.monitoring.rollup import rule_of
from lantu.monitoring.series import series_of
from lantu.parameters import load
from lantu.plan.area import Over, RollUpRule
from lantu.plan.change_name import is_change, is_cut, is_growth
from lantu.plan.indicator import Direction, Indicator, TargetForm
from lantu.plan.message import Message
from lantu.plan.milestone import PathShape
from lantu.plan.observation import Observation
from lantu.plan.package import Package
from lantu.plan.quantity import Comparator
from lantu.plan.status import is_of_one_year, is_total, moves_base
from lantu.plan.unit_kind import is_percentage
from lantu.warehouse.block import Aim

_IN_WORDS = Message("目标以文字表述，由人评定", "its target is in words, which people judge")
_RANGE = Message("目标是区间或“左右”", "its target is a range or an “about”")
_PATH = Message("有官方年度目标，或路径不是等速", "it has official yearly targets or a path that is not even")
_BROKEN = Message("数列有断点或换算", "its series is broken or rebased")
_BY_GROWTH = Message("目标由增速栏推算", "its target follows from the growth column")
_LEVELS = Message(
    "数值是水平值，累计变化或增速须由基期推算", "its values are levels, and changes are counted from a base"
)
_CHAINED = Message("各年百分比要连乘", "its yearly percentages are chained")
_TOTALS = Message("有官方累计数", "it has official totals")
_NO_REFERENCE = Message("参照不是本规划以百分比计的指标", "its comparator is no indicator of this plan in per cent")
_SIGN = Message("看不出各年的正数是降幅还是增幅", "it is not clear whether positive figures are falls or rises")


@dataclass(frozen=True, slots=True)
class Left:
    """An indicator that the warehouse does not judge, and why: `lantu monitor` does, with all that it knows."""

    indicator: str
    name: str
    reason: Message


def aims_of(package: Package, on: date) -> tuple[tuple[Aim, ...], tuple[Left, ...]]:
    """Return what each indicator of a plan is judged by in every area, and the indicators that are left out.

    on: the date whose settings apply.
    """
    home = home_of(package)
    filed: defaultdict[str, list[Observation]] = defaultdict(list)
    for observation in package.observations:
        filed[observation.indicator].append(observation)
    aims: list[Aim] = []
    left: list[Left] = []
    for indicator in package.reading.plan.indicators:
        found = _aim(package, indicator, filed[indicator.id], home, on)
        if isinstance(found, Aim):
            aims.append(found)
        else:
            left.append(Left(indicator.id, indicator.name, found))
    return tuple(aims), tuple(left)


def case_of(package: Package, indicator: Indicator, observations: Iterable[Observation], on: date) -> Case | None:
    """Return an indicator in the plan's own area with all its values, None where no year is said."""
    plan = package.reading.plan
    first, last = years_of_target(plan, indicator)
    if first is None or last is None:
        return None
    home = home_of(package)
    own = [o for o in observations if o.region in ("", home)]
    chosen = [c for c in package.choices if c.indicator == indicator.id and c.region in ("", home)]
    return Case(
        indicator, home, on, series_of(own, date.max, last, (), chosen, is_part_of_a_whole(indicator)), first, last,
        load("verdicts", on), load("outlook", on), reference_of(plan, indicator),
    )  # fmt: skip


def _aim(package: Package, indicator: Indicator, observations: list[Observation], home: str, on: date) -> Aim | Message:
    if indicator.form in (None, TargetForm.WORDS):
        return _IN_WORDS
    case = case_of(package, indicator, observations, on)
    if case is None:
        return NO_YEAR
    if any(one.indicator == indicator.id for one in package.breaks):
        return _BROKEN
    goal = _goal(case, observations, home, package)
    if isinstance(goal, Message):
        return goal
    assert indicator.form is not None
    judged = indicator.form in (TargetForm.RELATIVE, TargetForm.ANNUAL_RATE)
    base = None if judged or indicator.form is TargetForm.CUMULATIVE else base_of(case)
    stated = base is not None and (indicator.baseline.value is not None or _moved(base.observation))
    over_time, over_areas = (rule_of(package, indicator, over) for over in (Over.TIME, Over.AREAS))
    beside = over_areas.weight or over_areas.denominator
    years = [o.period.last_year for o in observations]
    before = case.first_year - 1
    return Aim(
        indicator.id, indicator.form, case.first_year, case.target_year, goal.target, goal.sign,
        base=base.value if base is not None and stated else float("nan"),
        base_year=base.year if base is not None and stated else 0,
        strict=goal.strict, rounding=case.rounding, over_time=over_time.rule,
        over_areas=_areas_rule(over_areas.rule), beside=beside, numerator=over_areas.numerator,
        factor=over_areas.factor, comparator=goal.comparator, name=indicator.name, unit=indicator.unit or "",
        since=max(min(years, default=before), before - 50), by_base=goal.by_base,
        of_the_whole=not judged and not is_intensive(indicator), quiet=is_intensive(indicator),
        share=is_part_of_a_whole(indicator) and case.reference is None,
        beside_over_time=_rule_over_time(package, beside),
        numerator_over_time=_rule_over_time(package, over_areas.numerator),
    )  # fmt: skip


def _moved(observation: Observation | None) -> bool:
    return observation is not None and moves_base(observation)


def _areas_rule(rule: RollUpRule) -> RollUpRule:
    # Areas have no order in time, so that the last of them means nothing.
    return RollUpRule.NONE if rule is RollUpRule.LAST else rule


def _rule_over_time(package: Package, name: str) -> RollUpRule:
    known = next((i for i in package.reading.plan.indicators if i.id == name), None)
    if known is not None:
        return rule_of(package, known, Over.TIME).rule
    stated = next((r for r in package.rollups if r.indicator == name and r.over is Over.TIME), None)
    return stated.rule if stated else RollUpRule.LAST


@dataclass(frozen=True, slots=True)
class _Goal:
    target: float
    sign: float
    strict: bool = False
    by_base: bool = False
    comparator: str = ""


def _goal(case: Case, observations: list[Observation], home: str, package: Package) -> _Goal | Message:
    """The number to reach and its better side, or why it has none that arrays can judge by."""
    indicator, form = case.indicator, case.indicator.form
    target = indicator.target
    if form is TargetForm.RELATIVE:
        return _lead(case, package)
    if target.comparator in (Comparator.ABOUT, Comparator.RANGE) or target.value_high not in (None, target.value):
        return _RANGE
    if form is TargetForm.ANNUAL_RATE:
        return _rate(case)
    if indicator.path is not PathShape.LINEAR or any(
        m.indicator == indicator.id and m.period.last_year != case.target_year for m in package.milestones
    ):
        return _PATH
    if form is TargetForm.CUMULATIVE:
        return _total(case, observations)
    if target.value is None:
        return NO_TARGET if indicator.growth.value is None else _BY_GROWTH
    if form in (TargetForm.FLOOR_EACH_YEAR, TargetForm.CEILING_EACH_YEAR):
        side = side_of(indicator)
        sign = -1.0 if form is TargetForm.CEILING_EACH_YEAR else 1.0
        return _Goal(target.value, sign, side in (Comparator.ABOVE, Comparator.BELOW))
    falls, cut = indicator.direction is Direction.DECREASE, is_cut(indicator.name)
    goal = case.goal(target.value, None)
    # Of a figure that is to fall, a reader's plain "at least" says no more than nothing does.
    by_base = not cut and (target.comparator is None or _silent(target.comparator))
    by_base = by_base or (falls and not cut and target.comparator is Comparator.AT_LEAST)
    return _Goal(target.value, goal.sign, goal.strict, by_base)


def _silent(comparator: Comparator) -> bool:
    """Whether a comparator says nothing of the better side."""
    return comparator in (Comparator.EQUAL, Comparator.DECREASE_BY)


def _total(case: Case, observations: list[Observation]) -> _Goal | Message:
    indicator = case.indicator
    own = indicator.target if indicator.target.value is not None else indicator.growth
    if own.value is None:
        return NO_TARGET
    if any(o.period.first_year != o.period.last_year or is_total(o) for o in observations):
        return _TOTALS
    one_year = is_yearly_amount(indicator) or is_change(indicator.name) or any(map(is_of_one_year, observations))
    if not one_year:
        return _LEVELS
    if is_percentage(indicator.unit):
        return _CHAINED
    comparator = indicator.target.comparator
    if indicator.target.value is None:
        comparator = indicator.growth.comparator or comparator
    if comparator in (Comparator.ABOUT, Comparator.RANGE):
        return _RANGE
    goal = case.goal(own.value, None, comparator)
    if comparator is None and not is_cut(indicator.name):
        return _Goal(own.value, -1.0 if own.value < 0 else 1.0)
    return _Goal(own.value, goal.sign, goal.strict)


def _rate(case: Case) -> _Goal | Message:
    indicator = case.indicator
    cell = indicator.target if indicator.target.value is not None else indicator.growth
    if cell.value is None:
        return NO_TARGET
    if not gives_rates(indicator) or cell.comparator is Comparator.ABOUT:
        return _LEVELS if not gives_rates(indicator) else _RANGE
    target, comparator = signed_change(indicator, cell.value, cell.text, cell.comparator)
    if target < 0 < cell.value and not is_growth(indicator.name):
        return _SIGN
    goal = case.goal(target, None, comparator)
    return _Goal(target, goal.sign, goal.strict)


def _lead(case: Case, package: Package) -> _Goal | Message:
    reference = case.reference
    if reference is None or not (is_percentage(case.indicator.unit) and is_percentage(reference.unit)):
        return _NO_REFERENCE
    if any(one.indicator == reference.id for one in package.breaks):
        return _BROKEN
    relation = relation_of(case.indicator)
    if relation is None:
        return _IN_WORDS
    sign, strict, in_step = relation
    floor = -case.verdicts["in_step_band"].value if in_step else 0.0
    return _Goal(floor, sign, strict, comparator=reference.id)
