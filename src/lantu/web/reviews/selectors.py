"""Read reviews: the reading and its log folded together, kept in memory until the log grows."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from threading import Lock

from django.db.models import Max

from lantu.plan.reading import Reading
from lantu.plan.review.decision import Action, Decision, in_force
from lantu.plan.review.folding import apply
from lantu.plan.review.reviewed import ReviewedReading
from lantu.web.reviews.bridge import to_decision, to_reading
from lantu.web.reviews.models import DecisionRow, Review


@dataclass(slots=True)
class Log:
    """A review's log as far as it was read; rows never change, so only new ones are fetched."""

    review: int
    decisions: list[Decision] = field(default_factory=list)
    by: list[int] = field(default_factory=list)
    _lock: Lock = field(default_factory=Lock)

    def up_to(self, number: int) -> tuple[Decision, ...]:
        """Return the decisions up to a number that is known to be there."""
        with self._lock:
            if len(self.decisions) < number:
                rows = DecisionRow.objects.filter(
                    review_id=self.review, number__gt=len(self.decisions), number__lte=number
                )
                for row in rows.order_by("number"):
                    self.decisions.append(to_decision(row))
                    self.by.append(row.by_id)
            return tuple(self.decisions[:number])


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A review as it stands: number is that of the last decision, 0 where there is none; by: who made each, by id."""

    review: ReviewedReading
    number: int
    by: dict[str, int]
    numbers: dict[str, int]

    def last_of(self, user: int) -> Decision | None:
        """Return a user's last decision that was not taken back."""
        own = (one for one in reversed(in_force(self.review.log)) if self.by[one.id] == user)
        return next((one for one in own if one.action is not Action.UNDO), None)


def reviewed(review: Review) -> Reviewed:
    """Return a review as it stands now."""
    last = DecisionRow.objects.filter(review=review).aggregate(last=Max("number"))["last"] or 0
    return _reviewed(review.pk, last)


def reading_of(review: Review) -> Reading:
    """Return what the machine read; the same value every time."""
    return _reading(review.pk)


@lru_cache(maxsize=32)
def _reviewed(review: int, number: int) -> Reviewed:
    log = _log(review)
    decisions = log.up_to(number)
    ids = [decision.id for decision in decisions]
    return Reviewed(
        apply(_reading(review), decisions),
        number,
        dict(zip(ids, log.by, strict=False)),
        {id: place for place, id in enumerate(ids, 1)},
    )


@lru_cache(maxsize=16)
def _log(review: int) -> Log:
    return Log(review)


@lru_cache(maxsize=16)
def _reading(review: int) -> Reading:
    return to_reading(Review.objects.get(pk=review))
