"""Every number a plan says about a quantity, from its table and its text, in one form that can be compared.

Method: two figures speak of the same quantity when their names are alike (`quantity_name`), their units are of one
family (`measure`) and both are levels or both are changes. Figures are filed by name and names by their rare pairs
(`like_names`), so that the work grows with the number of real likenesses, not with the square of the plan's length.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from lantu.checking.like_names import LikeNames
from lantu.checking.printed import Span, printed, stated
from lantu.checking.wording import Clause
from lantu.plan.change_name import is_change
from lantu.plan.citation import Citation
from lantu.plan.indicator import Indicator, TargetForm
from lantu.plan.measure import Measure, measure
from lantu.plan.quantity import Comparator
from lantu.plan.quantity_name import ALIKE, QuantityName, quantity_name
from lantu.plan.statement import Fact, Pledge

_YEAR = re.compile(r"(?:19|20)\d\d")
_ADDED = re.compile(r"^(?:每年|年均|累计|新增|净增|增加|再|新)+")


class Says(StrEnum):
    """What kind of thing a figure says."""

    BASELINE = "baseline"
    TARGET = "target"
    PLEDGE = "pledge"
    FACT = "fact"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its name, unit, time and place.

    span: the values the printed number may stand for, in the unit it is printed in.
    year: the year it speaks of; None where none is stated.
    change: whether it is an increment or a rate of growth, not a level.
    elsewhere: whether its sentence speaks of another area, or of a part of this one.
    total: whether it adds up several years.
    """

    says: Says
    printed_name: str
    name: QuantityName
    value: float
    span: Span
    comparator: Comparator | None
    unit: str | None
    measure: Measure | None
    year: int | None
    change: bool
    elsewhere: bool
    total: bool
    citation: Citation | None
    item: Indicator | Pledge | Fact
    clause: Clause | None = None

    def base(self) -> Span:
        """Return the span in the base unit of the figure's family."""
        return self.span.times(self.measure.factor) if self.measure else self.span

    def comparable(self, other: Figure) -> bool:
        """Return whether the two are measured in units of one family."""
        return self.measure is not None and other.measure is not None and self.measure.family == other.measure.family


def year_of(text: str | None) -> int | None:
    """Return the last year of a written period or deadline."""
    years = _YEAR.findall(text) if text else ()
    return int(years[-1]) if years else None


def figure_of_statement(item: Pledge | Fact, area: str, clause: Clause | None) -> Figure | None:
    """Return the figure in a pledge or a fact; None where it has no number, or one that only starts a change."""
    if item.value is None or (clause is not None and clause.start):
        return None
    pledge = isinstance(item, Pledge)
    high = item.value_high if isinstance(item, Pledge) else None
    change = item.comparator in (Comparator.INCREASE_BY, Comparator.DECREASE_BY) or bool(clause and clause.change)
    subject = _ADDED.sub("", item.subject) if change else item.subject
    return Figure(
        says=Says.PLEDGE if pledge else Says.FACT,
        printed_name=item.subject,
        name=quantity_name(subject, area),
        value=item.value,
        span=printed(item.value, item.source.quote, item.comparator, high),
        comparator=item.comparator,
        unit=item.unit,
        measure=measure(item.unit),
        year=year_of(item.deadline if isinstance(item, Pledge) else item.period),
        change=change,
        elsewhere=bool(clause and clause.elsewhere),
        total=_is_total(item, clause),
        citation=item.source,
        item=item,
        clause=clause,
    )


def _is_total(item: Pledge | Fact, clause: Clause | None) -> bool:
    """A sum over several years; a share can only be a level, whatever years its paragraph speaks of."""
    found = measure(item.unit)
    if found is not None and found.family == "percent":
        return False
    years = _YEAR.findall(item.period or "") if isinstance(item, Fact) else ()
    return bool(clause and clause.total) or (len(years) > 1 and years[0] != years[-1])


def figures_of_indicator(indicator: Indicator, area: str) -> Iterator[Figure]:
    """Yield the base and the target of an indicator, where they are numbers."""
    name, unit = quantity_name(indicator.name, area), indicator.unit
    base, target = indicator.baseline, indicator.target
    change = is_change(indicator.name)
    for says, value, text, comparator, high, period in (
        (Says.BASELINE, base.value, base.text, None, None, base.period),
        (
            Says.TARGET,
            target.value,
            target.text,
            stated(target.comparator, target.text),
            target.value_high,
            target.period,
        ),
    ):
        if value is None:
            continue
        yield Figure(says, indicator.name, name, value, printed(value, text, comparator, high), comparator, unit,
                     measure(unit), period.last_year if period else None, change, False,
                     says is Says.TARGET and indicator.form is TargetForm.CUMULATIVE, indicator.source,
                     indicator)  # fmt: skip


class SameQuantity:
    """Finds the figures that speak of the same quantity as a given one."""

    def __init__(self, figures: Iterable[Figure]) -> None:
        self._figures = tuple(figures)
        self._by_name: dict[QuantityName, list[int]] = defaultdict(list)
        for number, filed in enumerate(self._figures):
            self._by_name[filed.name].append(number)
        self._names = tuple(self._by_name)
        self._by_signs: dict[tuple[str, ...], list[QuantityName]] = defaultdict(list)
        for name in self._names:
            self._by_signs[name.sorted_signs].append(name)
        self._near: dict[float, LikeNames] = {}
        self._known: dict[tuple[QuantityName, float], list[int]] = {}

    def named(self, name: QuantityName) -> Iterator[Figure]:
        """Yield the filed figures whose names are quite the same, in filing order."""
        return (self._figures[number] for number in self._by_name.get(name, ()))

    def of(self, name: QuantityName, alike: float = ALIKE) -> Iterator[Figure]:
        """Yield the filed figures whose names are alike, in filing order, whatever their units."""
        if (name, alike) not in self._known:
            self._known[name, alike] = self._found(name, alike)
        return (self._figures[number] for number in self._known[name, alike])

    def _found(self, name: QuantityName, alike: float) -> list[int]:
        if alike not in self._near:
            self._near[alike] = LikeNames([(other.pairs, other.qualifiers) for other in self._names], alike)
        near = (self._names[number] for number in self._near[alike].near(name.pairs, (name.qualifiers,)))
        # The signs of one name in another order are alike whatever their pairs.
        met = dict.fromkeys((*near, *self._by_signs.get(name.sorted_signs, ())))
        return sorted(number for other in met if other.alike(name) >= alike for number in self._by_name[other])
