"""Numbers in sentences: pledges look forward, facts look back."""

from __future__ import annotations

from dataclasses import dataclass

from lantu.plan.citation import Citation
from lantu.plan.quantity import Comparator


@dataclass(frozen=True, slots=True)
class Pledge:
    """A commitment in the text: something to reach, with its number.

    The reading contract calls these `commitments`; the word Commitment names how hard an
    indicator binds, as it does in the field.
    deadline: a year or an ISO 8601 date, the sentence's own or inherited; None where none is stated.
    section: id of the section it stands in.
    """

    id: str
    subject: str
    comparator: Comparator | None
    value: float | None
    value_high: float | None
    unit: str | None
    deadline: str | None
    section: str | None
    source: Citation


@dataclass(frozen=True, slots=True)
class Fact:
    """A result or a base value in the text: something that was so, with its number."""

    id: str
    subject: str
    comparator: Comparator | None
    value: float | None
    unit: str | None
    period: str | None
    section: str | None
    source: Citation
