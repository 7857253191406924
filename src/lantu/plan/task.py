"""A task: what is to be done, by whom, until when."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from lantu.plan.citation import Citation


class Role(StrEnum):
    """A unit's part in a task: 牵头 leads, 配合 supports."""

    LEAD = "lead"
    SUPPORTING = "supporting"


@dataclass(frozen=True, slots=True)
class Task:
    """A piece of work that a plan orders, with the units it names, as printed."""

    id: str
    title: str
    section: str | None
    lead: tuple[str, ...]
    supporting: tuple[str, ...]
    deadline: str | None
    source: Citation
