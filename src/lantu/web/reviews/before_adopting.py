"""What a person should see before a reading becomes public: what the checker finds in it, and numbers set by hand."""

from __future__ import annotations

from collections import Counter

from lantu.checking import Finding, Severity
from lantu.plan.indicator import Indicator
from lantu.plan.message import Message
from lantu.plan.review.reviewed import ReviewedReading, State
from lantu.plan.review.written import written
from lantu.web.gazette.findings import findings_of


def checked(review: ReviewedReading) -> dict[str, object]:
    """Return the errors that checking finds in a reviewed reading, how many it finds of each severity, and the
    numbers that people set otherwise than the document prints them."""
    found = findings_of(review.result)
    count = Counter(finding.severity for finding in found)
    return {
        "errors": [(finding, _item_of(review, finding)) for finding in found if finding.severity is Severity.ERROR],
        "severities": (count[Severity.ERROR], count[Severity.WARNING], count[Severity.NOTE]),
        "by_hand": by_hand(review),
    }


def by_hand(review: ReviewedReading) -> list[tuple[str, Message]]:
    """Return the indicators whose target a person set to another number than is printed: id and words."""
    told = []
    for item in review.items.values():
        machine, value = item.machine, item.value
        if item.state is not State.CORRECTED or not isinstance(machine, Indicator) or not isinstance(value, Indicator):
            continue
        printed, number = machine.target.text, written(value.target.value)
        if printed and machine.target.value != value.target.value:
            zh = f"“{item.name}”的目标人工改作{number or '空'}，原文印的是“{printed}”"
            told.append((item.id, Message(zh, f"“{item.name}”: set to {number or 'nothing'}, printed “{printed}”")))
    return told


def _item_of(review: ReviewedReading, finding: Finding) -> str:
    """The id of an item that stands where a finding points to, "" for none."""
    if not finding.places:
        return ""
    words = finding.places[0].citation
    inside = (
        item.id for item in review.items.values()
        if item.value is not None and item.source is not None and item.source.block == words.block
        and item.source.start <= words.start < item.source.end
    )  # fmt: skip
    return next(inside, "")
