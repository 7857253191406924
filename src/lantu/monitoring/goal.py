"""What counts as met: the number to aim at, the side that is better, and how much "about" and ranges allow."""

from __future__ import annotations

from dataclasses import dataclass

from lantu.monitoring.kernels.progress import is_met
from lantu.plan.change_name import is_cut
from lantu.plan.indicator import Direction, Indicator
from lantu.plan.message import Message
from lantu.plan.quantity import Comparator

_STRICT = (Comparator.ABOVE, Comparator.BELOW)


@dataclass(frozen=True, slots=True)
class Goal:
    """A target made ready to be judged.

    value: what the path leads to; of a range, the nearer end. sign: +1 where more is better, -1 where less is.
    enough: what already counts as met; short of value only for "about" (左右). strict: whether value itself does not
    count (">", "<"). far_end: the other end of a range; firm: whether going past it misses the target.
    """

    value: float
    sign: float
    enough: float
    strict: bool = False
    far_end: float | None = None
    firm: bool = False

    def met(self, value: float) -> bool:
        """Return whether a value meets the goal."""
        inside = bool(is_met(value, self.enough, self.sign, self.strict))
        return inside and not (self.firm and self.passes_far_end(value))

    def passes_far_end(self, value: float) -> bool:
        """Return whether a value lies beyond the far end of a range."""
        return self.far_end is not None and not bool(is_met(value, self.far_end, -self.sign))


def goal_of(
    indicator: Indicator,
    value: float,
    base: float | None,
    about_band: float,
    comparator: Comparator | None = None,
) -> Goal:
    """Return the goal behind a target of `value`, seen from a base.

    base: None for targets that have none (rates, totals, yearly bounds): "about" then allows a share of the target
    itself, else of the way from base to target. about_band: per cent. comparator: the target's own by default.
    """
    comparator = comparator or indicator.target.comparator
    low, high = value, indicator.target.value_high
    sign = _sign(indicator, value, high, base, comparator)
    far_end: float | None = None
    if high is not None and high != low:
        value, far_end = (low, high) if sign > 0 else (high, low)
    enough = value
    if comparator is Comparator.ABOUT:
        way = abs(value) if base is None else abs(value - base)
        enough = value - sign * way * about_band / 100
    return Goal(value, sign, enough, comparator in _STRICT, far_end, indicator.direction is None)


def about_note(goal: Goal, said: Message) -> Message | None:
    """Return a note on how "about" was read, None where the target does not say it."""
    if goal.enough == goal.value:
        return None
    return Message(f"目标写“左右”，{said.zh}即算达到", f"the target says “about”: {said.en} counts as met")


def _sign(
    indicator: Indicator, low: float, high: float | None, base: float | None, comparator: Comparator | None
) -> float:
    falls = indicator.direction is Direction.DECREASE
    if base is not None and falls and not is_cut(indicator.name) and low < base and comparator is Comparator.AT_LEAST:
        # A reader's plain "at least" on a figure that is to fall, and whose target lies below its base.
        return -1.0
    if comparator in (Comparator.AT_LEAST, Comparator.ABOVE, Comparator.INCREASE_BY):
        return 1.0
    if comparator in (Comparator.AT_MOST, Comparator.BELOW):
        return -1.0
    if is_cut(indicator.name):
        # A cut is counted in its own size: more of it is better, unless it is written as a negative change.
        return 1.0 if low >= 0 else -1.0
    if base is not None and base < low:
        return 1.0
    if base is not None and base > (low if high is None else max(low, high)):
        return -1.0
    return -1.0 if falls else 1.0
