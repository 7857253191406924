"""The base a target is measured from: as printed, moved by a census, or taken from the values where none is printed."""

from __future__ import annotations

from dataclasses import dataclass

from lantu.monitoring.breaks import after, factor_of
from lantu.monitoring.case import Case
from lantu.monitoring.printed import decimals_of, exact
from lantu.monitoring.series import Series
from lantu.plan.message import Message
from lantu.plan.observation import Observation
from lantu.plan.series_break import BreakKind
from lantu.plan.status import moves_base

OTHER_BASE = Message("与规划印出的基期值不同，仍以规划为准", "differs from the printed base, which stays in force")
BEFORE_BASE = Message("早于基期", "before the base")


@dataclass(frozen=True, slots=True)
class Base:
    """The value and year a target is measured from.

    moved: why it is not the printed one, None where it is. observation: the published value it was taken from.
    first_value: whether it is only the first value known, because neither plan nor values give a base.
    """

    value: float
    year: int
    moved: Message | None = None
    observation: Observation | None = None
    first_value: bool = False


def base_of(case: Case) -> Base | None:
    """Return the base of an indicator in its region, None where neither plan nor values give one.

    A census or rebasing between the printed base and the plan's first year moves the base (the plan could not know
    it). A published value of the base year that rounds to the printed one is the same value with more digits. Where
    the plan prints no base, and for regions other than the plan's own, the last value before the plan is the base.
    """
    baseline = case.indicator.baseline
    printed = baseline.value if case.is_home else None
    year = baseline.period.last_year if baseline.period else case.first_year - 1
    for observation in reversed(case.series.yearly):
        when = observation.period.last_year
        if moves_base(observation) and when < case.first_year and (printed is None or when >= year):
            assert observation.value is not None
            said = exact(observation.value)
            return Base(
                observation.value,
                when,
                Message(f"基期按普查改为{when}年的{said}", f"a census moved the base to {said} in {when}"),
                observation,
            )
    changed = after(case.breaks, year)
    if printed is None or any(one.kind is BreakKind.SPLIT for one in changed):
        # The printed base speaks of a definition that no later value follows.
        return _from_values(case)
    if changed:
        factor, said = factor_of(changed), exact(printed)
        return Base(
            printed * factor,
            year,
            Message(
                f"基期值{said}已按新口径换算：{said} × {exact(factor)} = {exact(printed * factor)}",
                f"the base of {said} is counted by the new definition: {said} × {exact(factor)} = "
                f"{exact(printed * factor)}",
            ),
        )
    for observation in case.series.yearly:
        value = observation.value
        if observation.period.last_year == year and value is not None and value != printed:
            decimals = decimals_of(baseline.text or exact(printed), printed)
            if abs(value - printed) <= 0.5 * 10**-decimals + 1e-12:
                return Base(
                    value,
                    year,
                    Message(
                        f"基期按公布的{exact(value)}计（规划印作{exact(printed)}）",
                        f"the base as published is {exact(value)} (printed as {exact(printed)})",
                    ),
                    observation,
                )
    return Base(printed, year)


def _from_values(case: Case) -> Base | None:
    before = [o for o in case.series.yearly if o.period.last_year < case.first_year and o.value is not None]
    if not before:
        return None
    observation = before[-1]
    assert observation.value is not None
    when, said = observation.period.last_year, exact(observation.value)
    if case.is_home:
        why = Message(
            f"规划没有印基期值，按公布的{when}年{said}计",
            f"the plan prints no base; {said} as published for {when} is used",
        )
    else:
        why = Message(f"基期取本地区{when}年的{said}", f"the base is this region's own {said} in {when}")
    return Base(observation.value, when, why, observation)


def first_known(history: tuple[Observation, ...]) -> Base:
    """Return the first value known as the base, where nothing better is there."""
    first = history[0]
    assert first.value is not None
    when, said = first.period.last_year, exact(first.value)
    return Base(
        first.value,
        when,
        Message(f"没有基期值，从{when}年的{said}算起", f"there is no base; progress is counted from {said} in {when}"),
        first,
        first_value=True,
    )


def after_base(base: Base | None, case: Case) -> tuple[tuple[Observation, ...], Series]:
    """Return the yearly values after the base, and the series with the others set aside.

    Without a base, values before the plan's first year are set aside.
    """
    series = case.series
    start = base.year if base else case.first_year - 1
    after = tuple(o for o in series.yearly if o.period.last_year > start)
    aside = list(series.set_aside)
    for observation in series.yearly:
        if observation in after or (base is not None and observation is base.observation):
            continue
        if base is None or observation.period.last_year < base.year:
            aside.append((observation, BEFORE_BASE))
        elif observation.value != base.value:
            aside.append((observation, OTHER_BASE))
    return after, Series(series.yearly, series.totals, tuple(aside))
