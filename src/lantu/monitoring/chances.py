"""The chance that yearly series meet their targets: for one series or for millions, from Python."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date

import numpy as np
from numpy.typing import ArrayLike

from lantu.monitoring.kernels.distribution import Floats, Kind, Settings, distribution, gather, scaled, unscaled
from lantu.monitoring.kernels.forecast import chance_of, reach
from lantu.parameters import Parameter, load


@dataclass(frozen=True, slots=True)
class Chances:
    """What N series say of their targets, each array (N,), NaN where a series has fewer than two values.

    probability: of meeting the target. centre: the value as likely passed as not in the target year. low, high: the
    interval meant to hold four values in five. point: the forecast with the least error, in the unit of the series.
    """

    probability: Floats
    centre: Floats
    low: Floats
    high: Floats
    point: Floats


def settings_from(parameters: Mapping[str, Parameter], quiet: bool = False) -> Settings:
    """Return the method's numbers from parameters/outlook.yaml.

    quiet: for shares, rates and averages, which move less than amounts and do not rise by themselves.
    """
    settings = Settings(**{field.name: parameters[field.name].value for field in fields(Settings)})
    return replace(settings, amount_spread=settings.other_spread, common_rise=0.0) if quiet else settings


def chances(
    values: ArrayLike,
    ahead: ArrayLike,
    target: ArrayLike,
    at_least: ArrayLike = True,
    kind: Kind | str = Kind.AMOUNT,
    quiet: bool = False,
    on: date | None = None,
) -> Chances:
    """Return the chances of N yearly series to meet N targets.

    values: (N, years) or (years,), oldest first, NaN where there is none. ahead: years from the last value of each to
    its target's year, 1 or more. target: in the unit of the values. at_least: whether a value must not fall short of
    it, else must not exceed it. kind: "amount" (all above zero), "share" (per cent, strictly inside 0 to 100) or
    "number". quiet: whether they are rates or averages rather than amounts. on: the date whose settings apply, today
    by default. The method is in docs/outlook.md.

    Raises ValueError where values do not fit their kind, or `ahead` is below 1.
    """
    kind = Kind(kind)
    table = np.atleast_2d(np.asarray(values, float))
    known = table[np.isfinite(table)]
    if kind is Kind.AMOUNT and np.any(known <= 0):
        raise ValueError("amounts are above zero; use kind='number' for values that are not")
    if kind is Kind.SHARE and np.any((known <= 0) | (known >= 100)):
        raise ValueError("shares are strictly between 0 and 100 per cent; use kind='number' for values that are not")
    if np.any(np.asarray(ahead) < 1):
        raise ValueError("ahead counts the years from the last value to the target's year: 1 or more")
    parameters = load("outlook", on or date.today())
    settings = settings_from(parameters, quiet)
    evidence = gather(table, ahead, kind)
    told = distribution(evidence, kind, settings)
    sign = np.where(np.asarray(at_least, bool), 1.0, -1.0)
    probability = chance_of(told.middle, told.spread, settings.freedom, scaled(target, kind, evidence.size), sign)
    least = parameters["least_chance"].value
    half = reach(told.spread, settings.freedom, parameters["interval"].value)
    return Chances(
        np.where(np.isnan(told.middle), np.nan, np.clip(probability, least, 1 - least)),
        unscaled(told.middle, kind, evidence.size),
        unscaled(told.middle - half, kind, evidence.size),
        unscaled(told.middle + half, kind, evidence.size),
        unscaled(evidence.point, kind, evidence.size),
    )
