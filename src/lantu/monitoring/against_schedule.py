"""The two numbers that set progress against the schedule: how far it runs ahead, and what rounding alone may hide."""

from __future__ import annotations

from lantu.monitoring.printed import percent
from lantu.monitoring.standing import Component
from lantu.monitoring.units import POINTS
from lantu.plan.message import Message


def against_schedule(progress: float, share: float, slack: float, unit: Message) -> tuple[Component, Component]:
    """Return the gap in points of progress, and half of the last printed digit.

    progress, share: shares of the way done and of the time passed. slack: in `unit`.
    """
    return (
        Component(
            "gap",
            Message("比时序快（+）慢（−）", "ahead of (+) or behind (−) the schedule"),
            100 * (progress - share),
            POINTS,
            f"{percent(progress)} − {percent(share)}",
        ),
        Component(
            "rounding",
            Message("印出末位的半个单位（舍入误差）", "half of the last printed digit (rounding)"),
            slack,
            unit,
        ),
    )
