"""A period as people write it in a form: the short form, or 2025年, 2025年上半年, 2025年三季度, 2025年6月."""

from __future__ import annotations

import re
from collections.abc import Callable

from lantu.plan.period import Period

_DIGITS = str.maketrans("０１２３４５６７８９－", "0123456789-")
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4}
_WAYS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"(\d{4})年"), lambda m: m[1]),
    (re.compile(r"(\d{4})年?[-—–~～至到](\d{4})年"), lambda m: f"{m[1]}-{m[2]}"),
    (re.compile(r"(\d{4})年(上|下)半年"), lambda m: f"{m[1]}H{1 if m[2] == '上' else 2}"),
    (re.compile(r"(\d{4})年第?([一二三四1-4])季度?"), lambda m: f"{m[1]}Q{_QUARTERS.get(m[2], m[2])}"),
    (re.compile(r"(\d{4})年(\d{1,2})月份?"), lambda m: f"{m[1]}-{int(m[2]):02}"),
    (re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})[日号]"), lambda m: f"{m[1]}-{int(m[2]):02}-{int(m[3]):02}"),
)


def read_period(text: str) -> Period:
    """Return the period that was written. Raises ValueError when it is none, or no such day exists."""
    plain = "".join(text.translate(_DIGITS).split())
    for pattern, short in _WAYS:
        if match := pattern.fullmatch(plain):
            return Period.parse(short(match))
    return Period.parse(plain)
