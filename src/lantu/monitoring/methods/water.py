"""The class of surface water, after GB 3838, by its worst item."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lantu.parameters.standard import standard

Classes = NDArray[np.int8]

# 0 is what cannot be told; 1 to 5 are the classes I to V; 6 is worse than V.
UNKNOWN, WORSE_THAN_FIVE = 0, 6
WORDS = ("未定", "Ⅰ类", "Ⅱ类", "Ⅲ类", "Ⅳ类", "Ⅴ类", "劣Ⅴ类")
_NOISE = 1e-12


def item_class(item: str, value: ArrayLike, on: date) -> Classes:
    """Return the class of one item: the best whose limit it keeps, 6 where it keeps none, 0 where it is missing.

    item: dissolved_oxygen, ammonia_nitrogen, total_phosphorus, total_phosphorus_lake, permanganate_index, cod, bod5,
    ph or another of GB 3838, table 1. value: in milligrams per litre, pH as such.

    Raises KeyError for an item that the standard does not name.
    """
    tables, given = standard("gb3838", on).tables, np.asarray(value, float)
    if item in tables["within"]:
        low, high = tables["within"][item]
        keeps = (given >= low - _NOISE) & (given <= high + _NOISE)
        found = np.where(keeps, 1, WORSE_THAN_FIVE)
    else:
        at_least = item in tables["at_least"]
        limits = np.asarray((tables["at_least"] if at_least else tables["at_most"])[item], float)
        margin = given[..., None] - limits if at_least else limits - given[..., None]
        found = WORSE_THAN_FIVE - (margin >= -_NOISE).sum(axis=-1)
    return np.where(np.isnan(given) | (given < 0), UNKNOWN, found).astype(np.int8)


def water_class(items: Mapping[str, ArrayLike], on: date) -> Classes:
    """Return the class of water: that of its worst item; 0 where no item is known.

    items: values by item, as for `item_class`, broadcast together. Water temperature, total nitrogen and faecal
    coliforms do not count, as in the ministry's rules of assessment of 2011. Source: GB 3838, sections 4 and 5.
    """
    classes = np.broadcast_arrays(*(item_class(item, value, on) for item, value in items.items()))
    return np.asarray(np.array(classes).max(axis=0), np.int8)


def share_of_good_water(classes: ArrayLike) -> tuple[float, int]:
    """Return the share of sections of class III or better in per cent, and how many sections have a class."""
    found = np.asarray(classes)
    known = int((found != UNKNOWN).sum())
    good = int(((found != UNKNOWN) & (found <= 3)).sum())
    return (100 * good / known if known else float("nan")), known
