"""What a file holds before it is a document: its bytes, and its text where it has any."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from lantu.documents.charset import decoded
from lantu.plan.document import Block
from lantu.plan.fault import Fault

# A plan of a nation has some thousands of blocks; the bound only keeps memory in hand.
MOST_BLOCKS = 1_000_000

# Characters that say nothing to a reader: C0 without the tab, DEL, C1.
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f]")


@dataclass(frozen=True)
class Content:
    """The bytes of a file and the name it goes by in messages."""

    name: str
    data: bytes

    @cached_property
    def text(self) -> str | None:
        """The bytes as text, or None where they are not the text of any known encoding."""
        return decoded(self.data)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text, without their ends; `\\r\\n`, `\\n` and `\\r` end a line.

        Raises Fault where there are more lines than a document may have.
        """
        text = (self.text or "").replace("\r\n", "\n").replace("\r", "\n")
        self.bound(text.count("\n"))
        return text.split("\n")

    def bound(self, blocks: int) -> None:
        """Raise Fault where a document of this many blocks would be too large to hold."""
        if blocks > MOST_BLOCKS:
            raise Fault(
                f"“{self.name}”太大：超过 {MOST_BLOCKS:,} 行或段。请只保留规划正文，或拆成几个文件。",
                f"“{self.name}” is too large: more than {MOST_BLOCKS:,} lines or paragraphs. "
                "Keep only the plan's own text, or split the file.",
            )


@dataclass(frozen=True, slots=True)
class Body:
    """What a format reads out of a file: its blocks, and the title the file itself states.

    unread: pages that are pictures without text, from 1.
    """

    blocks: tuple[Block, ...]
    title: str = ""
    unread: tuple[int, ...] = ()


def printable(text: str) -> str:
    """Return the text without control characters; everything else, tabs too, stays exactly."""
    return _CONTROL.sub("", text)
