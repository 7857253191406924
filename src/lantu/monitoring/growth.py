"""Average yearly growth: from yearly rates, or from levels and their base."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from lantu.monitoring.base import Base, after_base
from lantu.monitoring.case import Case
from lantu.monitoring.kernels.progress import mean_rate
from lantu.monitoring.printed import bracketed, computed, exact
from lantu.monitoring.series import BEFORE_PLAN
from lantu.monitoring.standing import Component
from lantu.plan.message import Message
from lantu.plan.observation import Observation


@dataclass(frozen=True, slots=True)
class Growth:
    """The average rate so far and what it was worked out from.

    rates, lengths: yearly rates and how many years each speaks of. mean: per cent a year, compounded. base_year: the
    year before the first that counts.
    """

    mean: float
    base_year: int
    rates: tuple[float, ...]
    lengths: tuple[int, ...]
    last_year: int
    history: tuple[Observation, ...]
    components: tuple[Component, ...]
    working: str
    set_aside: tuple[tuple[Observation, Message], ...] = ()
    notes: tuple[Message | None, ...] = ()


def growth_from_rates(case: Case) -> Growth | None:
    """Return the growth that yearly rates compound to; None where a rate of -100 % or less ends all growth."""
    within = tuple(o for o in case.series.yearly if o.period.last_year >= case.first_year)
    rates = tuple(o.value for o in within if o.value is not None)
    mean = float(mean_rate(rates))
    if mean != mean:
        return None
    product = " × ".join(f"(1 + {bracketed(exact(rate))}%)" for rate in rates)
    missing = sorted(set(range(case.first_year, within[-1].period.last_year)) - {o.period.last_year for o in within})
    said = "、".join(map(str, missing))
    return Growth(
        mean,
        case.first_year - 1,
        rates,
        (1,) * len(rates),
        within[-1].period.last_year,
        within,
        (
            Component(
                "yearly_rates",
                Message("各年增速", "yearly rates"),
                "; ".join(exact(rate) for rate in rates),
                case.unit,
            ),
        ),
        f"({product})^(1 ÷ {len(rates)}) − 1" if len(rates) > 1 else "",
        tuple((o, BEFORE_PLAN) for o in case.series.yearly if o not in within),
        (
            Message(f"缺{said}年的数，平均增速只含已有的年份", f"no value for {said.replace('、', ', ')}: the average "
                    "is of the years that are there") if missing else None,
        ),
    )  # fmt: skip


def growth_from_levels(case: Case, base: Base) -> Growth | None:
    """Return the growth from the base to the newest level; None where a level is zero or below."""
    history, series = after_base(base, case)
    points = [(base.year, base.value)]
    points += [(o.period.last_year, o.value) for o in history if o.value is not None]
    if len(points) < 2 or any(value <= 0 for _, value in points):
        return None
    rates = tuple(100 * ((b / a) ** (1 / (t - s)) - 1) for (s, a), (t, b) in pairwise(points))
    (first, start), (last, end) = points[0], points[-1]
    return Growth(
        100 * ((end / start) ** (1 / (last - first)) - 1),
        first,
        rates,
        tuple(t - s for (s, _), (t, _) in pairwise(points)),
        last,
        history,
        (
            Component("base", Message(f"基期值（{first}年）", f"base ({first})"), start, case.unit),
            Component("value", Message(f"最新值（{last}年）", f"latest value ({last})"), end, case.unit),
            Component(
                "yearly_rates",
                Message("各段年均增速", "yearly growth"),
                "; ".join(computed(rate, 2) for rate in rates),
                Message("%", "%"),
            ),
        ),
        f"({exact(end)} ÷ {exact(start)})^(1 ÷ {last - first}) − 1",
        series.set_aside[len(case.series.set_aside) :],
        (
            base.moved,
            Message(
                "增速由水平值推算；水平值若按现价计，增速含价格变动",
                "growth is worked out from levels; at current prices it includes price changes",
            ),
        ),
    )
