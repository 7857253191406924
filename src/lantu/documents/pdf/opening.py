"""A PDF opened within bounds, or the one line that says why it cannot be read."""

from __future__ import annotations

import re
import time

import pypdfium2 as pdfium

from lantu.documents.content import Body, Content
from lantu.documents.pdf.body import Layout
from lantu.documents.pdf.pdfium import opened, printed_pages
from lantu.documents.stated_title import stated_title
from lantu.plan.fault import Fault

MOST_PAGES = 5_000
LONGEST = 180.0  # seconds
MOST_GLYPHS = 20_000_000
_SCANNED = 0.5  # share of a page that pictures cover
_FEW = 30  # glyphs; no page of text has fewer, but for its page number
_FULL = 0.8  # share of a page; a picture of all of it may have a head or a stamp printed over it
_STAMPED = 80  # glyphs
_UNREADABLE = 0.3  # share of glyphs without a character
_LETTERS = 0.25  # share of characters that are letters or digits in any text
_PRIVATE = re.compile(r"[\ue000-\uf8ff]")


def body_of(content: Content) -> Body:
    """Return the blocks of a PDF, and the title its own properties state.

    Raises Fault where it is damaged, asks for a password, is a scan, has no usable text, or is too large.
    """
    try:
        document = opened(content.data)
    except pdfium.PdfiumError as error:
        raise _unopened(content, str(error)) from error
    try:
        if len(document) > MOST_PAGES:
            raise _too_large(content)
        return _laid_out(content, document)
    finally:
        document.close()


def _laid_out(content: Content, document: pdfium.PdfDocument) -> Body:
    layout = Layout()
    begun = time.monotonic()
    scanned: list[int] = []
    glyphs = unmapped = letters = private = 0
    for page in printed_pages(document):
        inked = [glyph.text for glyph in page.glyphs if not glyph.text.isspace()]
        glyphs += len(inked)
        unmapped += page.unmapped
        letters += sum(text[0].isalnum() for text in inked)
        private += sum(_PRIVATE.match(text) is not None for text in inked)
        few = len(inked) < (_STAMPED if page.pictured >= _FULL else _FEW)
        if few and page.pictured >= _SCANNED:
            scanned.append(page.number)
        layout.add(page)
        if glyphs > MOST_GLYPHS or time.monotonic() - begun > LONGEST:
            raise _too_large(content)
    if 2 * len(scanned) >= max(1, len(document)) or (glyphs == 0 and not unmapped):
        raise _scan(content, len(scanned), len(document))
    if unmapped + private > _UNREADABLE * (glyphs + unmapped) or letters < _LETTERS * glyphs:
        raise _garbled(content)
    blocks = layout.blocks()
    if not blocks:  # what little was printed runs along the edges of pictures
        raise _scan(content, len(scanned), len(document))
    content.bound(len(blocks))
    return Body(blocks, _title(document), tuple(scanned))


def _title(document: pdfium.PdfDocument) -> str:
    return stated_title(document.get_metadata_value("Title"))


def _unopened(content: Content, error: str) -> Fault:
    if "password" in error.lower() or "security" in error.lower():
        return Fault(
            f"“{content.name}”有密码保护。请用密码打开后另存为不加密的 PDF，或另存为 .docx。",
            f"“{content.name}” is protected by a password. Open it with the password and save it without one.",
        )
    return Fault(
        f"“{content.name}”已损坏或不完整，打不开。请重新下载，或用阅读器打开后另存。",
        f"“{content.name}” is damaged or incomplete and cannot be opened. "
        "Download it again, or open it in a reader and save it anew.",
    )


def _too_large(content: Content) -> Fault:
    return Fault(
        f"“{content.name}”页数或内容过多（上限 {MOST_PAGES} 页、{LONGEST:.0f} 秒），没有读完。"
        "请只保留规划正文，或拆成几个文件。",
        f"“{content.name}” has too many pages or too much on them (at most {MOST_PAGES} pages and "
        f"{LONGEST:.0f} seconds). Keep only the plan's own text, or split the file.",
    )


def _scan(content: Content, scanned: int, pages: int) -> Fault:
    return Fault(
        f"“{content.name}”是扫描件或图片：{pages} 页中有 {scanned or pages} 页没有文字层。"
        "请先做文字识别（OCR，如 WPS、Acrobat 的“识别文本”或 ocrmypdf -l chi_sim），再打开识别后的文件。",
        f"“{content.name}” is a scan or a picture: {scanned or pages} of its {pages} pages have no text layer. "
        "Recognise its text first (OCR: “Recognize Text” in Acrobat, or ocrmypdf), then open what that makes.",
    )


def _garbled(content: Content) -> Fault:
    return Fault(
        f"“{content.name}”的文字层不可用：字体没有给出文字编码，复制出来是乱码。"
        "请用原来的 .docx，或做文字识别（OCR）后再打开。",
        f"The text layer of “{content.name}” cannot be used: its fonts do not say which characters they show, so that "
        "copied text is garbled. Use the original .docx, or recognise the text (OCR) first.",
    )
