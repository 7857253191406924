"""A value held against its own range and its own series."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import numpy as np

from lantu.monitoring.kernels.outliers import robust_score
from lantu.monitoring.measured import is_part_of_a_whole
from lantu.monitoring.printed import computed, exact
from lantu.monitoring.validation.past import when_of
from lantu.monitoring.validation.warned import Doubt, Warned
from lantu.plan.change_name import is_change
from lantu.plan.indicator import Indicator
from lantu.plan.message import Message
from lantu.plan.observation import Observation
from lantu.plan.period import Period, PeriodKind
from lantu.plan.status import is_total

# How many robust spreads from the usual yearly change is a jump; of a normal series one change in some 500 is.
JUMP = 3.5
# A yearly change smaller than this share of the value is nothing to ask about, however still the series stood.
LEAST_CHANGE = 0.02
# Values that differ by a power of ten, within so much, look like a slipped digit or another unit.
_SLIP = math.log10(1.35)
_UNITS = {4: ("万", "ten thousand"), 8: ("亿", "a hundred million")}


def out_of_range(indicator: Indicator, value: float) -> Warned | None:
    """A share beyond 0 to 100 %, or a negative figure where none is to be expected."""
    if is_part_of_a_whole(indicator) and not 0 <= value <= 100:
        return Warned(
            Doubt.OUT_OF_RANGE,
            Message(f"{exact(value)}超出了0到100%的范围。", f"{exact(value)} is outside 0 to 100%."),
        )
    if value < 0 and not is_change(indicator.name) and (indicator.baseline.value or 0) >= 0:
        return Warned(
            Doubt.OUT_OF_RANGE,
            Message(
                f"{exact(value)}是负数，这个指标一般没有负数。", f"{exact(value)} is negative; this figure hardly is."
            ),
        )
    return None


def wrong_period(new: Observation, known: Sequence[Observation], today: date) -> Warned | None:
    """A period that is not over, or exactly the value of another one."""
    if new.period.end > today:
        return Warned(
            Doubt.WRONG_PERIOD,
            Message(f"{new.period}还没有过完（今天是{today}）。", f"{new.period} is not over yet (today is {today})."),
        )
    same = [o for o in known if o.value == new.value and o.period.kind is new.period.kind and o.value]
    if same and "." in exact(new.value or 0):
        other = max(same, key=lambda o: o.period)
        return Warned(
            Doubt.WRONG_PERIOD,
            Message(
                f"与{other.period}的数完全相同（{exact(other.value or 0)}），时期可能填错。",
                f"exactly the value of {other.period} ({exact(other.value or 0)}); the period may be wrong.",
            ),
        )
    return None


def slip(value: float, before: Sequence[tuple[float, float]]) -> Warned | None:
    """A value that is ten, a hundred, ten thousand times the last one, or as small a part of it."""
    last = before[-1][1] if before else 0.0
    if value == 0 or last == 0 or value * last < 0:
        return None
    # A series that itself moves by powers of ten says nothing.
    if any(a * b <= 0 or abs(_ratio(b, a)) > 0.5 for (_, a), (_, b) in pairwise(before)):
        return None
    ratio = _ratio(value, last)
    power = round(ratio)
    if power == 0 or abs(ratio - power) > _SLIP:
        return None
    was, now = exact(last), exact(value)
    if abs(power) in _UNITS:
        zh, en = _UNITS[abs(power)]
        return Warned(
            Doubt.UNIT_SLIP,
            Message(
                f"{now}约为上一个数{was}的10^{power}倍，可能差了单位“{zh}”。",
                f"{now} is about 10^{power} times the last value, {was}; the unit may be off by {en}.",
            ),
        )
    return Warned(
        Doubt.DIGIT_SLIP,
        Message(
            f"{now}约为上一个数{was}的10^{power}倍，可能多写或漏写了位数、点错了小数点。",
            f"{now} is about 10^{power} times the last value, {was}; a digit or the decimal point may have slipped.",
        ),
    )


def jump(value: float, before: Sequence[tuple[float, float]], period: Period) -> Warned | None:
    """A yearly change far from those seen so far."""
    if len(before) < 4:
        return None
    changes = [(b - a) / max(t - s, 1e-9) for (s, a), (t, b) in pairwise(before)]
    (when, last), now = before[-1], when_of(period)
    if now <= when:
        return None
    change = (value - last) / (now - when)
    if not abs(float(robust_score(change, changes, LEAST_CHANGE * abs(last)))) > JUMP:
        return None
    values = [seen for _, seen in before]
    if min(values) > 0 and value > 0:
        # What grows by rates moves further each year; it jumps only where its rate does too.
        rates = [math.log(b / a) / max(t - s, 1e-9) for (s, a), (t, b) in pairwise(before)]
        rate = math.log(value / last) / (now - when)
        if not abs(float(robust_score(rate, rates, LEAST_CHANGE))) > JUMP:
            return None
    usual = float(np.median(changes))
    return Warned(
        Doubt.JUMP,
        Message(
            f"比上一个数{exact(last)}变动{_signed(change)}（折每年），往年一般变动{_signed(usual)}。",
            f"a change of {_signed(change)} a year from the last value, {exact(last)}; {_signed(usual)} was usual.",
        ),
    )


def less_than_before(new: Observation, known: Sequence[Observation]) -> Warned | None:
    """A running total that falls within its year or plan."""
    if not is_total(new):
        return None
    earlier = [
        o for o in known
        if is_total(o) and o.value is not None and o.period < new.period
        and (o.period.end.year == new.period.end.year or new.period.kind in (PeriodKind.YEAR, PeriodKind.YEARS))
    ]  # fmt: skip
    last = max(earlier, key=lambda o: o.period, default=None)
    if last is None or last.value is None or new.value is None or new.value >= last.value:
        return None
    return Warned(
        Doubt.DOES_NOT_ADD_UP,
        Message(
            f"累计数{exact(new.value)}小于{last.period}的累计数{exact(last.value)}。",
            f"the running total, {exact(new.value)}, is less than that of {last.period}, {exact(last.value)}.",
        ),
    )


def _ratio(value: float, last: float) -> float:
    """By how many powers of ten a value is larger."""
    return math.log10(abs(value)) - math.log10(abs(last))


def _signed(change: float) -> str:
    return ("+" if change > 0 else "") + computed(change, 2)
