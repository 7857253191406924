"""Opening bytes in a test."""

from __future__ import annotations

from lantu.documents.content import Content
from lantu.documents.opening import document_of
from lantu.plan.document import Document


def opened(data: bytes | str, name: str = "plan") -> Document:
    """Open bytes, or text as UTF-8."""
    return document_of(Content(name, data.encode() if isinstance(data, str) else data))


def texts(data: bytes | str) -> list[str]:
    """The texts of the blocks."""
    return [block.text for block in opened(data).blocks]
