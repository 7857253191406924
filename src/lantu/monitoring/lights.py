"""The lights of a place: what its rule makes of where indicators stand, month by month."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np

from lantu.monitoring.home import home_of
from lantu.monitoring.kernels import lights as kernel
from lantu.monitoring.monitor import monitor
from lantu.monitoring.printed import percent, shown
from lantu.monitoring.standing import Standing
from lantu.parameters import LightScheme
from lantu.plan.message import Message
from lantu.plan.package import Package
from lantu.plan.verdict import Verdict


class Light(StrEnum):
    """绿灯 / 黄灯 / 红灯, and no light where nothing can be compared."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    NONE = "none"


LIGHTS = {kernel.NONE: Light.NONE, kernel.RED: Light.RED, kernel.YELLOW: Light.YELLOW, kernel.GREEN: Light.GREEN}


@dataclass(frozen=True, slots=True)
class Lit:
    """The light of one indicator of one region at a month's end.

    months: the light of each month of the year up to then, January first. reason: the numbers it comes from.
    """

    indicator_id: str
    region: str
    light: Light
    months: tuple[Light, ...]
    reason: Message


def lights(package: Package, scheme: LightScheme, on: date) -> tuple[Lit, ...]:
    """Return the light of each indicator and region on a date, by the rule of a place.

    The year's months up to the date are judged one by one, each by what was known at its end, since a rule may
    remember: two yellows in a row, or an earlier red.
    """
    days = [*(_last_day(on.year, month) for month in range(1, on.month)), on]
    rounds = [monitor(package, day).standings for day in days]
    gaps = np.array([[_gap(scheme, standing) for standing in standings] for standings in rounds]).T
    codes = kernel.by_gap(gaps, scheme.yellow, scheme.red, scheme.yellow_at_bound)
    if scheme.against_average:
        codes = _against_average(gaps, rounds[-1], _parents(package), scheme)
    raw = codes
    if scheme.yellow_run or scheme.remembers_red:
        codes = np.array([_remembered(row, _news(rounds, at), scheme) for at, row in enumerate(codes)], np.int8)
    return tuple(
        Lit(
            standing.indicator_id, standing.region, LIGHTS[int(codes[at, -1])],
            tuple(LIGHTS[int(code)] for code in codes[at]),
            _reason(standing, scheme, float(gaps[at, -1]), changed=bool(raw[at, -1] != codes[at, -1])),
        )
        for at, standing in enumerate(rounds[-1])
    )  # fmt: skip


def _gap(scheme: LightScheme, standing: Standing) -> float:
    """How far a standing is behind its schedule, as the scheme counts; NaN where nothing can be compared."""
    if standing.verdict is Verdict.NOT_ASSESSED:
        return float("nan")
    if standing.verdict is Verdict.ACHIEVED:
        return min(0.0, _behind(scheme, standing) or 0.0)
    behind = _behind(scheme, standing)
    if behind is None:
        # A bound to hold has no way to be behind on: it is held or broken.
        return float("inf") if standing.verdict is Verdict.LAGGING else 0.0
    return behind


def _behind(scheme: LightScheme, standing: Standing) -> float | None:
    if standing.progress is None or standing.due is None:
        return None
    counted = kernel.shortfall if scheme.counts == "shortfall" else kernel.points_behind
    return float(counted(standing.progress, standing.due))


def _news(rounds: Sequence[Sequence[Standing]], at: int) -> list[bool]:
    """In which months an indicator had a value that it did not have the month before."""
    seen = [standings[at].observation for standings in rounds]
    return [month == 0 or now != seen[month - 1] for month, now in enumerate(seen)]


def _remembered(row: kernel.Codes, news: Sequence[bool], scheme: LightScheme) -> kernel.Codes:
    """One indicator's lights with the memory of the rule: a month without a new value is no second month."""
    heard = [month for month, new in enumerate(news) if new]
    codes = row[heard]
    if scheme.yellow_run:
        codes = kernel.runs_turn_red(codes, scheme.yellow_run)
    if scheme.remembers_red:
        codes = kernel.remembering_red(codes)
    since = np.cumsum(news) - 1
    # Between two values the schedule goes on: a light may get worse by itself; the memory only adds to it.
    return np.where(codes[since] < row[heard][since], np.minimum(row, codes[since]), row)


def _parents(package: Package) -> dict[str, str]:
    """What each area is part of; where the package does not say, every other area is part of the plan's own."""
    home = home_of(package)
    stated = {area.code: area.parent for area in package.areas}
    named = {observation.region or home for observation in package.observations} - {home}
    return {home: ""} | dict.fromkeys(named, home) | stated


def _against_average(
    gaps: np.ndarray, standings: Sequence[Standing], parents: dict[str, str], scheme: LightScheme
) -> kernel.Codes:
    """Green needs the schedule and the average of the areas of the same whole; one alone in it, the schedule."""
    codes = np.zeros(gaps.shape, np.int8)
    beside = [(s.indicator_id, parents.get(s.region, "") or f"of its own: {s.region}") for s in standings]
    for group in dict.fromkeys(beside):
        rows = [at for at, name in enumerate(beside) if name == group]
        own = gaps[rows]
        known = np.isfinite(own)
        count = known.sum(axis=0)
        mean = np.where(known, own, 0.0).sum(axis=0) / np.maximum(count, 1)
        met = own <= scheme.yellow + 1e-9
        found = kernel.with_average(met, np.where(count > 1, own <= mean + 1e-9, met))
        codes[rows] = np.where(np.isnan(own), kernel.NONE, found)
    return codes


def _reason(standing: Standing, scheme: LightScheme, gap: float, changed: bool) -> Message:
    if np.isnan(gap):
        return Message(f"没有可比的进度：{standing.reason.zh}", f"No progress to compare: {standing.reason.en}")
    if standing.progress is None or standing.due is None:
        zh, en = standing.reason.zh, standing.reason.en
    else:
        done, wanted = percent(standing.progress), percent(standing.due)
        if scheme.counts == "shortfall":
            much = Message(
                f"欠应完成数的{shown(max(gap, 0), 1)}%", f"{shown(max(gap, 0), 1)}% of what is due is missing"
            )
        elif abs(gap) < 0.05:
            much = Message("与时序持平", "on schedule")
        elif gap > 0:
            much = Message(f"慢{shown(gap, 1)}个百分点", f"{shown(gap, 1)} points behind")
        else:
            much = Message(f"快{shown(-gap, 1)}个百分点", f"{shown(-gap, 1)} points ahead")
        zh, en = f"完成{done}，应完成{wanted}，{much.zh}。", f"{done} done, {wanted} due: {much.en}."
    if changed:
        zh += "按本办法，前几个月的灯使本月变色。"
        en += " By this rule the lights of earlier months change this one."
    return Message(zh, en)


def _last_day(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
