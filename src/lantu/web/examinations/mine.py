"""What one person is to deal with, in every plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lantu.plan.message import Message
from lantu.web.accounts.models import User
from lantu.web.examinations.matters import Known
from lantu.web.examinations.selectors import examined
from lantu.web.examinations.services import examine
from lantu.web.examinations.words import state_mark
from lantu.web.registry.models import Plan
from lantu.web.registry.selectors import plans


@dataclass(frozen=True, slots=True)
class Mine:
    """A finding somebody is to deal with; mark and state: its shape and words."""

    plan: Plan
    known: Known
    due: date | None
    mark: str
    state: Message


def assigned_to(user: User, on: date) -> list[Mine]:
    """Return what a person has open in all plans: those due first come first, then those without a day."""
    found = []
    for plan in plans():
        for known in examined(plan, examine(plan), on).known:
            if known.is_open and known.assignee == user and known.assignment is not None:
                found.append(Mine(plan, known, known.assignment.due, *state_mark(known, on)))
    return sorted(found, key=lambda one: (one.due or date.max, one.plan.pk, one.known.number))
