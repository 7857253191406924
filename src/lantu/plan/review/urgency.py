"""What a person should look at first: doubts, then what the reader was least sure of, in the order of the text."""

from __future__ import annotations

from enum import IntEnum

from lantu.plan.review.reviewed import ReviewedItem, ReviewedReading

LOW, FAIR = 0.6, 0.85


class Urgency(IntEnum):
    """How much an item needs a look. UNKNOWN: the reader does not say how sure it is."""

    DOUBTED = 0
    LOW = 1
    FAIR = 2
    UNKNOWN = 3
    HIGH = 4


def urgency_of(review: ReviewedReading, item: ReviewedItem) -> Urgency:
    """Return how much an item needs a look; what a person added needs none."""
    if item.machine is None:
        return Urgency.HIGH
    if item.id in review.doubts:
        return Urgency.DOUBTED
    certainty = review.certainty(item.id)
    if certainty is None:
        return Urgency.UNKNOWN
    return Urgency.LOW if certainty < LOW else Urgency.FAIR if certainty < FAIR else Urgency.HIGH


def by_urgency(review: ReviewedReading) -> tuple[ReviewedItem, ...]:
    """Return every item, the most pressing first, within one urgency in the order of the text.

    Whether an item is decided does not move it, so that the order stays while people work.
    """

    def key(item: ReviewedItem) -> tuple[int, int, int]:
        block, start = (item.base.source.block, item.base.source.start) if item.base.source else (0, 0)
        return (urgency_of(review, item), block, start)

    return tuple(sorted(review.items.values(), key=key))


def surer_than(review: ReviewedReading, certainty: float) -> tuple[ReviewedItem, ...]:
    """Return the undecided items that the reader is at least so sure of and that are in no doubt."""
    return tuple(
        item
        for item in review.undecided
        if item.id not in review.doubts and (review.certainty(item.id) or -1.0) >= certainty
    )
