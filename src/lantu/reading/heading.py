"""A heading as it was found, and how its title is written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lantu.plan.document import Block
from lantu.reading.heading_mark import Mark, Style

_SPACED_HAN = re.compile(r"(?<=[\u4e00-\u9fff“”（）])[ \t\u3000\u00a0]+(?=[\u4e00-\u9fff“”（）])")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as found: its number, its title, and the run of its block that both take up.

    rest: whether running text follows it in the same block. joined: number of the next block where the title goes on,
    else 0. top: whether it is one of the words (前言, 结语) that stand beside the chapters without a number.
    """

    block: Block
    mark: Mark | None
    title: str
    start: int
    end: int
    rest: bool = False
    joined: int = 0
    top: bool = False

    @property
    def style(self) -> Style:
        """The style of its number."""
        return self.mark.style if self.mark else Style.NONE


def tidy(title: str) -> str:
    """Return a title without the blanks that spread its letters, and without dangling signs."""
    parts = title.split()
    if len(parts) > 2 and all(len(part) == 1 for part in parts):
        return "".join(parts)
    return _SPACED_HAN.sub(" ", " ".join(parts)).strip(" .．·：:")
