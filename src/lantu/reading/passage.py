"""Running text of a document: what is neither contents, table nor page furniture."""

from __future__ import annotations

from dataclasses import dataclass

from lantu.plan.document import Block
from lantu.plan.section import Section


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of running text: `block.text[start:end]`, and the headings above it.

    chain: the sections it stands under, outermost first (part, chapter, section, topic); may be empty.
    heading: whether these are the words of a heading or of a lead phrase; then the chain ends with that heading itself.
    A topic's lead phrase is a passage of its own, never part of the passage that follows it in the same block.
    """

    block: Block
    start: int
    end: int
    chain: tuple[Section, ...]
    heading: bool = False

    @property
    def section(self) -> Section | None:
        """The innermost heading above it."""
        return self.chain[-1] if self.chain else None
