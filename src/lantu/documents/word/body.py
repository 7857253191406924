"""The body of a Word document, walked in document order into blocks."""

from __future__ import annotations

from collections.abc import Iterator

from lantu.documents.content import Content
from lantu.documents.row import GridCell, has_words, table_row
from lantu.documents.word.markup import Element, W, number, value
from lantu.documents.word.numbering import Numbering
from lantu.documents.word.runs import alternative, words_of
from lantu.documents.word.styles import Style, Styles
from lantu.plan.document import Block, BlockKind

# What only wraps blocks or rows: content controls, custom XML, insertions and moves.
_WRAPPERS = frozenset(W + tag for tag in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_PARAGRAPH, _TABLE, _ROW, _CELL = (W + tag for tag in ("p", "tbl", "tr", "tc"))
_WIDEST = 1000  # grid columns


class Walk:
    """A walk over the blocks of a document; made for one document and walked once.

    title: the words of the first paragraph in the style Title, once they were passed.
    """

    def __init__(self, content: Content, styles: Styles, numbering: Numbering) -> None:
        self._content = content
        self._styles = styles
        self._numbering = numbering
        self._number = 0
        self._table = 0
        self.title = ""
        self._unended = ""  # text before a deleted paragraph mark: it runs on into the next paragraph

    def blocks(self, parent: Element) -> Iterator[Block]:
        """Yield the blocks below an element.

        Every paragraph and every row counts in the numbers; those without words give no block. A table of
        one column is a frame, as 专栏 are printed: its paragraphs are read as paragraphs.
        """
        for child in _unwrapped(parent):
            if child.tag == _PARAGRAPH:
                yield from self._paragraph(child)
            elif child.tag == _TABLE:
                rows = list(_rows(child))
                if all(len(cells) == 1 for _, cells in rows):
                    for _, cells in rows:
                        yield from self.blocks(cells[0])
                else:
                    yield from self._table_rows(rows)

    def notes(self, root: Element) -> Iterator[Block]:
        """Yield the footnotes or endnotes of a document, each as one block."""
        for note in root:
            if note.get(W + "type", "normal") == "normal":
                number = self._next()
                if text := self._flat(note):
                    yield Block(number, text, BlockKind.NOTE)

    def _next(self) -> int:
        self._number += 1
        self._content.bound(self._number)
        return self._number

    def _paragraph(self, paragraph: Element) -> Iterator[Block]:
        position = self._next()
        words = words_of(paragraph)
        text = self._unended + words.text
        self._unended = ""
        properties = paragraph.find(W + "pPr")
        if _mark_deleted(properties):
            self._unended = text
        elif not text.isspace() and text:
            style = self._styles[value(properties, "pStyle", self._styles.default)]
            level = self._level(properties, style)
            automatic, listed = self._automatic(properties, style)
            kind = BlockKind.LIST_ITEM if listed else BlockKind.PARAGRAPH
            if level or style.title:
                kind, text = BlockKind.HEADING, text.replace("\n", " ")
            if style.title and not self.title:
                self.title = text.strip()
            yield Block(position, automatic + text.strip("\n"), kind, level)
        for box in words.boxes:
            yield from self.blocks(box)

    def _level(self, properties: Element | None, style: Style) -> int:
        outline = number(properties, "outlineLvl", -1)
        if 0 <= outline <= 8:
            return outline + 1
        return 0 if outline == 9 else style.level

    def _automatic(self, properties: Element | None, style: Style) -> tuple[str, bool]:
        """Return the number printed before a paragraph, and whether it is of a list at all."""
        direct = None if properties is None else properties.find(W + "numPr")
        key, depth, owner = value(direct, "numId"), number(direct, "ilvl", -1), ""
        if not key:
            key, owner = style.list, style.list_owner
            depth = depth if depth >= 0 else -1 if style.depth is None else style.depth
        if not key or key == "0":
            return "", False
        if owner and depth < 0:
            bound = self._numbering.level_of_style(key, owner)
            depth = -1 if bound is None else bound
        return self._numbering.advance(key, max(depth, 0)), True

    def _table_rows(self, rows: list[tuple[int, list[Element]]]) -> Iterator[Block]:
        self._table += 1
        above: dict[int, str] = {}  # words by grid column, for cells that a merge continues
        for skipped, elements in rows:
            cells: list[GridCell] = []
            column = skipped
            here: dict[int, str] = {}
            for element in elements:
                properties = element.find(W + "tcPr")
                span = min(max(number(properties, "gridSpan", 1), 1), _WIDEST)
                if cells and value(properties, "hMerge", _absent(properties, "hMerge")) == "continue":
                    cells[-1] = GridCell(cells[-1].text, cells[-1].columns + span, cells[-1].continued)
                else:
                    merge = value(properties, "vMerge", _absent(properties, "vMerge"))
                    continued = merge == "continue" and column in above
                    text = above[column] if continued else self._flat(element)
                    cells.append(GridCell(text, span, continued))
                    here[column] = text
                column += span
            above = here
            position = self._next()
            if has_words(cells):
                yield table_row(position, self._table, cells, skipped)

    def _flat(self, parent: Element) -> str:
        """The words of a cell or a note on one line, automatic numbers included."""
        texts: list[str] = []
        for child in _unwrapped(parent):
            if child.tag == _PARAGRAPH:
                properties = child.find(W + "pPr")
                style = self._styles[value(properties, "pStyle", self._styles.default)]
                automatic, _ = self._automatic(properties, style)
                words = words_of(child)
                texts.append((automatic + words.text.replace("\n", " ")).strip())
                texts.extend(self._flat(box) for box in words.boxes)
            elif child.tag == _TABLE:
                texts.extend(self._flat(cell) for _, cells in _rows(child) for cell in cells)
        return " ".join(text for text in texts if text)


def _unwrapped(parent: Element) -> Iterator[Element]:
    for child in parent:
        if child.tag in _WRAPPERS:
            yield from _unwrapped(child)
        elif child.tag == _ALTERNATIVES:
            yield from _unwrapped(alternative(child))
        else:
            yield child


def _rows(table: Element) -> Iterator[tuple[int, list[Element]]]:
    """Yield each row that is not deleted: how many grid columns it skips at its left, and its cells."""
    for row in _unwrapped(table):
        if row.tag != _ROW:
            continue
        properties = row.find(W + "trPr")
        if properties is not None and properties.find(W + "del") is not None:
            continue
        if cells := [cell for cell in _unwrapped(row) if cell.tag == _CELL]:
            yield min(max(number(properties, "gridBefore", 0), 0), _WIDEST), cells


def _absent(properties: Element | None, merge: str) -> str:
    """What a merge means that names no value: it continues, where it is there at all."""
    return "continue" if properties is not None and properties.find(W + merge) is not None else ""


def _mark_deleted(properties: Element | None) -> bool:
    mark = None if properties is None else properties.find(W + "rPr")
    return mark is not None and (mark.find(W + "del") is not None or mark.find(W + "moveFrom") is not None)
