"""The document as a page shows it: headings, paragraphs, tables, each with what was recognised in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from lantu.checking import Finding
from lantu.plan.document import Block, BlockKind, Cell
from lantu.plan.message import Language, Message
from lantu.plan.reading import Doubt
from lantu.plan.section import Level, Section
from lantu.web.evaluations.selectors import Monitored
from lantu.web.gazette.addresses import Addresses
from lantu.web.gazette.drawn_table import DrawnTable, draw_table
from lantu.web.gazette.findings import Settled, findings_of
from lantu.web.gazette.items import Item, Kind
from lantu.web.gazette.margin import Note, notes_beside
from lantu.web.gazette.marking import Mark, marked
from lantu.web.gazette.plan_text import Page, PlanText, plan_text

_FRONT_LINE = 60


@dataclass(frozen=True, slots=True)
class Passage:
    """One thing of the page, from one block: a heading, a paragraph, a line, or a row of a table.

    shape: "heading", "para", "front" (a short line before the first heading), "title" or "note".
    tag: h2 and below, for a heading.
    """

    shape: str
    anchor: str
    html: SafeString
    notes: tuple[Note, ...] = ()
    tag: str = ""
    level: str = ""


@lru_cache(maxsize=48)
def article(
    shown: Monitored, slug: str, face: str, language: Language, number: int, settled: Settled = ()
) -> SafeString:  # fmt: skip
    """Return a page of the document as HTML; made once for each state of the plan, face and language.

    The language is the active one; the desk sees findings at their place, the public face does not.
    """
    text = plan_text(shown.package.reading)
    builder = _Builder(
        shown,
        text,
        Addresses(face, slug, text),
        findings_of(text.reading) if face == "workbench" else (),
        dict(settled),
    )
    return render_to_string("gazette/article.html", {"passages": list(builder.passages(text.pages[number - 1]))})


class _Builder:
    """Builds the passages of a page; anchors are given once, to the first words they stand for."""

    def __init__(
        self, shown: Monitored, text: PlanText, addresses: Addresses, findings: Sequence[Finding],
        settled: dict[int, Message],
    ) -> None:  # fmt: skip
        self.shown, self.text, self.addresses = shown, text, addresses
        self.given: set[str] = set()
        self.settled = settled
        self.findings: dict[int, list[tuple[int, int, Finding]]] = defaultdict(list)
        for number, finding in enumerate(findings, 1):
            for place, where in enumerate(finding.places, 1):
                self.findings[where.citation.block].append((number, place, finding))
        self.doubts: dict[int, list[tuple[int, Doubt]]] = defaultdict(list)
        for number, doubt in enumerate(text.doubts, 1):
            if doubt.source is not None:
                self.doubts[doubt.source.block].append((number, doubt))

    def passages(self, page: Page) -> Iterator[Passage | DrawnTable]:
        first_heading = self.text.outline.headings[0].first_block if self.text.outline.headings else 0
        for table, blocks in groupby(page.blocks, key=lambda block: block.table if block.cells else 0):
            if table:
                yield self._table(tuple(blocks))
                continue
            for block in blocks:
                if block.text.strip():
                    yield from self._block(block, first_heading)

    def _block(self, block: Block, first_heading: int) -> Iterator[Passage]:
        marks = self._marks(block)
        anchor, is_first = f"b{block.number}", True
        is_heading = any(s.level is not Level.TOPIC for s in self.text.headings_in.get(block.number, ()))
        notes = self._notes((block,), pressing_only=is_heading)
        for section, start, end in runs(block, self.text.headings_in.get(block.number, ())):
            html = marked(block.text[start:end], self._within(marks, start, end))
            here, is_first = anchor if is_first else "", False
            if section is not None:
                depth = next((h.depth for h in self.text.outline.headings if h.section is section), 0)
                yield Passage("heading", here, html, notes, f"h{2 + min(4, depth)}", section.level.value)
            else:
                yield Passage(shape_of(block, first_heading), here, html, notes)
            notes = ()

    def _table(self, blocks: tuple[Block, ...]) -> DrawnTable:
        def words(block: Block, cell: Cell, marks: Sequence[Mark]) -> SafeString:
            return marked(cell.text, self._within(marks, cell.start, cell.end))

        return draw_table(blocks, self._marks, words, notes=self._notes(blocks, pressing_only=True))

    def _marks(self, block: Block) -> list[Mark]:
        marks: list[Mark] = []
        # Of runs over the same words the first stands outside: the words themselves lead to the item.
        for number, doubt in self.doubts.get(block.number, ()):
            if doubt.source and doubt.about not in self.text.doubted:
                marks.append(Mark(doubt.source.start, doubt.source.end, "doubt", f"#doubt-{number}", "", True))
        found: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
        for number, place, finding in self.findings.get(block.number, ()):
            where = finding.places[place - 1].citation
            found[where.start, where.end].append((number, place))
        for (begin, finish), places in found.items():
            first, *more = (f"finding-{number}-{place}" for number, place in places)
            address = self.addresses.finding(places[0][0])
            marks.append(Mark(begin, finish, "finding", address, first, others=tuple(more)))
        together: dict[tuple[int, int, Kind, bool], list[Item]] = defaultdict(list)
        for item in self.text.by_block.get(block.number, ()):
            is_doubted = item.id in self.text.doubted
            together[item.source.start, item.source.end, item.kind, is_doubted].append(item)
        for (start, end, kind, is_doubted), (item, *others) in together.items():
            address = f"#doubt-{self.text.doubted[item.id]}" if is_doubted else self.addresses.row(item)
            ids = tuple(other.id for other in others)
            marks.append(Mark(start, end, kind.value, address, item.id, is_doubted, item.name, ids))
        for section in self.text.headings_in.get(block.number, ()):
            if section.level is Level.TOPIC:
                marks.append(Mark(section.source.start, section.source.end, "lead"))
        return marks

    def _within(self, marks: Sequence[Mark], start: int, end: int) -> list[Mark]:
        """The marks that reach into a run of the block, with offsets in the run; each anchor is given once."""
        kept = []
        for mark in marks:
            left, right = max(mark.start, start), min(mark.end, end)
            if left < right:
                is_given = mark.anchor in self.given
                self.given.add(mark.anchor)
                anchor, others = ("", ()) if is_given else (mark.anchor, mark.others)
                kept.append(replace(mark, start=left - start, end=right - start, anchor=anchor, others=others))
        return kept

    def _notes(self, blocks: Sequence[Block], *, pressing_only: bool = False) -> tuple[Note, ...]:
        numbers = [block.number for block in blocks]
        findings = {number: finding for n in numbers for number, _, finding in self.findings.get(n, ())}
        return notes_beside(
            " ".join(block.text for block in blocks),
            [] if pressing_only else [item for n in numbers for item in self.text.by_block.get(n, ())],
            [doubt for n in numbers for doubt in self.doubts.get(n, ())],
            [(number, findings[number], self.settled.get(number)) for number in sorted(findings)],
            self.shown,
            self.addresses,
        )


def runs(block: Block, sections: Sequence[Section]) -> Iterator[tuple[Section | None, int, int]]:
    """Return the block cut into its headings and what stands between them; blank runs are left out."""
    at = 0
    for section in sections:
        if section.level is Level.TOPIC or section.source.start < at:
            continue
        start, end = section.source.start, section.source.end
        if block.text[at:start].strip():
            yield None, at, start
        yield section, start, end
        at = end
    if block.text[at:].strip():
        yield None, at, len(block.text)


def shape_of(block: Block, first_heading: int) -> str:
    """Return how a block that is no heading is set: "para", "front", "title" or "note"."""
    if block.kind is BlockKind.NOTE:
        return "note"
    if block.kind is BlockKind.HEADING:
        return "title"
    return "front" if block.number < first_heading and len(block.text) < _FRONT_LINE else "para"
