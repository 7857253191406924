"""The work that a document orders."""

from __future__ import annotations

from collections.abc import Sequence

from lantu.plan.identity import Identities
from lantu.plan.reading import Doubt
from lantu.plan.task import Task
from lantu.reading.passage import Passage


def find_tasks(passages: Sequence[Passage], identities: Identities) -> tuple[tuple[Task, ...], tuple[Doubt, ...]]:
    """Find the tasks of a document, with the units it gives them to."""
    return (), ()
