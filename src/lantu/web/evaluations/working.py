"""The arithmetic of a verdict and of an outlook, written out line by line."""

from __future__ import annotations

from dataclasses import dataclass

from lantu.monitoring import Component, Standing
from lantu.plan.message import Message
from lantu.web.look.figures import figure, percentage

_OF_OUTLOOK = {
    "yearly_changes", "nowcast", "years_used", "damped", "drift", "weight", "point", "rise", "apart", "centre",
    "years_left", "spread", "forecast_error", "interval", "t", "probability",
}  # fmt: skip
_SHARES = {"elapsed", "progress"}
_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class WorkingLine:
    """One line: what it is, how it is computed ("" for what is given), what comes out, in which unit."""

    name: str
    label: Message
    sum: str
    result: str
    unit: Message


def working_of(standing: Standing) -> tuple[tuple[WorkingLine, ...], tuple[WorkingLine, ...]]:
    """Return the lines of the verdict and the lines of the outlook."""
    lines = [(part.name in _OF_OUTLOOK, _line(part)) for part in standing.components]
    return tuple(line for late, line in lines if not late), tuple(line for late, line in lines if late)


def _line(part: Component) -> WorkingLine:
    # "(2024 − 2020) ÷ 5 = 80%": what stands after the last sign of equality is the result, as computed there.
    arithmetic, equals, result = part.working.rpartition(" = ")
    if not equals:
        arithmetic, result = part.working, ""
    if isinstance(part.value, str):
        # A row of numbers is too long for the column of results.
        if not arithmetic and ";" in part.value:
            return WorkingLine(part.name, part.label, part.value, "", part.unit)
        return WorkingLine(part.name, part.label, arithmetic, part.value, part.unit)
    if not result and part.value is not None:
        result = percentage(part.value) if part.name in _SHARES else figure(round(part.value, _DECIMALS))
    return WorkingLine(part.name, part.label, arithmetic, result, part.unit)
