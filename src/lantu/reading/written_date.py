"""Years and days as official documents write them, in hanzi or in digits."""

from __future__ import annotations

import re
from datetime import date

from lantu.plan.chinese_number import whole_number

_DIGITS = str.maketrans("零〇○Ｏ一二三四五六七八九０１２３４５６７８９", "0000" + "123456789" + "0123456789")
_YEAR = re.compile(r"(?:19|20)\d\d")
_HAN_YEAR = re.compile(r"[一二][九〇零○Ｏ][一二三四五六七八九〇零○Ｏ]{2}")
_DAY = re.compile(
    r"(\d{4}|[一二三四五六七八九〇零○Ｏ]{4})\s*年\s*(\d{1,2}|[一二三十]{1,3})\s*月\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*日"
)
_ISO_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")


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
    year, month, day = year_in(match[1]), whole_number(match[2]), whole_number(match[3])
    if year is None or month is None or day is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
