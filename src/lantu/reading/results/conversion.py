"""A value from the unit of a report into the unit of a target, with its working written out."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from lantu.plan.measure import measure


@dataclass(frozen=True, slots=True)
class Converted:
    """A value in the target's unit; working: "" where the unit stayed."""

    value: float
    working: str = ""


def convert(value: float, unit: str | None, into: str | None) -> Converted | None:
    """Return a value in another unit of its family; None where the units are of different families.

    A unit that one side does not print is taken for the other's. Digits are kept: 12 significant ones at most.
    """
    one, other = measure(unit), measure(into)
    if one is None or other is None or unit == into:
        return Converted(value)
    if one.family != other.family:
        return None
    ratio = Decimal(repr(one.factor)) / Decimal(repr(other.factor))
    if abs(ratio - 1) < Decimal("1e-12"):
        return Converted(value)
    result = float(f"{Decimal(repr(value)) * ratio:.12g}")
    whole = ratio < 1 and abs(1 / ratio - round(1 / ratio)) < Decimal("1e-9")
    step = f"÷ {_plain(1 / ratio)}" if whole else f"× {_plain(ratio)}"
    return Converted(result, f"{_plain(Decimal(repr(value)))} {unit} {step} = {_plain(Decimal(repr(result)))} {into}")


def number(value: float) -> str:
    """Write a number in full, without noise of binary fractions."""
    return _plain(Decimal(repr(float(value))))


def _plain(value: Decimal) -> str:
    rounded = Decimal(f"{value:.10g}")
    return f"{rounded:f}".rstrip("0").rstrip(".") if "." in f"{rounded:f}" else f"{rounded:f}"
