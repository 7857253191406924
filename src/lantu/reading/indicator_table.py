"""The indicators of a document, read from its indicator tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import merge

from lantu.plan.citation import Citation
from lantu.plan.document import Block, Document
from lantu.plan.ground import Step
from lantu.plan.identity import Identities
from lantu.plan.indicator import Baseline, Growth, Indicator, Target, TargetForm
from lantu.plan.message import Message
from lantu.plan.period import Period
from lantu.plan.quantity import Comparator
from lantu.plan.reading import Doubt
from lantu.reading.cell_lines import find_cell_lines
from lantu.reading.direction import direction_of
from lantu.reading.flat_table import find_flat_tables
from lantu.reading.grounds import Grounds
from lantu.reading.phenomenon import Phenomenon
from lantu.reading.table_cell import CellValue, read_cell
from lantu.reading.table_grid import Grid, GridRow, find_grids
from lantu.reading.table_guess import guess_header
from lantu.reading.table_header import Header, Role, read_header
from lantu.reading.table_notes import TableNotes, is_note, read_notes
from lantu.reading.table_rows import IndicatorRow, indicator_rows
from lantu.reading.target_form import bound_of_words, comparator_of, form_of, growth_kind_of, relative_to

_FLAT = 400  # characters: a line that may hold a whole table run together
_GROUPING = (Phenomenon.GROUP_ROW, Phenomenon.GROUP_COLUMN)


@dataclass(frozen=True, slots=True)
class _Table:
    """An indicator table: its header, its rows without headers and notes, and its notes.

    form: how it is told to be a table. continues: whether it goes on with the table before it; headless: without a
    header of its own.
    """

    header: Header
    rows: tuple[GridRow, ...]
    notes: TableNotes
    blocks: tuple[int, ...]
    form: Phenomenon
    continues: bool = False
    headless: bool = False

    @property
    def steps(self) -> tuple[Step, ...]:
        """What made it a table."""
        told = {
            Phenomenon.TWO_HEADER_ROWS: self.header.depth > 1,
            Phenomenon.NO_HEADER: self.header.guessed,
            Phenomenon.TABLE_OVER_PAGES: self.headless,
        }
        return (Step(self.form), *(Step(phenomenon) for phenomenon, holds in told.items() if holds))


def find_indicators(
    document: Document, period: Period | None, identities: Identities, grounds: Grounds
) -> tuple[tuple[Indicator, ...], tuple[Doubt, ...], frozenset[int]]:
    """Find the indicators of a document, what is in doubt about them, and the blocks their tables take up.

    period: the plan's period, which tells base years from target years; None where it is not known.
    """
    indicators: list[Indicator] = []
    doubts: list[Doubt] = []
    blocks: set[int] = set()
    group, grouped = "", tuple[Step, ...]()
    for table in _tables(document, period):
        blocks.update(table.blocks)
        if table.header.guessed:
            doubts.append(_no_header(table))
        before = (group, grouped) if table.continues else ("", ())
        for row in indicator_rows(table.rows, table.header, *before):
            group, grouped = row.group, tuple(step for step in row.steps if step.rule in _GROUPING)
            indicators.append(_indicator(row, table, period, identities, grounds))
    for block in document.blocks:
        if len(block.text) > _FLAT and not block.cells:
            for flat in find_flat_tables(block, period):
                table = _Table(flat.header, (), TableNotes(), (), Phenomenon.TABLE_RUN_TOGETHER)
                indicators.extend(_indicator(row, table, period, identities, grounds) for row in flat.rows)
                doubts.append(_run_together(block, flat.rows[0].source))
    doubts.extend(_named_twice(indicators))
    return tuple(indicators), tuple(doubts), frozenset(blocks)


def _tables(document: Document, period: Period | None) -> Iterator[_Table]:
    last: _Table | None = None
    end = -1
    for grid in merge(find_grids(document), find_cell_lines(document), key=lambda grid: grid.first):
        caption = _caption(document, grid)
        start, header = _header(grid, caption, period)
        continues = headless = False
        if (
            header is None
            and last is not None
            and _follows(document, end, grid)
            and grid.width == len(last.header.columns)
        ):
            start, header, continues, headless = 0, last.header, True, True
        if header is None and (header := guess_header(grid.rows)) is not None:
            start = 0
        if header is None:
            continue
        following = document.blocks[grid.last + 1 : grid.last + 40]
        body, inside = _body(grid.rows[start:], period, caption)
        notes = read_notes(inside, following)
        numbers = tuple(block.number for block in document.blocks[grid.first : grid.last + 1])
        for columns, rows in body:
            last = _Table(columns or header, rows, notes, numbers + notes.blocks, grid.form, continues, headless)
            continues, headless = True, False
            yield last
        end = grid.last


def _header(grid: Grid, caption: str, period: Period | None) -> tuple[int, Header | None]:
    """The header and where the rows below it begin; rows of one cell above it are the table's title."""
    for start in range(min(4, len(grid.rows))):
        header = read_header(grid.rows[start:], caption, period)
        if header is not None:
            return start + header.depth, header
        if len(grid.rows[start].distinct) != 1:
            break
        caption = f"{caption} {grid.rows[start].distinct[0]}"
    return 0, None


