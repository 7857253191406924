"""Where something stands in a document, with its exact words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Citation:
    """A run of text in one block of a document.

    block: the block's number, from 1.
    start, end: offsets in the block's text, in characters, end excluded.
    quote: the exact words, `block.text[start:end]`.
    """

    block: int
    start: int
    end: int
    quote: str
