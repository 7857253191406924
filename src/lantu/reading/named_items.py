"""Projects, systems and policies that body text names."""

from __future__ import annotations

from collections.abc import Sequence

from lantu.plan.identity import Identities
from lantu.plan.named_item import Policy, Project, System
from lantu.reading.passage import Passage


def find_projects(passages: Sequence[Passage], identities: Identities) -> tuple[Project, ...]:
    """Find the projects that passages name, each where a passage names it first."""
    return ()


def find_systems(passages: Sequence[Passage], identities: Identities) -> tuple[System, ...]:
    """Find the systems, platforms and mechanisms that passages name."""
    return ()


def find_policies(passages: Sequence[Passage], identities: Identities) -> tuple[Policy, ...]:
    """Find the documents, plans, pilots, actions and strategies that passages name."""
    return ()
