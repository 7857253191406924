"""The items in the order people go through them, those asked for, and which comes next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from lantu.plan.review.kind import ItemKind
from lantu.plan.review.reviewed import ReviewedItem, ReviewedReading, State
from lantu.plan.review.urgency import by_urgency
from lantu.web.gazette.plan_text import PlanText

SHOWN = ("left", "decided", "all")


@dataclass(frozen=True, slots=True)
class Asked:
    """Which items are asked for: show is one of SHOWN, kind None for every kind."""

    show: str = "left"
    kind: ItemKind | None = None

    @classmethod
    def of(cls, query: dict[str, str]) -> Asked:
        """Return what a query asks for; what it says wrongly is left out."""
        kind = query.get("kind", "")
        return cls(
            query["show"] if query.get("show") in SHOWN else "left", ItemKind(kind) if kind in set(ItemKind) else None
        )

    def takes(self, item: ReviewedItem) -> bool:
        """Return whether an item is asked for."""
        if self.kind is not None and item.kind is not self.kind:
            return False
        return self.show == "all" or item.is_decided is (self.show == "decided")


@dataclass(frozen=True, slots=True)
class Queue:
    """The items of one page of the document, all and those asked for.

    beyond: id of the most pressing item asked for on another page, "" for none.
    """

    every: tuple[ReviewedItem, ...]
    shown: tuple[ReviewedItem, ...]
    beyond: str
    _places: dict[str, int]
    _shown_at: tuple[int, ...]

    def after(self, id: str) -> str:
        """Return the id of the next item asked for; "" where there is no other.

        After the last comes the most pressing on another page, else the first again.
        """
        at = bisect_right(self._shown_at, self._places.get(id, -1))
        if at < len(self.shown):
            return self.shown[at].id
        first = self.shown[0].id if self.shown else ""
        return self.beyond or (first if first != id else "")

    def before(self, id: str) -> str:
        """Return the id of the item asked for before this one; "" where it is the first."""
        at = bisect_left(self._shown_at, self._places.get(id, -1)) - 1
        return self.shown[at].id if at >= 0 else ""

    def position(self, id: str) -> int:
        """Return the place of an item among those asked for, from 1; of another, that of the one before it."""
        return bisect_right(self._shown_at, self._places.get(id, -1))


def queue_of(review: ReviewedReading, text: PlanText, page: int, asked: Asked) -> Queue:
    """Return the queue of a page; a document of one page has every item in it, those without a place too."""
    every, beyond = _ordered(_Same(review)), ""
    if len(text.pages) > 1:
        beyond = next((one.id for one in every if asked.takes(one) and page_of(text, one) != page), "")
        every = tuple(item for item in every if page_of(text, item) == page)
    shown_at = tuple(n for n, item in enumerate(every) if asked.takes(item))
    places = {item.id: n for n, item in enumerate(every)}
    return Queue(every, tuple(every[n] for n in shown_at), beyond, places, shown_at)


def first_page(review: ReviewedReading, text: PlanText, asked: Asked) -> int:
    """Return the page of the most pressing item asked for; the first page where there is none."""
    if len(text.pages) < 2:
        return 1
    return next((page_of(text, item) for item in _ordered(_Same(review)) if asked.takes(item)), 1)


def left_by_page(review: ReviewedReading, text: PlanText) -> Counter[int]:
    """Return how many items are undecided on each page."""
    return Counter(page_of(text, item) for item in review.undecided)


def page_of(text: PlanText, item: ReviewedItem) -> int:
    """Return the page of the document an item stands on; the first for one without a place."""
    return text.page_of(item.base.source.block) if item.base.source else 1


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    review: ReviewedReading

    def __hash__(self) -> int:
        return id(self.review)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.review is self.review


@lru_cache(maxsize=8)
def _ordered(same: _Same) -> tuple[ReviewedItem, ...]:
    return tuple(item for item in by_urgency(same.review) if item.state is not State.WITHDRAWN)
