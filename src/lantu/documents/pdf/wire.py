"""Blocks on their way from one process to another, as plain JSON: what comes from a broken parser must not be code."""

from __future__ import annotations

from typing import Any

from lantu.documents.content import Body
from lantu.plan.document import Block, BlockKind, Cell


def body_to(body: Body) -> dict[str, Any]:
    """Return a body as plain values."""
    return {
        "title": body.title,
        "unread": body.unread,
        "blocks": [
            [b.number, b.text, b.kind.value, b.level, b.table, b.page, b.page_turns,
             [[c.text, c.start, c.end, c.column, c.columns, c.continued] for c in b.cells]]
            for b in body.blocks
        ],
    }  # fmt: skip


def body_from(answer: dict[str, Any]) -> Body:
    """Return the body of plain values."""
    return Body(
        tuple(
            Block(number, text, BlockKind(kind), level, table, tuple(Cell(*cell) for cell in cells), page, tuple(turns))
            for number, text, kind, level, table, page, turns, cells in answer["blocks"]
        ),
        answer["title"],
        tuple(answer["unread"]),
    )
