"""The kinds of item that people decide on, and where each stands in a reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TypeAlias

from lantu.plan.citation import Citation
from lantu.plan.indicator import Indicator
from lantu.plan.named_item import NamedItem, Policy, Project, System, Unit
from lantu.plan.reading import Reading
from lantu.plan.section import Level, Section
from lantu.plan.statement import Fact, Pledge
from lantu.plan.task import Task

Value: TypeAlias = Indicator | Pledge | Fact | Task | NamedItem | Section


class ItemKind(StrEnum):
    """What an item is; in the order in which people go through a plan."""

    INDICATOR = "indicator"
    COMMITMENT = "commitment"
    TASK = "task"
    PROJECT = "project"
    SYSTEM = "system"
    UNIT = "unit"
    POLICY = "policy"
    FACT = "fact"
    SECTION = "section"


NAMED: Mapping[ItemKind, type[NamedItem]] = {
    ItemKind.PROJECT: Project,
    ItemKind.SYSTEM: System,
    ItemKind.UNIT: Unit,
    ItemKind.POLICY: Policy,
}
DIVISIBLE = frozenset({*NAMED, ItemKind.COMMITMENT, ItemKind.FACT, ItemKind.TASK})
"""The kinds that can be split and merged; an indicator is a row of a table, a section a heading: each is one."""


def values_of(reading: Reading) -> Iterator[tuple[ItemKind, Value]]:
    """Return every item of a reading with its kind, each kind in the reading's own order."""
    plan = reading.plan
    members: tuple[tuple[ItemKind, Sequence[Value]], ...] = (
        (ItemKind.INDICATOR, plan.indicators),
        (ItemKind.COMMITMENT, plan.pledges),
        (ItemKind.TASK, plan.tasks),
        (ItemKind.PROJECT, plan.projects),
        (ItemKind.SYSTEM, plan.systems),
        (ItemKind.UNIT, plan.units),
        (ItemKind.POLICY, plan.policies),
        (ItemKind.FACT, reading.facts),
        (ItemKind.SECTION, plan.sections),
    )
    for kind, values in members:
        for value in values:
            yield kind, value


def with_values(reading: Reading, values: Mapping[ItemKind, Sequence[Value]]) -> Reading:
    """Return the reading with these items in the place of its own; a kind that is not named has none."""

    def all_of(kind: ItemKind, wanted: type) -> tuple:  # type: ignore[type-arg]  # the kind tells the type
        found = tuple(values.get(kind, ()))
        assert all(isinstance(value, wanted) for value in found), kind
        return found

    plan = replace(
        reading.plan,
        indicators=all_of(ItemKind.INDICATOR, Indicator),
        pledges=all_of(ItemKind.COMMITMENT, Pledge),
        tasks=all_of(ItemKind.TASK, Task),
        projects=all_of(ItemKind.PROJECT, Project),
        systems=all_of(ItemKind.SYSTEM, System),
        units=all_of(ItemKind.UNIT, Unit),
        policies=all_of(ItemKind.POLICY, Policy),
        sections=all_of(ItemKind.SECTION, Section),
    )
    return replace(reading, plan=plan, facts=all_of(ItemKind.FACT, Fact))


def name_of(value: Value) -> str:
    """Return what an item is called: its name, subject or title."""
    match value:
        case Indicator() | NamedItem():
            return value.name
        case Pledge() | Fact():
            return value.subject
        case Task() | Section():
            return value.title


def section_of(value: Value) -> str | None:
    """Return the id of the section an item stands in; of a section, its parent."""
    match value:
        case Section():
            return value.parent
        case Indicator():
            return None
        case _:
            return value.section


def blank(kind: ItemKind, id: str, source: Citation, section: str | None) -> Value:
    """Return an item of a kind that says nothing yet but where it stands."""
    match kind:
        case ItemKind.INDICATOR:
            return Indicator(id, "", source=source)
        case ItemKind.COMMITMENT:
            return Pledge(id, "", None, None, None, None, None, section, source)
        case ItemKind.FACT:
            return Fact(id, "", None, None, None, None, section, source)
        case ItemKind.TASK:
            return Task(id, "", section, (), (), None, source)
        case ItemKind.SECTION:
            return Section(id, Level.SECTION, None, "", section, source)
        case _:
            return NAMED[kind](id, "", "", section, source)
