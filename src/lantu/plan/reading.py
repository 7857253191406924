"""A reading: a document, the plan found in it, the facts it reports and what remains in doubt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lantu.plan.citation import Citation
from lantu.plan.document import Document
from lantu.plan.ground import Ground
from lantu.plan.message import Message
from lantu.plan.plan import Plan
from lantu.plan.statement import Fact


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something the reader could not place, or is not sure of.

    about: an item's id, or a short name of the matter ("table", "heading", "language").
    """

    about: str
    message: Message
    source: Citation | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, with the document it came from; document is None for plans made without one.

    grounds: what each item rests on, by its id; an item a person has set has none.
    """

    plan: Plan
    document: Document | None = None
    facts: tuple[Fact, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    grounds: Mapping[str, Ground] = field(default_factory=dict)
