"""Areas on a grid of tiles: where people placed them, else row by row; no map boundaries are needed."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, sqrt

from lantu.plan.area import Area

# The stylesheet knows so many rows and columns.
MOST = 14


def placed(areas: Sequence[Area]) -> dict[str, tuple[int, int]]:
    """Return the row and column of each area by its code, from 1.

    Places given in the package are used where every area has one of its own within the grid; else all are set row by
    row, in the package's order, on a grid a little wider than high.
    """
    given = {area.code: (area.row, area.column) for area in areas if area.row and area.column}
    fits = all(1 <= row <= MOST and 1 <= column <= MOST for row, column in given.values())
    if fits and len(given) == len(areas) == len(set(given.values())):
        return {code: (row, column) for code, (row, column) in given.items()}
    columns = min(MOST, max(1, ceil(sqrt(len(areas) * 1.4))))
    return {area.code: (at // columns + 1, at % columns + 1) for at, area in enumerate(areas)}


def short_name(name: str) -> str:
    """Return an area's name without its kind, where two hanzi or more are left: 腾鳌镇 is 腾鳌."""
    for kind in ("特别行政区", "自治区", "街道", "地区", "镇", "乡", "省", "市", "县", "区"):
        if name.endswith(kind) and len(name) - len(kind) >= 2:
            return name.removesuffix(kind)
    return name
