"""What on a government page is not the text: navigation, sharing, footers; and where the text body is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from lantu.documents.page.tree import TEXT, events

_NEVER = frozenset({
    "script", "style", "noscript", "template", "head", "nav", "aside", "footer", "iframe", "svg", "canvas", "object",
    "select", "button", "textarea", "audio", "video", "map", "del", "-comment", "frameset", "!doctype",
})  # fmt: skip
_CONTAINERS = frozenset({
    "body", "div", "section", "article", "main", "form", "center", "table", "tbody", "tr", "td", "header", "font",
    "span", "ul", "ol", "dl", "html", "ucapcontent", "blockquote", "p", "h1", "h2", "h3", "h4", "h5", "h6", "li",
})  # fmt: skip
_DESCENDED = _CONTAINERS - {"p", "ul", "ol", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "li", "span", "font"}
_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "toolbar"})
# Names that people give to furniture; the vague ones are believed only of what says little.
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|topmenu|bread|breadcrumbs?|crumbs?|foot|footer|sidebar|aside|share|sharing|"
    r"social|copyright|friendlinks?|related|recommend|pagination|qrcode|ewm|comments?|daohang|fenxiang|dqwz|weizhi)"
    r"(?:$|[\s_-])|breadcrumb|bdshare|copyright",
    re.IGNORECASE,
)
_VAGUE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:header|head|top|topbar|side|toolbar|tools?|search|searchbox|position|location|links?|pager|page|login|"
    r"print|fontsize|banner|advert|ads?|skip|info|meta|source|tags?)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_IMPRINT = re.compile(
    r"版权所有|ICP备|公网安备|网站标识码|主办单位|承办单位|copyright|all rights reserved", re.IGNORECASE
)
_SENTENCE = re.compile(r"[。；！？.;!?]")
# A piece holding more of the page's words than this is the text, whatever it is called.
_TOO_MUCH_TO_DROP = 0.3
_BLANKS = re.compile(r"\s+")


@dataclass(slots=True)
class Share:
    """What lies below an element: characters outside links, characters in links, links, and what tells text."""

    plain: int = 0
    linked: int = 0
    links: int = 0
    longest: int = 0
    sentences: int = 0
    rows: int = 0
    tables: int = 0
    headings: int = 0
    imprint: bool = False

    def add(self, other: Share) -> None:
        """Count what lies below a child as lying below this."""
        self.plain += other.plain
        self.linked += other.linked
        self.links += other.links
        self.longest = max(self.longest, other.longest)
        self.sentences += other.sentences
        self.rows += other.rows
        self.tables += other.tables
        self.headings += other.headings
        self.imprint = self.imprint or other.imprint

    @property
    def is_links(self) -> bool:
        """Whether it is a list of links: several, and most of its words in them."""
        return self.links >= 3 and self.linked > 1.5 * self.plain

    @property
    def says_little(self) -> bool:
        """Whether the text body loses nothing without it."""
        if self.is_links or not self.plain:
            return True
        if self.imprint and self.plain < 600 and self.sentences < 8:
            return True
        return self.rows < 2 and (self.longest < 40 or not self.sentences) and self.plain < 200


class Furniture:
    """The shares of a page's elements, and which of them are passed over."""

    def __init__(self, root: LexborNode) -> None:
        self.shares: dict[int, Share] = {}
        self._dropped: set[int] = set()
        self._measure(root)
        total = self.shares[root.mem_id].plain
        for node in root.css("[class], [id], [role], [style], [hidden], header, [aria-hidden]"):
            share = self.shares.get(node.mem_id)
            few = share is None or share.plain <= _TOO_MUCH_TO_DROP * total
            if few and node.tag not in ("body", "html", "p", "tr", "td") and _looks_like_furniture(node, share):
                self._dropped.add(node.mem_id)

    def passes_over(self, node: LexborNode) -> bool:
        """Return whether a node is no part of the text."""
        return node.tag in _NEVER or node.mem_id in self._dropped

    def drop(self, node: LexborNode) -> None:
        """Pass a node over from now on."""
        self._dropped.add(node.mem_id)

    def _measure(self, root: LexborNode) -> None:
        stack: list[Share] = []
        in_link = 0
        for entering, node in events(root, lambda node: node.tag in _NEVER):
            tag = node.tag
            if tag == TEXT:
                words = _BLANKS.sub("", node.text_content or "")
                share = stack[-1]
                if in_link:
                    share.linked += len(words)
                else:
                    share.plain += len(words)
                    share.longest = max(share.longest, len(words))
                    share.sentences += len(_SENTENCE.findall(words))
                    share.imprint = share.imprint or _IMPRINT.search(words) is not None
            elif entering:
                if tag == "a":
                    in_link += 1
                if tag in _CONTAINERS or not stack:
                    stack.append(Share())
            else:
                if tag == "a":
                    in_link -= 1
                    stack[-1].links += 1
                if tag in _CONTAINERS or node.mem_id == root.mem_id:
                    share = stack.pop()
                    self.shares[node.mem_id] = share
                    if stack:
                        stack[-1].add(share)
                        stack[-1].rows += tag == "tr"
                        stack[-1].tables += tag == "table"
                        stack[-1].headings += tag in ("h1", "h2", "h3", "h4", "h5", "h6")


def text_body(root: LexborNode, furniture: Furniture) -> LexborNode:
    """Return the smallest element outside of which nothing is said that a reader would miss.

    From the page inwards, as long as one child holds the text and its siblings say little; siblings of the
    last one that are lists of links are passed over.
    """
    body = root
    while True:
        children = [child for child in body.iter(include_text=False) if not furniture.passes_over(child)]
        shares = [furniture.shares.get(child.mem_id, Share()) for child in children]
        if not children:
            return body
        most = max(range(len(children)), key=lambda i: shares[i].plain)
        own = furniture.shares.get(body.mem_id, Share()).plain - sum(share.plain for share in shares)
        rest = [share for i, share in enumerate(shares) if i != most]
        if (
            children[most].tag not in _DESCENDED
            or own > 40
            or (children[most].tag == "table" and shares[most].rows > 1 and not shares[most].tables)
            or not all(share.says_little for share in rest)
        ):
            break
        body = children[most]
    for child, share in zip(children, shares, strict=True):
        if share.is_links:
            furniture.drop(child)
    return body


def _looks_like_furniture(node: LexborNode, share: Share | None) -> bool:
    attributes = node.attributes
    if node.tag == "header":
        return share is None or not share.headings
    if (attributes.get("role") or "").lower() in _ROLES or "hidden" in attributes:
        return True
    if attributes.get("aria-hidden") == "true" or _HIDDEN.search(attributes.get("style") or ""):
        return True
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    if _NAMES.search(names):
        return True
    if not _VAGUE_NAMES.search(names) or (share is not None and not share.says_little):
        return False
    return share is None or share.is_links or node.css_first("h1, h2, table, article, main") is None
