"""A heading as it was found, and how its title is written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lantu.plan.document import Block
from lantu.reading.heading_mark import Mark, Style
from lantu.reading.phenomenon import Phenomenon

_SPACED_HAN = re.compile(r"(?<=[\u4e00-\u9fff“”（）])[ \t\u3000\u00a0]+(?=[\u4e00-\u9fff“”（）])")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as found: its number, its title, and the run of its block that both take up.

    rest: whether running text follows it in the same block. joined: number of the next block where the title goes on,
    else 0. top: whether it is one of the words (前言, 结语) that stand beside the chapters without a number.
    how: how it was told to be one, where that is not its number. rank: of a title without a number that is a chapter
    (1) or a section (2), else 0. cut: whether its end was told from words, not signs.
    """

    block: Block
    mark: Mark | None
    title: str
    start: int
    end: int
    rest: bool = False
    joined: int = 0
    top: bool = False
    how: Phenomenon | None = None
    cut: bool = False
    rank: int = 0

    @property
    def style(self) -> Style:
        """The style of its number."""
        return self.mark.style if self.mark else Style.NONE

    @property
    def phenomenon(self) -> Phenomenon:
        """How it was told to be a heading."""
        if self.how is not None:
            return self.how
        if self.mark is None:
            return Phenomenon.LEAD_PHRASE
        latin = self.mark.text[:1].isascii() and self.mark.text[:1].isalpha()
        return Phenomenon.ENGLISH_HEADING if latin else _OF_STYLE.get(self.mark.style, Phenomenon.NUMBERED_HEADING)


_OF_STYLE = {
    Style.PART: Phenomenon.PART_CHAPTER_SECTION,
    Style.CHAPTER: Phenomenon.PART_CHAPTER_SECTION,
    Style.SECTION: Phenomenon.PART_CHAPTER_SECTION,
    Style.DECIMAL_ONE: Phenomenon.DECIMAL_HEADING,
    Style.DECIMAL_TWO: Phenomenon.DECIMAL_HEADING,
    Style.DECIMAL_THREE: Phenomenon.DECIMAL_HEADING,
    Style.ORDINAL: Phenomenon.FIRSTLY_SECONDLY,
    Style.DASHED: Phenomenon.DASHED_POINT,
    Style.BOX: Phenomenon.BOX,
}


def tidy(title: str) -> str:
    """Return a title without the blanks that spread its letters, and without dangling signs."""
    parts = title.split()
    if len(parts) > 2 and all(len(part) == 1 for part in parts):
        return "".join(parts)
    return _SPACED_HAN.sub(" ", " ".join(parts)).strip(" .．·：:")
