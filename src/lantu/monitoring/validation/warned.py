"""What may be wrong with a new value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from lantu.plan.message import Message


class Doubt(StrEnum):
    """What may be wrong with a value."""

    OUT_OF_RANGE = "out_of_range"
    JUMP = "jump"
    DIGIT_SLIP = "digit_slip"
    UNIT_SLIP = "unit_slip"
    WRONG_PERIOD = "wrong_period"
    DOES_NOT_ADD_UP = "does_not_add_up"
    UNLIKE_OTHERS = "unlike_others"


@dataclass(frozen=True, slots=True)
class Warned:
    """One thing that may be wrong with a value, and the numbers that say so."""

    doubt: Doubt
    message: Message
