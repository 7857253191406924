"""Results in a report, matched to the targets of a plan and proposed to a person; nothing is entered here."""

from lantu.reading.results.origin import stranger, whose
from lantu.reading.results.proposals import propose

__all__ = ["propose", "stranger", "whose"]
