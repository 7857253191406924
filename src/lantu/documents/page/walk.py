"""The text body of a page as blocks: paragraphs, headings, list items, table rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from lantu.documents.content import Content, printable
from lantu.documents.page.furniture import Furniture, Share
from lantu.documents.page.grid import GridRows
from lantu.documents.page.tree import TEXT, events
from lantu.documents.row import has_words, table_row
from lantu.plan.document import Block, BlockKind

_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i", "ins", "kbd",
    "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
    "wbr", "img", "ruby", "rb", "rt", "rp", "o:p", "st1:chsdate",
})  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_HAN = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…"
# A line break in the source between two hanzi is no blank: nobody would read one there.
_SOURCE_BREAK = re.compile(rf"(?<=[{_HAN}])[ \t]*[\r\n]\s*(?=[{_HAN}])")
_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
_EDGES = " \t\r\n\f\v\u3000\xa0\u200b\ufeff"
# Lines of buttons and of the way to the page, where the page did not mark them as such.
_BUTTONS = re.compile(
    r"(?:[【\[(（|｜\s]*(?:打印(?:本页|此页)?|关闭(?:窗口|本页)?|收藏|返回(?:顶部|首页|列表)?|字[号体](?:大小)?[:：]?|[大中小]|分享(?:到)?[:：]?|"
    r"微信|微博|QQ空间|扫一扫.{0,20}|责任编辑[:：].{0,20}|浏览次数[:：]?\d*|上一篇[:：]?.{0,60}|下一篇[:：]?.{0,60})[】\])）|｜\s]*)+"
)
_WAY = re.compile(r"(?:您?(?:现在|当前)?所?(?:的|在)?位置|you are here)\s*[:：].{0,200}", re.IGNORECASE)
# Where a page came from, when, and how often it was looked at: two such particulars at least on one line.
_PARTICULARS = re.compile(
    r"(?:(?:信息|稿件|文章)?(?:来源|作者|编辑)|发布(?:时间|日期|机构)|日期|(?:浏览|点击|阅读|访问)(?:次数|数|量|率)?)\s*[:：]\s*"
    r"[^\s:：]{0,20}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?(?:\s*次)?[\s|｜【】\[\]]*"
)
_LONGEST_ROW = 1500  # characters; a table of one row with more is the layout of a page
_NOTE_MARK = re.compile(r"\s*[\[［(（]?\s*(?:\d{1,3}|[①-⑳*†‡])\s*[\]］)）]?\s*")


def blocks_of(root: LexborNode, furniture: Furniture, content: Content) -> Iterator[Block]:
    """Yield the blocks of a text body; those without words are neither given nor counted.

    A line break ends a block, except in headings and cells, where it is a blank. A table of one column, or
    one that holds tables or headings, is layout: what stands in it is read as if the table were not there.
    """
    number = table = 0
    for piece in _pieces(root, furniture, content):
        if isinstance(piece, GridRows):
            table += 1
            for cells in piece.rows():
                if has_words(cells):
                    number += 1
                    yield table_row(number, table, cells)
        else:
            kind, level, text = piece
            if text and not _is_of_the_site(text):
                number += 1
                content.bound(number)
                yield Block(number, text, kind, level)


def _pieces(
    root: LexborNode, furniture: Furniture, content: Content
) -> Iterator[tuple[BlockKind, int, str] | GridRows]:
    run: list[str] = []
    level = items = 0
    grid: GridRows | None = None
    preformatted = 0

    def flushed() -> tuple[BlockKind, int, str]:
        kind = BlockKind.HEADING if level else BlockKind.LIST_ITEM if items else BlockKind.PARAGRAPH
        text = flat("".join(run))
        run.clear()
        return kind, level, text

    for entering, node in events(root, lambda node: furniture.passes_over(node) or _is_note_mark(node)):
        tag = node.tag or ""
        if tag == TEXT:
            text = node.text_content or ""
            if preformatted and grid is None:
                *lines, last = text.replace("\r\n", "\n").split("\n")
                for line in lines:
                    run.append(line)
                    yield flushed()
                run.append(last)
            else:
                run.append(text)
        elif tag in _INLINE:
            continue
        elif grid is not None:
            if tag == "table" and not entering and node.mem_id == grid.key:
                run.clear()
                yield grid
                grid = None
            elif tag == "tr" and entering:
                grid.row()
            elif tag in ("td", "th"):
                if entering:
                    run.clear()
                    grid.cell(node)
                else:
                    grid.words(flat("".join(run)))
                    run.clear()
            elif tag == "caption" and not entering:
                yield flushed()
            else:
                run.append(" ")
        elif tag == "br":
            if level:
                run.append(" ")
            elif entering:
                yield flushed()
        elif tag == "table" and entering and _is_data(furniture.shares.get(node.mem_id, Share()), node):
            yield flushed()
            grid = GridRows(node.mem_id, content)
        else:
            yield flushed()
            if tag in _HEADINGS:
                level = _HEADINGS[tag] if entering else 0
            items += (1 if entering else -1) * (tag == "li")
            preformatted += (1 if entering else -1) * (tag == "pre")
    if run:
        yield flushed()


def _is_of_the_site(text: str) -> bool:
    """Whether a line is of the page it stands on and not of the document."""
    if _BUTTONS.fullmatch(text) or _WAY.fullmatch(text):
        return True
    return len(_PARTICULARS.findall(text)) > 1 and not _PARTICULARS.sub("", text).strip()


def flat(text: str) -> str:
    """Return text with source line breaks and runs of blanks as a reader sees them, without blanks at its ends."""
    return printable(_BLANKS.sub(" ", _SOURCE_BREAK.sub("", text))).strip(_EDGES)


def _is_data(share: Share, table: LexborNode) -> bool:
    if share.rows == 1 and share.plain > _LONGEST_ROW:
        return False
    if share.tables or share.headings or (table.attributes.get("role") or "") in ("presentation", "none"):
        return False
    return any(len([cell for cell in row.iter() if cell.tag in ("td", "th")]) > 1 for row in table.css("tr"))


def _is_note_mark(node: LexborNode) -> bool:
    """Whether a superscript only leads to a note."""
    if node.tag != "sup" or node.css_first("a") is None:
        return False
    return _NOTE_MARK.fullmatch(node.text() or "") is not None
