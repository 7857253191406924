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
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH_NAMES = tuple(_MONTHS.split("|"))
_ENGLISH_DAY = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{_MONTHS}),?|"
    rf"(?P<first>{_MONTHS})\s+(?P<second>\d{{1,2}})(?:st|nd|rd|th)?,)\s+(?P<year>(?:19|20)\d\d)\b"
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
        return _english_day(text)
    year, month, day = year_in(match[1]), whole_number(match[2]), whole_number(match[3])
    if year is None or month is None or day is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _english_day(text: str) -> date | None:
    match = _ENGLISH_DAY.search(text)
    if match is None:
        return None
    month = _MONTH_NAMES.index(match["month"] or match["first"]) + 1
    try:
        return date(int(match["year"]), month, int(match["day"] or match["second"]))
    except ValueError:
        return None
