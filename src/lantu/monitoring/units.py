"""Units in both languages: what a figure counts, and what a change of it counts."""

from __future__ import annotations

from lantu.plan.message import Message
from lantu.plan.unit_kind import is_percentage, is_points

NO_UNIT = Message("", "")
POINTS = Message("百分点", "points")
YEARS = Message("年", "years")
PER_CENT = Message("%", "%")
_PER_MILLE_POINTS = Message("千分点", "per-mille points")


def printed_unit(unit: str | None) -> Message:
    """Return a unit as the plan prints it; only points have a word of ours in English."""
    if unit is None:
        return NO_UNIT
    return POINTS if is_points(unit) else Message(unit, unit)


def unit_of_change(unit: str | None) -> Message:
    """Return the unit of a difference: shares differ by points, everything else by its own unit."""
    if unit is None or not is_percentage(unit):
        return printed_unit(unit)
    return _PER_MILLE_POINTS if "‰" in unit else POINTS


def with_unit(number: str, unit: Message) -> Message:
    """Return a number with its unit: signs and Chinese units close up in Chinese, words stand apart in English."""
    counted = "个" if unit in (POINTS, _PER_MILLE_POINTS) else ""
    apart = "" if unit.en in ("", "%", "％", "‰") else " "
    return Message(f"{number}{counted}{unit.zh}", f"{number}{apart}{unit.en}")
