"""Chinese numerals up to 9,999, as headings and lists use them."""

from __future__ import annotations

_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "○": 0}
_TENS = {"十": 10, "百": 100, "千": 1000}
SIGNS = "〇零一二两三四五六七八九十百千"


def numeral(text: str) -> int | None:
    """Return the number written in digits or hanzi (12, 十二, 二十, 一百零三); None where it is no number."""
    text = text.strip()
    if text.isdecimal():
        return int(text)
    if not text or any(sign not in _DIGITS and sign not in _TENS for sign in text):
        return None
    if len(text) > 1 and not any(sign in _TENS for sign in text):
        return int("".join(str(_DIGITS[sign]) for sign in text))
    total, digit = 0, 0
    for sign in text:
        if sign in _TENS:
            total += (digit or 1) * _TENS[sign]
            digit = 0
        else:
            digit = _DIGITS[sign]
    return total + digit
