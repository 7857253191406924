"""Files that are known and are no document Lantu reads: what each is, and how to make one of it that can be read."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lantu.documents.content import Content
from lantu.plan.fault import Fault

_SAVE = ("请用 Word、WPS 打开后另存为 .docx。", "Open it in Word or WPS and save it as .docx.")
_TYPE_OUT = ("请提供文字版：.docx、网页或文本文件。", "Give the text itself: a .docx, a web page or a text file.")
_UNPACK = ("请先解压，再打开里面的规划文件。", "Unpack it and open the plan inside.")
_SHEET = (
    "规划请用 .docx、网页或文本；指标和数据请放进规划数据包的 CSV。",
    "A plan comes as .docx, web page or text; figures belong in the CSV files of a plan package.",
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: what it is called, and the advice that goes with it."""

    zh: str
    en: str
    advice: tuple[str, str] = _TYPE_OUT

    def fault(self, name: str) -> Fault:
        """Return the one line that says so of a file."""
        return Fault(f"“{name}”是{self.zh}，不能作为规划文本读取。{self.advice[0]}",
                     f"“{name}” is {self.en}, which cannot be read as a plan. {self.advice[1]}")  # fmt: skip


_PICTURE = Kind(
    "图片", "a picture", ("请提供文字版，或先做文字识别（OCR）。", "Give the text itself, or recognise it (OCR) first.")
)
_OLD_SHEET = Kind("旧版 Excel（.xls）表格", "a legacy Excel (.xls) workbook", _SHEET)
_OLD_SLIDES = Kind("旧版演示文稿（.ppt）", "a legacy presentation (.ppt)")
_PROTECTED = Kind(
    "有密码保护的 Office 文件",
    "an Office file protected by a password",
    ("请取消密码后另存为 .docx。", "Remove the password and save it as .docx."),
)
_OFFICE_1997 = Kind("旧版 Office 文件", "a legacy Office file", _SAVE)
_ARCHIVE = Kind("压缩包", "an archive", _UNPACK)
_PROGRAM = Kind("程序文件", "a program")
_SOUND = Kind("音频或视频", "sound or video")
_DATABASE = Kind("数据库或数据文件", "a database or data file", _SHEET)
_SAVED_PAGE = Kind("网页归档（MHT）", "a web archive (MHT)", _SAVE)
_XML = Kind("XML 数据", "XML data", _SAVE)
_SVG = Kind("矢量图片（SVG）", "a vector picture (SVG)")
_CSV = Kind("CSV 表格", "a CSV table", _SHEET)

