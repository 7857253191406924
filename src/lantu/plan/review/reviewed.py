"""A reading with what people decided: every item with its state, both readings, and its history."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from lantu.plan.citation import Citation
from lantu.plan.reading import Doubt, Reading
from lantu.plan.review.decision import Decision
from lantu.plan.review.kind import ItemKind, Value, name_of


class State(StrEnum):
    """What became of an item.

    MERGED took others in; ABSORBED went into another. ADDED came from a person: by hand or as a part of a split.
    WITHDRAWN is an added item whose adding or splitting was taken back or decided over.
    """

    UNDECIDED = "undecided"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    MERGED = "merged"
    ADDED = "added"
    REJECTED = "rejected"
    SPLIT = "split"
    ABSORBED = "absorbed"
    WITHDRAWN = "withdrawn"


STANDING = frozenset({State.UNDECIDED, State.ACCEPTED, State.CORRECTED, State.MERGED, State.ADDED})
"""The states in which an item stands in the plan."""


@dataclass(frozen=True, slots=True)
class ReviewedItem:
    """One item: what the machine read, what stands now, who decided.

    machine: None for what a person added. base: what a decision starts from: the machine's reading, or what the person
    put when adding. value: what stands in the plan; None where the item does not stand. decision: the one in force.
    history: every decision about it, taken back or not, oldest first. parent: the item it was split from.
    into: the item that absorbed it.
    """

    kind: ItemKind
    id: str
    state: State
    machine: Value | None
    base: Value
    value: Value | None
    decision: Decision | None = None
    history: tuple[Decision, ...] = ()
    parent: str = ""
    into: str = ""

    @property
    def name(self) -> str:
        """What it is called now; of one that does not stand, what it was called."""
        return name_of(self.value if self.value is not None else self.base)

    @property
    def source(self) -> Citation | None:
        """Its words in the document."""
        return (self.value if self.value is not None else self.base).source

    @property
    def is_decided(self) -> bool:
        """Whether nobody need look at it again."""
        return self.state is not State.UNDECIDED


@dataclass(frozen=True, slots=True)
class ReviewedReading:
    """A reading, the log of decisions on it, and what follows from both.

    items: by id; those of the reading in its order, then those that people added. unplaced: decisions in force on items
    that the reading does not hold. result: the reading as people decided it. doubts: those of each item, by its id;
    loose_doubts: those of none.
    """

    reading: Reading
    log: tuple[Decision, ...]
    items: Mapping[str, ReviewedItem]
    result: Reading
    unplaced: tuple[Decision, ...] = ()
    doubts: Mapping[str, tuple[Doubt, ...]] = field(default_factory=dict)
    loose_doubts: tuple[Doubt, ...] = ()

    @property
    def undecided(self) -> tuple[ReviewedItem, ...]:
        """The items that nobody has decided on."""
        return tuple(item for item in self.items.values() if not item.is_decided)

    def count(self, *states: State) -> int:
        """Return how many items are in one of these states."""
        return sum(item.state in states for item in self.items.values())

    def certainty(self, id: str) -> float | None:
        """Return how sure the reader is of an item; None where it does not say."""
        ground = self.reading.grounds.get(id)
        return None if ground is None else ground.certainty
