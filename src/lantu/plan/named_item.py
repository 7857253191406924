"""Things that a plan names: projects, systems, units, policies."""

from __future__ import annotations

from dataclasses import dataclass

from lantu.plan.citation import Citation


@dataclass(frozen=True, slots=True)
class NamedItem:
    """Something with a name and the place it is named first.

    kind: a finer sort within its own list, such as "park", "platform", "department", "pilot"; "" where unknown.
    """

    id: str
    name: str
    kind: str
    section: str | None
    source: Citation


class Project(NamedItem):
    """Something to build, with a name of its own."""

    __slots__ = ()


class System(NamedItem):
    """An information system, platform or mechanism with a name of its own."""

    __slots__ = ()


class Unit(NamedItem):
    """An organisation or a group of them."""

    __slots__ = ()


class Policy(NamedItem):
    """A document, pilot, action plan or strategy."""

    __slots__ = ()
