"""Turns of phrase that several forms share: values with units, runs of years."""

from __future__ import annotations

from collections.abc import Sequence

from lantu.monitoring.printed import exact
from lantu.monitoring.units import with_unit
from lantu.plan.message import Message
from lantu.plan.observation import Observation


def years_of(first: int, last: int) -> Message:
    """Say a run of years; one year alone is said as such."""
    if first == last:
        return Message(f"{first}年", str(first))
    return Message(f"{first}—{last}年", f"{first}–{last}")


def average_over(first: int, last: int, value: Message) -> Message:
    """Say an average over years; one year alone is no average."""
    years = years_of(first, last)
    if first == last:
        return Message(f"{years.zh}为{value.zh}", f"{value.en} in {years.en}")
    return Message(f"{years.zh}平均{value.zh}", f"{value.en} on average in {years.en}")


def values_in_years(observations: Sequence[Observation], unit: Message) -> Message:
    """Say values with their years: 2022年5.6%、2023年5.7%."""
    said = [(o.period.last_year, with_unit(exact(o.value), unit)) for o in observations if o.value is not None]
    return Message(
        "、".join(f"{year}年{value.zh}" for year, value in said),
        ", ".join(f"{value.en} in {year}" for year, value in said),
    )
