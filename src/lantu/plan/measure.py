"""Units of measure: which can be compared with which, and by what factor."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from lantu.plan.unit_kind import percentage_size

# Families whose members convert into each other.
_FAMILIES: dict[str, dict[str, float]] = {
    "money": {"元": 1, "元人民币": 1, "yuan": 1, "RMB": 1},
    "dollar": {"美元": 1, "USD": 1},
    "person": {"人": 1, "名": 1, "人口": 1, "persons": 1, "people": 1, "jobs": 1},
    "visit": {"人次": 1, "visits": 1},
    "area": {"亩": 10000 / 15, "公顷": 1e4, "平方公里": 1e6, "平方千米": 1e6, "km²": 1e6, "平方米": 1, "㎡": 1,
             "m²": 1, "mu": 10000 / 15, "hectares": 1e4, "hectare": 1e4, "ha": 1e4, "square kilometers": 1e6,
             "square kilometres": 1e6, "square meters": 1, "square metres": 1},
    "length": {"公里": 1000, "千米": 1000, "km": 1000, "米": 1, "m": 1, "kilometers": 1000, "kilometres": 1000},
    "coal": {"吨标准煤": 1, "吨标煤": 1, "tons of standard coal": 1, "tonnes of standard coal": 1},
    "mass": {"吨": 1, "t": 1, "tons": 1, "tonnes": 1, "公斤": 0.001, "千克": 0.001, "斤": 0.0005},
    "volume": {"立方米": 1, "m³": 1, "方": 1},
    "energy": {"千瓦时": 1, "度": 1, "kWh": 1},
    "power": {"千瓦": 1, "kW": 1, "兆瓦": 1000},
    "year": {"年": 1, "岁": 1, "周岁": 1, "years": 1},
    "day": {"天": 1, "日": 1, "days": 1},
    "times": {"倍": 1},
    "share per 100,000": {"1/10万": 1, "/10万": 1},
    # Classifiers stand for one another: 69家, 69个 and 69户 enterprises are the same count.
    "count": dict.fromkeys(
        "个家户所件张项座处条台辆套间部支只头株棵起宗种类片栋艘架组场次例村床位顶口册份篇对门盏", 1.0
    ) | {"名次": 1, "个村": 1, "项目": 1},
}  # fmt: skip
_PREFIXES = {"万亿": 1e12, "千亿": 1e11, "百亿": 1e10, "十亿": 1e9, "亿": 1e8, "千万": 1e7, "百万": 1e6, "十万": 1e5,
             "万": 1e4, "千": 1e3, "百": 1e2, "": 1.0}  # fmt: skip
_ENGLISH_SCALE = re.compile(r"(thousand|million|billion|trillion)s?(?:\s+(?:of\s+)?(.+))?", re.IGNORECASE)
_SHARE_OF = re.compile(r"\s*(?:%|percent|per cent)\s+of\s", re.IGNORECASE)
_ENGLISH = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_LOOKUP = {unit: (family, factor) for family, units in _FAMILIES.items() for unit, factor in units.items()}
_SIGNS = str.maketrans({"％": "%", "﹪": "%", "／": "/", "（": "(", "）": ")", " ": None, "　": None})


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit's family and its size in the family's own unit; two measures compare within one family only."""

    family: str
    factor: float


@cache
def measure(unit: str | None) -> Measure | None:
    """Return the measure of a printed unit; None where none is printed.

    An unknown unit is a family of its own, so it compares with itself only (标准煤/万元).
    """
    if unit is None or not unit.strip():
        return None
    if (size := percentage_size(unit)) is not None:
        return Measure("percent", size)
    if _SHARE_OF.match(unit):
        return Measure("percent", 1.0)
    text = unit.strip().translate(_SIGNS) if re.search(r"[^\x00-\x7f]", unit) else unit.strip()
    if scaled := _ENGLISH_SCALE.fullmatch(text):
        counted = measure(scaled[2]) or Measure("count", 1.0)
        return Measure(counted.family, counted.factor * _ENGLISH[scaled[1].lower()])
    for prefix, size in _PREFIXES.items():
        rest = text[len(prefix) :]
        if text.startswith(prefix) and rest in _LOOKUP:
            family, factor = _LOOKUP[rest]
            return Measure(family, factor * size)
    if "/" in text:
        above, _, below = text.partition("/")
        numerator, denominator = measure(above), measure(below)
        if numerator and denominator:
            return Measure(f"{numerator.family}/{denominator.family}", numerator.factor / denominator.factor)
    if text in _PREFIXES:  # a bare 万: a count whose classifier was dropped
        return Measure("count", _PREFIXES[text])
    return Measure(text, 1.0)


def is_count(unit: str | None) -> bool:
    """Return whether a unit counts things or people."""
    found = measure(unit)
    return found is not None and found.family in ("count", "person", "visit")
