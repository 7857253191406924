"""Legacy Word and WPS files (.doc, .wps), RTF and OpenDocument texts, read as the .docx LibreOffice makes of them."""

from __future__ import annotations

from lantu.documents.content import Body, Content

NAME = "office"

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD = "WordDocument".encode("utf-16-le")
_LOCKED = tuple(stream.encode("utf-16-le") for stream in ("EncryptedPackage", "EncryptionInfo"))
_RTF = b"{\\rtf"
_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_HEAD = 200  # bytes; the type of an OpenDocument file stands first in it


def likeness(content: Content) -> float:
    """Return 0.9 for a file that LibreOffice opens as a text, told by its signature and streams."""
    return 0.9 if _kind(content.data) else 0.0


def read(content: Content) -> Body:
    """Return the blocks of the .docx that LibreOffice makes of the file.

    Raises Fault where LibreOffice is not installed, cannot open the file, or takes too long.
    """
    from lantu.documents.conversion import as_docx
    from lantu.documents.formats import docx

    kind = _kind(content.data)
    assert kind is not None
    zh, en, suffix = kind
    return docx.read(Content(content.name, as_docx(content, (zh, en), suffix)))


def _kind(data: bytes) -> tuple[str, str, str] | None:
    """What a file is called in Chinese and English, and the suffix that belongs to it."""
    if data.startswith(_OLE) and _WORD in data and not any(stream in data for stream in _LOCKED):
        return "旧版 Word（.doc）或 WPS 文件", "a legacy Word (.doc) or WPS file", ".doc"
    if data.startswith(_RTF):
        return "RTF 文件", "an RTF file", ".rtf"
    if data.startswith(b"PK") and _ODT in data[:_HEAD]:
        return "OpenDocument 文件（.odt）", "an OpenDocument file (.odt)", ".odt"
    return None
