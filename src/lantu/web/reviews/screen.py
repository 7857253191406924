"""The review screen made ready for its template: counts, text, queue and panel of one state of the log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from lantu.plan.message import Message
from lantu.plan.review.kind import ItemKind
from lantu.plan.review.urgency import surer_than
from lantu.web.gazette.items import KIND_WORDS, Kind
from lantu.web.gazette.plan_text import PlanText, plan_text
from lantu.web.look.figures import figure
from lantu.web.reviews.counts import Counts, counts_of
from lantu.web.reviews.fields import FormField, form_fields, posted_values
from lantu.web.reviews.models import Review
from lantu.web.reviews.panel import sentence
from lantu.web.reviews.queue import Asked, Queue, first_page, left_by_page, page_of, queue_of
from lantu.web.reviews.rows import rows_html
from lantu.web.reviews.selectors import Reviewed
from lantu.web.reviews.text import text_html
from lantu.web.reviews.words import KINDS

THRESHOLDS = (95, 90, 80)
KIND_PLURALS: dict[ItemKind, Message] = {
    **{kind: KIND_WORDS[Kind(kind.value)] for kind in ItemKind if kind is not ItemKind.SECTION},
    ItemKind.SECTION: Message("标题", "Headings"),
}


@dataclass(frozen=True, slots=True)
class AddForm:
    """The form for an item that the reader did not find."""

    block: int
    words: str
    kind: ItemKind | None
    kinds: tuple[tuple[ItemKind, Message], ...]
    fields: tuple[FormField, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person is in a review: the page of the document, what is asked for, the queue."""

    row: Review
    now: Reviewed
    text: PlanText
    asked: Asked
    page: int
    queue: Queue

    def address(self, item: str = "", **more: str) -> str:
        """Return the address of the screen with an item before the person; more: what else to ask for."""
        query = {"item": item, "page": str(self.page) if len(self.text.pages) > 1 and not item else ""}
        query |= {"show": self.asked.show if self.asked.show != "left" else ""}
        query |= {"kind": self.asked.kind.value if self.asked.kind else ""} | more
        asked = urlencode({key: value for key, value in query.items() if value})
        home = reverse("reviews:review", args=[self.row.pk])
        return f"{home}{f'?{asked}' if asked else ''}{'#panel-name' if item else ''}"


def place_of(row: Review, now: Reviewed, query: Mapping[str, str], item: str = "") -> Place:
    """Return where a query leads; an item before the person decides the page."""
    text, asked = plan_text(now.review.reading), Asked.of(dict(query))
    found = now.review.items.get(item)
    wanted = query.get("page", "")
    if found is not None:
        page = page_of(text, found)
    elif wanted.isascii() and wanted.isdigit() and len(wanted) < 6:
        page = min(max(1, int(wanted)), max(1, len(text.pages)))
    else:
        page = first_page(now.review, text, asked)
    return Place(row, now, text, asked, page, queue_of(now.review, text, page, asked))


def add_form(now: Reviewed, block: int, kind: str, posted: Mapping[str, str]) -> AddForm | None:
    """Return the form for adding an item in a block; None where the document has no such block."""
    document = now.review.reading.document
    found = document.block(block) if document else None
    if found is None:
        return None
    chosen = ItemKind(kind) if kind in set(ItemKind) else None
    words = posted.get("words", found.text)
    fields = form_fields(now.review.reading, chosen, posted_values(chosen, posted)) if chosen else ()
    return AddForm(block, words, chosen, tuple((one, KINDS[one]) for one in ItemKind), fields)


def screen(place: Place, current: str) -> dict[str, Any]:
    """Return the context of the screen but for the panel."""
    now, text = place.now, place.text
    document = now.review.reading.document
    pages = [
        (n, place.address(page=str(n)), text.pages[n - 1])
        for n in (place.page - 1, place.page + 1)
        if 1 <= n <= len(text.pages)
    ]
    return {
        "review": place.row,
        "counts": counts_of(now),
        "place": place,
        "rows": rows_html(now.review, place.queue.shown, current),
        "text": text_html(now.review, place.page) if text.pages else "",
        "language": document.language if document else "und",
        "pages": pages,
        "chapters": _chapters(now, text) if len(text.pages) > 1 else (),
        "kinds": [(kind, KIND_PLURALS[kind]) for kind in ItemKind],
        "loose_doubts": [(doubt, sentence(now.review.reading, doubt.source)) for doubt in now.review.loose_doubts],
        "sure": [(percent, n) for percent in THRESHOLDS if (n := len(surer_than(now.review, percent / 100)))],
    }  # fmt: skip


def _chapters(now: Reviewed, text: PlanText) -> tuple[tuple[int, str, int], ...]:
    """The pages of a long document: number, heading and how many items are left."""
    left = left_by_page(now.review, text)
    return tuple((page.number, page.heading.name if page.heading else "", left[page.number]) for page in text.pages)


def lede(counts: Counts) -> Message:
    """Say how far a review is, in one sentence."""
    total, left = figure(counts.total), figure(counts.left)
    if not counts.total:
        return Message(
            "没有读出任何项目。可以从原文里添。", "Nothing was recognised. Items can be added from the text."
        )
    if not counts.left:
        return Message(f"{total}项全部定了，可以采纳。", f"All {total} items are decided; the plan can be adopted.")
    doubts = Message(f"，其中{counts.doubted}项存疑", f", {counts.doubted} of them in doubt")
    more = doubts if counts.doubted else Message("", "")
    return Message(f"读出{total}项，还剩{left}项未定{more.zh}。", f"{total} items were read; {left} are left{more.en}.")
