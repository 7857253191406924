"""What runs along the edges of pages: heads, feet and page numbers, told by coming again at the same place."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from lantu.documents.pdf.lines import Line
from lantu.documents.pdf.printed import PrintedPage

_EDGE = 0.14  # of the page's height; heads and feet stand within it
_ROWS = 2  # outermost rows of an edge that may be running
_ROOM = 2.0  # sizes between a head or foot and the text
_OFTEN = 3  # pages
_SAME_PLACE = 4.0  # points
_DIGITS = re.compile(r"\d+")
# What a browser prints along the edges of a page.
_STAMP = re.compile(r"(?:https?|file)://\S+|\d{1,4}/\d{1,2}/\d{1,4},? \d{1,2}:\d{2}(?: ?[AP]M)?")
_PAGE_NUMBER = re.compile(
    r"[\s\-—–−_·•~～|/]*(?:第\s*|[Pp](?:age|\.)\s*)?(\d{1,4}|[ivxlc]{1,7}|[IVXLC]{1,7})\s*(?:页)?"
    r"(?:\s*(?:/|of|，|,|\s)\s*(?:共\s*)?\d{1,4}\s*(?:页)?)?[\s\-—–−_·•~～|/]*"
)


def running(pages: Sequence[tuple[PrintedPage, Sequence[Line]]]) -> set[int]:
    """Return the `id` of each line that is of the page and not of the text.

    A line in the outermost two rows of a page's edge is running where the same words, digits apart, come at the
    same height on three pages (two of a document of three); where most pages have such a line, what else stands
    at that height is running too; and page numbers are where they count with the pages.
    """
    edges: list[tuple[PrintedPage, Line, float]] = []
    for page, lines in pages:
        for line in _outermost(page, lines):
            from_edge = line.base if line.base < page.height / 2 else line.base - page.height
            edges.append((page, line, from_edge))
    found: set[int] = set()
    often = _OFTEN if len(pages) > 3 else 2
    by_words: dict[str, list[tuple[PrintedPage, Line, float]]] = defaultdict(list)
    for edge in edges:
        text = edge[1].text
        by_words[text if _PAGE_NUMBER.fullmatch(text) else _DIGITS.sub("#", text)].append(edge)
    heights: Counter[int] = Counter()
    for same in by_words.values():
        for _, line, place in same:
            near = {other.number for other, _, there in same if abs(there - place) <= _SAME_PLACE}
            if len(near) >= often:
                found.add(id(line))
                heights[round(place)] += 1
    offsets: Counter[int] = Counter(
        int(match[1]) - page.number
        for page, line, _ in edges
        if (match := _PAGE_NUMBER.fullmatch(line.text)) and match[1].isdigit()
    )
    for page, line, place in edges:
        match = _PAGE_NUMBER.fullmatch(line.text)
        counted = match and (not match[1].isdigit() or offsets[int(match[1]) - page.number] >= min(2, len(pages)))
        usual = sum(heights[round(place) + off] for off in (-1, 0, 1)) >= 0.5 * len(pages) >= 1.5
        if counted or usual or _STAMP.fullmatch(line.text):
            found.add(id(line))
    return found


def _outermost(page: PrintedPage, lines: Sequence[Line]) -> list[Line]:
    """The lines at the edges of a page that stand off from its text: by room, or by their size."""
    chosen: list[Line] = []
    for edge, inwards in ((0.0, 1), (page.height, -1)):
        rows: list[list[Line]] = []
        for line in sorted(lines, key=lambda line: inwards * line.base):
            if rows and abs(rows[-1][0].base - line.base) <= 2:
                rows[-1].append(line)
            elif len(rows) > _ROWS:
                break
            else:
                rows.append([line])
        for count, (row, inner) in enumerate(pairwise([*rows, []]), start=1):
            if count > _ROWS or abs(row[0].base - edge) > _EDGE * page.height:
                break
            if not inner or _stands_off(row[0], inner[0]):
                chosen += [line for outer in rows[:count] for line in outer]
                break
    return chosen


def _stands_off(line: Line, inner: Line) -> bool:
    size = max(line.size, inner.size)
    return abs(line.base - inner.base) > _ROOM * size or abs(line.size - inner.size) > 0.08 * size
