"""Numbers, periods and dates set as the look asks: minus sign, grouped digits, no false precision."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from lantu.plan.message import Message
from lantu.plan.period import Period, PeriodKind

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
MINUS = "−"
GROUP = "\u00a0"


def decimals_of(value: float | None) -> int:
    """Return how many decimals a published value carries, at most four."""
    if value is None:
        return 0
    exponent = Decimal(repr(round(value, 4))).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def figure(value: float | None, decimals: int | None = None, *, signed: bool = False) -> str:
    """Set a number: `1 295`, `−0.4`, `＋0.7` when signed; "—" where there is none.

    decimals: how many to show; None shows the value's own, at most four.
    """
    if value is None:
        return "—"
    places = decimals_of(value) if decimals is None else decimals
    text = f"{abs(value):,.{places}f}".replace(",", GROUP)
    if float(f"{value:.{places}f}") == 0:
        return text
    return (MINUS if value < 0 else "＋" if signed else "") + text


def at_most(value: float | None, decimals: int) -> str:
    """Set a number with at most so many decimals: a due of 18 stays 18 beside 17.7."""
    return figure(None if value is None else round(value, decimals))


def percentage(share: float) -> str:
    """Set a share of one as a whole percentage."""
    return f"{figure(100 * share, 0)}%"


def period_words(period: Period | None) -> Message:
    """Say a period: 2024年, 2021—2024年, 2024年上半年, 2024年5月."""
    if period is None:
        return Message("", "")
    start, end = period.start, period.end
    match period.kind:
        case PeriodKind.YEAR:
            return Message(f"{start.year}年", f"{start.year}")
        case PeriodKind.YEARS:
            return Message(f"{start.year}—{end.year}年", f"{start.year}–{end.year}")
        case PeriodKind.HALF:
            first = start.month == 1
            return Message(
                f"{start.year}年{'上' if first else '下'}半年", f"{'1st' if first else '2nd'} half of {start.year}"
            )
        case PeriodKind.QUARTER:
            quarter = (start.month + 2) // 3
            return Message(f"{start.year}年第{'一二三四'[quarter - 1]}季度", f"Q{quarter} {start.year}")
        case PeriodKind.MONTH:
            return Message(f"{start.year}年{start.month}月", f"{_MONTHS[start.month - 1]} {start.year}")
        case PeriodKind.DAY:
            return day_words(start)


def period_short(period: Period | None) -> str:
    """Set a period for a narrow column: 2024, 2021—2024, 2024H1."""
    return "" if period is None else str(period).replace("-", "—" if period.kind is PeriodKind.YEARS else "-")


def day_words(day: date) -> Message:
    """Say a day; the last of a year is its end."""
    return Message(f"{day.year}年{day.month}月{day.day}日", f"{day.day} {_MONTHS[day.month - 1]} {day.year}")
