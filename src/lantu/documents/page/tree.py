"""A page's elements, walked without recursion, so that no depth of nesting can break the walk."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from selectolax.lexbor import LexborNode

from lantu.documents.content import Content
from lantu.plan.fault import Fault

TEXT = "-text"
DEEPEST = 2_000  # unclosed elements; a parser's time grows with the square of the depth
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)")
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


def check_depth(content: Content, text: str) -> None:
    """Raise Fault where a page nests its elements deeper than any honest page does."""
    open_by_tag: dict[str, int] = {}
    depth = 0
    for match in _TAG.finditer(text):
        tag = match[2].lower()
        if tag in _SHALLOW:
            continue
        if not match[1]:
            open_by_tag[tag] = open_by_tag.get(tag, 0) + 1
            depth += 1
            if depth > DEEPEST:
                raise Fault(
                    f"“{content.name}”的网页嵌套过深，没有打开。请用浏览器打开，把正文复制到 Word 里另存为 .docx。",
                    f"“{content.name}” nests its elements too deeply and was not opened. "
                    "Open it in a browser and copy the text into a .docx.",
                )
        elif open_by_tag.get(tag):
            open_by_tag[tag] -= 1
            depth -= 1
