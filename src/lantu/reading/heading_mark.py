"""The number that a heading begins with, and the style it is printed in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from lantu.plan.chinese_number import whole_number


class Style(IntEnum):
    """How headings are numbered, from the outermost style to the innermost; the order is that of official documents.

    一、 （一） 1. （1） follow GB/T 9704-2012, 7.3.3; 篇 章 节 stand above them. NONE is a heading without a number.
    """

    PART = 1
    CHAPTER = 2
    SECTION = 3
    DECIMAL_ONE = 4
    DECIMAL_TWO = 5
    DECIMAL_THREE = 6
    ENUMERATED = 7
    BRACKETED = 8
    ARABIC = 9
    BRACKETED_ARABIC = 10
    ORDINAL = 11
    DASHED = 12
    BOX = 13
    NONE = 14


@dataclass(frozen=True, slots=True)
class Mark:
    """A heading's number: its style, its value (None where it counts nothing), its words and where its title begins."""

    style: Style
    value: int | None
    text: str
    start: int
    end: int


_HAN = "一二三四五六七八九十百零〇"
_DIGITS = "0-9０-９"
_COUNT = rf"(?:[{_HAN}][{_HAN}\s]{{0,6}}|[{_DIGITS}]{{1,3}})"
_GAP = r"[\s.．、:：·—–-]*"
_WORDS = {"part": Style.PART, "book": Style.PART, "chapter": Style.CHAPTER, "section": Style.SECTION}
_LEVELS = {"篇": Style.PART, "编": Style.PART, "部分": Style.PART, "章": Style.CHAPTER, "节": Style.SECTION}
_DECIMALS = {1: Style.DECIMAL_ONE, 2: Style.DECIMAL_TWO}

# 第三章的…, 第二章提出… speak of a chapter and begin none.
_NAMED = re.compile(
    rf"第\s*({_COUNT})\s*(篇|编|部分|章|节)"
    r"(?!的|[、，,至所]|[到和及与]第|[中内][的所，,]|提出|规定|明确|确定|要求)"
)
_ENUMERATED = re.compile(rf"([{_HAN}]{{1,4}})\s*、(?!\s*[{_HAN}]{{1,3}}\s*[、三])")
_BRACKETED = re.compile(rf"[(（〔]\s*([{_HAN}]{{1,4}})\s*[)）〕][、.．]?")
_BRACKETED_ARABIC = re.compile(rf"[(（]\s*([{_DIGITS}]{{1,2}})\s*[)）][、.．]?|([{_DIGITS}]{{1,2}})[)）]")
_DECIMAL = re.compile(
    rf"[{_DIGITS}]{{1,2}}(?:[.．][{_DIGITS}]{{1,2}}){{1,3}}[.．]?(?=\s|[\u4e00-\u9fff“])(?!\s*[亿万千百元%％个吨公倍年月级])"
)
_ARABIC = re.compile(rf"([{_DIGITS}]{{1,2}})\s*[.．、](?![{_DIGITS}])")
_PLAIN = re.compile(r"(\d{1,2})\s+(?=[\u4e00-\u9fffA-Z“])")
_ORDINAL = re.compile(rf"([{_HAN}]{{1,3}})[是要]")
_DASHED = re.compile(r"[—–-]{2,}|[●•◆■□▲△○◎★☆※➢✓▪·—▶►▷❖]")
_BOX = re.compile(rf"专\s*栏\s*(?:({_COUNT})|(?=[\s：:]))|(?:Box|BOX)\s+(\d{{1,2}})(?=[\s:.–-])")
_ENGLISH = re.compile(
    r"(part|book|chapter|section)\s+([ivxlc]+|\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)\b",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"([IVX]{1,6})\.\s+(?=[A-Z])")
_TRIES = (
    (_ENUMERATED, Style.ENUMERATED),
    (_BRACKETED, Style.BRACKETED),
    (_BRACKETED_ARABIC, Style.BRACKETED_ARABIC),
    (_ARABIC, Style.ARABIC),
    (_ROMAN, Style.ENUMERATED),
    (_ORDINAL, Style.ORDINAL),
    (_BOX, Style.BOX),
    (_DASHED, Style.DASHED),
    (_PLAIN, Style.DECIMAL_ONE),
)
_BLANK = re.compile(r"[\s\ufeff]*")
_AFTER = re.compile(_GAP)
_AFTER_SHORT = re.compile(r"\s*")
_NUMBER_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ENGLISH_NUMBERS = {word: n for n, word in enumerate(_NUMBER_WORDS, 1)}


def mark_of(text: str, start: int = 0) -> Mark | None:
    """Return the number that the line `text[start:]` begins with, or None."""
    begin = _match(_BLANK, text, start).end()
    if begin == len(text):
        return None
    if match := _NAMED.match(text, begin):
        return _mark(_LEVELS[match[2]], _value(match[1]), match, text, begin, _AFTER)
    if match := _ENGLISH.match(text, begin):
        return _mark(_WORDS[match[1].lower()], _value(match[2]), match, text, begin, _AFTER)
    if match := _DECIMAL.match(text, begin):
        parts = re.split(r"[.．]", match[0].rstrip(".．"))
        style = _DECIMALS.get(len(parts), Style.DECIMAL_THREE)
        return _mark(style, _value(parts[-1]), match, text, begin, _AFTER_SHORT)
    for pattern, style in _TRIES:
        if match := pattern.match(text, begin):
            digits = next((group for group in match.groups() if group), None)
            after = _AFTER if style is Style.BOX else _AFTER_SHORT
            return _mark(style, None if digits is None else _value(digits), match, text, begin, after)
    return None


def _mark(style: Style, value: int | None, match: re.Match[str], text: str, begin: int, after: re.Pattern[str]) -> Mark:
    return Mark(style, value, match[0].strip(), begin, _match(after, text, match.end()).end())


def _match(pattern: re.Pattern[str], text: str, start: int) -> re.Match[str]:
    match = pattern.match(text, start)
    assert match is not None  # the pattern matches the empty string
    return match


def _value(digits: str) -> int | None:
    """The number behind Arabic, full-width, Chinese or Roman digits; None where they say none."""
    digits = re.sub(r"\s+", "", digits)
    lower = digits.lower()
    if lower in _ENGLISH_NUMBERS:
        return _ENGLISH_NUMBERS[lower]
    if re.fullmatch(r"[ivxlc]+", lower):
        values = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}[letter] for letter in lower]
        return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
    return whole_number(digits)
