"""Where many series of one form stand: the rules of the forms over arrays, one row a series."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lantu.monitoring.kernels.path import share_due, value_due
from lantu.monitoring.kernels.progress import is_met, way_done
from lantu.monitoring.kernels.verdict import verdict_of_holding, verdict_on_the_way
from lantu.plan.indicator import TargetForm

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Codes = NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Targets:
    """What N series are judged by, arrays of (N,); years as whole numbers.

    base: NaN where none is given, then the last value before first_year stands for it, else the first one known.
    sign: +1 where more is better, -1 where less is. strict: whether the target itself does not count. rounding: half
    of the last printed digit.
    """

    base: Floats
    base_year: Floats
    target: Floats
    first_year: Floats
    target_year: Floats
    sign: Floats
    strict: Bools
    rounding: Floats


@dataclass(frozen=True, slots=True)
class Bands:
    """The settings of verdicts; see docs/verdicts.md."""

    ahead: float
    lagging: float
    rounding_limit: float


@dataclass(frozen=True, slots=True)
class Judged:
    """Where N series stand, arrays of (N,); NaN where a number has no meaning.

    value, year: what is compared with the target, and the year it reaches to. expected: what was due by then.
    progress, due: shares of the way. needed: the yearly change (of averages: the yearly value) still needed.
    verdict: indices into VERDICTS.
    """

    value: Floats
    year: Floats
    expected: Floats
    progress: Floats
    due: Floats
    needed: Floats
    verdict: Codes


def judge(form: TargetForm, values: Floats, years: Floats, targets: Targets, bands: Bands) -> Judged:
    """Return where series of one form stand.

    values: (N, T), NaN where missing: yearly values; of an ANNUAL_RATE the yearly rates in per cent, of a CUMULATIVE
    the amounts of single years, of a RELATIVE the lead over the comparator. years: (T,), rising.

    Raises ValueError for targets in words, which people judge.
    """
    within = (years <= targets.target_year[:, None]) & ~np.isnan(values)
    match form:
        case TargetForm.LEVEL:
            return _reach(values, years, within, targets, bands)
        case TargetForm.FLOOR_EACH_YEAR | TargetForm.CEILING_EACH_YEAR:
            return _hold_or_reach(values, years, within, targets, bands)
        case TargetForm.CUMULATIVE:
            return _total(values, years, within, targets, bands)
        case TargetForm.ANNUAL_RATE:
            return _rate(values, years, within, targets, bands)
        case TargetForm.RELATIVE:
            return _lead(values, years, within, targets)
    raise ValueError(f"targets in words are judged by people, not by numbers: {form}")


def _base(values: Floats, years: Floats, within: Bools, targets: Targets) -> tuple[Floats, Floats, Bools]:
    """The base and its year, and whether it is only the first value known."""
    before = within & (years < targets.first_year[:, None])
    before_value, before_year = _last(values, years, before)
    first_value, first_year = _first(values, years, within)
    stated, earlier = ~np.isnan(targets.base), ~np.isnan(before_value)
    base = np.where(stated, targets.base, np.where(earlier, before_value, first_value))
    year = np.where(stated, targets.base_year, np.where(earlier, before_year, first_year))
    return base, year, ~stated & ~earlier


def _reach(values: Floats, years: Floats, within: Bools, targets: Targets, bands: Bands) -> Judged:
    base, base_year, first_known = _base(values, years, within, targets)
    after = within & (years > base_year[:, None])
    after |= within & first_known[:, None] & (years == base_year[:, None])
    value, year = _last(values, years, after)
    last, met = year >= targets.target_year, is_met(value, targets.target, targets.sign, targets.strict)
    keeps = is_met(base, targets.target, targets.sign, targets.strict) | (base == targets.target)
    keeps |= targets.target_year <= base_year
    share = share_due(base_year, targets.target_year, year)
    expected = value_due(base, targets.target, share)
    progress = way_done(base, targets.target, value)
    slack = np.minimum(targets.rounding, bands.rounding_limit * np.abs(targets.target - base))
    within_rounding = (expected - value) * targets.sign <= slack + 1e-12
    on_the_way = verdict_on_the_way(progress, share, met, last, within_rounding, bands.ahead, bands.lagging)
    stands = ~last & (base == targets.target) & (value == base)
    kept = verdict_of_holding(met | stands, last)
    alone = first_known & (year == base_year) & ~met & ~last
    unknown = np.isnan(value) | np.isnan(targets.target) | alone
    left = targets.target_year - year
    with np.errstate(divide="ignore", invalid="ignore"):
        needed = np.where((left > 0) & ~met, (targets.target - value) / left, np.nan)
    return _judged(
        value, year, np.where(keeps, targets.target, expected), np.where(keeps, np.nan, progress),
        np.where(keeps, np.nan, share), needed, np.where(keeps, kept, on_the_way), unknown,
    )  # fmt: skip


def _hold_or_reach(values: Floats, years: Floats, within: Bools, targets: Targets, bands: Bands) -> Judged:
    reached = _reach(values, years, within, targets, bands)
    base, _, _ = _base(values, years, within, targets)
    holds = is_met(base, targets.target, targets.sign, targets.strict)
    inside = within & (years >= targets.first_year[:, None])
    mean = _mean(values, inside)
    _, year = _last(values, years, inside)
    last = year >= targets.target_year
    kept = verdict_of_holding(is_met(mean, targets.target, targets.sign, targets.strict), last)
    nothing = np.full_like(mean, np.nan)
    held = _judged(mean, year, targets.target, nothing, nothing, nothing, kept, np.isnan(mean))
    return _either(holds, held, reached)


def _total(values: Floats, years: Floats, within: Bools, targets: Targets, bands: Bands) -> Judged:
    inside = within & (years >= targets.first_year[:, None])
    count = inside.sum(axis=1)
    total = np.where(inside, values, 0.0).sum(axis=1)
    _, year = _last(values, years, inside)
    gaps = count != year - targets.first_year + 1
    start = targets.first_year - 1
    share, last = share_due(start, targets.target_year, year), year >= targets.target_year
    due = targets.target * share
    with np.errstate(divide="ignore", invalid="ignore"):
        progress = np.where(targets.target != 0, total / targets.target, np.nan)
    met = is_met(total, targets.target, targets.sign, targets.strict)
    slack = np.minimum(targets.rounding, bands.rounding_limit * np.abs(targets.target))
    near = (due - total) * targets.sign <= slack + 1e-12
    capped = (targets.sign < 0) & (targets.target > 0)
    toward = verdict_on_the_way(progress, share, met, last, near, bands.ahead, bands.lagging)
    under = verdict_on_the_way(-progress, -share, met & last, last, near, bands.ahead, bands.lagging)
    verdict = np.where(targets.target == 0, verdict_of_holding(met, last), np.where(capped, under, toward))
    left = targets.target_year - year
    with np.errstate(divide="ignore", invalid="ignore"):
        needed = np.where((left > 0) & ~met & ~capped, (targets.target - total) / left, np.nan)
    unknown = (count == 0) | gaps | np.isnan(targets.target)
    return _judged(total, year, due, progress, np.where(capped | (targets.target == 0), np.nan, share), needed, verdict,
                   unknown)  # fmt: skip


def _rate(values: Floats, years: Floats, within: Bools, targets: Targets, bands: Bands) -> Judged:
    inside = within & (years >= targets.first_year[:, None])
    count = inside.sum(axis=1)
    factors = 1 + np.where(inside, values, 0.0) / 100
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = 100 * np.expm1(np.log(factors).sum(axis=1) / count)
    through_zero = (factors <= 0).any(axis=1)
    _, year = _last(values, years, inside)
    last, met = year >= targets.target_year, is_met(mean, targets.target, targets.sign, targets.strict)
    same_side = targets.target * targets.sign > 0
    with np.errstate(divide="ignore", invalid="ignore"):
        progress = np.where(same_side, mean / targets.target, np.nan)
    no = np.zeros_like(met)
    toward = verdict_on_the_way(progress, np.ones_like(mean), met & last, last, no, bands.ahead, bands.lagging)
    verdict = np.where(same_side, toward, verdict_of_holding(met, last))
    whole, left = targets.target_year - targets.first_year + 1, targets.target_year - year
    with np.errstate(divide="ignore", invalid="ignore"):
        log = (whole * np.log1p(targets.target / 100) - (whole - left) * np.log1p(mean / 100)) / left
        needed = np.where((left > 0) & ~met, 100 * np.expm1(log), np.nan)
    unknown = (count == 0) | through_zero | np.isnan(targets.target)
    return _judged(mean, year, targets.target, progress, np.where(same_side, 1.0, np.nan), needed, verdict, unknown)


def _lead(values: Floats, years: Floats, within: Bools, targets: Targets) -> Judged:
    inside = within & (years >= targets.first_year[:, None])
    # Rounded to a millionth, so that 8.1 − 8.1 in another order of adding is still 0.
    lead = np.round(_mean(values, inside), 6)
    _, year = _last(values, years, inside)
    met, last = is_met(lead, targets.target, targets.sign, targets.strict), year >= targets.target_year
    nothing = np.full_like(lead, np.nan)
    return _judged(lead, year, targets.target, nothing, nothing, nothing, verdict_of_holding(met, last), np.isnan(lead))


def _judged(
    value: Floats, year: Floats, expected: Floats, progress: Floats, due: Floats, needed: Floats, verdict: Codes,
    unknown: Bools,
) -> Judged:  # fmt: skip
    def known(numbers: Floats) -> Floats:
        return np.where(unknown, np.nan, numbers)

    return Judged(
        value, year, known(expected), known(progress), known(due), known(needed),
        np.where(unknown, 0, verdict).astype(np.int8),
    )  # fmt: skip


def _either(first: Bools, one: Judged, other: Judged) -> Judged:
    return Judged(
        *(
            np.where(first, getattr(one, name), getattr(other, name))
            for name in ("value", "year", "expected", "progress", "due", "needed", "verdict")
        )
    )


def _mean(values: Floats, known: Bools) -> Floats:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.where(known, values, 0.0).sum(axis=1) / known.sum(axis=1))


def _last(values: Floats, years: Floats, known: Bools) -> tuple[Floats, Floats]:
    """The last known value of each row and its year, NaN where none is known."""
    at = known.shape[1] - 1 - known[:, ::-1].argmax(axis=1)
    return _taken(values, years, known, at)


def _first(values: Floats, years: Floats, known: Bools) -> tuple[Floats, Floats]:
    """The first known value of each row and its year, NaN where none is known."""
    return _taken(values, years, known, known.argmax(axis=1))


def _taken(values: Floats, years: Floats, known: Bools, at: NDArray[np.intp]) -> tuple[Floats, Floats]:
    there = known.any(axis=1)
    value = np.take_along_axis(values, at[:, None], axis=1)[:, 0]
    return np.where(there, value, np.nan), np.where(there, years[at], np.nan)
