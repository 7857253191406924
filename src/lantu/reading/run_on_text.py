"""Headings of a text whose line breaks are lost: the contents at its beginning tell their titles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from lantu.plan.document import Block
from lantu.reading.heading import Heading, tidy
from lantu.reading.heading_mark import Mark, Style, mark_of
from lantu.reading.phenomenon import Phenomenon

LONG_BLOCK = 5_000
_MARK = re.compile(
    r"\b(?:PART|Part|CHAPTER|Chapter|SECTION|Section)\s+(?:[IVXLC]+|\d{1,3})\b"
    r"|第\s*[一二三四五六七八九十百\d]{1,4}\s*[篇章节]"
)
_LONGEST_TITLE = 200
_FEWEST = 4


def headings_within(block: Block) -> tuple[Heading, ...]:
    """Find the headings of a long block: each entry of its contents where it comes again with the same title.

    The contents are the first run of at least four marks with nothing but titles between them. A block without such
    a run gives none: its headings cannot be told from text.
    """
    marks = [mark for match in _MARK.finditer(block.text) if (mark := mark_of(block.text, match.start()))]
    run = _contents(marks)
    if not run:
        return ()
    titles = {_key(mark): _letters(block.text[mark.end : after.start]) for mark, after in pairwise(run)}
    last = _key(run[-1])
    titles[last] = _letters(block.text[run[-1].end : run[-1].end + _LONGEST_TITLE])
    found: list[Heading] = []
    for mark in marks[marks.index(run[-1]) + 1 :]:
        key = _key(mark)
        if key not in titles:
            continue
        end = _title_end(block.text, mark.end, titles[key], as_far_as_same=key == last)
        if end > mark.end:
            title, how = tidy(block.text[mark.end : end]), Phenomenon.HEADING_FROM_CONTENTS
            found.append(Heading(block, mark, title, mark.start, end, rest=True, how=how))
            del titles[key]
    return tuple(found)


def _contents(marks: Sequence[Mark]) -> list[Mark]:
    run: list[Mark] = []
    for mark in marks:
        if run and (mark.start - run[-1].end > _LONGEST_TITLE or _key(mark) in {_key(m) for m in run}):
            if len(run) >= _FEWEST:
                break
            run = []
        run.append(mark)
    return run if len(run) >= _FEWEST else []


def _title_end(text: str, start: int, letters: str, *, as_far_as_same: bool) -> int:
    """Where the words after a mark stop being those of the title; `start` where they are not.

    as_far_as_same: for the last entry, after which running text begins: the title is what both places share.
    """
    place, told = start, 0
    while place < len(text) and told < len(letters) and place - start < _LONGEST_TITLE:
        if text[place].isalnum():
            if text[place].lower() != letters[told]:
                break
            told += 1
        place += 1
    if told < len(letters) and not as_far_as_same:
        return start
    if told < len(letters):  # back to the end of the last whole word
        while place > start and text[place - 1].isalnum():
            place -= 1
    return place if told >= _FEWEST else start


def _key(mark: Mark) -> tuple[Style, int | None]:
    return mark.style, mark.value


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()
