"""The plan: everything one document promises, as one immutable value."""

from __future__ import annotations

from dataclasses import dataclass

from lantu.plan.indicator import Indicator
from lantu.plan.named_item import Policy, Project, System, Unit
from lantu.plan.period import Period
from lantu.plan.region import Region
from lantu.plan.section import Section
from lantu.plan.statement import Pledge
from lantu.plan.task import Task


@dataclass(frozen=True, slots=True)
class Plan:
    """What a plan says; every item has an id and a citation.

    horizon: the year of the long-range goals beyond the period (2035), or None.
    """

    title: str = ""
    region: Region = Region()
    period: Period | None = None
    horizon: int | None = None
    sections: tuple[Section, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    pledges: tuple[Pledge, ...] = ()
    tasks: tuple[Task, ...] = ()
    projects: tuple[Project, ...] = ()
    systems: tuple[System, ...] = ()
    units: tuple[Unit, ...] = ()
    policies: tuple[Policy, ...] = ()

    def indicator(self, id: str) -> Indicator | None:
        """Return the indicator with this id, or None."""
        return next((i for i in self.indicators if i.id == id), None)
