"""The headings of a document as a tree, with how many items and doubts stand under each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from lantu.plan.section import Level, Section

_RANK = {Level.PART: 0, Level.CHAPTER: 1, Level.SECTION: 2}


@dataclass(slots=True)
class Heading:
    """A heading with what stands under it, its own sections included.

    depth: 0 for the highest level the document uses. last_block: where its matter ends.
    """

    section: Section
    depth: int
    last_block: int
    items: int = 0
    doubts: int = 0
    page: int = 1
    within: list[Heading] = field(default_factory=list)

    @property
    def first_block(self) -> int:
        """Where the heading stands."""
        return self.section.source.block

    @property
    def name(self) -> str:
        """The heading's words with its number, as one line."""
        return f"{self.section.number}　{self.section.title}" if self.section.number else self.section.title


@dataclass(frozen=True, slots=True)
class Outline:
    """The headings in reading order (lead phrases left out), and those of the highest level."""

    headings: tuple[Heading, ...]
    top: tuple[Heading, ...]
    _starts: tuple[tuple[int, int], ...]
    _chains: tuple[tuple[Heading, ...], ...]

    def at(self, block: int, start: int = 0) -> Heading | None:
        """Return the innermost heading above a place; None before the first one."""
        chain = self.above(block, start)
        return chain[-1] if chain else None

    def above(self, block: int, start: int = 0) -> tuple[Heading, ...]:
        """Return the headings a place stands under, the highest first."""
        found = bisect_right(self._starts, (block, start)) - 1
        return self._chains[found] if found >= 0 else ()

    def chapter_at(self, block: int, start: int = 0) -> Heading | None:
        """Return the chapter (the part, where there are no chapters) a place stands in."""
        chain = self.above(block, start)
        chapters = [heading for heading in chain if heading.section.level is not Level.SECTION]
        return chapters[-1] if chapters else chain[0] if chain else None


def outline_of(
    sections: Iterable[Section], last_block: int, items: Sequence[tuple[int, int]], doubts: Sequence[tuple[int, int]]
) -> Outline:
    """Return the outline.

    items, doubts: (block, start) of each; last_block: number of the document's last block.
    """
    printed = sorted(
        (s for s in sections if s.level in _RANK), key=lambda s: (s.source.block, s.source.start, _RANK[s.level])
    )
    ranks = sorted({_RANK[s.level] for s in printed})
    headings = [Heading(s, ranks.index(_RANK[s.level]), last_block) for s in printed]
    top: list[Heading] = []
    stack: list[Heading] = []
    chains: list[tuple[Heading, ...]] = []
    for heading in headings:
        while stack and stack[-1].depth >= heading.depth:
            stack.pop().last_block = heading.first_block - 1
        (stack[-1].within if stack else top).append(heading)
        stack.append(heading)
        chains.append(tuple(stack))
    starts = tuple((h.section.source.block, h.section.source.start) for h in headings)
    outline = Outline(tuple(headings), tuple(top), starts, tuple(chains))
    for place in items:
        for heading in outline.above(*place):
            heading.items += 1
    for place in doubts:
        for heading in outline.above(*place):
            heading.doubts += 1
    return outline
