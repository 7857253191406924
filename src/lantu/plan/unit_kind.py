"""What kind of unit a printed unit is, whatever language and width it is printed in."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_PERCENT = {"%", "百分比", "percent", "percentage", "per cent"}
_POINTS = {"百分点", "个百分点", "percentage point", "percentage points"}
_PER_MILLE = {"‰", "千分点", "个千分点", "per mille"}


def is_percentage(unit: str | None) -> bool:
    """Return whether a unit is per cent, per mille or points: such figures are shares or rates, not amounts."""
    return percentage_size(unit) is not None


def percentage_size(unit: str | None) -> float | None:
    """Return how many per cent one of the unit is (‰ is 0.1); None where it is no percentage."""
    plain = _plain(unit)
    if plain in _PERCENT or plain in _POINTS:
        return 1.0
    return 0.1 if plain in _PER_MILLE else None


def is_points(unit: str | None) -> bool:
    """Return whether a unit is percentage points, in which shares differ."""
    return _plain(unit) in _POINTS


@lru_cache(maxsize=4096)
def _plain(unit: str | None) -> str:
    """The unit in lower case, with signs of compatible forms (％, ﹪) as one and single blanks."""
    return " ".join(unicodedata.normalize("NFKC", unit or "").lower().split())
