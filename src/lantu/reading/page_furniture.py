"""Lines that belong to the page and not to the document: buttons, page numbers, running heads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lantu.plan.document import Block
from lantu.reading.heading_mark import mark_of
from lantu.reading.lexicon.furniture import FURNITURE

_RUNNING_HEAD_TIMES = 4
_LONGEST = 40


def find_furniture(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the numbers of the blocks that are buttons and imprints of a web page, page numbers or running heads.

    A running head is a short line without number and full stop that comes at least four times.
    """
    short = {block.number: block.text.strip() for block in blocks if len(block.text) <= 80 and not block.level}
    times = Counter(short.values())
    return frozenset(
        number
        for number, text in short.items()
        if text and (FURNITURE.fullmatch(text) or (times[text] >= _RUNNING_HEAD_TIMES and _could_be_running_head(text)))
    )


def _could_be_running_head(text: str) -> bool:
    return (
        4 <= len(text) <= _LONGEST and text[-1] not in "。！？；：!?;:|" and "|" not in text and mark_of(text) is None
    )
