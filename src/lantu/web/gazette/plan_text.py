"""A reading made ready for pages: its items and doubts by place, its outline, its pages."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from lantu.plan.document import Block
from lantu.plan.reading import Doubt, Reading
from lantu.plan.section import Level, Section
from lantu.web.gazette.items import Item, Kind, items_of
from lantu.web.gazette.outline import Heading, Outline, outline_of

# A document whose page would be heavier than this (bytes, roughly) is shown one chapter a page.
_ONE_PAGE = 800_000
_BYTES_OF_A_CHARACTER = 3
_BYTES_OF_AN_ITEM = 230


class Same:
    """Holds a value that is told from others by being the same one, so that it can key a memory cheaply."""

    __slots__ = ("value",)

    def __init__(self, value: Reading) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.value is self.value


@dataclass(frozen=True, slots=True)
class Page:
    """A run of blocks shown together; heading is None for what stands before the first one."""

    number: int
    blocks: tuple[Block, ...]
    heading: Heading | None


@dataclass(frozen=True, slots=True, eq=False)
class PlanText:
    """A plan's text with what was found in it.

    position: place of an item among those of its kind, in reading order, from 0. tables: rows by number of the table.
    """

    reading: Reading
    items: tuple[Item, ...]
    by_block: dict[int, tuple[Item, ...]]
    doubts: tuple[Doubt, ...]
    doubted: dict[str, int]
    headings_in: dict[int, tuple[Section, ...]]
    outline: Outline
    pages: tuple[Page, ...]
    position: dict[str, int]
    tables: dict[int, tuple[Block, ...]]
    _page_starts: tuple[int, ...]

    def of_kind(self, kind: Kind) -> tuple[Item, ...]:
        """Return the items of a kind, in reading order."""
        return tuple(item for item in self.items if item.kind is kind)

    def page_of(self, block: int) -> int:
        """Return the number of the page a block is shown on, from 1."""
        return max(1, bisect_right(self._page_starts, block))

    @property
    def chapters(self) -> tuple[Heading, ...]:
        """The chapters; the parts, or the sections, where there are none."""
        for level in (Level.CHAPTER, Level.PART, Level.SECTION):
            found = tuple(h for h in self.outline.headings if h.section.level is level)
            if found:
                return found
        return ()


def plan_text(reading: Reading) -> PlanText:
    """Return the reading made ready for pages; made once for each reading."""
    return _plan_text(Same(reading))


@lru_cache(maxsize=32)
def _plan_text(same: Same) -> PlanText:
    reading = same.value
    items = items_of(reading)
    by_block: dict[int, list[Item]] = defaultdict(list)
    counted: dict[Kind, int] = defaultdict(int)
    position: dict[str, int] = {}
    for item in items:
        by_block[item.source.block].append(item)
        position[item.id] = counted[item.kind]
        counted[item.kind] += 1
    headings: dict[int, list[Section]] = defaultdict(list)
    for section in reading.plan.sections:
        headings[section.source.block].append(section)
    known = {item.id: item for item in items}
    doubted: dict[str, int] = {}
    places = []
    for number, doubt in enumerate(reading.doubts, 1):
        if doubt.about in known:
            doubted.setdefault(doubt.about, number)
        source = doubt.source or (known[doubt.about].source if doubt.about in known else None)
        if source:
            places.append((source.block, source.start))
    blocks = reading.document.blocks if reading.document else ()
    outline = outline_of(
        reading.plan.sections,
        blocks[-1].number if blocks else 0,
        [(item.source.block, item.source.start) for item in items],
        places,
    )
    tables: dict[int, list[Block]] = defaultdict(list)
    for block in blocks:
        if block.cells:
            tables[block.table].append(block)
    pages = _pages(blocks, outline, len(items))
    return PlanText(
        reading=reading,
        items=items,
        by_block={block: tuple(members) for block, members in by_block.items()},
        doubts=reading.doubts,
        doubted=doubted,
        headings_in={block: tuple(sorted(s, key=lambda s: s.source.start)) for block, s in headings.items()},
        outline=outline,
        pages=pages,
        position=position,
        tables={number: tuple(rows) for number, rows in tables.items()},
        _page_starts=tuple(page.blocks[0].number for page in pages),
    )


def _pages(blocks: tuple[Block, ...], outline: Outline, items: int) -> tuple[Page, ...]:
    if not blocks:
        return ()
    weight = _BYTES_OF_A_CHARACTER * sum(len(block.text) for block in blocks) + _BYTES_OF_AN_ITEM * items
    breaks = [h for h in outline.headings if h.section.level is Level.CHAPTER] or list(outline.top)
    if weight <= _ONE_PAGE or not breaks:
        return (Page(1, blocks, None),)
    pages: list[Page] = []
    starts = [blocks[0].number, *(_start_of(heading, outline) for heading in breaks), blocks[-1].number + 1]
    owners: list[Heading | None] = [None, *breaks]
    for owner, start, end in zip(owners, starts, starts[1:], strict=False):
        inside = tuple(block for block in blocks if start <= block.number < end)
        if inside:
            pages.append(Page(len(pages) + 1, inside, owner))
    for heading in outline.headings:
        heading.page = max(1, sum(page.blocks[0].number <= heading.first_block for page in pages))
    return tuple(pages)


def _start_of(chapter: Heading, outline: Outline) -> int:
    """A part's heading opens the page of its first chapter."""
    at = outline.headings.index(chapter)
    while at and outline.headings[at - 1].depth < outline.headings[at].depth:
        at -= 1
    return outline.headings[at].first_block
