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
    "section": Message("题", "H"),
}
"""The small signs after marked words, as gazette.css and lantu.css set them."""
MARK_WORDS: dict[str, Message] = {
    **{kind.value: word for kind, word in KIND_WORD.items()},
    "doubt": Message("存疑", "doubt?"),
    "finding": Message("检查所见", "finding!"),
    "section": Message("标题", "heading"),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A run of words to mark.

    kind: a kind of item, "doubt", "finding", "lead" (a lead phrase, set bold, which leads nowhere) or "found" (words
    a finding speaks of, on its own page, where such runs never overlap).
    address: where its words lead, "" for nowhere. anchor: its id on the page, "" for none.
    is_doubted: whether the reader was not sure of the item. name: what it is called, to find its cell in a table row.
    others: ids of more items in the very same words. state: what people decided of it, "" where that is not shown.
    """

    start: int
    end: int
    kind: str
    address: str = ""
    anchor: str = ""
    is_doubted: bool = False
    name: str = ""
    others: tuple[str, ...] = ()
    state: str = ""


def marked(text: str, marks: Sequence[Mark]) -> SafeString:
    """Return the text as HTML; runs that overlap are nested, each stretch leads where its innermost run leads."""
    if not marks:
        return escape(text)
    tree = nested(segments(text, [(mark.start, mark.end) for mark in marks]))
    # A sign that is not part of a sentence must be large enough to be hit.
    stands_alone = not any(isinstance(part, str) and _says_something(part) for part in tree)
    writer = _Writer(marks, " data-alone" if stands_alone else "")
    # The writer escapes every piece of text and every address.
    return mark_safe("".join(writer.shown(part, "") for part in tree))  # noqa: S308


class _Writer:
    """Writes words and pieces; what is within a run leads where the run leads unless it leads elsewhere itself."""

    def __init__(self, marks: Sequence[Mark], alone: str) -> None:
        self.marks, self.alone = marks, alone

    def shown(self, part: str | Piece, address: str) -> str:
        if isinstance(part, str):
            words = escape(part)
            return (
                f'<a class="run" href="{escape(address)}">{words}</a>' if address and _says_something(part) else words
            )
        mark = self.marks[part.span]
        if mark.kind == "found":
            return f'<a class="found" href="{escape(mark.address)}">{self._within(part, "")}</a>'
        anchor, others = "", ""
        if part.is_first:
            anchor = f' id="{escape(mark.anchor)}"' if mark.anchor else ""
            others = "".join(f'<span id="{escape(other)}"></span>' for other in mark.others)
        if mark.kind == "lead":
            return f"<b>{self._within(part, address)}</b>"
        about = f'class="item" data-kind="{mark.kind}"{" data-doubt" if mark.is_doubted else ""}'
        about += f' data-state="{mark.state}"' if mark.state else ""
        about += f"{'' if part.is_last else ' data-goes-on'}{anchor}"
        if mark.address and all(isinstance(inside, str) for inside in part.parts):
            return f'{others}<a {about} href="{escape(mark.address)}">{self._within(part, "")}</a>'
        inner = self._within(part, mark.address or address)
        if mark.address and part.is_last and not self._has_own_words(part):
            inner += self._sign(mark)
        return f"{others}<span {about}>{inner}</span>"

    def _within(self, part: Piece, address: str) -> str:
        return "".join(self.shown(inside, address) for inside in part.parts)

    def _has_own_words(self, part: Piece) -> bool:
        return any(
            _says_something(inside)
            if isinstance(inside, str)
            else self.marks[inside.span].kind == "lead" and self._has_own_words(inside)
            for inside in part.parts
        )

    def _sign(self, mark: Mark) -> str:
        """Where other runs cover every word of a run, its sign alone leads there."""
        word, sign = MARK_WORDS[mark.kind].into(page_language()), MARKS[mark.kind].into(page_language())
        return f'<a class="also"{self.alone} href="{escape(mark.address)}" aria-label="{word}">{sign}</a>'


def _says_something(words: str) -> bool:
    return any(sign.isalnum() for sign in words)
