"""How likely every area is to meet its target: the outlook of `monitor` over arrays, one row a series."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lantu.monitoring.kernels.distribution import Kind, Settings, distribution, gather, scaled, unscaled
from lantu.monitoring.kernels.forecast import average, chance_of, reach, walk
from lantu.monitoring.kernels.judging import Judged, Targets
from lantu.monitoring.kernels.progress import is_met
from lantu.plan.indicator import TargetForm

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Odds:
    """The numbers of the outlook as they stand on a date; parameters/outlook.yaml says what each means.

    amounts, quiet: the method's settings for amounts, and for rates and averages.
    """

    amounts: Settings
    quiet: Settings
    interval: float
    least_chance: float
    prior_share: float
    prior_weight: float
    rate_spread: float
    bound_spread: float


@dataclass(frozen=True, slots=True)
class Question:
    """N series of one form, as they were judged: values are (N, T), years (T,)."""

    form: TargetForm
    values: Floats
    years: Floats
    targets: Targets
    judged: Judged
    quiet: bool
    share: bool


@dataclass(frozen=True, slots=True)
class Likely:
    """Arrays of (N,): the probability of meeting the target, and the interval of what is compared with it.

    NaN where nothing can be said: no verdict, or too few values. Once the target year has its value, the probability
    is 0 or 1 and the interval is that value.
    """

    probability: Floats
    low: Floats
    high: Floats


def likely(question: Question, odds: Odds | None) -> Likely:
    """Return how likely N series are to meet their targets; NaN throughout where no odds are given."""
    q, count = question, len(question.judged.value)
    found = Likely(*np.full((3, count), np.nan))
    if odds is None:
        return found
    judged = q.judged
    over = judged.year >= q.targets.target_year
    met = is_met(judged.value, q.targets.target, q.targets.sign, q.targets.strict)
    known = judged.verdict > 0
    _put(found, known & over, met.astype(float), judged.value, judged.value)
    open_ = known & ~over
    if q.form is TargetForm.LEVEL:
        _heading(q, odds, open_, found)
    elif q.form in (TargetForm.FLOOR_EACH_YEAR, TargetForm.CEILING_EACH_YEAR):
        # What is held has no way to go: its progress is NaN, and the mean of the years is what counts.
        start = _start(q)
        holds = is_met(start[0], q.targets.target, q.targets.sign, q.targets.strict)
        _heading(q, odds, open_ & ~holds, found)
        assumed = np.maximum(odds.bound_spread * np.abs(q.targets.target), q.targets.rounding)
        _averaging(q, odds, open_ & holds, found, assumed)
    elif q.form is TargetForm.CUMULATIVE:
        _totalling(q, odds, open_, found)
    elif q.form is TargetForm.ANNUAL_RATE:
        _compounding(q, odds, open_, found)
    elif q.form is TargetForm.RELATIVE:
        _averaging(q, odds, open_, found, np.full(count, odds.rate_spread))
    return found


def _put(found: Likely, rows: Bools, probability: Floats, low: Floats, high: Floats) -> None:
    """Write the answers of some rows; all arrays are of (N,)."""
    for into, of in ((found.probability, probability), (found.low, low), (found.high, high)):
        into[rows] = of[rows]


def _start(q: Question) -> tuple[Floats, Floats]:
    """The base and its year: as stated, else the last value before the plan, else the first one known."""
    known = ~np.isnan(q.values) & (q.years <= q.targets.target_year[:, None])
    before = known & (q.years < q.targets.first_year[:, None])
    late = len(q.years) - 1 - before[:, ::-1].argmax(axis=1)
    at = np.where(before.any(axis=1), late, known.argmax(axis=1))
    row, stated = np.arange(len(q.values)), ~np.isnan(q.targets.base)
    return (
        np.where(stated, q.targets.base, q.values[row, at]),
        np.where(stated, q.targets.base_year, q.years[at]),
    )


def _heading(q: Question, odds: Odds, rows: Bools, found: Likely) -> None:
    """Levels: where the whole history leads, with the base as the plan states it."""
    base, base_year = _start(q)
    values = np.where(q.years <= q.targets.target_year[:, None], q.values, np.nan)
    at = np.flatnonzero(~np.isnan(base) & (base_year >= q.years[0]) & (base_year <= q.years[-1]))
    values[at, (base_year[at] - q.years[0]).astype(int)] = base[at]
    settings = odds.quiet if q.quiet else odds.amounts
    with np.errstate(invalid="ignore"):
        positive, negative = (values > 0) | np.isnan(values), (values < 0) | np.isnan(values)
        inside = (values < 100) | np.isnan(values)
    below = negative.all(axis=1)
    amount = positive.all(axis=1) | below
    share = np.zeros(len(values), bool)
    if q.share:
        whole = (q.targets.target >= 0) & (q.targets.target <= 100)
        share = whole & positive.all(axis=1) & inside.all(axis=1)
        amount = amount & ~whole
    mirror = np.where(below & amount, -1.0, 1.0)
    for kind, of in (
        (Kind.SHARE, rows & share), (Kind.AMOUNT, rows & ~share & amount), (Kind.NUMBER, rows & ~share & ~amount),
    ):  # fmt: skip
        chosen = np.flatnonzero(of)
        if len(chosen):
            _foretell(
                kind, values[chosen] * mirror[chosen, None], q.targets.target_year[chosen] - q.judged.year[chosen],
                mirror[chosen] * q.targets.target[chosen], mirror[chosen] * q.targets.sign[chosen],
                q.targets.rounding[chosen], settings, odds, chosen, found, mirror[chosen],
            )  # fmt: skip
    if q.share:
        whole = rows & (q.targets.target >= 0) & (q.targets.target <= 100)
        for edge in (found.low, found.high):
            edge[whole] = np.clip(edge[whole], 0.0, 100.0)


def _foretell(
    kind: Kind, values: Floats, ahead: Floats, target: Floats, sign: Floats, rounding: Floats, settings: Settings,
    odds: Odds, rows: NDArray[np.intp], found: Likely, mirror: Floats,
) -> None:  # fmt: skip
    """Foretell series of one kind and write the answers; what is not finite stays unknown."""
    evidence = gather(values, ahead.astype(int), kind)
    last = np.where(kind is Kind.NUMBER, evidence.size, unscaled(evidence.last, kind, evidence.size))
    steep = last * (100 - last) / 100 if kind is Kind.SHARE else last
    told = distribution(evidence, kind, settings, least=rounding / steep)
    aim = scaled(target, kind, evidence.size)
    probability = np.clip(
        chance_of(told.middle, told.spread, settings.freedom, aim, sign), odds.least_chance, 1 - odds.least_chance
    )
    half = reach(told.spread, settings.freedom, odds.interval)
    ends = [mirror * unscaled(told.middle + side * half, kind, evidence.size) for side in (-1, 1)]
    sure = np.isfinite(told.middle) & np.isfinite(told.spread) & np.isfinite(ends[0]) & np.isfinite(ends[1])
    for into, of in (
        (found.probability, probability), (found.low, np.minimum(*ends)), (found.high, np.maximum(*ends)),
    ):  # fmt: skip
        into[rows[sure]] = of[sure]


def _inside(q: Question) -> Bools:
    """The years of the plan that have a value."""
    within = (q.years >= q.targets.first_year[:, None]) & (q.years <= q.targets.target_year[:, None])
    return within & ~np.isnan(q.values)


def _moments(values: Floats, inside: Bools) -> tuple[Floats, Floats, Floats]:
    """How many values there are, their mean, and the sum of squared deviations from it."""
    count = inside.sum(axis=1).astype(float)
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = np.where(inside, values, 0.0).sum(axis=1) / count
        squares = np.where(inside, (values - mean[:, None]) ** 2, 0.0).sum(axis=1)
    return count, mean, squares


def _averaging(q: Question, odds: Odds, rows: Bools, found: Likely, assumed: Floats) -> None:
    """Averages over all years of the plan, of which some are known."""
    inside = _inside(q)
    known, _, squares = _moments(q.values, inside)
    ahead = q.targets.target_year - q.targets.first_year + 1 - known
    with np.errstate(divide="ignore", invalid="ignore"):
        centre, error, freedom = average(known, q.judged.value, squares, ahead, assumed, odds.prior_weight)
    done = rows & (ahead <= 0)
    met = is_met(q.judged.value, q.targets.target, q.targets.sign, q.targets.strict)
    _put(found, done, met.astype(float), q.judged.value, q.judged.value)
    _told(q, odds, rows & (ahead > 0), found, centre, error, freedom)


def _totalling(q: Question, odds: Odds, rows: Bools, found: Likely) -> None:
    """Totals over the plan: a walk from nothing by the yearly amounts so far."""
    inside = _inside(q)
    span, drift, squares = _moments(q.values, inside)
    ahead = q.targets.target_year - q.judged.year
    years = np.maximum(q.targets.target_year - q.targets.first_year + 1, 1)
    assumed = np.maximum(
        odds.prior_share * np.maximum(np.abs(q.targets.target / years), np.abs(drift)), q.targets.rounding
    )
    with np.errstate(divide="ignore", invalid="ignore"):
        moved, error, freedom = walk(span, drift, squares, span, ahead, assumed, odds.prior_weight)
    _told(q, odds, rows, found, q.judged.value + moved, error, freedom)


def _told(q: Question, odds: Odds, rows: Bools, found: Likely, centre: Floats, error: Floats, freedom: Floats) -> None:
    sure = rows & np.isfinite(centre) & np.isfinite(error)
    probability = np.clip(
        chance_of(centre, error, freedom, q.targets.target, q.targets.sign), odds.least_chance, 1 - odds.least_chance
    )
    half = np.where(error > 0, reach(error, freedom, odds.interval), 0.0)
    low, high = centre - half, centre + half
    if q.share and q.form is not TargetForm.RELATIVE:
        whole = (q.targets.target >= 0) & (q.targets.target <= 100)
        low, high = np.where(whole, np.clip(low, 0, 100), low), np.where(whole, np.clip(high, 0, 100), high)
    _put(found, sure, probability, low, high)


def _compounding(q: Question, odds: Odds, rows: Bools, found: Likely) -> None:
    """Average rates: the index that the yearly rates compound to, carried on; with gaps, the rates about their mean."""
    inside, first = _inside(q), q.targets.first_year
    count = inside.sum(axis=1)
    unbroken = rows & (count == q.judged.year - first + 1) & (q.targets.target > -100)
    base = int(first[0] - 1 - q.years[0]) if len(first) else 0
    # Rates before the plan carry the index backwards, as far as none is missing, to the year before the first of them.
    logs = np.log1p(np.where(q.values > -100, q.values, np.nan) / 100)
    index = np.full((len(q.values), len(q.years) + 1), np.nan)
    index[:, base + 1] = 0.0
    forward = np.cumsum(np.where(inside, logs, 0.0)[:, base + 1 :], axis=1)
    index[:, base + 2 :] = np.where(inside[:, base + 1 :], forward, np.nan)
    for year in range(base, -1, -1):
        index[:, year] = index[:, year + 1] - logs[:, year]
    years = q.targets.target_year - (first - 1)
    chosen = np.flatnonzero(unbroken)
    if len(chosen):
        level = 100 * np.exp(index[chosen])
        target = 100 * (1 + q.targets.target[chosen] / 100) ** years[chosen]
        _foretell(
            Kind.AMOUNT, level, q.targets.target_year[chosen] - q.judged.year[chosen], target, q.targets.sign[chosen],
            np.full(len(chosen), odds.rate_spread), odds.amounts, odds, chosen, found, np.ones(len(chosen)),
        )  # fmt: skip
        for edge in (found.low, found.high):
            edge[chosen] = 100 * ((np.maximum(edge[chosen], 0.0) / 100) ** (1 / years[chosen]) - 1)
    assumed = np.maximum(odds.prior_share * np.abs(q.targets.target), odds.rate_spread)
    _averaging(q, odds, rows & np.isnan(found.probability), found, assumed)
