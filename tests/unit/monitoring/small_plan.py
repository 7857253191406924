"""A plan of one indicator and its values, in one line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from lantu.monitoring import Standing, monitor
from lantu.plan.indicator import Baseline, Direction, Growth, GrowthKind, Indicator, Target, TargetForm
from lantu.plan.observation import Observation
from lantu.plan.package import Package
from lantu.plan.period import Period
from lantu.plan.plan import Plan
from lantu.plan.quantity import Comparator
from lantu.plan.reading import Reading
from lantu.plan.region import Region

HOME = "990100"
FIVE_YEARS = Period.years(2021, 2025)


def printed(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def indicator(
    form: TargetForm = TargetForm.LEVEL,
    base: float | None = None,
    target: float | None = None,
    *,
    id: str = "it",
    name: str = "绿道长度",
    unit: str | None = "公里",
    comparator: Comparator | None = None,
    direction: Direction | None = Direction.INCREASE,
    base_year: int | None = 2020,
    target_year: int | None = 2025,
    high: float | None = None,
    text: str | None = None,
    base_text: str | None = None,
    reference: str = "",
    growth: Growth | None = None,
) -> Indicator:
    return Indicator(
        id=id,
        name=name,
        unit=unit,
        direction=direction,
        form=form,
        baseline=Baseline(
            Period.year(base_year) if base_year else None, base, printed(base) if base_text is None else base_text
        ),
        target=Target(
            Period.year(target_year) if target_year else None,
            target,
            high,
            comparator,
            printed(target) if text is None else text,
            reference,
        ),
        growth=growth or Growth(GrowthKind.NONE),
    )


def observed(
    values: Mapping[int | str, float | None],
    *,
    id: str = "it",
    region: str = HOME,
    status: str = "final",
    note: str = "",
) -> list[Observation]:
    return [
        Observation(id, region, Period.parse(str(when)), value, status, note=note) for when, value in values.items()
    ]


def package(
    indicators: list[Indicator], observations: list[Observation], period: Period | None = FIVE_YEARS, code: str = HOME
) -> Package:
    plan = Plan("规划", Region("示例市", code), period, indicators=tuple(indicators))
    return Package(Reading(plan), tuple(observations))


def standing(
    one: Indicator,
    values: Mapping[int | str, float | None] | list[Observation],
    on: date | str = "2025-12-31",
    **more: Any,
) -> Standing:
    observations = values if isinstance(values, list) else observed(values)
    day = date.fromisoformat(on) if isinstance(on, str) else on
    (only,) = monitor(package([one], observations, **more), day).standings
    return only
