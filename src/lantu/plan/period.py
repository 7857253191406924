"""The time a figure speaks of: a day, a month, a quarter, a half-year, a year or a run of years."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_YEAR = re.compile(r"(\d{4})")
_YEARS = re.compile(r"(\d{4})\s*[-/—–~至]\s*(\d{4})")
_HALF = re.compile(r"(\d{4})-?H([12])")
_QUARTER = re.compile(r"(\d{4})-?Q([1-4])")
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


class PeriodKind(StrEnum):
    """How long a period is."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    YEARS = "years"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A stretch of time with whole-day ends, both included.

    Written `2025`, `2021-2025`, `2024H1`, `2024Q3`, `2024-05` or `2020-11-01`; `str()` gives that form
    back. Periods sort by end, then by start, so that the latest news comes last.
    """

    end: date
    start: date
    kind: PeriodKind

    @classmethod
    def year(cls, year: int) -> Period:
        """Return a calendar year."""
        return cls(date(year, 12, 31), date(year, 1, 1), PeriodKind.YEAR)

    @classmethod
    def years(cls, first: int, last: int) -> Period:
        """Return a run of calendar years, both included; one year alone is that year."""
        if first == last:
            return cls.year(first)
        if last < first:
            raise ValueError(f"{first}-{last}: the last year comes before the first")
        return cls(date(last, 12, 31), date(first, 1, 1), PeriodKind.YEARS)

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read a period from its written form.

        Raises ValueError when the text is none of the forms above, or no such day exists.
        """
        text = text.strip()
        if match := _YEAR.fullmatch(text):
            return cls.year(int(match[1]))
        if match := _MONTH.fullmatch(text):
            return cls._months(int(match[1]), int(match[2]), 1, PeriodKind.MONTH)
        if match := _YEARS.fullmatch(text):
            return cls.years(int(match[1]), int(match[2]))
        if match := _HALF.fullmatch(text):
            return cls._months(int(match[1]), 6 * int(match[2]) - 5, 6, PeriodKind.HALF)
        if match := _QUARTER.fullmatch(text):
            return cls._months(int(match[1]), 3 * int(match[2]) - 2, 3, PeriodKind.QUARTER)
        if match := _DAY.fullmatch(text):
            day = date(int(match[1]), int(match[2]), int(match[3]))
            return cls(day, day, PeriodKind.DAY)
        raise ValueError(f"{text!r} is not a period; write 2025, 2021-2025, 2024H1, 2024Q3, 2024-05 or 2020-11-01")

    @classmethod
    def _months(cls, year: int, first: int, count: int, kind: PeriodKind) -> Period:
        last = first + count - 1
        return cls(date(year, last, monthrange(year, last)[1]), date(year, first, 1), kind)

    @property
    def last_year(self) -> int:
        """The calendar year the period ends in."""
        return self.end.year

    @property
    def first_year(self) -> int:
        """The calendar year the period begins in."""
        return self.start.year

    def __str__(self) -> str:
        start, end = self.start, self.end
        match self.kind:
            case PeriodKind.YEAR:
                return f"{start.year:04}"
            case PeriodKind.YEARS:
                return f"{start.year:04}-{end.year:04}"
            case PeriodKind.HALF:
                return f"{start.year:04}H{1 if start.month == 1 else 2}"
            case PeriodKind.QUARTER:
                return f"{start.year:04}Q{(start.month + 2) // 3}"
            case PeriodKind.MONTH:
                return f"{start.year:04}-{start.month:02}"
            case PeriodKind.DAY:
                return start.isoformat()
