"""Headings of a text whose line breaks are lost: the contents at its beginning tell their titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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
_INNER = re.compile(r"\b(?:Section|Box)\s+\d{1,2}\s(?=[A-Z])")
_WORD = re.compile(r"\S+")
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "along",
        "among",
        "as",
        "at",
        "between",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "or",
        "over",
        "the",
        "through",
        "to",
        "toward",
        "towards",
        "under",
        "with",
        "within",
        "without",
    ]
)
_ITEM = re.compile(r"\d{1,2}\.|[§•●▪]")  # a list opens below the title of a box
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
    return tuple(sorted((*found, *_within_chapters(block, found)), key=lambda heading: heading.start))


def _within_chapters(block: Block, found: Sequence[Heading]) -> Iterator[Heading]:
    """The sections and boxes between the listed headings of an English text, which contents seldom list.

    A title goes on as long as its words have capitals; the sentence behind it begins with the last of them before the
    first word that has none and is no small word of titles (of, and, the).
    """
    taken = [(heading.start, heading.end) for heading in found]
    for match in _INNER.finditer(block.text, found[0].start if found else len(block.text)):
        mark = mark_of(block.text, match.start())
        if mark is None or any(start <= mark.start < end for start, end in taken):
            continue
        end = _capitals_end(block.text, mark.end)
        if end > mark.end:
            title, how = tidy(block.text[mark.end : end]), Phenomenon.HEADING_RUN_INTO_TEXT
            yield Heading(block, mark, title, mark.start, end, rest=True, how=how)


def _capitals_end(text: str, start: int) -> int:
    """Where a title in capitals ends; `start` where none can be told."""
    ends: list[tuple[int, int]] = []
    place = start
    for word in _WORD.finditer(text, start, start + _LONGEST_TITLE):
        if ends and _ITEM.fullmatch(word[0]):
            return ends[-1][1]
        small = word[0].strip(",").lower() in _SMALL
        if not small and not word[0][:1].isupper() and not word[0][:1].isdigit() and word[0][:1] not in "“(&":
            break
        ends.append((word.start(), word.end()))
        if word[0][-1:] in ".:;!?§•":
            return start
        place = word.end()
    else:
        return start
    while ends and text[ends[-1][0]].islower():  # in line with: small words before the break belong to the sentence
        ends.pop()
    if len(ends) < 2 or place == start:
        return start
    ends.pop()  # the capital that begins the sentence
    while ends and text[ends[-1][0] : ends[-1][1]].lower() in _SMALL:
        ends.pop()
    return ends[-1][1] if ends else start


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
