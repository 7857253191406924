"""The digits a plan prints: what they can tell, and how numbers are written in arithmetic."""

from __future__ import annotations

import re
from collections.abc import Iterable


def decimals_of(text: str) -> int:
    """Return how many decimals a printed number has; 0 where the text holds none."""
    match = re.search(r"\d+(?:\.(\d+))?", text)
    return len(match[1] or "") if match else 0


def half_digit(texts: Iterable[str]) -> float:
    """Return half of the last printed digit of the most exactly printed of these numbers, 0 where none is printed."""
    decimals = [decimals_of(text) for text in texts if re.search(r"\d", text)]
    return 0.5 * 10 ** -max(decimals) if decimals else 0.0


def shown(value: float, decimals: int = 2) -> str:
    """Write a number with at most this many decimals, a true minus sign and no trailing zeros."""
    text = f"{value:.{decimals}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return ("0" if text == "-0" else text).replace("-", "−")


def bracketed(value: float, decimals: int = 2) -> str:
    """Write a number for the middle of a sum: a negative one in brackets."""
    text = shown(value, decimals)
    return f"({text})" if text.startswith("−") else text


def percent(share: float, decimals: int = 1) -> str:
    """Write a share as per cent."""
    return f"{shown(100 * share, decimals)}%"
