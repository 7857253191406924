"""Whether a numbered line is a heading, or an item of a list in running text."""

from __future__ import annotations

import re

from lantu.plan.document import Block
from lantu.reading.heading import Heading, tidy
from lantu.reading.heading_mark import Mark, Style

NAMED = frozenset({Style.PART, Style.CHAPTER, Style.SECTION})
LONGEST = dict.fromkeys(NAMED, 60) | {Style.ENUMERATED: 50, Style.BRACKETED: 50}
SENTENCE_END = re.compile(r"[。！!？?]")
_LONGEST_OTHER = 40
_LONGEST_LATIN = 160
_COLON = re.compile(r"[：:]")
_LIST_END = "；;，,、：:"
_AMOUNT = re.compile(
    r"(?<![第\d.])\d[\d.]*\s*(?:[%％‰亿万千个家项公吨元倍位户亩条所名座张台人床处栋套间场件部辆只头株棵]|次(?!全国|人口|经济|农业)|左右)"
)
# Who does it and by when, in brackets behind an order: no paragraph that the order could be the heading of.
_NOTE = re.compile(r"\s*[(（][^()（）]*(?:[(（][^()（）]*[)）][^()（）]*)*[)）]\s*$")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_LATIN_TITLE = re.compile(r"[A-Z\d“\"'(]")


def numbered_heading(block: Block, mark: Mark) -> Heading | None:
    """Return the heading that a numbered line is; None where it is an item of a list in running text."""
    text = block.text
    stop = SENTENCE_END.search(text, mark.end)
    end = stop.start() if stop else len(text.rstrip())
    title = text[mark.end : end]
    latin = _HAN.search(title) is None
    if latin:
        return _latin(block, mark)
    colon = _COLON.search(text, mark.end, min(end, mark.end + 24))
    if mark.style not in NAMED and colon and colon.end() < len(text.rstrip()):
        end, title = colon.start(), text[mark.end : colon.start()]
        if _AMOUNT.search(title) or "，" in title or len(title) < 2:
            return None
        return Heading(block, mark, tidy(title), mark.start, end, rest=True)
    rest = bool(stop and _NOTE.sub("", text[stop.end() :]).strip("”’） \u3000"))
    longest = LONGEST.get(mark.style, _LONGEST_OTHER)
    if mark.style in NAMED:
        if not title.strip():
            return Heading(block, mark, "", mark.start, mark.end)
        return Heading(block, mark, tidy(title), mark.start, end, rest) if len(title) <= 2 * longest else None
    if not title.strip() or len(title) > longest or title.rstrip()[-1] in _LIST_END or ";" in title or "；" in title:
        return None
    # A numbered sentence with amounts, or one alone in a list, is an item of the list; 一、 and （一） are headings.
    if mark.style >= Style.ARABIC and _AMOUNT.search(title):
        return None
    if mark.style >= Style.ARABIC and stop and not rest and (len(title) > 20 or _NOTE.match(text, stop.end())):
        return None
    return Heading(block, mark, tidy(title), mark.start, end, rest)


def _latin(block: Block, mark: Mark) -> Heading | None:
    title = block.text[mark.end :].strip()
    if not title:
        return Heading(block, mark, "", mark.start, mark.end) if mark.style in NAMED else None
    if len(title) > _LONGEST_LATIN or title[-1] in ".;,:" or not _LATIN_TITLE.match(title):
        return None
    if mark.style is Style.BRACKETED_ARABIC:
        return None
    return Heading(block, mark, " ".join(title.split()), mark.start, len(block.text.rstrip()))
