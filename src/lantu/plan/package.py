"""A plan package: a reading with its observations and the judgements others gave."""

from __future__ import annotations

from dataclasses import dataclass

from lantu.plan.observation import Observation
from lantu.plan.reading import Reading
from lantu.plan.verdict import Judgement


@dataclass(frozen=True, slots=True)
class Package:
    """Everything known of one plan: what it says, what was measured, what was judged."""

    reading: Reading
    observations: tuple[Observation, ...] = ()
    judgements: tuple[Judgement, ...] = ()
