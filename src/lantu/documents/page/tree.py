"""A page's elements, walked without recursion, so that no depth of nesting can break the walk."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from selectolax.lexbor import LexborNode

from lantu.documents.content import Content
from lantu.plan.fault import Fault

TEXT = "-text"
# Bounds on what a parser's time or memory would grow with the square of; honest pages stay far below.
DEEPEST = 2_000  # unclosed elements
MOST_TAGS = 3_000_000
MOST_ATTRIBUTES = 5_000  # of one element
MOST_REOPENED = 5_000_000  # unclosed bold, font, …: each is opened anew in each paragraph that follows
_LONG_TAG = 20_000  # characters, from which on attributes are counted
_ATTRIBUTE = r"[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>\"'][^\s>]*+)?+)?+"
_TAG = re.compile(rf"<(/?)([a-zA-Z][^\s/>]*+)((?:[\s/]++|{_ATTRIBUTE})*+)")
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_FORMATTING = frozenset({
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
})  # fmt: skip
# Elements that never hold others, or that the next of their kind closes.
_SHALLOW = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p",
    "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "option", "optgroup", "rp", "rt", "html",
    "head", "body", "frame",
})  # fmt: skip


def events(root: LexborNode, passed_over: Callable[[LexborNode], bool]) -> Iterator[tuple[bool, LexborNode]]:
    """Yield (True, node) on entering and (False, node) on leaving every node below the root, root included.

    Text nodes are entered only. A node that is passed over is not entered, nor anything below it.
    """
    stack: list[tuple[LexborNode, LexborNode | None]] = [(root, root.first_child)]
    yield True, root
    while stack:
        parent, child = stack.pop()
        if child is None:
            yield False, parent
            continue
        stack.append((parent, child.next))
        if child.tag == TEXT:
            yield True, child
        elif not passed_over(child):
            yield True, child
            stack.append((child, child.first_child))


def check_markup(content: Content, text: str) -> None:
    """Raise Fault where a page has more elements, nested deeper or fuller of attributes, than any honest page."""
    open_by_tag: dict[str, int] = {}
    depth = formatting = reopened = 0
    excess = text.count("<") > MOST_TAGS
    for match in () if excess else _TAG.finditer(text):
        if match.end() - match.start() > _LONG_TAG:
            excess = sum(1 for _ in _ATTRIBUTES.finditer(match[3])) > MOST_ATTRIBUTES
        tag = match[2].lower()
        reopened += formatting
        if tag in _SHALLOW:
            pass
        elif not match[1]:
            open_by_tag[tag] = open_by_tag.get(tag, 0) + 1
            depth += 1
            formatting += tag in _FORMATTING
        elif open_by_tag.get(tag):
            open_by_tag[tag] -= 1
            depth -= 1
            formatting -= tag in _FORMATTING
        if excess or depth > DEEPEST or reopened > MOST_REOPENED:
            excess = True
            break
    if excess:
        raise Fault(
            f"网页“{content.name}”的标记过多或嵌套过深，没有打开。请用浏览器打开，把正文复制到 Word 里另存为 .docx。",
            f"The page “{content.name}” has too many elements, or nests them too deeply, and was not opened. "
            "Open it in a browser and copy the text into a .docx.",
        )
