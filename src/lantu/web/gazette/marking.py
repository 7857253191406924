"""Words of the plan as HTML with everything recognised in them marked and linked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from lantu.plan.message import Message
from lantu.web.gazette.items import KIND_WORD
from lantu.web.gazette.segments import Piece, nested, segments
from lantu.web.look.language import page_language

MARKS: dict[str, Message] = {
    "indicator": Message("指", "I"),
    "commitment": Message("诺", "C"),
    "task": Message("任", "T"),
    "project": Message("项", "P"),
    "system": Message("制", "S"),
    "unit": Message("单", "U"),
    "policy": Message("策", "D"),
    "fact": Message("实", "F"),
    "doubt": Message("疑", "?"),
    "finding": Message("查", "!"),
}
"""The small signs after marked words, as gazette.css and lantu.css set them."""
MARK_WORDS: dict[str, Message] = {
    **{kind.value: word for kind, word in KIND_WORD.items()},
    "doubt": Message("存疑", "doubt?"),
    "finding": Message("检查所见", "finding!"),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A run of words to mark.

    kind: a kind of item, "doubt", "finding", "lead" (a lead phrase, set bold, which leads nowhere) or "found" (words
    a finding speaks of, on its own page, where such runs never overlap).
    address: where its words lead, "" for nowhere. anchor: its id on the page, "" for none.
    is_doubted: whether the reader was not sure of the item. name: what it is called, to find its cell in a table row.
    others: ids of more items in the very same words.
    """

    start: int
    end: int
    kind: str
    address: str = ""
    anchor: str = ""
    is_doubted: bool = False
    name: str = ""
    others: tuple[str, ...] = ()


def marked(text: str, marks: Sequence[Mark]) -> SafeString:
    """Return the text as HTML; runs that overlap are nested, each stretch leads where its innermost run leads."""
    if not marks:
        return escape(text)
    tree = nested(segments(text, [(mark.start, mark.end) for mark in marks]))
    # Every piece of text and every address is escaped below.
    return mark_safe("".join(_shown(part, marks, "") for part in tree))  # noqa: S308


def _shown(part: str | Piece, marks: Sequence[Mark], address: str) -> str:
    if isinstance(part, str):
        return f'<a class="run" href="{escape(address)}">{escape(part)}</a>' if address else escape(part)
    mark = marks[part.span]
    anchor = f' id="{escape(mark.anchor)}"' if mark.anchor and part.is_first else ""
    more = "".join(f'<span id="{escape(other)}"></span>' for other in mark.others) if part.is_first else ""
    return more + _element(part, mark, anchor, marks, address)


def _element(part: Piece, mark: Mark, anchor: str, marks: Sequence[Mark], address: str) -> str:
    if mark.kind == "lead":
        inner = "".join(_shown(inside, marks, address) for inside in part.parts)
        return f"<b{anchor}>{inner}</b>"
    if mark.kind == "found":
        inner = "".join(_shown(inside, marks, "") for inside in part.parts)
        return f'<a class="found" href="{escape(mark.address)}">{inner}</a>'
    about = f'class="item" data-kind="{mark.kind}"{" data-doubt" if mark.is_doubted else ""}'
    if not part.is_last:
        about += " data-goes-on"
    if all(isinstance(inside, str) for inside in part.parts) and mark.address:
        inner = "".join(escape(inside) for inside in part.parts)
        return f'<a {about}{anchor} href="{escape(mark.address)}">{inner}</a>'
    inner = "".join(_shown(inside, marks, mark.address or address) for inside in part.parts)
    if mark.address and part.is_last and not _has_words_of_its_own(part):
        # Other runs cover every word of it: its mark alone leads there.
        sign, word = MARKS[mark.kind], MARK_WORDS[mark.kind].into(page_language())
        inner += f'<a class="also" href="{escape(mark.address)}" aria-label="{word}">{sign.into(page_language())}</a>'
    return f"<span {about}{anchor}>{inner}</span>"


def _has_words_of_its_own(part: Piece) -> bool:
    return any(isinstance(inside, str) for inside in part.parts)
