"""Identities between indicators: parts that must make up the whole."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Balance:
    """The values of `parts` add up to that of `whole` in the same region and period (三次产业增加值之和 = GDP)."""

    whole: str
    parts: tuple[str, ...]
    source: str = ""
