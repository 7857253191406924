"""The area a plan governs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Region:
    """An area with its GB/T 2260 code; either may be unknown ("")."""

    name: str = ""
    code: str = ""
