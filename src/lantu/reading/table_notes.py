"""The notes below a table: what brackets and marks in it mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lantu.plan.document import Block, BlockKind

_OPENS = re.compile(r"\s*[(（]?(?:注释|注解|表注|备注|说明|注|notes?)\s*[:：.．]?\s*(?=[^\s意重销册入])", re.IGNORECASE)
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_NUMBERED = re.compile(rf"\s*(?:([{_CIRCLED}])|[(（]?(\d{{1,2}})\s*[.、．)）](?!\d))")
_MARKED = re.compile(r"\s*(?:[★☆*＊△▲※]|[\[〔﹝［【(（]\s*[\]〕﹞］】)）]|带\s*[★☆*＊]|标\s*[★☆*＊])")
_YEARLY_BRACKETS = re.compile(r"(?:[\[〔﹝［【(（]\s*[\]〕﹞］】)）]|括号)[内中里]?[^;；。]{0,8}年均")
_TOTAL_BRACKETS = re.compile(
    r"(?:[\[〔﹝［【(（]\s*[\]〕﹞］】)）]|括号)[内中里]?[^;；。]{0,12}(?:累计|合计|总[数量和])|"
    r"brackets[^.]{0,30}(?:cumulative|total)",
    re.IGNORECASE,
)
_STAR_YEAR = re.compile(r"[*＊][^;；。①-⑳]{0,14}?((?:19|20)\d{2})\s*年")
_STAR_ABOVE = re.compile(r"[*＊][^;；。①-⑳]{0,16}(?:国家|省|上级|上位|纲要)")


@dataclass(frozen=True, slots=True)
class TableNotes:
    """What the notes say.

    blocks: their numbers.
    brackets_total: True where bracketed figures are totals over the period, False where they are not, None where
    the notes say nothing.
    asterisk_year: the year of figures with an asterisk.
    asterisk_from_above: whether an asterisk marks indicators taken over from a plan above.
    """

    blocks: tuple[int, ...] = ()
    brackets_total: bool | None = None
    asterisk_year: int | None = None
    asterisk_from_above: bool = False


def read_notes(inside: Sequence[Block], below: Sequence[Block]) -> TableNotes:
    """Read the notes of a table: rows of it that are notes (`inside`), and the blocks that follow it (`below`)."""
    taken = [*inside, *_notes_below(below, started=bool(inside))]
    text = " ".join(block.text for block in taken)
    total = None
    if _TOTAL_BRACKETS.search(text):
        total = True
    elif _YEARLY_BRACKETS.search(text):
        total = False
    year = _STAR_YEAR.search(text)
    return TableNotes(
        tuple(block.number for block in taken), total, int(year[1]) if year else None, bool(_STAR_ABOVE.search(text))
    )


def is_note(text: str) -> bool:
    """Whether words open the notes of a table."""
    return bool(_OPENS.match(text))


def _notes_below(blocks: Sequence[Block], started: bool) -> list[Block]:
    taken: list[Block] = []
    number = 1 if started else 0
    for block in blocks:
        text = block.text.strip()
        if not text:
            continue
        if block.kind is BlockKind.HEADING or block.table or len(text) > 400:
            break
        opening = _OPENS.match(text)
        if not started and not opening and block.kind is not BlockKind.NOTE:
            break
        counted = _NUMBERED.match(text[opening.end() :] if opening else text)
        count = _count(counted) if counted else None
        if opening or block.kind is BlockKind.NOTE:
            started = True
        elif not (_MARKED.match(text) or (count is not None and count == number + 1)):
            break
        number = count if count is not None else number
        taken.append(block)
    return taken


def _count(match: re.Match[str]) -> int:
    return _CIRCLED.index(match[1]) + 1 if match[1] else int(match[2])
