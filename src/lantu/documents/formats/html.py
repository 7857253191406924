"""Web pages (HTML): the text body among the furniture of a site; a block is a paragraph or a table row."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lantu.documents.charset import decoded
from lantu.documents.content import Body, Content, printable
from lantu.plan.document import Block, BlockKind
from lantu.plan.fault import Fault

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

NAME = "html"

_HEAD = 4096
_PAGE = re.compile(r"<!doctype\s+html|<(?:html|head|body)[\s>]", re.IGNORECASE)
_PIECE = re.compile(r"<(p|div|table|h[1-6]|ul|ol|section|article|span)\b[^<>]*>", re.IGNORECASE)
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
# What a site adds to the title of each of its pages.
_SITE = re.compile(
    r"\s*[-_|–—｜·]+\s*[^-_|–—｜·]*(?:政府|网|委员会|局|首页|government|portal|website)[^-_|–—｜·]*$", re.IGNORECASE
)
_LONGEST_TITLE = 300


def likeness(content: Content) -> float:
    """Return 0.9 for a page, 0.4 for a piece of one."""
    head = (content.text or "")[:_HEAD].lstrip()
    if not head.startswith("<"):
        return 0.0
    if _PAGE.search(head):
        return 0.9
    return 0.4 if _PIECE.match(head) else 0.0


def read(content: Content) -> Body:
    """Return the blocks of the page's text body, numbered without gaps.

    Raises Fault where the page holds no text, or nests its elements deeper than any honest page.
    """
    from selectolax.lexbor import LexborHTMLParser

    from lantu.documents.page.furniture import Furniture, text_body
    from lantu.documents.page.tree import check_markup
    from lantu.documents.page.walk import blocks_of

    declared = _DECLARED.search(content.data[:_HEAD])
    text = decoded(content.data, declared[1].decode("ascii", "replace") if declared else "") or ""
    check_markup(content, text)
    page = LexborHTMLParser(text)
    root = page.body or page.root
    blocks: tuple[Block, ...] = ()
    if root is not None:
        furniture = Furniture(root)
        blocks = tuple(blocks_of(text_body(root, furniture), furniture, content))
    if not blocks:
        raise Fault(
            f"网页“{content.name}”里没有正文，也许正文由脚本载入。请在浏览器里打开，把正文复制到 Word 里另存为 .docx。",
            f"The page “{content.name}” holds no text; scripts may load it. "
            "Open it in a browser and copy the text into a .docx.",
        )
    title, heading = _title(page), _heading(page)
    if heading and heading in title and heading not in (block.text for block in blocks[:20]):
        first = Block(1, heading, BlockKind.HEADING, 1)
        blocks = (first, *(replace(block, number=block.number + 1) for block in blocks))
    return Body(blocks, title or next((block.text for block in blocks if block.level == 1), ""))


def _title(page: LexborHTMLParser) -> str:
    """The title that the page's own metadata state, without the name of the site."""
    article = page.css_first('meta[name="ArticleTitle" i]')
    stated = (article.attributes.get("content") or "") if article else ""
    if not stated.strip():
        element = page.css_first("title")
        stated = element.text() if element else ""
    title = " ".join(printable(stated.replace("\n", " ")).split())
    if len(title) > _LONGEST_TITLE:
        return ""
    while (shorter := _SITE.sub("", title)) not in ("", title):
        title = shorter
    return title


def _heading(page: LexborHTMLParser) -> str:
    """The page's first main heading, which may stand outside the text body."""
    element = page.css_first("h1")
    return " ".join(printable(element.text().replace("\n", " ")).split()) if element else ""
