"""The items in the order people go through them, those asked for, and which comes next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
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
    """The items of one page of the document, all and those asked for."""

    every: tuple[ReviewedItem, ...]
    shown: tuple[ReviewedItem, ...]
    _places: dict[str, int]
    _shown_at: tuple[int, ...]

    def after(self, id: str) -> str:
        """Return the id of the next item asked for, the first again after the last; "" where there is no other."""
        at = bisect_right(self._shown_at, self._places.get(id, -1))
        found = self.shown[at] if at < len(self.shown) else self.shown[0] if self.shown else None
        return found.id if found is not None and found.id != id else ""

    def before(self, id: str) -> str:
        """Return the id of the item asked for before this one; "" where it is the first."""
        at = bisect_left(self._shown_at, self._places.get(id, -1)) - 1
        return self.shown[at].id if at >= 0 else ""

    def position(self, id: str) -> int:
        """Return the place of an item among those asked for, from 1; of another, that of the one before it."""
        return bisect_right(self._shown_at, self._places.get(id, -1))


def queue_of(review: ReviewedReading, text: PlanText, page: int, asked: Asked) -> Queue:
    """Return the queue of a page; a document of one page has every item in it, those without a place too."""
    every = _ordered(_Same(review))
    if len(text.pages) > 1:
        every = tuple(item for item in every if page_of(text, item) == page)
    shown_at = tuple(n for n, item in enumerate(every) if asked.takes(item))
    return Queue(every, tuple(every[n] for n in shown_at), {item.id: n for n, item in enumerate(every)}, shown_at)


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
