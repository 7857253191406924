"""Years, days and small numbers as official documents write them, in hanzi or in digits."""

from __future__ import annotations

import re
from datetime import date

_DIGITS = str.maketrans("零〇○Ｏ一二三四五六七八九０１２３４５６７８９", "0000" + "123456789" + "0123456789")
_YEAR = re.compile(r"(?:19|20)\d\d")
_HAN_YEAR = re.compile(r"[一二][九〇零○Ｏ][一二三四五六七八九〇零○Ｏ]{2}")
_DAY = re.compile(
    r"(\d{4}|[一二三四五六七八九〇零○Ｏ]{4})\s*年\s*(\d{1,2}|[一二三十]{1,3})\s*月\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*日"
)
_ISO_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")


def number_in(text: str) -> int | None:
    """Return the number below a hundred that the text writes, as 14 or 十四; None where it writes none."""
    text = text.strip()
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.partition("十")
    if not ten:
        tens, ones = "", text
    values = [part.translate(_DIGITS) for part in (tens, ones)]
    if any(value and not value.isdecimal() for value in values) or not text:
        return None
    return (int(values[0] or 1) * 10 if ten else 0) + int(values[1] or 0)


def year_in(text: str) -> int | None:
    """Return the first year that the text names, as 2035 or 二〇三五; None where it names none."""
    match = _YEAR.search(text.translate(str.maketrans("０１２３４５６７８９", "0123456789")))
    if match:
        return int(match[0])
    match = _HAN_YEAR.search(text)
    return int(match[0].translate(_DIGITS)) if match else None


def day_in(text: str) -> date | None:
    """Return the first day that the text names in full; None where it names none or no such day exists."""
    match = _DAY.search(text) or _ISO_DAY.search(text)
    if match is None:
        return None
    year, month, day = year_in(match[1]), number_in(match[2]), number_in(match[3])
    if year is None or month is None or day is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
