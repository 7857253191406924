"""The document beside the items: its words with every item marked, each block made anew only when it changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby

from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from lantu.plan.document import Block, Cell
from lantu.plan.message import Language, Message
from lantu.plan.review.reviewed import STANDING, ReviewedItem, ReviewedReading, State
from lantu.plan.review.urgency import Urgency, urgency_of
from lantu.plan.section import Level
from lantu.web.gazette.document_page import runs, shape_of
from lantu.web.gazette.drawn_table import draw_table
from lantu.web.gazette.marking import Mark, marked
from lantu.web.gazette.plan_text import PlanText, Same, plan_text
from lantu.web.look.language import page_language

_SHOWN = STANDING | {State.REJECTED}
_ADD = Message("在第{}段添一项", "Add an item in block {}")


def text_html(review: ReviewedReading, page: int) -> SafeString:
    """Return a page of the document as HTML in the active language; a page starts at 1.

    An item's words have the id `w-` and the item's own, and lead to `?item=`.
    """
    text = plan_text(review.reading)
    marks = _marks(review)
    same, language = Same(review.reading), page_language()
    pieces = []
    for table, blocks in groupby(text.pages[page - 1].blocks, key=lambda block: block.table if block.cells else 0):
        if table:
            rows = tuple(blocks)
            inside = tuple(tuple(marks.get(row.number, ())) for row in rows)
            pieces.append(_table(same, tuple(row.number for row in rows), inside, language))
        else:
            pieces.extend(
                _block(same, block.number, tuple(marks.get(block.number, ())), language)
                for block in blocks
                if block.text.strip()
            )
    return mark_safe("".join(pieces))  # noqa: S308  # every piece was escaped when it was made


def is_pressing(review: ReviewedReading, item: ReviewedItem) -> bool:
    """Return whether an item is marked as one to look at: open, and in doubt or hardly sure."""
    return item.state is State.UNDECIDED and urgency_of(review, item) <= Urgency.LOW


def _marks(review: ReviewedReading) -> dict[int, list[Mark]]:
    marks: dict[int, list[Mark]] = defaultdict(list)
    for item in review.items.values():
        words = item.source
        if words is None or item.state not in _SHOWN:
            continue
        marks[words.block].append(
            Mark(words.start, words.end, item.kind.value, f"?item={item.id}#panel-name", f"w-{item.id}",
                 is_pressing(review, item), item.name, state=item.state.value)
        )  # fmt: skip
    return marks


@lru_cache(maxsize=20_000)
def _block(same: Same, number: int, marks: tuple[Mark, ...], language: Language) -> SafeString:
    text = plan_text(same.value)
    assert same.value.document is not None
    block = same.value.document.block(number)
    assert block is not None
    first_heading = text.outline.headings[0].first_block if text.outline.headings else 0
    sections = text.headings_in.get(number, ())
    topics = [Mark(s.source.start, s.source.end, "lead") for s in sections if s.level is Level.TOPIC]
    pieces, here, given = [], format_html(' id="b{}"', number), set[str]()
    for section, start, end in runs(block, sections):
        html = marked(block.text[start:end], _within([*marks, *topics], start, end, given))
        if section is None:
            shape = shape_of(block, first_heading)
            about = "" if shape == "para" else format_html(' data-shape="{}"', shape)
            pieces.append(
                format_html('<div class="para"{}{}>{}<p>{}</p></div>', SafeString(about), here, _number(number), html)
            )
        else:
            tag = f"h{2 + min(4, _depth(text, section.id))}"
            pieces.append(
                format_html('<{} data-level="{}"{}>{}</{}>', tag, section.level.value, here, html, SafeString(tag))
            )
        here = SafeString("")
    return mark_safe("".join(pieces))  # noqa: S308  # every piece went through format_html


@lru_cache(maxsize=500)
def _table(same: Same, numbers: tuple[int, ...], marks: tuple[tuple[Mark, ...], ...], language: Language) -> SafeString:
    document = same.value.document
    assert document is not None
    rows = [block for number in numbers if (block := document.block(number)) is not None]
    by_row = dict(zip(numbers, marks, strict=True))
    given: set[str] = set()

    def words(block: Block, cell: Cell, inside: Sequence[Mark]) -> SafeString:
        return marked(cell.text, _within(inside, cell.start, cell.end, given))

    drawn = draw_table(rows, lambda block: by_row[block.number], words)
    return render_to_string("gazette/grid.html", {"table": drawn})


def _number(number: int) -> SafeString:
    """The block's number, which leads to adding an item in it; the panel has the same for the keyboard."""
    return format_html(
        '<a class="block-number" tabindex="-1" href="?add={}#panel-name" aria-label="{}">{}</a>',
        number, _ADD.into(page_language()).format(number), number,
    )  # fmt: skip


def _within(marks: Sequence[Mark], start: int, end: int, given: set[str]) -> list[Mark]:
    """The marks that reach into a run, with offsets in the run; each anchor is given once."""
    kept = []
    for mark in marks:
        left, right = max(mark.start, start), min(mark.end, end)
        if left < right:
            anchor = "" if mark.anchor in given else mark.anchor
            given.add(mark.anchor)
            kept.append(replace(mark, start=left - start, end=right - start, anchor=anchor))
    return kept


def _depth(text: PlanText, section: str) -> int:
    return next((heading.depth for heading in text.outline.headings if heading.section.id == section), 0)
