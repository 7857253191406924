"""A piece of work given to units, as a document words it."""

from __future__ import annotations

from dataclasses import dataclass

from lantu.reading.phenomenon import Phenomenon


@dataclass(frozen=True, slots=True)
class Duty:
    """Who does a piece of work: units that lead, that support, that are only said to be responsible, and until when.

    start, end: the run of the text that says it, with its brackets. form: how it is written.
    """

    start: int
    end: int
    lead: tuple[str, ...] = ()
    charged: tuple[str, ...] = ()
    supporting: tuple[str, ...] = ()
    deadline: str = ""
    form: Phenomenon = Phenomenon.DUTY_IN_WORDS

    def joined(self, other: Duty) -> Duty:
        """Return both as one: a clause that goes on over several lines."""
        return Duty(
            self.start,
            other.end,
            self.lead + other.lead,
            self.charged + other.charged,
            self.supporting + other.supporting,
            self.deadline or other.deadline,
            self.form,
        )
