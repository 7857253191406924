"""The pages of a PDF as the blocks of a document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from lantu.documents.pdf.aligned import with_tables
from lantu.documents.pdf.cells import PrintedTable, filled, keeps_words_whole
from lantu.documents.pdf.columns import in_reading_order
from lantu.documents.pdf.lines import Line, joined, lines_of, without_marks
from lantu.documents.pdf.notes import mark_of, note_text, notes_of
from lantu.documents.pdf.paragraphs import Paragraph, Placed, habits_of, is_bullet, paragraphs_of
from lantu.documents.pdf.printed import Glyph, PrintedPage
from lantu.documents.pdf.ruled import Grid, grids_of
from lantu.documents.pdf.running import running
from lantu.documents.pdf.spread import continued, goes_on
from lantu.documents.row import has_words, table_row
from lantu.plan.document import Block, BlockKind

_WORD = re.compile(r"[A-Za-z]{2,}")
_ALIKE = 0.08  # of the text's size: a line that much larger or smaller is none of the text
_ENOUGH_LINES = 8  # of a run, to tell the measure by


@dataclass(slots=True)
class _Sheet:
    """A page taken apart: its tables, the lines outside them, and the notes at its foot."""

    page: PrintedPage
    tables: list[PrintedTable]
    lines: list[Line]
    notes: list[list[Line]]


class Layout:
    """Pages laid out into blocks; given one after another, then asked once."""

    def __init__(self) -> None:
        self._sheets: list[_Sheet] = []
        self._boxes = 0
        self._sizes: Counter[float] = Counter()

    def add(self, page: PrintedPage) -> None:
        """Take a page apart; its glyphs are not kept."""
        self._sizes.update(round(glyph.size, 1) for glyph in page.glyphs if not glyph.text.isspace())
        grids = grids_of(page.rules)
        frames = [grid for grid in grids if len(grid.columns) == 2]
        drawn = [grid for grid in grids if len(grid.columns) > 2]
        drawn = [grid for grid in drawn if not any(other is not grid and _within(grid, other) for other in drawn)]
        inside: list[list[Glyph]] = [[] for _ in drawn]
        free: list[Glyph] = []
        for glyph in page.glyphs:
            home = next((held for grid, held in zip(drawn, inside, strict=True) if grid.holds(glyph.middle)), free)
            home.append(glyph)
        for grid, held in zip(drawn, inside, strict=True):
            if not keeps_words_whole(grid, held, page.number):  # the lines of a chart, or an ornament
                free += held
                held.clear()
        lines = lines_of(free, page.number)
        notes = notes_of(lines, page.rules, self._body_size(), page.height)
        noted = {id(line) for note in notes for line in note}
        marks = frozenset(mark_of(note[0]) for note in notes)
        tables = [filled(grid, held, page.number, marks) for grid, held in zip(drawn, inside, strict=True)]
        lines = [self._boxed(without_marks(line, marks), frames) for line in lines if id(line) not in noted]
        self._boxes += sum(len(frame.rows) for frame in frames)
        page.glyphs = []
        tables = [table for table in tables if any(has_words(row.cells) for row in table.rows)]
        self._sheets.append(_Sheet(page, tables, lines, notes))

    def _boxed(self, line: Line, frames: Sequence[Grid]) -> Line:
        """The line, told which frame it stands in."""
        point = ((line.x0 + line.x1) / 2, line.base - 0.35 * line.size)
        box = self._boxes
        smallest: tuple[float, int] | None = None
        for frame in frames:
            for row in range(len(frame.rows) - 1):
                box += 1
                if frame.x0 <= point[0] <= frame.x1 and frame.rows[row] <= point[1] < frame.rows[row + 1]:
                    area = (frame.x1 - frame.x0) * (frame.rows[row + 1] - frame.rows[row])
                    smallest = min(smallest or (area, box), (area, box))
            box += 1
        return replace(line, box=smallest[1]) if smallest else line

    def blocks(self) -> tuple[Block, ...]:
        """Return the blocks of all pages."""
        dropped = running([(sheet.page, sheet.lines) for sheet in self._sheets])
        body = self._body_size()
        notes: list[list[Line]] = []
        flow: list[Placed | PrintedTable] = []
        runs = 0
        for sheet in self._sheets:
            lines = [line for line in sheet.lines if id(line) not in dropped]
            notes += sheet.notes
            for run in in_reading_order([*lines, *sheet.tables]):
                flow += _placed(run, runs, body)
                runs += 1
        flow = self._with_common_measure(flow)
        return self._told(flow, notes, body)

    def _body_size(self) -> float:
        """The size that most glyphs have so far."""
        return self._sizes.most_common(1)[0][0] if self._sizes else 12.0

    def _with_common_measure(self, flow: Sequence[Placed | PrintedTable]) -> list[Placed | PrintedTable]:
        """Lines of short runs given the measure that full pages have."""
        by_run: Counter[int] = Counter(placed.run for placed in flow if isinstance(placed, Placed))
        full = {
            placed.run: (placed.left, placed.right)
            for placed in flow
            if isinstance(placed, Placed) and not placed.line.box
        }
        measures = [right - left for run, (left, right) in full.items() if by_run[run] >= _ENOUGH_LINES]
        lefts = [left for run, (left, _) in full.items() if by_run[run] >= _ENOUGH_LINES]
        if not measures:
            return list(flow)
        measure, left = median(measures), median(lefts)
        result: list[Placed | PrintedTable] = []
        for piece in flow:
            if isinstance(piece, Placed) and not piece.line.box and by_run[piece.run] < _ENOUGH_LINES:
                edge = left if abs(piece.left - left) < 0.5 * measure else piece.left
                edge = min(edge, piece.left)
                piece = replace(piece, left=edge, right=max(piece.right, edge + measure))
            result.append(piece)
        return result

    def _told(
        self, flow: Sequence[Placed | PrintedTable], notes: Sequence[Sequence[Line]], body: float
    ) -> tuple[Block, ...]:
        lines = [piece for piece in flow if isinstance(piece, Placed)]
        known = frozenset(word.lower() for placed in lines for word in _WORD.findall(placed.line.text))
        habits = habits_of(lines, body)
        blocks: list[Block] = []
        table: PrintedTable | None = None
        tables = 0
        waiting: list[Placed] = []

        def number() -> int:
            return len(blocks) + 1

        def tell_lines() -> None:
            for paragraph in paragraphs_of(waiting, habits):
                blocks.append(_block(number(), paragraph, known))
            waiting.clear()

        def tell_table() -> None:
            nonlocal table, tables
            if table is not None:
                tables += 1
                for row in table.rows:
                    if has_words(row.cells):
                        blocks.append(replace(table_row(number(), tables, row.cells), page=row.page))
                table = None

        for piece in flow:
            if isinstance(piece, Placed):
                tell_table()
                waiting.append(piece)
            elif table is not None and goes_on(table, piece):
                table = continued(table, piece)
            else:
                tell_lines()
                tell_table()
                table = piece
        tell_table()
        tell_lines()
        for note in notes:
            text = ""
            for paragraph in [Paragraph([Placed(line, line.x0, line.x1, 0) for line in note])]:
                text, _ = paragraph.text(known)
            blocks.append(Block(number(), note_text(text), BlockKind.NOTE, page=note[0].page))
        return tuple(block for block in blocks if block.text.strip())


def _block(number: int, paragraph: Paragraph, known: frozenset[str]) -> Block:
    text, turns = paragraph.text(known)
    kind = BlockKind.PARAGRAPH
    if bullet := is_bullet(text):
        kind = BlockKind.LIST_ITEM
        text = text[bullet.end() :]
        turns = tuple(max(0, turn - bullet.end()) for turn in turns)
    return Block(number, text, kind, page=paragraph.first.page, page_turns=turns)


def _placed(run: Sequence[Line | PrintedTable], number: int, body: float) -> list[Placed | PrintedTable]:
    """The pieces of one column, those of one baseline joined, each line with the column's edges."""
    pieces: list[Line | PrintedTable] = []
    rows: list[list[Line]] = []

    def tell_rows() -> None:
        for row in with_tables([sorted(row, key=lambda line: line.x0) for row in rows]):
            pieces.append(row if isinstance(row, PrintedTable) else joined(row))
        rows.clear()

    for piece in run:
        if isinstance(piece, PrintedTable):
            tell_rows()
            pieces.append(piece)
        elif rows and abs(piece.base - rows[-1][0].base) < 0.3 * body and piece.box == rows[-1][0].box:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    tell_rows()
    edges: dict[int, tuple[float, float]] = {}
    lines = [piece for piece in pieces if isinstance(piece, Line)]
    set_in_body = {line.box for line in lines if abs(line.size - body) <= _ALIKE * body}
    for line in lines:
        if abs(line.size - body) <= _ALIKE * body or line.box not in set_in_body:  # a title reaches where it likes
            left, right = edges.get(line.box, (line.x0, line.x1))
            edges[line.box] = min(left, line.x0), max(right, line.x1)
    return [Placed(piece, *edges[piece.box], number) if isinstance(piece, Line) else piece for piece in pieces]


def _within(inner: Grid, outer: Grid) -> bool:
    return (
        inner.x0 >= outer.x0 - 1
        and inner.x1 <= outer.x1 + 1
        and inner.top >= outer.top - 1
        and inner.bottom <= outer.bottom + 1
    )
