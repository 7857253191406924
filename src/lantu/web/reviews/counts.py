"""How far a review is, in numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Max

from lantu.plan.message import Message
from lantu.plan.review.reviewed import State
from lantu.web.reviews.models import DecisionRow, Review
from lantu.web.reviews.selectors import Reviewed, reviewed

_DONE = (
    (Message("接受", "Accepted"), (State.ACCEPTED,)),
    (Message("改正", "Corrected"), (State.CORRECTED, State.MERGED)),
    (Message("添", "Added"), (State.ADDED,)),
    (Message("不收", "Rejected"), (State.REJECTED,)),
)


@dataclass(frozen=True, slots=True)
class Counts:
    """How far the review is: total, left and doubted are numbers of items; done: what was decided, in words."""

    total: int
    left: int
    doubted: int
    done: tuple[tuple[Message, int], ...]

    @property
    def decided(self) -> int:
        """How many are decided."""
        return self.total - self.left

    @property
    def share(self) -> float:
        """The decided share of all, in per cent."""
        return round(100 * self.decided / self.total, 1) if self.total else 100.0


def counts_of(now: Reviewed) -> Counts:
    """Return how far a review is."""
    items = [item for item in now.review.items.values() if item.state is not State.WITHDRAWN]
    open_items = [item for item in items if not item.is_decided]
    return Counts(
        len(items),
        len(open_items),
        sum(item.id in now.review.doubts for item in open_items),
        tuple((word, n) for word, states in _DONE if (n := now.review.count(*states))),
    )


def kept_counts(rows: Iterable[Review]) -> list[tuple[Review, Counts]]:
    """Return reviews with how far they are, as it was kept with them; `done` is left out.

    Counted anew where a decision came after what was kept.
    """
    rows = list(rows)
    found = DecisionRow.objects.filter(review__in=rows).values_list("review").annotate(last=Max("number")).order_by()
    last = dict(found)
    return [(row, _kept(row, last.get(row.pk, 0)) or counts_of(reviewed(row))) for row in rows]


def _kept(row: Review, last: int) -> Counts | None:
    if row.counts[:1] != [last]:
        return None
    _, total, left, doubted = row.counts
    return Counts(total, left, doubted, ())
