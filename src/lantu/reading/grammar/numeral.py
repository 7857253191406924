"""Numbers as texts write them: digits with or without groups, and Chinese numerals."""

from __future__ import annotations

from lantu.plan.chinese_number import whole_number

_DIGITS = "零一二三四五六七八九"

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
    value = whole_number(whole)
    digits = [_DIGITS.find(sign.replace("〇", "零")) for sign in fraction]
    if value is None or not all(0 <= digit <= 9 for digit in digits):
        return None
    return float(f"{value}.{''.join(map(str, digits))}0")
