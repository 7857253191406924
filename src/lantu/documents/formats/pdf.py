"""PDF files with a text layer: a block is a paragraph or a table row as the print shows them, with its page."""

from __future__ import annotations

from lantu.documents.content import Body, Content

NAME = "pdf"

_WITHIN = 1024  # bytes; readers accept a PDF that begins this late


def likeness(content: Content) -> float:
    """Return 1 for the signature of a PDF at the beginning, a little less where other bytes stand before it."""
    place = content.data[:_WITHIN].find(b"%PDF-")
    if place < 0:
        return 0.0
    return 1.0 if not content.data[:place].strip() else 0.8 if content.text is None else 0.0


def read(content: Content) -> Body:
    """Return the blocks of the file's pages in reading order.

    Lines are joined to paragraphs, also over pages; columns are read one after another; heads, feet and page
    numbers are left out; ruled tables are rows of cells; notes stand at the end.

    Raises Fault where the file is damaged, asks for a password, is a scan, has no usable text, or is too large.
    """
    from lantu.documents.pdf.apart import read_apart

    return read_apart(content)
