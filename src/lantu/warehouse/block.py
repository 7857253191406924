"""One indicator over all its areas: what is judged together, by the same kernels in every engine."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from lantu.monitoring.kernels.judging import Bands, Judged, Targets, judge
from lantu.monitoring.kernels.rollup import Rolled, roll_up
from lantu.plan.area import RollUpRule
from lantu.plan.indicator import TargetForm
from lantu.warehouse.likelihood import Likely, Odds, Question, likely

Floats = NDArray[np.float64]
Places = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Aim:
    """An indicator as a warehouse judges it, the same in every area unless an area has targets of its own.

    sign: +1 where more is better, -1 where less is; by_base: where the target lies above or below an area's base, that
    says it instead. base: of the plan's own area; NaN, and in all other areas, the area's own last value before
    first_year. rounding: half of the last printed digit. since: the first year whose values are heard, 0 for that of
    the base. of_the_whole: whether base and target are amounts of the plan's own area, so that other areas have
    targets of their own or none. over_time: how parts of a year make the year. over_areas: how areas make the area
    they are part of; beside: the indicator that weighs, or that a ratio is divided by; numerator: what a ratio
    divides, times factor; each with its own rule over time. comparator: of a relative target, the indicator it is
    measured against. quiet, share: whether the figure is a rate or an average; a share of a whole in per cent.
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
    name: str = ""
    unit: str = ""
    since: int = 0
    by_base: bool = False
    of_the_whole: bool = False
    quiet: bool = False
    share: bool = False
    beside_over_time: RollUpRule = RollUpRule.LAST
    numerator_over_time: RollUpRule = RollUpRule.SUM

    @property
    def needs(self) -> tuple[str, ...]:
        """The indicators whose values it is judged by, its own first."""
        return tuple(dict.fromkeys(i for i in (self.indicator, self.numerator, self.beside, self.comparator) if i))

    @property
    def rules_over_time(self) -> tuple[RollUpRule, ...]:
        """The rules over time of all that it needs."""
        return (
            self.over_time,
            *((self.numerator_over_time,) if self.numerator else ()),
            *((self.beside_over_time,) if self.beside else ()),
        )


@dataclass(frozen=True, slots=True)
class Areas:
    """The areas of a nation by place in a table: codes, and for each the place of its parent, -1 for none.

    home: the place of the area that the plan is of. names: as printed, where they are known.
    """

    codes: tuple[str, ...]
    parents: Places
    home: int = 0
    names: tuple[str, ...] = ()

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
    """Targets of single areas, arrays of one length: base with its year, and target; NaN where the plan's own stands.

    rounding: half of the last printed digit of base and target.
    """

    area: Places
    base: Floats
    base_year: Floats
    target: Floats
    rounding: Floats


@dataclass(frozen=True, slots=True)
class Terms:
    """What all is judged by on a date: values count from the end of their time.

    odds: None where no outlook is asked.
    """

    on: date
    bands: Bands
    odds: Odds | None = None


@dataclass(frozen=True, slots=True)
class Stood:
    """Where every area stands for one indicator, arrays over all areas.

    known, asked: parts behind a rolled-up area, 0 where the area has none or published a value of its own.
    """

    judged: Judged
    likely: Likely
    known: NDArray[np.int64]
    asked: NDArray[np.int64]


def years_of(aim: Aim) -> Floats:
    """Return the years that say anything of a target: from the first that is heard, or the base, to the last."""
    first = min(aim.base_year or aim.first_year - 1, aim.first_year - 1, aim.since or aim.first_year - 1)
    return np.arange(first, aim.target_year + 1, dtype=float)


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


def yearly(cube: Cube, rule: RollUpRule, on: date = date.max, share: bool = False) -> Floats:
    """Return (areas, years) values of whole years; of years known only in parts, what their rule makes of all twelve.

    A year that lacks a month has no sum and no mean: missing is not zero. Of a state at a time (LAST) the last month
    of the year must be there. What is not over on the date is not known. share: whether values are shares of a whole,
    which are no values outside 0 to 100 per cent.
    """
    if share:
        cube = Cube(cube.first_year, _inside(cube.whole), None if cube.months is None else _inside(cube.months))
    whole = cube.whole.copy() if cube.months is None else cube.whole
    if cube.months is not None:
        whole = np.where(np.isnan(whole), _of_months(cube.months, rule), whole)
    # A year is over with its last day, and so is its last month, which all the rules need.
    over = on.year - cube.first_year + (on >= date(on.year, 12, 31))
    whole[:, max(over, 0) :] = np.nan
    return whole


def _inside(values: Floats) -> Floats:
    return np.where((values >= 0) & (values <= 100), values, np.nan)


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


