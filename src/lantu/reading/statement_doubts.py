"""What a reader is not sure of in a statement."""

from __future__ import annotations

from lantu.plan.citation import Citation
from lantu.plan.message import Message
from lantu.plan.reading import Doubt
from lantu.reading.grammar.paragraph import Stated


def doubt_of(stated: Stated, about: str, source: Citation) -> Doubt | None:
    """Return the doubt about a statement, or None; one statement gets one doubt, the weightiest."""
    if stated.doubling and not stated.based:
        return Doubt(
            about,
            Message(
                f"“{source.quote}”没有写明与哪一年相比，无法算出目标值。请补上基期年份。",
                f"“{source.quote}” does not say which year it is measured against, so the target cannot be computed. "
                "Add the base year.",
            ),
            source,
        )
    if not stated.subject:
        return Doubt(
            about,
            Message(
                f"“{source.quote}”里的数字说的是什么，没有读出来。请核对原文后补上名称。",
                f"What the number in “{source.quote}” speaks of could not be told. "
                "Look at the sentence and add the name.",
            ),
            source,
        )
    return None
