"""The years of China's five-year plans.

The first ran from 1953 to 1957, the second from 1958 to 1962, the third from 1966 to 1970, and from then on one
every five years without a gap: the thirteenth 2016-2020, the fourteenth 2021-2025 (their titles say so).
"""

from __future__ import annotations

_FIRST_YEARS = {1: 1953, 2: 1958}
_THIRD = 1966


def years_of(ordinal: int) -> tuple[int, int]:
    """Return the first and the last year of the plan with this number, from 1; ValueError where there is none yet."""
    if not 1 <= ordinal <= 30:
        raise ValueError(f"no five-year plan has the number {ordinal}")
    first = _FIRST_YEARS.get(ordinal, _THIRD + 5 * (ordinal - 3))
    return first, first + 4
