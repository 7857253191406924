"""Paragraphs that a page's line breaks part: read as one, cited line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lantu.plan.citation import Citation
from lantu.plan.document import Block, BlockKind
from lantu.reading.heading_mark import mark_of
from lantu.reading.passage import Passage

_OPEN_END = re.compile(r"[\u4e00-\u9fffA-Za-z\d，、,%％]$")
_CLOSES = re.compile(r"[。；;！!？?]")
_SHORTEST = 12  # characters; shorter lines without a full stop are titles or cells
_SAME_WIDTH = 3  # characters
_MOST = 40  # lines


@dataclass(frozen=True, slots=True)
class Lines:
    """Passages that are one paragraph: a block that holds them all, and where each begins in it."""

    block: Block
    parts: tuple[tuple[int, Passage], ...]

    @property
    def breaks(self) -> tuple[int, ...]:
        """Where in the block a line was broken."""
        return tuple(start for start, _ in self.parts[1:])

    def real(self, cited: Citation) -> Citation:
        """Return the citation in the document's own block: of words over several lines, those in the last one."""
        last = max(cited.end - 1, cited.start)
        start, passage = next(part for part in reversed(self.parts) if part[0] <= last or part is self.parts[0])
        from_, until = max(cited.start - start, 0), cited.end - start
        return passage.block.cite(passage.start + from_, passage.start + max(until, from_))


def in_paragraphs(passages: Sequence[Passage]) -> Iterator[tuple[Passage, ...]]:
    """Yield passages in order, those together that one sentence runs through.

    A line is taken to go on when it ends in the middle of a sentence and the next one, right behind it, begins neither
    a heading, a numbered item nor a row of a table.
    """
    run: list[Passage] = []
    for passage in passages:
        if run and (len(run) == _MOST or not _goes_on(run[-1], passage)):
            yield tuple(run)
            run = []
        run.append(passage)
    if run:
        yield tuple(run)


def joined(run: Sequence[Passage]) -> Lines:
    """Return several passages as one paragraph."""
    text, parts = "", []
    for passage in run:
        parts.append((len(text), passage))
        text += passage.block.text[passage.start : passage.end]
    return Lines(Block(run[0].block.number, text), tuple(parts))


def _goes_on(one: Passage, other: Passage) -> bool:
    before, after = one.block, other.block
    if one.heading or other.heading or one.section is not other.section or after.number != before.number + 1:
        return False
    if any(block.kind is not BlockKind.PARAGRAPH or block.cells for block in (before, after)):
        return False
    text, following = before.text[one.start : one.end], after.text
    if len(text) < _SHORTEST or not _OPEN_END.search(text) or any(sign in text + following for sign in "\t|｜"):
        return False
    if mark_of(following) is not None or following[:1].isspace():
        return False
    # Lines of one width go on; so does the last one, which is shorter and ends its sentence.
    return bool(_CLOSES.search(following)) or abs(len(text) - len(following)) <= _SAME_WIDTH
