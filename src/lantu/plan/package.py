"""A plan package: a reading with its observations, the judgements others gave and the results that reports gave."""

from __future__ import annotations

from dataclasses import dataclass

from lantu.plan.area import Area, RollUp
from lantu.plan.balance import Balance
from lantu.plan.milestone import Milestone
from lantu.plan.observation import Observation
from lantu.plan.reading import Reading
from lantu.plan.result import Result
from lantu.plan.series_break import Choice, SeriesBreak
from lantu.plan.verdict import Judgement


@dataclass(frozen=True, slots=True)
class Package:
    """Everything known of one plan: what it says, what was measured, what was judged.

    results: reported values of commitments, and of indicators in another form than their observations have.
    milestones: official yearly targets and other points of the way. breaks, choices: what people know of the values.
    areas, rollups: what the plan's region is made of, and how values of parts become values of the whole. balances:
    which indicators add up to which.
    """

    reading: Reading
    observations: tuple[Observation, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    results: tuple[Result, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    breaks: tuple[SeriesBreak, ...] = ()
    areas: tuple[Area, ...] = ()
    rollups: tuple[RollUp, ...] = ()
    balances: tuple[Balance, ...] = ()
    choices: tuple[Choice, ...] = ()
