"""Running text cut at the headings, each run with the headings above it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from lantu.plan.document import Document
from lantu.plan.section import Section
from lantu.reading.passage import Passage


def cut_passages(document: Document, sections: Sequence[Section], skip: Collection[int]) -> tuple[Passage, ...]:
    """Return the running text of a document in reading order; blocks numbered in `skip` are left out."""
    return tuple(_passages(document, sections, skip))


def _passages(document: Document, sections: Sequence[Section], skip: Collection[int]) -> Iterator[Passage]:
    starting: dict[int, list[Section]] = {}
    for section in sections:
        starting.setdefault(section.source.block, []).append(section)
    chains: dict[str | None, tuple[Section, ...]] = {None: ()}
    chain: tuple[Section, ...] = ()
    for block in document.blocks:
        if block.number in skip:
            continue
        place = 0
        for section in starting.get(block.number, ()):
            if block.text[place : section.source.start].strip(" \t\u3000—-"):
                yield Passage(block, place, section.source.start, chain)
            chain = chains[section.id] = (*chains.get(section.parent, ()), section)
            yield Passage(block, section.source.start, section.source.end, chain, heading=True)
            place = section.source.end
        if block.text[place:].strip(" \t\u3000。.:：;；"):
            while block.text[place] in "。.:：;； \t\u3000":
                place += 1
            yield Passage(block, place, len(block.text), chain)
