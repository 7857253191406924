"""The old name of the reading of Chinese numerals, for rules that still call it."""

from __future__ import annotations

from lantu.plan.chinese_number import whole_number as numeral

__all__ = ["numeral"]
