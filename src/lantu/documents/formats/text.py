"""Plain text: a block is a line."""

from __future__ import annotations

from lantu.documents.content import Body, Content, printable
from lantu.plan.document import Block

NAME = "text"


def likeness(content: Content) -> float:
    """Return a little for anything that is text at all: every other format that knows better goes first."""
    return 0.1 if content.text is not None else 0.0


def read(content: Content) -> Body:
    """Return a block for every line that is not blank, numbered as an editor numbers lines.

    Tables drawn with `|` or tabs stay lines: a text file does not say what a table is.
    """
    lines = ((number, printable(line)) for number, line in enumerate(content.lines, start=1))
    return Body(tuple(Block(number, line) for number, line in lines if line and not line.isspace()))
