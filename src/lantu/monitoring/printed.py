"""The digits a plan prints: what they can tell, and how numbers are written in arithmetic."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from decimal import Decimal

from lantu.plan.message import Message

_NUMBER = re.compile(r"\d[\d,，]*(?:[.．]\d+)?")
_MOST_DECIMALS = 10


def decimals_of(text: str, value: float | None = None) -> int:
    """Return how many decimals a printed number has; 0 where the text holds none.

    value: the number meant, where the text holds several ("87.5 by 2025"); else the first one counts.
    """
    numbers = [_plain(match) for match in _NUMBER.findall(text)]
    meant = [number for number in numbers if value is not None and float(number) == abs(value)]
    return _decimals((meant or numbers or ["0"])[0])


def decimals_in(value: float) -> int:
    """Return how many decimals a number needs to be written in full (10 at most)."""
    return _decimals(exact(value))


def half_digit(printed: Iterable[tuple[str, float | None]]) -> float:
    """Return half of the last printed digit of the most exactly printed of these numbers, 0 where none is printed.

    printed: (text, value) of each.
    """
    decimals = [decimals_of(text, value) for text, value in printed if re.search(r"\d", text)]
    return 0.5 * 10 ** -max(decimals) if decimals else 0.0


def exact(value: float) -> str:
    """Write a number that is given, in full: a true minus sign, no exponent, no trailing zeros."""
    return _tidy(format(Decimal(repr(round(value, _MOST_DECIMALS))), "f"))


def shown(value: float, decimals: int = 2) -> str:
    """Write a number with at most this many decimals, a true minus sign and no trailing zeros."""
    return _tidy(f"{value:.{decimals}f}")


def computed(value: float, decimals: int = 2) -> str:
    """Write a number that was computed: with this many decimals, more where four digits need more."""
    if value and math.isfinite(value):
        decimals = min(max(decimals, 3 - math.floor(math.log10(abs(value)))), _MOST_DECIMALS)
    return shown(value, decimals)


def rounded(value: float) -> str:
    """Write a computed number for reading: two decimals, more where two digits need more."""
    digits = 1 - math.floor(math.log10(abs(value))) if value and math.isfinite(value) else 2
    return shown(value, min(max(digits, 2), _MOST_DECIMALS))


def bracketed(text: str) -> str:
    """Write a number for the middle of a sum: a negative one in brackets."""
    return f"({text})" if text.startswith("−") else text


def percent(share: float, decimals: int = 1) -> str:
    """Write a share as per cent."""
    return f"{shown(100 * share, decimals)}%"


def chance(probability: float) -> str:
    """Write a probability as per cent, never claiming certainty: >99% where it rounds to 100, <1% below one."""
    if probability >= 0.995:
        return ">99%"
    return "<1%" if probability < 0.01 else percent(probability, 0)


def chance_words(probability: float) -> Message:
    """Say a probability as `chance` writes it, in words: over 99%, under 1%."""
    written = chance(probability)
    zh, en = {">": ("超过", "over "), "<": ("不足", "under ")}.get(written[0], ("", ""))
    return Message(zh + written.lstrip("<>"), en + written.lstrip("<>"))


def _plain(number: str) -> str:
    return number.replace(",", "").replace("，", "").replace("．", ".")


def _decimals(number: str) -> int:
    return len(number.partition(".")[2])


def _tidy(text: str) -> str:
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return ("0" if text == "-0" else text).replace("-", "−")
