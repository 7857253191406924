"""A finding: something in a plan that disagrees or is missing, where it stands and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from lantu.plan.citation import Citation
from lantu.plan.message import Language, Message


class Severity(StrEnum):
    """How much a finding matters: an error must be mended or explained before a plan is adopted."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def weight(self) -> int:
        """Rank of the severity, the gravest highest."""
        return {"error": 3, "warning": 2, "note": 1}[self.value]


@dataclass(frozen=True, slots=True)
class Place:
    """Words in a named document."""

    document: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found.

    code: the rule's label (IND101). rule: its name (missing_baseline).
    places: the words it speaks of, those to mend first; empty for plans made without a document.
    """

    code: str
    rule: str
    severity: Severity
    message: Message
    how_to_mend: Message
    places: tuple[Place, ...] = ()

    @property
    def order(self) -> tuple[int, int, int, str, str]:
        """Sorting key: the gravest first, then in reading order, then by code and words."""
        first = self.places[0].citation if self.places else None
        return (-self.severity.weight, first.block if first else 0, first.start if first else 0, self.code,
                self.message.zh)  # fmt: skip

    def as_json(self, language: Language = "zh") -> dict[str, Any]:
        """Return the finding in the shape of the checking contract, with messages in one language."""
        return {
            "code": self.code,
            "rule": self.rule,
            "severity": self.severity.value,
            "message": self.message.into(language),
            "how_to_mend": self.how_to_mend.into(language),
            "citations": [
                {"document": place.document, "block": place.citation.block, "start": place.citation.start,
                 "end": place.citation.end, "quote": place.citation.quote}
                for place in self.places
            ],
        }  # fmt: skip
