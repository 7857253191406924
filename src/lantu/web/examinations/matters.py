"""What has become of a matter: decided by what drafts still have, by waivers and by what people did, in that order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lantu.checking import Finding
from lantu.checking.waivers import Waiver
from lantu.web.accounts.models import User
from lantu.web.examinations.models import Act, Matter


class State(StrEnum):
    """OPEN: to be dealt with. RESOLVED: somebody says it is mended; the next version shows. WAIVED: it may stand.

    GONE: the latest version does not have it any more.
    """

    OPEN = "open"
    RESOLVED = "resolved"
    WAIVED = "waived"
    GONE = "gone"


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """A matter with the finding it is (in the latest version, or the last that had it) and what has become of it.

    number: its place among the findings of that version, from 1. waiver: what lets it stand; expired: one that did.
    came_back: the act that said it was mended, where a later version still has it.
    """

    matter: Matter
    number: int
    finding: Finding
    state: State
    acts: tuple[Act, ...] = ()
    waiver: Waiver | None = None
    expired: Waiver | None = None
    came_back: Act | None = None

    @property
    def is_open(self) -> bool:
        """Whether somebody is still to deal with it."""
        return self.state is State.OPEN

    @property
    def is_gone(self) -> bool:
        """Whether the latest version does not have it any more."""
        return self.state is State.GONE

    @property
    def assignment(self) -> Act | None:
        """The assignment in force; None where nobody has it."""
        last = next((act for act in reversed(self.acts) if act.kind == Act.Kind.ASSIGNED), None)
        return last if last is not None and last.to_id is not None else None

    @property
    def assignee(self) -> User | None:
        """Who is to deal with it."""
        return self.assignment.to if self.assignment else None

    @property
    def resolution(self) -> Act | None:
        """The act that says it is mended, where that still holds."""
        last = last_decision(self.acts)
        return last if last is not None and self.state is State.RESOLVED else None

    def is_late(self, on: date) -> bool:
        """Whether it is still open after the day it was due."""
        due = self.assignment.due if self.assignment else None
        return self.is_open and due is not None and due < on


def last_decision(acts: Sequence[Act]) -> Act | None:
    """Return the last act that resolved or reopened the matter."""
    decisions = (Act.Kind.RESOLVED, Act.Kind.REOPENED)
    return next((act for act in reversed(acts) if act.kind in decisions), None)


def state_of(acts: Sequence[Act], version: int, waiver: Waiver | None) -> tuple[State, Act | None]:
    """Return the state of a matter that the latest version has, and the resolution that this version belies.

    version: number of that version's row.
    """
    last = last_decision(acts)
    is_resolved = last is not None and last.kind == Act.Kind.RESOLVED
    came_back = last if is_resolved and last is not None and last.version_id < version else None
    if waiver is not None:
        return State.WAIVED, None
    if is_resolved and came_back is None:
        return State.RESOLVED, None
    return State.OPEN, came_back
