"""What may be wrong with the values of an indicator, each held against what was known with it."""

from __future__ import annotations

from dataclasses import replace

from lantu.monitoring.validation import doubts_about
from lantu.plan.indicator import Indicator
from lantu.plan.message import Message
from lantu.plan.observation import Observation
from lantu.web.evaluations.known import region_of
from lantu.web.evaluations.selectors import Monitored


def doubts_of(shown: Monitored, indicator: Indicator) -> dict[Observation, tuple[Message, ...]]:
    """Return the doubts about each value of an indicator in the region its page shows; values without any are left out.

    A value is held against what is of its own time or before, as when it came in.
    """
    region = region_of(shown, indicator)
    found: dict[Observation, tuple[Message, ...]] = {}
    for o in shown.package.observations:
        if o.indicator != indicator.id or (o.region or region) != region or o.period.end > shown.on:
            continue
        beside = tuple(
            other
            for other in shown.package.observations
            if other.period == o.period or (other.indicator == o.indicator and other.period <= o.period)
        )
        doubts = doubts_about(replace(shown.package, observations=beside), o, shown.on)
        if doubts:
            found[o] = tuple(warned.message for warned in doubts)
    return found
