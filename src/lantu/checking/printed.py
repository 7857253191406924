"""What a printed number may stand for: 7.5 is anything from 7.45 to 7.55, and “7.5% 以上” has no upper end.

Method: interval arithmetic on the rounding of the printed digits, so that a finding never rests on rounding alone.
Two printed numbers contradict each other only if no pair of true values behind them agrees.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from lantu.plan.quantity import Comparator

# “左右”, “约”: no text says how wide; three per cent of the value on either side, beyond the rounding.
ABOUT = 0.03
_NUMBER = re.compile(r"\d+(?:[,，]\d{3})*(?:\.\d+)?")
_SLACK = 1e-12  # what floating point makes of a product
_SCALES = (1.0, 1e4, 1e8, 1e3, 1e12)


@dataclass(frozen=True, slots=True)
class Span:
    """Every value a printed number may stand for, ends included; infinite where it is bound on one side only."""

    low: float
    high: float

    def __add__(self, other: Span) -> Span:
        return Span(self.low + other.low, self.high + other.high)

    def times(self, factor: float) -> Span:
        """Return the span with both ends multiplied by a factor that is not negative."""
        return Span(self.low * factor, self.high * factor)

    def shrunk(self, half: float) -> Span:
        """Return the span without the rounding at its ends: what the printed digits say if they are exact."""
        return Span(self.low + half, self.high - half)

    def meets(self, other: Span) -> bool:
        """Return whether some value lies in both; ends that touch count, whatever floating point makes of them."""
        slack = 1e-9 * max([1.0, *(abs(end) for end in (self.low, self.high, other.low, other.high) if _finite(end))])
        return self.low <= other.high + slack and other.low <= self.high + slack

    def compound(self, rate: Span, years: int) -> Span:
        """Return base times (1 + rate / 100) to the power of the years; base and rate are spans."""
        return Span(grown(self.low, rate.low, years), grown(self.high, rate.high, years))


def _finite(end: float) -> bool:
    return math.isfinite(end)


def grown(base: float, rate: float, years: int) -> float:
    """Return a value after years of a yearly rate in per cent; infinite where no float can hold it."""
    if math.isinf(rate) and rate > 0:
        return math.inf if base > 0 else base
    factor = max(0.0, 1 + rate / 100)
    try:
        return float(base * factor**years)
    except OverflowError:
        return math.copysign(math.inf, base)


def step(value: float, text: str = "") -> float:
    """Return the unit of the last printed digit of a value: 0.1 for 34.2, 1 for 48.

    text: the words it was read from, where trailing zeros still stand; a value read as 52000 from 5.2万 has a step of
    1000. Without the text the shortest way to write the value tells.
    """
    if _FULL_WIDTH.search(text):
        text = text.translate(_HALF_WIDTH)
    size = abs(value)
    for match in _NUMBER.finditer(text):
        number = match[0].replace(",", "").replace("，", "")
        shown = float(number)
        for scale in _SCALES:
            if abs(shown * scale - size) <= _SLACK * max(size, 1.0):
                return scale * 10.0 ** -len(number.partition(".")[2])
    shortest = f"{abs(value):.10f}".rstrip("0").partition(".")[2]
    return 10.0 ** -len(shortest)


_FULL_WIDTH = re.compile("[\uff0e\uff10-\uff19]")
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF1A)} | {0xFF0E: ord(".")}


def printed(value: float, text: str = "", comparator: Comparator | None = None, high: float | None = None) -> Span:
    """Return what a printed value may stand for.

    comparator: ≥ and > open the upper end, ≤ and < the lower one, “about” widens both.
    high: the upper end of a range.
    """
    half = step(value, text) / 2
    low, top = value - half, value + half
    match comparator:
        case Comparator.AT_LEAST | Comparator.ABOVE:
            return Span(low, math.inf)
        case Comparator.AT_MOST | Comparator.BELOW:
            return Span(-math.inf, top)
        case Comparator.ABOUT:
            return Span(low - ABOUT * abs(value), top + ABOUT * abs(value))
        case Comparator.RANGE if high is not None:
            return Span(low, high + step(high, text) / 2)
    return Span(low, top)


_BOUND = re.compile(
    r"[<>≤≥＜＞﹤﹥≦≧~～]|[^年月]以[上下内]|之内|不[低高少多大小超]|左右|约|控制|保持|稳定|至少|最[多少高低]|[大小高低多少]于|超过|"
    r"within|at least|at most|about|under|over|below|above|or (?:more|less)",
    re.IGNORECASE,
)


def stated(comparator: Comparator | None, text: str) -> Comparator | None:
    """Return the bound that a cell states in print; None for a bare number.

    A reader may take a bare 73 for “at least 73” because more is better; in arithmetic, and beside another number, it
    is 73. A value without its text keeps its bound.
    """
    return comparator if not text.strip() or comparator is Comparator.RANGE or _BOUND.search(text) else None


def figure(value: float, digits: int = 4) -> str:
    """Write a number for people: 4 significant digits after a leading run, no trailing zeros, no exponent."""
    if not math.isfinite(value):
        return "∞" if value > 0 else "-∞"
    places = max(0, digits - 1 - math.floor(math.log10(abs(value)))) if value else 0
    text = f"{value:.{min(places, 6)}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
