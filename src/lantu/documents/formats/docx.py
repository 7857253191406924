"""Word documents (.docx): a block is a paragraph or a table row, in document order."""

from __future__ import annotations

import posixpath
from itertools import chain
from typing import TYPE_CHECKING

from lantu.documents.content import Body, Content
from lantu.documents.stated_title import stated_title
from lantu.plan.fault import Fault

if TYPE_CHECKING:
    from lantu.documents.archive import Archive
    from lantu.documents.word.markup import Element

NAME = "docx"

_CORE = "docProps/core.xml"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def likeness(content: Content) -> float:
    """Return 1 for a zip with a Word document in it, also where it is cut off."""
    if not content.data.startswith(b"PK"):
        return 0.0
    from lantu.documents.archive import Archive

    try:
        return float(any(name.startswith("word/") for name in Archive(content).names()))
    except Fault:
        return float(b"word/" in content.data)


def read(content: Content) -> Body:
    """Return the blocks of a Word document.

    Inserted text counts, deleted and hidden text does not; marks of notes are dropped and the notes stand at
    the end; numbers that Word prints by itself are part of the text. Paragraphs and rows without words count
    in the numbers but give no block. The XML is read directly: forty times as fast as through python-docx.

    Raises Fault where the file is damaged, protected, or would inflate beyond all reason.
    """
    from lantu.documents.archive import Archive
    from lantu.documents.word.body import Walk
    from lantu.documents.word.markup import W, parsed
    from lantu.documents.word.numbering import Numbering
    from lantu.documents.word.styles import Styles

    archive = Archive(content)
    main = _main_part(archive)
    body = parsed(archive, main).find(f"{W}body")
    if body is None:
        raise archive.damaged(main)

    def beside(name: str) -> Element | None:
        part = posixpath.join(posixpath.dirname(main), name)
        return parsed(archive, part) if part in archive else None

    walk = Walk(content, Styles(beside("styles.xml")), Numbering(beside("numbering.xml")))
    notes = [root for name in ("footnotes.xml", "endnotes.xml") if (root := beside(name)) is not None]
    blocks = tuple(chain(walk.blocks(body), *(walk.notes(root) for root in notes)))
    return Body(blocks, _stated_title(archive) or walk.title)


def _main_part(archive: Archive) -> str:
    """The name of the part that holds the document, as the package says; Word's own name where it says nothing."""
    from lantu.documents.word.markup import RELATIONSHIPS, parsed

    if "_rels/.rels" in archive:
        for relationship in parsed(archive, "_rels/.rels").iter(f"{RELATIONSHIPS}Relationship"):
            target = str(relationship.get("Target", "")).lstrip("/")
            if str(relationship.get("Type", "")).endswith("/officeDocument") and target in archive:
                return target
    return "word/document.xml"


def _stated_title(archive: Archive) -> str:
    """The title in the file's properties, where a person gave it."""
    from lantu.documents.word.markup import parsed

    if _CORE not in archive:
        return ""
    return stated_title(parsed(archive, _CORE).findtext(_TITLE) or "")
