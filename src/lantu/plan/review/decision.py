"""A decision: what a person said of items, with the words they saw, who and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from lantu.plan.citation import Citation
from lantu.plan.review.field import Fields
from lantu.plan.review.kind import ItemKind


class Action(StrEnum):
    """What a person can do."""

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    SPLIT = "split"
    MERGE = "merge"
    ADD = "add"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words in the document with what stands around them, so that they are found again in another version.

    before, after: up to `anchoring.AROUND` characters of the same block on either side.
    """

    words: Citation
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """An item that a decision is about, as the person saw it.

    anchor: None for an indicator of a plan without a document. saw: its fields before the decision.
    """

    id: str
    kind: ItemKind
    anchor: Anchor | None
    saw: Fields


@dataclass(frozen=True, slots=True)
class Part:
    """What a person put: the reading of a corrected or merged item, of one part of a split one, or of a new one.

    id: of a corrected or merged item its own. changes: the fields that differ from those seen; all for a new item.
    section: id of the section a new item stands in.
    """

    id: str
    kind: ItemKind
    anchor: Anchor | None
    changes: Fields
    section: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """One entry of a review's log; the log only grows.

    id: unique in the log. by: who, as shown to others. targets: the items decided on; of a merge the first is the one
    that stays. parts: one for correct, merge and add, two or more for split. undoes: id of the decision taken back.
    """

    id: str
    action: Action
    by: str
    at: datetime
    targets: tuple[Target, ...] = ()
    parts: tuple[Part, ...] = ()
    undoes: str = ""


def in_force(decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """Return the decisions that were not taken back, in their order; taking back an undo brings the decision back."""
    gone: set[str] = set()
    kept = []
    for decision in reversed(decisions):
        if decision.id in gone:
            continue
        if decision.action is Action.UNDO:
            gone.add(decision.undoes)
        else:
            kept.append(decision)
    return tuple(reversed(kept))