def stand(aim: Aim, values: dict[str, Cube], areas: Areas, terms: Terms, overrides: Overrides | None = None) -> Stood:
    """Return where every area stands for one indicator.

    values: of each indicator that the aim needs, in the years of `years_of`. Areas that have parts are rolled up from
    them where they have no value of their own; a published value of the whole goes first and is never overwritten.
    """
    years, count = years_of(aim), len(areas.codes)
    own = yearly(values[aim.indicator], aim.over_time, terms.on, aim.share)
    beside = yearly(values[aim.beside], aim.beside_over_time, terms.on) if aim.beside else None
    above = yearly(values[aim.numerator], aim.numerator_over_time, terms.on) if aim.numerator else None
    targets = _targets(aim, areas, overrides)
    known, asked = np.zeros(count, np.int64), np.zeros(count, np.int64)
    for wholes in areas.levels():
        _roll_level(aim, own, above, beside, areas, wholes, known, asked)
        if aim.of_the_whole:
            for numbers in (targets.base, targets.target):
                _add_up(numbers, areas, wholes)
    shown = own
    if aim.comparator:
        shown = own - yearly(values[aim.comparator], aim.over_time, terms.on)
    if aim.by_base:
        targets = _toward(targets, shown, years)
    judged = judge(aim.form, shown, years, targets, terms.bands)
    if aim.form in (TargetForm.FLOOR_EACH_YEAR, TargetForm.CEILING_EACH_YEAR):
        # Without a value of the plan's own years nothing is held yet.
        early = ~(judged.year >= aim.first_year)
        judged.verdict[early] = 0
    question = Question(aim.form, shown, years, targets, judged, aim.quiet, aim.share)
    return Stood(judged, likely(question, terms.odds), known, asked)


def _targets(aim: Aim, areas: Areas, overrides: Overrides | None) -> Targets:
    """What every area is judged by: the plan's own, and the targets of single areas over them."""
    count = len(areas.codes)
    base, target = np.full(count, np.nan), np.full(count, np.nan if aim.of_the_whole else aim.target)
    base[areas.home], target[areas.home] = aim.base, aim.target
    base_year, rounding = np.full(count, float(aim.base_year)), np.full(count, aim.rounding)
    if overrides is not None:
        for numbers, own in (
            (base, overrides.base), (base_year, overrides.base_year), (target, overrides.target),
            (rounding, overrides.rounding),
        ):  # fmt: skip
            given = ~np.isnan(own)
            numbers[overrides.area[given]] = own[given]
    return Targets(
        base, base_year, target, np.full(count, float(aim.first_year)), np.full(count, float(aim.target_year)),
        np.full(count, aim.sign), np.full(count, aim.strict), rounding,
    )  # fmt: skip


def _toward(targets: Targets, values: Floats, years: Floats) -> Targets:
    """The side that is better, from where each area starts: its base, or the first value known."""
    known = ~np.isnan(values) & (years <= targets.target_year[:, None])
    before = known & (years < targets.first_year[:, None])
    row, width = np.arange(len(values)), len(years)
    earlier = values[row, width - 1 - before[:, ::-1].argmax(axis=1)]
    first = values[row, known.argmax(axis=1)]
    start = np.where(~np.isnan(targets.base), targets.base, np.where(before.any(axis=1), earlier, first))
    sign = np.where(start < targets.target, 1.0, np.where(start > targets.target, -1.0, targets.sign))
    return replace(targets, sign=sign)


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

    def rolled(numbers: Floats, rule: RollUpRule, weights: Floats | None = None) -> Rolled:
        weighing = None if weights is None else weights[parts].ravel()
        return roll_up(numbers[parts].ravel(), flat, len(wholes) * count, rule, weighing, weighing)

    def filled(numbers: Floats, found: Rolled, rule: RollUpRule, factor: float = 1.0) -> None:
        made = found.values.reshape(-1, count) * factor
        if rule is RollUpRule.SUM:
            # A sum without some of its parts would read as a fall; its coverage is shown, and it is not judged.
            made = np.where((found.known == found.asked).reshape(-1, count), made, np.nan)
        numbers[wholes] = np.where(np.isnan(numbers[wholes]), made, numbers[wholes])

    rule, factor = aim.over_areas, 1.0
    if rule is RollUpRule.RATIO and above is not None and beside is not None:
        found, factor = rolled(above, rule, beside), aim.factor
        filled(above, rolled(above, RollUpRule.SUM), RollUpRule.SUM)
        filled(beside, rolled(beside, RollUpRule.SUM), RollUpRule.SUM)
    elif rule is RollUpRule.WEIGHTED_MEAN and beside is not None:
        found = rolled(own, rule, beside)
        filled(beside, rolled(beside, RollUpRule.SUM), RollUpRule.SUM)
    else:
        found = rolled(own, rule)
    # Coverage is that of the newest year that any part is known of, unless the whole published as new a value itself.
    latest = found.known.reshape(-1, count)
    at = _last_known(latest > 0)
    published = _last_known(~np.isnan(own[wholes])) >= np.maximum(at, 0)
    known[wholes] = np.where(published, 0, latest[np.arange(len(wholes)), at])
    asked[wholes] = np.where(published, 0, found.asked.reshape(-1, count)[:, 0])
    filled(own, found, rule, factor)


def _last_known(known: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The place of the last known year of each row, -1 where none is known."""
    return np.where(known.any(axis=1), known.shape[1] - 1 - known[:, ::-1].argmax(axis=1), -1)


def _add_up(numbers: Floats, areas: Areas, wholes: Places) -> None:
    """Fill the targets of areas from those of their parts, in place, where all of them have one."""
    parts = np.flatnonzero(np.isin(areas.parents, wholes))
    found = roll_up(numbers[parts], areas.parents[parts], len(numbers), RollUpRule.SUM)
    complete = np.isnan(numbers) & (found.asked > 0) & (found.known == found.asked)
    numbers[complete] = found.values[complete]


def columns_of(stood: Stood) -> dict[str, NDArray[np.generic]]:
    """Return the results as columns, one row an area."""
    judged = {field.name: getattr(stood.judged, field.name) for field in fields(Judged)}
    odds = {field.name: getattr(stood.likely, field.name) for field in fields(Likely)}
    return {**judged, **odds, "known": stood.known, "asked": stood.asked}
