"""The outline of a document: parts, chapters, sections and topics, each under the one it belongs to."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from lantu.plan.document import BlockKind, Document
from lantu.plan.ground import Step
from lantu.plan.identity import Identities
from lantu.plan.message import Message
from lantu.plan.reading import Doubt
from lantu.plan.section import Section
from lantu.reading.contents import find_contents
from lantu.reading.grounds import Grounds
from lantu.reading.heading import Heading
from lantu.reading.heading_levels import levels_of
from lantu.reading.heading_order import contents_doubts, number_doubts
from lantu.reading.headings import find_headings
from lantu.reading.lexicon.genres import is_plan_title
from lantu.reading.page_furniture import find_furniture
from lantu.reading.phenomenon import Phenomenon
from lantu.reading.run_on_text import LONG_BLOCK, headings_within


@dataclass(frozen=True, slots=True)
class Outline:
    """The headings in reading order, what is in doubt about them, and the blocks that are no running text.

    idle: what the blocks are that are none, by their numbers; None for titles that stand elsewhere in the reading.
    """

    sections: tuple[Section, ...]
    doubts: tuple[Doubt, ...]
    idle: Mapping[int, Phenomenon | None]


def read_outline(
    document: Document, identities: Identities, grounds: Grounds, skip: Collection[int] = frozenset()
) -> Outline:
    """Find the headings of a document; blocks numbered in `skip` belong to tables and hold none.

    A topic is the short phrase that opens a paragraph (推进甲。……), with or without a number or a dash, or a short line
    that stands over its paragraph.
    """
    blocks = [block for block in document.blocks if block.number not in skip and block.text.strip()]
    idle = find_furniture(blocks)
    blocks = [block for block in blocks if block.number not in idle]
    entries, listing = find_contents(blocks)
    lines = [
        block
        for block in blocks
        if block.number not in listing and (block.kind is not BlockKind.TABLE_ROW or len(block.cells) < 2)
        and block.text.count("|") < 2 and block.text.count("\t") < 2
    ]  # fmt: skip
    headings, word_doubts = find_headings([line for line in lines if len(line.text) <= LONG_BLOCK], entries)
    run_on = [heading for line in lines if len(line.text) > LONG_BLOCK for heading in headings_within(line)]
    headings = tuple(sorted((*headings, *run_on), key=lambda heading: (heading.block.number, heading.start)))
    headings, title = _without_title(_without_lone_sentences(_within_text(headings)))
    pairs = _nest(headings, identities, grounds)
    doubts = (*word_doubts, *number_doubts(pairs), *contents_doubts(entries, pairs))
    if not headings:
        doubts = (Doubt("heading", _NO_HEADING, None),)
    none: dict[int, Phenomenon | None] = dict.fromkeys(idle, Phenomenon.PAGE_FURNITURE)
    none |= dict.fromkeys(listing, Phenomenon.CONTENTS_LIST)
    none |= dict.fromkeys((*title, *(heading.joined for heading in headings if heading.joined)), None)
    return Outline(tuple(section for _, section in pairs), doubts, none)


_NO_HEADING = Message(
    "没有找到章节标题：标题须各占一行，以“第一章”“一、”“（一）”等编号开头，或使用文档的标题样式。",
    "No headings were found: each needs a line of its own that begins with a number (第一章, 一、, Chapter 1), "
    "or the heading style of the document.",
)


def _within_text(headings: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """Leave out what looks like a lead phrase before the first numbered or declared heading: that is the preamble."""
    first = next(
        (i for i, heading in enumerate(headings) if heading.mark or heading.block.level or heading.top or heading.rank),
        0,
    )
    return headings[first:]


def _without_lone_sentences(headings: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """Leave out the first sentence of the one paragraph under a numbered heading, where a comma parts it.

    Lead phrases tell the points of a heading apart; where there is one point, two orders in a row only open its text.
    """
    kept: list[Heading] = []
    for before, heading, after in zip((None, *headings), headings, (*headings[1:], None), strict=False):
        sentence = heading.rest and heading.mark is None and any(comma in heading.title for comma in "，,")
        if not (sentence and before and before.mark and not before.rest and (after is None or after.mark)):
            kept.append(heading)
    return tuple(kept)


def _without_title(headings: tuple[Heading, ...]) -> tuple[tuple[Heading, ...], frozenset[int]]:
    """Leave out the document's own title, which files declare as the one heading of the first level."""
    declared = [heading.block.level for heading in headings if heading.block.level]
    first = headings[0] if headings else None
    if first is None or not first.block.level or first.mark is not None or not is_plan_title(first.title):
        return headings, frozenset()
    alone = first.block.level == min(declared) and declared.count(first.block.level) == 1 and len(headings) > 1
    return (headings[1:], frozenset({first.block.number})) if alone else (headings, frozenset())


def _nest(headings: tuple[Heading, ...], identities: Identities, grounds: Grounds) -> list[tuple[Heading, Section]]:
    pairs: list[tuple[Heading, Section]] = []
    open_: list[tuple[int, Section]] = []
    for heading, (level, depth) in zip(headings, levels_of(headings), strict=True):
        while open_ and (open_[-1][0] >= depth or heading.how is Phenomenon.ANNEX):
            open_.pop()
        number = heading.mark.text if heading.mark and _is_numbered(heading) else None
        section = Section(
            identities.give("section", level.value, heading.title),
            level,
            number,
            heading.title,
            open_[-1][1].id if open_ else None,
            heading.block.cite(heading.start, heading.end),
        )
        grounds.lay(section.id, "section", _steps(heading))
        pairs.append((heading, section))
        open_.append((depth, section))
    return pairs


def _steps(heading: Heading) -> Iterator[Step]:
    """What made a heading: its number or its place, and how its words were mended."""
    block, mark = heading.block, heading.mark
    words = block.cite(mark.start, mark.start + len(mark.text)) if mark else block.cite(heading.start, heading.end)
    yield Step(heading.phenomenon, words)
    if mark is not None and block.level:
        yield Step(Phenomenon.DECLARED_HEADING, block.cite(heading.start, heading.end))
    if heading.cut:
        yield Step(Phenomenon.HEADING_RUN_INTO_TEXT, block.cite(heading.start, heading.end))
    if heading.joined:
        yield Step(Phenomenon.HEADING_OVER_TWO_LINES, block.cite(heading.start, heading.end))


def _is_numbered(heading: Heading) -> bool:
    """Whether the mark of a heading is a number (and no dash)."""
    return heading.mark is not None and heading.mark.text.strip("—–-●•◆■□▲△○◎★☆※➢✓▪·") != ""
