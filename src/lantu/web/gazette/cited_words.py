"""The words of the plan that a finding speaks of: a sentence for each place, one table for the rows of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from lantu.checking import Finding
from lantu.plan.citation import Citation
from lantu.plan.document import Block, Cell
from lantu.web.gazette.addresses import Addresses
from lantu.web.gazette.drawn_table import DrawnTable, draw_table
from lantu.web.gazette.marking import Mark, marked
from lantu.web.gazette.plan_text import PlanText

_LONG = 160
_STOPS = "。；！？;!?\n"


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence of the plan with the words a finding speaks of; where leads to it, place says where it stands."""

    place: str
    block: int
    where: str
    html: SafeString
    shape: str = "words"


def cited_words(number: int, finding: Finding, text: PlanText, addresses: Addresses) -> Iterator[Words | DrawnTable]:
    """Yield the finding's words in its own order; number: its place among the findings, which its anchors bear."""
    document = text.reading.document
    if document is None:
        return
    cited: dict[int, list[tuple[int, Citation]]] = {}
    for at, place in enumerate(finding.places, 1):
        if place.document == document.name and document.block(place.citation.block) is not None:
            cited.setdefault(place.citation.block, []).append((at, place.citation))
    drawn: set[int] = set()
    for block_number, citations in cited.items():
        block = document.block(block_number)
        if block is None or block.table in drawn:
            continue
        if not block.cells:
            yield _sentence(number, block, citations, text, addresses)
            continue
        drawn.add(block.table)

        def marks_of(row: Block) -> list[Mark]:
            return [_mark(number, at, citation, addresses) for at, citation in cited.get(row.number, ())]

        yield draw_table(text.tables[block.table], marks_of, _cell_words, only=frozenset(cited), has_anchors=False)


def _cell_words(block: Block, cell: Cell, marks: Sequence[Mark]) -> SafeString:
    # A row that is cited whole is told by its first cell; runs within a cell keep their bounds.
    runs = [(max(0, m.start - cell.start), min(len(cell.text), m.end - cell.start), m) for m in marks[:1]]
    return marked(cell.text, [Mark(a, b, m.kind, m.address) for a, b, m in runs])


def _mark(number: int, at: int, citation: Citation, addresses: Addresses) -> Mark:
    return Mark(citation.start, citation.end, "found", addresses.words(citation.block, f"finding-{number}-{at}"))


def _sentence(
    number: int, block: Block, citations: list[tuple[int, Citation]], text: PlanText, addresses: Addresses
) -> Words:
    ordered = sorted(citations, key=lambda entry: entry[1].start)
    apart: list[tuple[int, Citation]] = []
    for at, citation in ordered:
        if not apart or citation.start >= apart[-1][1].end:
            apart.append((at, citation))
    start, end = _bounds(block.text, apart[0][1].start, max(citation.end for _, citation in apart))
    marks = [
        Mark(c.start - start, c.end - start, "found", addresses.words(block.number, f"finding-{number}-{at}"))
        for at, c in apart
    ]
    before, after = "……" if start else "", "……" if end < len(block.text) else ""
    html = marked(block.text[start:end], marks)
    chain = text.outline.above(block.number, apart[0][1].start)
    place = " ".join(h.section.number or h.section.title for h in chain[-2:])
    return Words(place, block.number, addresses.words(block.number), SafeString(before + html + after))


def _bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """The whole text where it is short, else the sentences around a run."""
    if len(text) <= _LONG:
        return 0, len(text)
    left = max((text.rfind(stop, 0, start) for stop in _STOPS), default=-1) + 1
    rights = [at for stop in _STOPS if (at := text.find(stop, max(start, end - 1))) >= 0]
    return left, min(rights) + 1 if rights else len(text)
