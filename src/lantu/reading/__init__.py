"""A document into a reading, in passes that each add one kind of thing."""

from __future__ import annotations

from lantu.plan.document import Document
from lantu.plan.plan import Plan
from lantu.plan.reading import Reading


def read(document: Document) -> Reading:
    """Read a document."""
    return Reading(Plan(), document)
