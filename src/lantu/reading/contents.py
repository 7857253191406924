"""The table of contents: its lines look like headings and are none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lantu.plan.document import Block
from lantu.reading.heading_mark import Mark, Style, mark_of
from lantu.reading.lexicon.furniture import CONTENTS_TITLE, PAGE_REFERENCE

_SIGNS = re.compile(r"[\W_]+")
# In a contents page copied from a PDF one blank is left before the page: Chapter 2 Vision 14.
_LATIN_PAGE = re.compile(r"(?<=[A-Za-z)’”])\s+\d{1,3}\s*$")
_LONGEST_ENTRY = 90
_LONGEST_LEADER = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: the block it is, its number, its title without the page."""

    block: Block
    mark: Mark | None
    title: str


def find_contents(blocks: Sequence[Block]) -> tuple[tuple[Entry, ...], frozenset[int]]:
    """Return the entries of the table of contents, and the numbers of all its blocks (its own title too).

    A table of contents is what follows a line that says so, as long as lines look like entries and the first of
    them does not come again; or, without such a line, a run of three lines that end in page numbers.
    """
    for place, block in enumerate(blocks[: len(blocks) // 2 + 20]):
        if CONTENTS_TITLE.fullmatch(block.text.strip()):
            entries, end = _entries(blocks, place + 1)
            if entries:
                return entries, frozenset(b.number for b in blocks[place:end])
            return (), frozenset({block.number})
    for place in range(len(blocks)):
        if _paged(blocks[place]) and all(map(_paged, blocks[place : place + 3])) and place + 3 <= len(blocks):
            entries, end = _entries(blocks, place)
            return entries, frozenset(b.number for b in blocks[place:end])
    return _repeated(blocks)


def key_of(mark: Mark | None, title: str) -> tuple[Style | None, int | None, str]:
    """Return what makes two headings the same: style, number and the letters of the title."""
    return (mark.style if mark else None, mark.value if mark else None, _SIGNS.sub("", title).lower())


def _entries(blocks: Sequence[Block], start: int) -> tuple[tuple[Entry, ...], int]:
    entries: list[Entry] = []
    place = start
    counts = Counter(_entry(block).title for block in blocks[start:])
    while place < len(blocks):
        block = blocks[place]
        text = block.text.strip()
        if not text:
            place += 1
            continue
        entry = _entry(block)
        paged = _page(block.text) is not None
        if entries and not paged and key_of(entry.mark, entry.title) == key_of(entries[0].mark, entries[0].title):
            break
        # An entry ends neither like a sentence nor far from the margin; one without number or page is one that
        # comes again as a heading.
        numbered = entry.mark is not None and entry.mark.style < Style.ORDINAL
        if len(text) > _LONGEST_ENTRY or "。" in text or not (paged or numbered or counts[entry.title] > 1):
            break
        entries.append(entry)
        place += 1
    return tuple(entries), place


def _entry(block: Block) -> Entry:
    text = block.text
    page = _page(text)
    if page is None:
        page = _LATIN_PAGE.search(text)
    text = text[: page.start()] if page else text
    mark = mark_of(text)
    return Entry(block, mark, text[mark.end if mark else 0 :].strip(" \t\u3000.．·…"))


def _page(text: str) -> re.Match[str] | None:
    """The page number that a line ends in; only the end is looked at, for a line may be all leaders."""
    return PAGE_REFERENCE.search(text, max(0, len(text) - _LONGEST_LEADER))


def _paged(block: Block) -> bool:
    return len(block.text) <= _LONGEST_ENTRY and "。" not in block.text and _page(block.text) is not None


def _repeated(blocks: Sequence[Block]) -> tuple[tuple[Entry, ...], frozenset[int]]:
    """A table of contents without title and pages: three numbered lines on end that all come again later."""
    lines = [block for block in blocks if block.text.strip()]
    entries = [_entry(block) for block in lines]
    keys = [key_of(entry.mark, entry.title) for entry in entries]
    last = {key: place for place, key in enumerate(keys)}
    run: list[Entry] = []
    for place, entry in enumerate(entries):
        again = entry.mark is not None and entry.mark.style <= Style.BRACKETED and bool(entry.title)
        if again and last[keys[place]] > place and keys[place] not in {key_of(e.mark, e.title) for e in run}:
            run.append(entry)
            continue
        if len(run) >= 3:
            break
        run = []
    if len(run) < 3:
        return (), frozenset()
    return tuple(run), frozenset(entry.block.number for entry in run)
