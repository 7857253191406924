"""Words as anchors: taken from a document, found in it, told apart from the same words elsewhere."""

from __future__ import annotations

from lantu.plan.citation import Citation
from lantu.plan.document import Document
from lantu.plan.fault import Fault
from lantu.plan.review.decision import Anchor

AROUND = 16
"""Characters on either side that an anchor remembers."""


def anchor_at(document: Document | None, words: Citation | None) -> Anchor | None:
    """Return the anchor of words in a document; None where there are no words."""
    if words is None:
        return None
    block = document.block(words.block) if document else None
    if block is None:
        return Anchor(words)
    before, after = block.text[max(0, words.start - AROUND) : words.start], block.text[words.end : words.end + AROUND]
    return Anchor(words, before, after)


def cite_words(document: Document, number: int, words: str, near: int = 0) -> Citation:
    """Return where words stand in a block; of several places the one nearest to an offset.

    Raises Fault when there is no such block, no words are given, or they do not stand in it exactly so.
    """
    block = document.block(number)
    if block is None:
        raise Fault(f"文中没有第{number}段。", f"The text has no block {number}.")
    words = words.strip()
    if not words:
        raise Fault(
            "没有选字句。请从原文里选出这一项的字句。", "No words are chosen. Choose the item’s words from the text."
        )
    places = []
    at = block.text.find(words)
    while at >= 0:
        places.append(at)
        at = block.text.find(words, at + 1)
    if not places:
        said = words if len(words) <= 20 else f"{words[:19]}…"
        raise Fault(
            f"第{number}段里没有“{said}”这几个字。字句要与原文一字不差。",
            f"Block {number} does not hold “{said}”. The words must be exactly those of the text.",
        )
    start = min(places, key=lambda place: abs(place - near))
    return block.cite(start, start + len(words))