def _caption(document: Document, grid: Grid) -> str:
    """The words above a table: up to two short blocks."""
    words: list[str] = []
    for block in reversed(document.blocks[max(0, grid.first - 4) : grid.first]):
        text = block.text.strip()
        if len(text) > 60 or block.table or len(words) == 2:
            break
        if text:
            words.append(text)
    return " ".join(reversed(words))


def _follows(document: Document, end: int, grid: Grid) -> bool:
    """Whether nothing but a short line or two stands between the last table and this one."""
    between = [b.text.strip() for b in document.blocks[end + 1 : grid.first] if b.text.strip()]
    return len(between) <= 2 and all(len(text) <= 12 for text in between)


def _body(
    rows: Sequence[GridRow], period: Period | None, caption: str
) -> tuple[list[tuple[Header | None, tuple[GridRow, ...]]], list[Block]]:
    """Split a table's rows at repeated headers; return the runs with their own header, and the notes among them."""
    runs: list[tuple[Header | None, list[GridRow]]] = [(None, [])]
    notes: list[Block] = []
    skip = 0
    for i, row in enumerate(rows):
        words = row.distinct
        if skip:
            skip -= 1
        elif words and (is_note(words[0]) or (notes and len(words) == 1)):
            notes.append(row.block)
        elif (again := read_header(rows[i : i + 2], caption, period)) is not None:
            runs.append((again, []))
            skip = again.depth - 1
        elif words:
            runs[-1][1].append(row)
    return [(header, tuple(kept)) for header, kept in runs if kept], notes


