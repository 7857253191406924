"""Proposals: what a report seems to say of a plan's targets, for a person to accept or not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from lantu.plan.citation import Citation
from lantu.plan.message import Message
from lantu.plan.observation import Observation
from lantu.plan.result import FigureKind, Result


class Fit(StrEnum):
    """How a result answers its target.

    DIRECT: in the target's own kind of figure. BESIDE: the same quantity in another kind (the level, where the target
    is a growth rate): worth knowing, but not what was promised.
    """

    DIRECT = "direct"
    BESIDE = "beside"


class TargetKind(StrEnum):
    """Which list of the plan a target stands in."""

    INDICATOR = "indicator"
    COMMITMENT = "commitment"


@dataclass(frozen=True, slots=True)
class Proposal:
    """One result of a report, proposed for one target of a plan.

    id: stable as long as the sentence and the target say the same. target: the item's id; target_name: its words;
    asked: what it promises. observation: what would be entered, its value in `unit`. document: the report's name;
    citation: the words; sentence: the whole sentence around them.
    certainty: 0 to 1, how sure it is that the result belongs to the target. why: what it was judged by.
    working: the conversion of the unit, written out; "" where nothing was converted.
    rivals: ids of other targets that the result fits as well. alternatives: other results for the same target, kind
    and period, the best first. conflicting: whether one of them gives another value.
    """

    id: str
    target: str
    target_name: str
    target_kind: TargetKind
    asked: Message
    kind: FigureKind
    fit: Fit
    observation: Observation
    unit: str | None
    document: str
    citation: Citation
    sentence: str
    certainty: float
    why: Message
    working: str = ""
    rivals: tuple[str, ...] = ()
    alternatives: tuple[Proposal, ...] = ()
    conflicting: bool = False

    @property
    def is_observation(self) -> bool:
        """Whether it is entered as an observation of an indicator; else it is a result with a unit of its own."""
        return self.target_kind is TargetKind.INDICATOR and self.fit is Fit.DIRECT

    def accepted(self, note: str = "") -> Observation | Result:
        """Return what is entered once a person has said yes: seen on the page, so verified. note: who and when."""
        seen = replace(self.observation, verified="yes", note=note or self.observation.note)
        if self.is_observation:
            return seen
        assert seen.value is not None
        return Result(seen.indicator, seen.region, seen.period, self.kind, seen.value, self.unit, seen.status,
                      seen.verified, seen.source, seen.note)  # fmt: skip
