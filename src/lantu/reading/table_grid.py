"""Tables of a document as grids of cells, whether the file says they are tables or only draws them with signs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lantu.plan.document import Block, BlockKind, Document
from lantu.reading.phenomenon import Phenomenon

_HAN = r"\u3400-\u4dbf\u4e00-\u9fff"
_BLANK_AT_HAN = re.compile(rf"(?<=[{_HAN}])\s+(?=[{_HAN}\w(（])|(?<=[)）\w])\s+(?=[{_HAN}])")
_RULE = re.compile(r"[\s|:+=_\-─━┄—│┼├┤┬┴┌┐└┘]+")
_BARS = str.maketrans("｜│┃", "|||")
_WIDE_GAP = re.compile(r"(?: {2,}|　+|\u00a0{2,})")
_STANDING_ALONE = re.compile(r"(?<=\s)(?:约束性|预期性|指导性|属性|指标属性|指标性质)(?=\s|$)")
_GROUP_LINE = re.compile(
    r"(?!表|图|专栏|续表|注|说明|.*完成情况)[^\d，。；：:;,.!?|]{2,20}|"
    r"[(（]?[一二三四五六七八九十]+[)）、.]\s*[^，。；：:;]{2,16}"
)
_PAGE_NUMBER = re.compile(r"[-—–·\s]*(?:第\s*)?\d{1,4}(?:\s*页)?[-—–·\s]*")
CONTINUED_CAPTION = re.compile(r"[(（]?\s*(?:续\s*(?:上\s*)?表|接上[页表]|continued)\s*\d*\s*[)）]?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell in its grid column.

    first: the column where the cell begins (a cell that spans columns stands in each of them).
    continued: whether a vertical merge continues it from the row above; then `text` is that cell's.
    """

    text: str
    first: int
    continued: bool = False


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row: the block it stands in, and one cell for each grid column."""

    block: Block
    cells: tuple[GridCell, ...]

    def text(self, column: int | None) -> str:
        """Return the words in a column, "" where the row has no such column."""
        return self.cells[column].text if column is not None and column < len(self.cells) else ""

    @property
    def distinct(self) -> tuple[str, ...]:
        """The words of the cells that have any, each cell once."""
        return tuple(c.text for i, c in enumerate(self.cells) if c.text and c.first == i)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its rows, and where among the document's blocks (by position, not number) they begin and end.

    form: how it is told to be a table.
    """

    rows: tuple[GridRow, ...]
    first: int
    last: int
    form: Phenomenon = Phenomenon.TABLE_OF_SIGNS

    @property
    def width(self) -> int:
        """The number of grid columns."""
        return max(len(row.cells) for row in self.rows)


def find_grids(document: Document) -> Iterator[Grid]:
    """Yield the tables of a document in order; rows that only draw a rule are left out."""
    rows: list[GridRow] = []
    first = last = table = 0
    framed = False
    blocks = document.blocks
    for position, block in enumerate(blocks):
        if not rows:
            framed = block.text.lstrip().startswith(("|", "｜"))
        cells = _cells(block, framed)
        if cells is None and rows and not table and position + 1 < len(blocks):
            cells = _group_line(block, blocks[position + 1], framed)
        if cells is None:
            if rows and not _is_idle(block):
                yield _grid(rows, first, last)
                rows = []
            continue
        if rows and block.table != table:
            yield _grid(rows, first, last)
            rows = []
        if not rows:
            first, table = position, block.table
        last = position
        if not _RULE.fullmatch(block.text) and cells:
            rows.append(GridRow(block, cells))
    if rows:
        yield _grid(rows, first, last)


def _grid(rows: Sequence[GridRow], first: int, last: int) -> Grid:
    of_file = bool(rows[0].block.cells)
    form = Phenomenon.TABLE_OF_THE_FILE if of_file else Phenomenon.TABLE_OF_SIGNS
    return Grid(tuple(rows), first, last, form)


def tidy(text: str) -> str:
    """Return a cell's words without idle blanks: those around the words, and those beside hanzi."""
    return _BLANK_AT_HAN.sub("", " ".join(text.split()))


def _is_idle(block: Block) -> bool:
    """Whether a block between two rows is only a page's number, a blank or the word for a continued table."""
    text = block.text.strip()
    return not text or bool(_PAGE_NUMBER.fullmatch(text) or CONTINUED_CAPTION.fullmatch(text))


def _group_line(block: Block, below: Block, framed: bool) -> tuple[GridCell, ...] | None:
    """A short line without any sign that parts cells, between two drawn rows: the name of a group of rows."""
    text = block.text.strip()
    if _GROUP_LINE.fullmatch(text) and not _is_idle(block) and not below.cells and _cells(below, framed):
        return (GridCell(tidy(text), 0),)
    return None


def _cells(block: Block, framed: bool) -> tuple[GridCell, ...] | None:
    """The cells of a block, None for ordinary text; framed: whether bars also stand at both ends of the lines."""
    if block.cells:
        return _of_file(block)
    if block.kind in (BlockKind.TABLE_ROW, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
        parts = _drawn(block.text, framed)
        if parts is not None:
            return tuple(GridCell(tidy(part), column) for column, part in enumerate(parts))
    return None


def _of_file(block: Block) -> tuple[GridCell, ...]:
    width = max(cell.column + cell.columns for cell in block.cells)
    row = [GridCell("", column) for column in range(width)]
    for cell in block.cells:
        text = tidy(cell.text)
        for column in range(cell.column, cell.column + cell.columns):
            row[column] = GridCell(text, cell.column, cell.continued)
    return tuple(row)


def _drawn(text: str, framed: bool) -> Sequence[str] | None:
    """The cells of a line that is drawn as a table row, or None for ordinary text."""
    line = text.translate(_BARS).strip(" \u3000\u00a0")
    if "|" in line:
        parts = line.split("|")
        if framed and line.startswith("|"):
            parts = parts[1:]
        if line.endswith("|") and parts:
            parts = parts[:-1]
        return parts if len(parts) > 1 and len(line) < 2000 else None
    if "\t" in line.strip("\t"):
        return line.split("\t")
    if len(line) > 200:
        return None
    parts = [part for part in _WIDE_GAP.split(line) if part]
    if len(parts) >= 3:
        return parts
    if _STANDING_ALONE.search(f" {line}"):
        parts = _joined_name(line.split())
        if len(parts) >= 3:
            return parts
    return None


def _joined_name(tokens: list[str]) -> list[str]:
    """Join the words of a name that single blanks broke: leading tokens without a digit belong together."""
    head = 1 if re.fullmatch(r"\d{1,2}[.、．]?", tokens[0]) else 0
    end = head + 1
    if any(re.search(r"\d{4}年?$", token) for token in tokens):
        return tokens
    while end < len(tokens) and re.fullmatch(rf"[{_HAN}]{{1,20}}[(（].+[)）]|[(（][^\d]+[)）]", tokens[end]):
        end += 1
    return [*tokens[:head], "".join(tokens[head:end]), *tokens[end:]]
