"""Numbers, times and lists of units as people write them in a field, and back."""

from __future__ import annotations

import math
import re
from enum import Enum

from lantu.plan.period import Period

_PLAIN = str.maketrans("０１２３４５６７８９．－−％", "0123456789.--%")
_BETWEEN_UNITS = re.compile(r"[、，,；;]+")
_GROUPED = re.compile(r"(?<=\d)[,，\u00a0 ](?=\d{3}(?!\d))")


def written(value: object) -> str:
    """Return a field's value as one line of text; "" where there is none, a whole number without `.0`."""
    if value is None or value is False:
        return ""
    if value is True:
        return "true"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, tuple):
        return "、".join(value)
    return str(value)


def read_number(text: str) -> float:
    """Return a number; full-width digits, a minus sign and blanks or commas between groups are understood.

    Raises ValueError when it is none.
    """
    plain = _GROUPED.sub("", text.translate(_PLAIN)).strip()
    if "_" in plain:
        raise ValueError(text)
    value = float(plain)
    if not math.isfinite(value):
        raise ValueError(text)
    return value


def read_when(text: str) -> str:
    """Return a time in its short form: 2025, 2021-2025, 2024H1, 2025-06-30; 年, 月 and 日 are understood.

    Raises ValueError when it is none.
    """
    plain = "".join(text.translate(_PLAIN).split())
    if match := re.fullmatch(r"(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})[日号])?)?底?末?", plain):
        plain = "-".join(f"{int(part):02}" if n else part for n, part in enumerate(match.groups()) if part)
    period = Period.parse(plain)
    if not 1900 <= period.first_year <= period.last_year <= 2200:
        raise ValueError(text)
    return str(period)


def read_units(text: str) -> tuple[str, ...]:
    """Return the names of units, in the order they are written, each once."""
    return tuple(dict.fromkeys(name.strip() for name in _BETWEEN_UNITS.split(text) if name.strip()))
