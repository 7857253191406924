"""One indicator over all its areas: what is judged together, by the same kernels in every engine."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from lantu.monitoring.kernels.judging import Bands, Judged, Targets, judge
from lantu.monitoring.kernels.rollup import roll_up
from lantu.plan.area import RollUpRule
from lantu.plan.indicator import TargetForm

Floats = NDArray[np.float64]
Places = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Aim:
    """An indicator as a warehouse judges it, the same in every area unless an area has targets of its own.

    over_time: how parts of a year make the year. over_areas: how areas make the area they are part of; beside: the
    indicator that weighs, or that a ratio is divided by; numerator: what a ratio divides, times factor. comparator: of
    a relative target, the indicator that it is measured against. base: NaN where each area's own last value before
    first_year stands for it. rounding: half of the last printed digit.
    """

    indicator: str
    form: TargetForm
    first_year: int
    target_year: int
    target: float
    sign: float
    base: float = float("nan")
    base_year: int = 0
    strict: bool = False
    rounding: float = 0.0
    over_time: RollUpRule = RollUpRule.LAST
    over_areas: RollUpRule = RollUpRule.NONE
    beside: str = ""
    numerator: str = ""
    factor: float = 1.0
    comparator: str = ""

    @property
    def needs(self) -> tuple[str, ...]:
        """The indicators whose values it is judged by, its own first."""
        return tuple(dict.fromkeys(i for i in (self.indicator, self.numerator, self.beside, self.comparator) if i))


@dataclass(frozen=True, slots=True)
class Areas:
    """The areas of a nation by place in a table: codes, and for each the place of its parent, -1 for none."""

    codes: tuple[str, ...]
    parents: Places

    def levels(self) -> list[Places]:
        """Return the places of areas that have parts, deepest first, so that parts are rolled up before wholes."""
        depth = np.zeros(len(self.codes), int)
        for _ in range(len(self.codes)):
            deeper = np.where(self.parents >= 0, depth[self.parents] + 1, 0)
            if (deeper == depth).all():
                break
            depth = deeper
        wholes = np.unique(self.parents[self.parents >= 0])
        return [wholes[depth[wholes] == level].astype(np.int32) for level in sorted(set(depth[wholes]), reverse=True)]


@dataclass(frozen=True, slots=True)
class Values:
    """Values of one indicator, one a row: the place of the area, the year, the part of it (1 to 12, 0 for the whole).

    Where several rows are of the same area and time, the last one counts.
    """

    area: Places
    year: NDArray[np.int16]
    part: NDArray[np.int8]
    value: Floats

    def columns(self) -> tuple[NDArray[np.generic], ...]:
        """Return area, year, part and value."""
        return self.area, self.year, self.part, self.value


NOTHING = Values(np.array([], np.int32), np.array([], np.int16), np.array([], np.int8), np.array([], float))


@dataclass(frozen=True, slots=True)
class Overrides:
    """Targets of single areas, arrays of one length: base and target, NaN where the plan's own stands."""

    area: Places
    base: Floats
    target: Floats


@dataclass(frozen=True, slots=True)
class Stood:
    """Where every area stands for one indicator, arrays over all areas; known, asked: parts behind a rolled-up area."""

    judged: Judged
    yearly: Floats
    known: NDArray[np.int64]
    asked: NDArray[np.int64]


def years_of(aim: Aim) -> Floats:
    """Return the years that say anything of a target: from the base, or a few before the first, to the last."""
    before = min(aim.base_year or aim.first_year - 1, aim.first_year - 1)
    return np.arange(before, aim.target_year + 1, dtype=float)


@dataclass(frozen=True, slots=True)
class Cube:
    """Values of one indicator by place and time, NaN where missing: (areas, years), and (areas, years, 12) of months.

    months: None where no month is known. Both begin with first_year.
    """

    first_year: int
    whole: Floats
    months: Floats | None = None


def cube_of(values: Values, years: Floats, areas: int, under: Cube | None = None) -> Cube:
    """Return values laid out by place and time; rows of other years are left out, of two for one time the last counts.

    under: what was known before, which the values change; it is not written to.
    """
    first, count = int(years[0]), len(years)
    whole = np.full((areas, count), np.nan) if under is None else under.whole.copy()
    months = None if under is None or under.months is None else under.months.copy()
    at = values.year.astype(np.int64) - first
    inside = (at >= 0) & (at < count)
    rows = inside & (values.part == 0)
    whole[values.area[rows], at[rows]] = values.value[rows]
    rows = inside & (values.part > 0)
    if rows.any():
        months = np.full((areas, count, 12), np.nan) if months is None else months
        months[values.area[rows], at[rows], values.part[rows] - 1] = values.value[rows]
    return Cube(first, whole, months)


def yearly(cube: Cube, rule: RollUpRule) -> Floats:
    """Return (areas, years) values of whole years; of years known only in parts, what their rule makes of all twelve.

    A year that lacks a month has no sum and no mean: missing is not zero. Of a state at a time (LAST) the last month
    of the year must be there.
    """
    if cube.months is None:
        return cube.whole.copy()
    return np.where(np.isnan(cube.whole), _of_months(cube.months, rule), cube.whole)


