"""Markdown: a block is a line, without the signs that only say how to show it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import pairwise

from lantu.documents.content import Body, Content, printable
from lantu.documents.row import table_row
from lantu.plan.document import Block, BlockKind

NAME = "markdown"

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_QUOTE = re.compile(r"(?: {0,3}>[ \t]?)+")
_BULLET = re.compile(r"[ \t]*[-*+][ \t]+(?=\S)")
_ORDINAL = re.compile(r"[ \t]*\d{1,9}[.)][ \t]+(?=\S)")
_DELIMITER = re.compile(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_DEFINITION = re.compile(r" {0,3}\[(?!\^)[^\]]+\]:[ \t]*\S+")
_NOTE = re.compile(r" {0,3}\[\^[^\]]+\]:[ \t]*")
_BAR = re.compile(r"(?<!\\)\|")
_STRONG_TWICE = re.compile(r"\*\*(?! )[^*\n]{1,200}(?<! )\*\*")

# In the order they are undone; each leaves the words.
_INLINE = (
    (re.compile(r"<!--.{0,2000}?-->"), ""),
    (re.compile(r"\[\^[^\]\s]{1,80}\]"), ""),
    (re.compile(r"!?\[([^\[\]]{0,500})\]\([^()\s]{0,2000}(?:[ \t]+\"[^\"]{0,500}\")?\)"), r"\1"),
    (re.compile(r"<(?:https?://|mailto:)([^<>\s]{1,2000})>"), r"\1"),
    (re.compile(r"</?(?:b|i|u|em|strong|sup|sub|span|font|br|a|del|ins|mark|small)\b[^<>]{0,500}>", re.IGNORECASE), ""),
    (re.compile(r"(?<![\\*])(\*{2,3})(?=[^\s*])([^*]{1,2000}?)(?<=[^\s*\\])\1(?!\*)"), r"\2"),
    # A single star is strict about its neighbours: in a plan it also multiplies and marks binding indicators.
    (
        re.compile(r"(?<![\\*\d])\*(?=[^\s*])([^*]{1,2000}?)(?:(?<=[\w%)）”])\*(?!\*)|(?<=[^\s*\\])\*(?=\W|$)(?!\*))"),
        r"\1",
    ),
    (re.compile(r"(?<![\\\w])(_{1,3})(?=[^\s_])([^_]{1,2000}?)(?<=[^\s_\\])\1(?!\w)"), r"\2"),
    (re.compile(r"~~(?=\S)([^~]{1,2000}?)(?<=\S)~~"), r"\1"),
    (re.compile(r"(`+)(?!`)[ ]?([^`]{1,2000}?)[ ]?(?<!`)\1(?!`)"), r"\2"),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)
_SIGNS = re.compile(r"[*_`~\[<\\&]")


def likeness(content: Content) -> float:
    """Return 0.5 where a text has headings, a table or strong words written the way of Markdown."""
    if content.text is None:
        return 0.0
    text = content.text[:200_000].replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    marked = any(line.lstrip(" ").startswith("#") and _HEADING.match(line) for line in lines)
    return 0.5 if marked or _has_table(lines) or len(_STRONG_TWICE.findall(text)) > 1 else 0.0


def read(content: Content) -> Body:
    """Return a block for every line that carries words, numbered as an editor numbers lines.

    Bullets go, ordinals stay: a plan may be cited by them.
    """
    lines = [printable(line) for line in content.lines]
    blocks = tuple(block for block in _blocks(lines) if block.text.strip(" \t\u3000|"))
    title = next((block.text for block in blocks if block.level == 1), "")
    return Body(blocks, title)


def _blocks(lines: list[str]) -> Iterator[Block]:
    position, table, fence = _after_front_matter(lines), 0, ""
    while position < len(lines):
        line, number = lines[position], position + 1
        following = lines[position + 1] if position + 1 < len(lines) else ""
        position += 1
        if fence_here := _FENCE.match(line):
            sign = fence_here[1]
            fence = sign if not fence else "" if sign.startswith(fence) else fence
        elif fence:
            yield Block(number, line)
        elif _is_table_head(line, following):
            table += 1
            yield table_row(number, table, _cells(line))
            position += 1
            while position < len(lines) and "|" in lines[position]:
                yield table_row(position + 1, table, _cells(lines[position]))
                position += 1
        elif heading := _HEADING.match(line):
            yield Block(number, words(heading[2]), BlockKind.HEADING, level=len(heading[1]))
        elif (
            line.strip()
            and not line.startswith((" ", "\t", "-", "*", "+", ">", "#", "|"))
            and (underline := _UNDERLINE.match(following))
        ):
            position += 1
            level = 1 if underline[1].startswith("=") else 2
            yield Block(number, words(line), BlockKind.HEADING, level=level)
        elif not _RULE.match(line) and not _DEFINITION.match(line):
            yield _text_block(number, line)


def _text_block(number: int, line: str) -> Block:
    line = _QUOTE.sub("", line, count=1) if line.lstrip(" ").startswith(">") else line
    if note := _NOTE.match(line):
        return Block(number, words(line[note.end() :]), BlockKind.NOTE)
    if bullet := _BULLET.match(line):
        return Block(number, words(line[bullet.end() :]), BlockKind.LIST_ITEM)
    if _ORDINAL.match(line):
        return Block(number, words(line), BlockKind.LIST_ITEM)
    return Block(number, words(line))


def _after_front_matter(lines: list[str]) -> int:
    if lines and lines[0].rstrip() == "---":
        for position in range(1, min(len(lines), 100)):
            if lines[position].rstrip() in ("---", "..."):
                return position + 1
    return 0


def _is_table_head(line: str, following: str) -> bool:
    return (
        "|" in line
        and "|" in following
        and _DELIMITER.match(following) is not None
        and len(_split(line)) == len(_split(following))
    )


def _has_table(lines: list[str]) -> bool:
    return any(_is_table_head(line, following) for line, following in pairwise(lines))


def _split(line: str) -> list[str]:
    parts = _BAR.split(line.strip())
    if len(parts) > 1 and not parts[0]:
        del parts[0]
    if len(parts) > 1 and not parts[-1].strip():
        del parts[-1]
    return parts


def _cells(line: str) -> list[str]:
    return [words(part) for part in _split(line)]


def words(line: str) -> str:
    """Return a line's words without emphasis, links, code signs, escapes and note marks."""
    line = line.strip(" \t")
    if not _SIGNS.search(line):
        return line
    for pattern, replacement in _INLINE:
        line = pattern.sub(replacement, line)
    return printable(html.unescape(line)) if "&" in line else line