def _indicator(
    row: IndicatorRow, table: _Table, period: Period | None, identities: Identities, grounds: Grounds
) -> Indicator:
    name, header, notes = row.name, table.header, table.notes
    unit = name.unit or (row.unit if re.search(r"[^-—–/\s]", row.unit) else None)
    base, aim, pace = read_cell(row.baseline), read_cell(row.target), read_cell(row.growth)
    total = notes.brackets_total is not False
    asterisk = notes.asterisk_year if name.asterisk or base.starred else None
    base_year = base.year or asterisk or _year(header, Role.BASELINE) or (period.first_year - 1 if period else None)
    aim_year = aim.year or _year(header, Role.TARGET) or (period.last_year if period else None)
    direction = direction_of(name.name)
    if aim.value is not None and base.value is None and aim.comparator in (Comparator.BELOW, Comparator.AT_MOST):
        direction = direction.DECREASE
    form = form_of(name.name, base, aim, pace, total)
    years = aim_year - base_year if aim_year and base_year else 5
    stated = aim if aim.text else pace
    kind, by_arithmetic = growth_kind_of(name.name, unit, row.growth_header, base, aim, pace, years, total)
    starred = name.starred or (name.asterisk and notes.asterisk_from_above)
    told = {
        Phenomenon.BASE_YEAR_OF_ROW: base.year or asterisk,
        Phenomenon.MARK_FROM_ABOVE: starred,
        Phenomenon.TOTAL_IN_BRACKETS: total and (aim.bracketed or pace.bracketed),
        Phenomenon.RANGE: aim.value_high is not None,
        Phenomenon.GROWTH_BY_ARITHMETIC: by_arithmetic,
        Phenomenon.TARGET_IN_WORDS: form is TargetForm.WORDS,
        Phenomenon.TARGET_AGAINST_OTHERS: form is TargetForm.RELATIVE,
        Phenomenon.LINE_HELD_EVERY_YEAR: form in (TargetForm.CEILING_EACH_YEAR, TargetForm.FLOOR_EACH_YEAR),
        Phenomenon.NOTHING_TO_REACH: form is None,
    }
    fired = (Step(phenomenon, row.source) for phenomenon, holds in told.items() if holds)
    given = identities.give("indicator", name.name)
    grounds.lay(given, "indicator", (*table.steps, *row.steps, *fired))
    return Indicator(
        id=given,
        name=name.name,
        group=row.group,
        unit=unit,
        commitment=row.commitment,
        direction=direction,
        form=form,
        baseline=Baseline(Period.year(base_year) if base_year and base.text else None, base.value, base.text),
        target=Target(
            period=Period.year(aim_year) if aim_year else None,
            value=aim.value,
            value_high=aim.value_high,
            comparator=comparator_of(name.name, direction, aim if aim.text or not pace.is_words else pace),
            text=aim.text or (pace.text if pace.is_words else ""),
            reference=relative_to(stated.text) if form is TargetForm.RELATIVE else "",
        ),
        growth=Growth(
            kind=kind,
            value=pace.value,
            comparator=_growth_comparator(pace),
            text=pace.text,
        ),
        starred=starred,
        source=row.source,
    )


def _growth_comparator(pace: CellValue) -> Comparator | None:
    if pace.value is None:
        return bound_of_words(pace.text) if pace.text else None
    return pace.comparator or Comparator.EQUAL


def _year(header: Header, role: Role) -> int | None:
    column = header.one(role)
    return None if column is None else header.columns[column].year


def _run_together(block: Block, first: Citation) -> Doubt:
    return Doubt(
        "table",
        Message(
            f"第{block.number}段中有一张指标表被转换成了连续的文字，指标名称是由表中各段文字拼接的。请对照原文核对名称；"
            "如能提供保留表格的文件（Word、HTML），读取会更准确。",
            f"An indicator table in block {block.number} was run together into plain words; the names of its "
            "indicators were pieced together. Please check them against the original; a file that keeps the table "
            "reads better.",
        ),
        first,
    )


def _no_header(table: _Table) -> Doubt:
    return Doubt(
        "table",
        Message(
            "这张指标表没有表头，各栏是按内容推断的。请核对基期、目标和增速各在哪一栏；补上表头再读一次最稳妥。",
            "This indicator table has no header; its columns were inferred from what stands in them. Please check "
            "which hold the base, the target and the growth, or add a header and read again.",
        ),
        table.rows[0].block.cite() if table.rows else None,
    )


def _named_twice(indicators: Sequence[Indicator]) -> Iterator[Doubt]:
    """A doubt for each indicator that the tables name again."""
    seen: dict[str, Indicator] = {}
    for indicator in indicators:
        key = re.sub(r"[\W_]+", "", indicator.name)
        first = seen.setdefault(key, indicator)
        if first is not indicator and indicator.source and first.source:
            yield Doubt(
                indicator.id,
                Message(
                    f"指标“{indicator.name}”出现了两次（第{first.source.block}段和第{indicator.source.block}段），两处都保留了。"
                    "请核对是否为同一指标，数值是否一致。",
                    f"The indicator “{indicator.name}” appears twice (blocks {first.source.block} and "
                    f"{indicator.source.block}); both were kept. Please check whether they are one and agree.",
                ),
                indicator.source,
            )
