"""Where an indicator stands in the plan: its sentence or its row of a table."""

from __future__ import annotations

from dataclasses import dataclass

from lantu.plan.indicator import Indicator
from lantu.plan.reading import Reading


@dataclass(frozen=True, slots=True)
class Quote:
    """The plan's own words: before, the marked run, after; or the cells of a table row, with their heads.

    block: number of the block, for a link into the document.
    """

    block: int
    before: str
    marked: str
    after: str
    cells: tuple[tuple[str, str], ...]


def quote_of(reading: Reading, indicator: Indicator) -> Quote | None:
    """Return the words an indicator was read from; None for plans that came without a document."""
    source = indicator.source
    if source is None:
        return None
    block = reading.document.block(source.block) if reading.document else None
    if block is None:
        return Quote(source.block, "", source.quote, "", ())
    if block.cells:
        heads = _heads(reading, block.number, block.table)
        cells = tuple((heads.get(cell.column, ""), cell.text.strip()) for cell in block.cells if cell.text.strip())
        return Quote(block.number, "", "", "", cells)
    start, end = _sentence(block.text, source.start, source.end)
    return Quote(
        block.number, block.text[start : source.start], block.text[source.start : source.end],
        block.text[source.end : end], (),
    )  # fmt: skip


def _heads(reading: Reading, number: int, table: int) -> dict[int, str]:
    """The first row of the table, by column."""
    assert reading.document is not None
    first = next((b for b in reading.document.blocks if b.table == table and b.cells), None)
    if first is None or first.number == number:
        return {}
    return {cell.column: cell.text.strip() for cell in first.cells}


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentence around a run."""
    stops = "。；!！?？;\n"
    left = max((text.rfind(stop, 0, start) for stop in stops), default=-1) + 1
    rights = [at for stop in stops if (at := text.find(stop, end)) >= 0]
    return left, min(rights) + 1 if rights else len(text)
