"""Everything recognised in a plan's text in one shape, in the order of the document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from lantu.plan.citation import Citation
from lantu.plan.indicator import Indicator
from lantu.plan.message import Message
from lantu.plan.named_item import NamedItem
from lantu.plan.reading import Reading
from lantu.plan.statement import Fact, Pledge
from lantu.plan.task import Task


class Kind(StrEnum):
    """What an item is."""

    INDICATOR = "indicator"
    COMMITMENT = "commitment"
    TASK = "task"
    PROJECT = "project"
    SYSTEM = "system"
    UNIT = "unit"
    POLICY = "policy"
    FACT = "fact"


KIND_WORDS: dict[Kind, Message] = {
    Kind.INDICATOR: Message("指标", "Indicators"),
    Kind.COMMITMENT: Message("承诺", "Commitments"),
    Kind.TASK: Message("任务", "Tasks"),
    Kind.PROJECT: Message("项目", "Projects"),
    Kind.SYSTEM: Message("系统", "Systems"),
    Kind.UNIT: Message("单位", "Units"),
    Kind.POLICY: Message("政策", "Policies"),
    Kind.FACT: Message("事实", "Facts"),
}
KIND_WORD: dict[Kind, Message] = {
    Kind.INDICATOR: Message("指标", "indicator"),
    Kind.COMMITMENT: Message("承诺", "commitment"),
    Kind.TASK: Message("任务", "task"),
    Kind.PROJECT: Message("项目", "project"),
    Kind.SYSTEM: Message("系统", "system"),
    Kind.UNIT: Message("单位", "unit"),
    Kind.POLICY: Message("政策", "policy"),
    Kind.FACT: Message("事实", "fact"),
}


@dataclass(frozen=True, slots=True)
class Item:
    """Something recognised in the text.

    name: its name, title or subject. what: the plan's own value.
    """

    kind: Kind
    id: str
    name: str
    source: Citation
    what: Indicator | Pledge | Fact | Task | NamedItem


def items_of(reading: Reading) -> tuple[Item, ...]:
    """Return every item that stands in the text, in reading order; an indicator without a source stands nowhere."""
    return tuple(sorted(_items(reading), key=lambda item: (item.source.block, item.source.start)))


def _items(reading: Reading) -> Iterator[Item]:
    plan = reading.plan
    for indicator in plan.indicators:
        if indicator.source is not None:
            yield Item(Kind.INDICATOR, indicator.id, indicator.name, indicator.source, indicator)
    for pledge in plan.pledges:
        yield Item(Kind.COMMITMENT, pledge.id, pledge.subject, pledge.source, pledge)
    for task in plan.tasks:
        yield Item(Kind.TASK, task.id, task.title, task.source, task)
    named: tuple[tuple[Kind, tuple[NamedItem, ...]], ...] = (
        (Kind.PROJECT, plan.projects),
        (Kind.SYSTEM, plan.systems),
        (Kind.UNIT, plan.units),
        (Kind.POLICY, plan.policies),
    )
    for kind, members in named:
        for member in members:
            yield Item(kind, member.id, member.name, member.source, member)
    for fact in reading.facts:
        yield Item(Kind.FACT, fact.id, fact.subject, fact.source, fact)
