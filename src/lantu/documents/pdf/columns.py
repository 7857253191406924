"""In which order a page is read: column after column, between what runs across them."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from lantu.documents.pdf.cells import PrintedTable
from lantu.documents.pdf.lines import Line

Piece = Line | PrintedTable
_FEWEST = 5  # pieces a column
_PROSE = 0.55  # of a column's width that its lines fill
_ACROSS = 0.4  # of the pieces: more of them cross no gutter
_STEP = 4.0  # points
_DEEPEST = 2  # so at most four columns


def in_reading_order(pieces: Sequence[Piece], depth: int = 0) -> list[list[Piece]]:
    """Return the pieces of a page in runs, each of one column from top to bottom.

    Columns are told by a gutter that most lines keep clear of, with lines of prose on both sides of it.
    """
    ordered = sorted(pieces, key=lambda piece: (piece.top, piece.x0))
    gutter = _gutter(ordered) if depth < _DEEPEST else None
    if gutter is None:
        return [ordered] if ordered else []
    runs: list[list[Piece]] = []
    left: list[Piece] = []
    right: list[Piece] = []

    def flush() -> None:
        for side in (left, right):
            runs.extend(in_reading_order(side, depth + 1))
            side.clear()

    for piece in ordered:
        if piece.x1 <= gutter:
            left.append(piece)
        elif piece.x0 >= gutter:
            right.append(piece)
        else:
            if left or right:
                flush()
                runs.append([])
            elif not runs:
                runs.append([])
            runs[-1].append(piece)
    flush()
    return [run for run in runs if run]


def _gutter(pieces: Sequence[Piece]) -> float | None:
    lines = [piece for piece in pieces if isinstance(piece, Line)]
    if len(lines) < 2 * _FEWEST:
        return None
    x0, x1 = min(line.x0 for line in lines), max(line.x1 for line in lines)
    best: tuple[int, float, float] | None = None
    place = x0 + 0.25 * (x1 - x0)
    while place < x0 + 0.75 * (x1 - x0):
        left = [line for line in lines if line.x1 <= place]
        right = [line for line in lines if line.x0 >= place]
        across = len(pieces) - len(left) - len(right)
        if len(left) >= _FEWEST and len(right) >= _FEWEST and across <= _ACROSS * len(pieces):
            a, b = max(line.x1 for line in left), min(line.x0 for line in right)
            prose = median(line.x1 - line.x0 for line in left) >= _PROSE * (a - x0) and median(
                line.x1 - line.x0 for line in right
            ) >= _PROSE * (x1 - b)
            wide = min(a - x0, x1 - b) >= 0.2 * (x1 - x0)
            beside = min(left[-1].base, right[-1].base) - max(left[0].base, right[0].base)
            if prose and wide and beside > 3 * lines[0].size and (best is None or (across, a - b) < best[:2]):
                best = (across, a - b, (a + b) / 2)
        place += _STEP
    return best[2] if best else None