def _of_months(months: Floats, rule: RollUpRule) -> Floats:
    if rule is RollUpRule.LAST:
        return np.asarray(months[..., -1])
    if rule is RollUpRule.MEAN:
        return np.asarray(months.sum(axis=-1) / 12)
    if rule in (RollUpRule.MIN, RollUpRule.MAX):
        return np.asarray(months.min(axis=-1) if rule is RollUpRule.MIN else months.max(axis=-1))
    if rule is RollUpRule.SUM:
        return np.asarray(months.sum(axis=-1))
    return np.full(months.shape[:-1], np.nan)


def stand(aim: Aim, values: dict[str, Cube], areas: Areas, bands: Bands, overrides: Overrides | None = None) -> Stood:
    """Return where every area stands for one indicator.

    values: of each indicator that the aim needs, in the years of `years_of`. Areas that have parts are rolled up from
    them where they have no value of their own; a published value of the whole goes first and is never overwritten.
    """
    years, count = years_of(aim), len(areas.codes)
    own = yearly(values[aim.indicator], aim.over_time)
    beside = yearly(values[aim.beside], aim.over_time) if aim.beside else None
    above = yearly(values[aim.numerator], aim.over_time) if aim.numerator else None
    # An amount of the whole nation is no target of one of its counties: they have their own, or none.
    of_the_whole = aim.over_areas is RollUpRule.SUM
    base, target = (
        np.where((areas.parents < 0) | ~np.bool_(of_the_whole), number, np.nan) for number in (aim.base, aim.target)
    )
    if overrides is not None:
        given = ~np.isnan(overrides.base)
        base[overrides.area[given]] = overrides.base[given]
        given = ~np.isnan(overrides.target)
        target[overrides.area[given]] = overrides.target[given]
    known, asked = np.zeros(count, np.int64), np.zeros(count, np.int64)
    for wholes in areas.levels():
        _roll_level(aim, own, above, beside, areas, wholes, known, asked)
        if of_the_whole:
            for numbers in (base, target):
                _add_up(numbers, areas, wholes)
    shown = own
    if aim.comparator:
        shown = own - yearly(values[aim.comparator], aim.over_time)
    targets = Targets(
        base, np.full(count, float(aim.base_year)), target, np.full(count, float(aim.first_year)),
        np.full(count, float(aim.target_year)), np.full(count, aim.sign), np.full(count, aim.strict),
        np.full(count, aim.rounding),
    )  # fmt: skip
    return Stood(judge(aim.form, shown, years, targets, bands), shown, known, asked)


def _roll_level(
    aim: Aim, own: Floats, above: Floats | None, beside: Floats | None, areas: Areas, wholes: Places,
    known: NDArray[np.int64], asked: NDArray[np.int64],
) -> None:  # fmt: skip
    """Fill the rows of areas from their parts, in place: numbers of one kind first, then what is divided by them."""
    place = np.full(len(areas.codes), -1, np.int64)
    place[wholes] = np.arange(len(wholes))
    parts = np.flatnonzero((areas.parents >= 0) & (place[areas.parents] >= 0))
    of, count = place[areas.parents[parts]], own.shape[1]
    flat = (of[:, None] * count + np.arange(count)).ravel()

    def rolled(numbers: Floats, rule: RollUpRule, weights: Floats | None = None) -> Floats:
        weighing = None if weights is None else weights[parts].ravel()
        found = roll_up(numbers[parts].ravel(), flat, len(wholes) * count, rule, weighing, weighing)
        made = found.values.reshape(-1, count)
        latest = found.known.reshape(-1, count)
        if rule is RollUpRule.SUM:
            # A sum without some of its parts would read as a fall; its coverage is shown, and it is not judged.
            made = np.where(latest == found.asked.reshape(-1, count), made, np.nan)
        at = count - 1 - (latest > 0)[:, ::-1].argmax(axis=1)
        known[wholes] = np.take_along_axis(latest, at[:, None], axis=1)[:, 0]
        asked[wholes] = found.asked.reshape(-1, count)[:, 0]
        return np.asarray(made)

    def filled(numbers: Floats, made: Floats) -> None:
        numbers[wholes] = np.where(np.isnan(numbers[wholes]), made, numbers[wholes])

    if aim.over_areas is RollUpRule.RATIO and above is not None and beside is not None:
        made = rolled(above, RollUpRule.RATIO, beside) * aim.factor
        filled(above, rolled(above, RollUpRule.SUM))
        filled(beside, rolled(beside, RollUpRule.SUM))
    elif aim.over_areas is RollUpRule.WEIGHTED_MEAN and beside is not None:
        made = rolled(own, RollUpRule.WEIGHTED_MEAN, beside)
        filled(beside, rolled(beside, RollUpRule.SUM))
    else:
        made = rolled(own, aim.over_areas)
    filled(own, made)


def _add_up(numbers: Floats, areas: Areas, wholes: Places) -> None:
    """Fill the targets of areas from those of their parts, in place, where all of them have one."""
    parts = np.flatnonzero(np.isin(areas.parents, wholes))
    found = roll_up(numbers[parts], areas.parents[parts], len(numbers), RollUpRule.SUM)
    complete = np.isnan(numbers) & (found.asked > 0) & (found.known == found.asked)
    numbers[complete] = found.values[complete]


def columns_of(stood: Stood) -> dict[str, NDArray[np.generic]]:
    """Return the results as columns, one row an area."""
    judged = {field.name: getattr(stood.judged, field.name) for field in fields(Judged)}
    return {**judged, "known": stood.known, "asked": stood.asked}
