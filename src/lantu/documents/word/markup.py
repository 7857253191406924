"""The XML of a Word file: parsed without ever reaching outside, and the names in it."""

from __future__ import annotations

from typing import Any, TypeAlias

from lxml import etree

from lantu.documents.archive import Archive

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"

Element: TypeAlias = Any  # lxml has no types of its own


def parsed(archive: Archive, part: str) -> Element:
    """Return the root of a part's XML; the strict namespace is read as the transitional one.

    Raises Fault where the XML is broken, or declares a document type: Word never writes one, entity bombs
    and references to outside do.
    """
    data = archive.part(part).replace(_STRICT, _TRANSITIONAL)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise archive.damaged(part) from error
    if root.getroottree().docinfo.doctype:
        raise archive.damaged(part)
    return root


def value(parent: Element | None, child: str, otherwise: str = "") -> str:
    """Return the `w:val` of a child such as `w:numId`; `otherwise` where there is no such child or value."""
    found = None if parent is None else parent.find(W + child)
    return otherwise if found is None else str(found.get(W + "val", otherwise))


def number(parent: Element | None, child: str, otherwise: int) -> int:
    """Return the `w:val` of a child as a number; `otherwise` where there is none."""
    return whole(value(parent, child), otherwise)


def whole(text: str, otherwise: int) -> int:
    """Return the text as a number of at most six digits; `otherwise` where it is none."""
    return int(text) if len(text) <= 6 and text.isascii() and text.lstrip("-").isdigit() else otherwise


def switched_on(parent: Element | None, child: str) -> bool:
    """Return whether a switch such as `w:vanish` is there and not turned off."""
    if parent is None or parent.find(W + child) is None:
        return False
    return value(parent, child, "true") not in ("false", "0", "off")
