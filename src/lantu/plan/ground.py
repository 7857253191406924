"""Why the reader took words for an item: the rules that fired, on which words, and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass

from lantu.plan.citation import Citation


@dataclass(frozen=True, slots=True)
class Step:
    """One rule that fired on words of the document.

    rule: the name of a phenomenon of docs/reading.md. words: what it fired on; None where it speaks of no words
    (something inherited from the whole document).
    """

    rule: str
    words: Citation | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """What one item rests on.

    certainty: 0 to 1, how sure the reader is that the item is there and right as read. steps: the rules, in the
    order they fired.
    """

    certainty: float
    steps: tuple[Step, ...] = ()
