"""Numbers as texts write them: digits with or without groups, and Chinese numerals."""

from __future__ import annotations

_DIGIT = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2, "俩": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10_000, "亿": 100_000_000}

ARABIC = r"(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(?:\.\d{1,6})?"
"""A number in digits; groups of three may be set off by commas."""

CHINESE = "[〇零一二两三四五六七八九十百千万亿]{1,16}"
"""A number in Chinese numerals, whole."""


def number_of(words: str) -> float | None:
    """Return the value of a number in digits or in Chinese numerals (一万二千, 三点五), or None where it is none.

    A last digit without its own place stands one place below the one before it (一万二 is 12,000).
    """
    words = words.replace(",", "").strip()
    if not words:
        return None
    if words[0].isdecimal():
        try:
            return float(words)
        except ValueError:
            return None
    whole, _, fraction = words.partition("点")
    value = _whole(whole)
    if value is None or not all(c in _DIGIT for c in fraction):
        return None
    return value + (float("0." + "".join(str(_DIGIT[c]) for c in fraction)) if fraction else 0.0)


def _whole(words: str) -> float | None:
    if not words:
        return None
    if all(c in _DIGIT for c in words):
        return float("".join(str(_DIGIT[c]) for c in words))
    total = section = digit = 0
    place = 0
    for c in words:
        if c in _DIGIT:
            digit = _DIGIT[c]
            place = 0 if c in "零〇" else place
        elif c in _SMALL:
            section += (digit or 1) * _SMALL[c]
            digit, place = 0, _SMALL[c]
        elif c in _LARGE:
            total = (total + section + digit or 1) * _LARGE[c]
            section = digit = 0
            place = _LARGE[c]
        else:
            return None
    return float(total + section + digit * (place // 10 if digit and place > 10 else 1))
