"""The base a target is measured from: as printed, or moved by a census."""

from __future__ import annotations

from dataclasses import dataclass

from lantu.monitoring.printed import decimals_of, shown
from lantu.monitoring.series import Series
from lantu.monitoring.status import moves_base
from lantu.plan.indicator import Indicator
from lantu.plan.message import Message
from lantu.plan.observation import Observation

OTHER_BASE = Message("与规划印出的基期值不同，仍以规划为准", "differs from the printed base, which stays in force")
BEFORE_BASE = Message("早于基期", "before the base")


@dataclass(frozen=True, slots=True)
class Base:
    """The value and year a target is measured from.

    moved: why it is not the printed one, None where it is. observation: the published value that moved it.
    """

    value: float
    year: int
    moved: Message | None = None
    observation: Observation | None = None


def base_of(indicator: Indicator, series: Series, first_year: int) -> Base | None:
    """Return the base of an indicator, None where neither plan nor census gives one.

    A census or rebasing between the printed base and the plan's first year moves the base (the plan could not know
    it). A published value of the base year that rounds to the printed one is the same value with more digits.

    first_year: of the plan; without a printed base year the base is of the year before.
    """
    printed = indicator.baseline.value
    year = indicator.baseline.period.last_year if indicator.baseline.period else first_year - 1
    for observation in reversed(series.yearly):
        when = observation.period.last_year
        if moves_base(observation) and when < first_year and (printed is None or when >= year):
            assert observation.value is not None
            return Base(
                observation.value,
                when,
                Message(
                    f"普查后基期改为{when}年的{shown(observation.value)}",
                    f"a census moved the base to {shown(observation.value)} of {when}",
                ),
                observation,
            )
    if printed is None:
        return None
    for observation in series.yearly:
        value = observation.value
        if observation.period.last_year == year and value is not None and value != printed:
            decimals = decimals_of(indicator.baseline.text or shown(printed, 9))
            if abs(value - printed) <= 0.5 * 10**-decimals + 1e-12:
                return Base(
                    value,
                    year,
                    Message(
                        f"基期按公布的{shown(value, 4)}计（规划印作{shown(printed, 4)}）",
                        f"the base as published is {shown(value, 4)} (printed as {shown(printed, 4)})",
                    ),
                    observation,
                )
    return Base(printed, year)


def after_base(base: Base | None, series: Series, first_year: int) -> tuple[tuple[Observation, ...], Series]:
    """Return the yearly values after the base, and the series with the others set aside.

    Without a base, values before the plan's first year are set aside.
    """
    start = base.year if base else first_year - 1
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