# Bytes at an offset, and what they are the signature of.
_SIGNATURES: tuple[tuple[int, bytes, Kind], ...] = (
    (0, b"\x89PNG", _PICTURE), (0, b"\xff\xd8\xff", _PICTURE), (0, b"GIF8", _PICTURE), (0, b"II*\0", _PICTURE),
    (0, b"MM\0*", _PICTURE), (8, b"WEBP", _PICTURE), (4, b"ftyphei", _PICTURE), (4, b"ftypavif", _PICTURE),
    (4, b"ftypmif1", _PICTURE), (0, b"\0\0\1\0", _PICTURE),
    (0, b"Rar!", _ARCHIVE), (0, b"7z\xbc\xaf", _ARCHIVE), (0, b"\x1f\x8b", _ARCHIVE), (0, b"BZh", _ARCHIVE),
    (0, b"\xfd7zXZ", _ARCHIVE), (0, b"\x28\xb5\x2f\xfd", _ARCHIVE), (257, b"ustar", _ARCHIVE),
    (0, b"\x7fELF", _PROGRAM), (0, b"\xca\xfe\xba\xbe", _PROGRAM), (0, b"\xcf\xfa\xed\xfe", _PROGRAM),
    (0, b"\xce\xfa\xed\xfe", _PROGRAM), (0, b"\0asm", _PROGRAM),
    (4, b"ftyp", _SOUND), (0, b"ID3", _SOUND), (0, b"OggS", _SOUND), (0, b"RIFF", _SOUND), (0, b"fLaC", _SOUND),
    (0, b"\x1aE\xdf\xa3", _SOUND),
    (0, b"SQLite format 3", _DATABASE), (0, b"PAR1", _DATABASE),
)  # fmt: skip
# These begin like words, so they are believed only of bytes that are no text.
_SHORT_SIGNATURES = ((b"BM", _PICTURE), (b"MZ", _PROGRAM))
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Names of streams in an OLE file, which stand in it as UTF-16.
_OLE_STREAMS = (
    ("EncryptedPackage", _PROTECTED),
    ("EncryptionInfo", _PROTECTED),
    ("Workbook", _OLD_SHEET),
    ("PowerPoint Document", _OLD_SLIDES),
)
# A part's name in a zip, and what the zip then is.
_ZIP_PARTS = (
    ("xl/", Kind("Excel 表格（.xlsx）", "an Excel workbook (.xlsx)", _SHEET)),
    ("ppt/", Kind("演示文稿（.pptx）", "a presentation (.pptx)")),
    ("OFD.xml", Kind("OFD 版式文件", "an OFD file", ("请另存为 .docx 或文本。", "Save it as .docx or as text."))),
    ("META-INF/container.xml", Kind("电子书（EPUB）", "an e-book (EPUB)")),
    ("content.xml", Kind("OpenDocument 文件（.ods、.odp）", "an OpenDocument file (.ods, .odp)", _SAVE)),
)
_MHT = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,30}?content-type:\s*multipart/related", re.IGNORECASE)
_LONGEST_LABEL = 40


def refusal(content: Content) -> Fault | None:
    """Return what to say of a file that is known and is no document, or None where it is not known."""
    data = content.data
    if data.startswith(b"PK"):
        return _zip(content)
    kind = _by_signature(data) or (_of_bytes(data) if content.text is None else _of_text(content.text, data))
    return kind.fault(content.name) if kind else None


def _by_signature(data: bytes) -> Kind | None:
    if data.startswith(_OLE):
        streams = (kind for name, kind in _OLE_STREAMS if name.encode("utf-16-le") in data)
        return next(streams, _OFFICE_1997)
    return next((kind for offset, sign, kind in _SIGNATURES if data.startswith(sign, offset)), None)


def _of_bytes(data: bytes) -> Kind | None:
    return next((kind for sign, kind in _SHORT_SIGNATURES if data.startswith(sign)), None)


def _of_text(text: str, data: bytes) -> Kind | None:
    head = text[:4096].lstrip()
    if _MHT.match(data[:8192]):
        return _SAVED_PAGE
    if head.startswith("<svg") or (head.startswith("<?xml") and "<svg" in head):
        return _SVG
    if head.startswith("<?xml"):
        return _XML
    return _CSV if _is_csv(text) else None


def _is_csv(text: str) -> bool:
    """Whether every line has as many fields as the first, three at least, under short and different labels."""
    sample = text[:64_000].splitlines()
    lines = [line for line in (sample[:-1] if len(text) > 64_000 else sample)[:200] if line.strip()]
    if len(lines) < 3:
        return False
    delimiter = max(",;", key=lines[0].count)
    if lines[0].count(delimiter) < 2:
        return False
    import csv

    try:
        rows = list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error:
        return False
    labels = [label.strip() for label in rows[0]]
    return (
        all(len(row) == len(labels) for row in rows)
        and len(set(labels)) == len(labels)
        and all(label and len(label) <= _LONGEST_LABEL for label in labels)
    )


def _zip(content: Content) -> Fault | None:
    from lantu.documents.archive import Archive

    try:
        archive = Archive(content)
    except Fault as fault:  # cut off, or a bomb: the archive says which
        return fault
    names = archive.names()
    for part, kind in _ZIP_PARTS:
        if any(name.startswith(part) for name in names):
            return kind.fault(content.name)
    return archive.damaged("word/document.xml") if "[Content_Types].xml" in names else _ARCHIVE.fault(content.name)
