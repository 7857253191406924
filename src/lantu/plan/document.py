"""A document as Lantu sees it: numbered blocks of text, whatever the file's format."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from lantu.plan.citation import Citation


class BlockKind(StrEnum):
    """What the file says a block is; a text file says only paragraph."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table row.

    text: the words; for a cell that a vertical merge continues, the words of the cell it continues.
    start, end: its offsets in the block's text (an empty run for a continued cell).
    column: the first grid column it stands in, from 0; columns: how many it spans.
    continued: whether a vertical merge continues it from the row above.
    """

    text: str
    start: int
    end: int
    column: int
    columns: int = 1
    continued: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One line of a text file, or one element of another format in document order.

    number: from 1, in document order.
    level: heading level from 1 where the file itself says so, else 0.
    table: number of the table a row belongs to, from 1; 0 outside tables.
    cells: the cells of a table row, left to right; empty outside tables.
    page: the page it begins on, from 1, where the file has pages; None where it has none.
    page_turns: offsets in the text from which on it stands on the next page.
    """

    number: int
    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    table: int = 0
    cells: tuple[Cell, ...] = ()
    page: int | None = None
    page_turns: tuple[int, ...] = ()

    def page_at(self, offset: int) -> int | None:
        """Return the page that the character at an offset stands on, or None where the file has no pages."""
        return None if self.page is None else self.page + sum(turn <= offset for turn in self.page_turns)

    def cite(self, start: int = 0, end: int | None = None) -> Citation:
        """Return the citation of `text[start:end]`; the whole block by default."""
        end = len(self.text) if end is None else end
        return Citation(self.number, start, end, self.text[start:end])


@dataclass(frozen=True, slots=True)
class Document:
    """A file's text in blocks, and what identifies the file.

    name: the file's name without its folder.
    sha256: hex digest of the file's bytes.
    language: "zh", "en" or another ISO 639-1 code; "und" where it cannot be told.
    unread: pages that could not be read because they are pictures, from 1.
    """

    name: str
    sha256: str
    blocks: tuple[Block, ...]
    title: str = ""
    language: str = "und"
    format: str = "text"
    unread: tuple[int, ...] = ()
    _by_number: dict[int, Block] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self._by_number.update((block.number, block) for block in self.blocks)

    def block(self, number: int) -> Block | None:
        """Return the block with this number, or None."""
        return self._by_number.get(number)
