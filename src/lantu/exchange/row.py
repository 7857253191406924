"""A row of a CSV file, read with care: what is wrong in it is said with file, row and column."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TypeVar

from lantu.plan.citation import Citation
from lantu.plan.fault import Fault
from lantu.plan.period import Period

T = TypeVar("T")
E = TypeVar("E", bound=Enum)


def cell(value: object) -> str:
    """Write a value as a CSV cell; None is the empty cell, a whole float loses its `.0`."""
    if value is None or value is False:
        return ""
    if value is True:
        return "true"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return str(value)


@dataclass(frozen=True, slots=True)
class Row:
    """One row by column name, with the file and line it stands in; a missing column reads as empty."""

    file: str
    line: int
    cells: dict[str, str]

    def text(self, column: str) -> str:
        """Return the cell as it stands, "" where it is missing."""
        return self.cells.get(column) or ""

    def maybe(self, column: str) -> str | None:
        """Return the cell, None where it is empty."""
        return self.text(column) or None

    def number(self, column: str) -> float | None:
        """Return the cell as a number, None where it is empty.

        Raises Fault when the cell holds something that is no number.
        """
        return self._read(
            column,
            _finite,
            "数字（只写数，如 41.5；单位已在指标上）",
            "a number (write 41.5 alone; the unit stands with the indicator)",
        )

    def whole(self, column: str, default: int = 0) -> int:
        """Return the cell as a whole number. Raises Fault when it is none."""
        value = self._read(column, int, "整数", "a whole number")
        return default if value is None else value

    def period(self, column: str) -> Period | None:
        """Return the cell as a period. Raises Fault when it is none."""
        return self._read(column, _period, "时期（如 2025、2021-2025、2024H1）", "a period (2025, 2021-2025, 2024H1)")

    def day(self, column: str) -> date | None:
        """Return the cell as a day. Raises Fault when it is none."""
        return self._read(column, date.fromisoformat, "日期（如 2023-12-31）", "a date (2023-12-31)")

    def choice(self, column: str, kind: type[E]) -> E | None:
        """Return the cell as a member of an enumeration. Raises Fault when it is none of them."""
        words = ", ".join(str(member.value) for member in kind)
        return self._read(column, kind, f"以下之一：{words}", f"one of: {words}")

    def flag(self, column: str) -> bool:
        """Return whether the cell says true."""
        return self.text(column).lower() == "true"

    def citation(self) -> Citation | None:
        """Return the citation in the columns source_block, source_start, source_end, source_quote."""
        if not self.text("source_block"):
            return None
        return Citation(self.whole("source_block"), self.whole("source_start"), self.whole("source_end"),
                        self.text("source_quote"))  # fmt: skip

    def cited(self) -> Citation:
        """Return the citation. Raises Fault where the row has none."""
        citation = self.citation()
        if citation is None:
            raise self.fault("source_block", "缺少出处", "names no source")
        return citation

    def fault(self, column: str, zh: str, en: str) -> Fault:
        """Return a fault that says where in the file it is."""
        return Fault(
            f"{self.file} 第 {self.line} 行“{column}”列：{zh}。请改正这一格后重试。",
            f"{self.file}, line {self.line}, column “{column}”: {en}. Correct that cell and try again.",
        )

    def _read(self, column: str, parse: Callable[[str], T], zh: str, en: str) -> T | None:
        text = self.text(column).strip()
        if not text:
            return None
        try:
            return parse(text)
        except (ValueError, OverflowError) as error:
            raise self.fault(column, f"“{text}”不是{zh}", f"“{text}” is not {en}") from error


# How a spreadsheet shows thousands: 30,500 or 30，500.
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?")


def _finite(text: str) -> float:
    value = float(re.sub("[,，]", "", text) if _GROUPED.fullmatch(text) else text)
    if value != value or value in (float("inf"), float("-inf")):
        raise ValueError(text)
    return value


def _period(text: str) -> Period:
    """A period, also with the 年 that people write behind a year."""
    return Period.parse(text.removesuffix("年"))
