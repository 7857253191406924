"""Open a file as a document: its content decides the format, never its name."""

from __future__ import annotations

from pathlib import Path

from lantu.plan.document import Document


def open_document(path: Path) -> Document:
    """Read a file into a document.

    Raises Fault when the file cannot be read as a document of any known format.
    """
    raise NotImplementedError
