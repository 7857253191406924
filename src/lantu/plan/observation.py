"""Observations: what was measured, when, by whom, and how far it can be trusted."""

from __future__ import annotations

from dataclasses import dataclass

from lantu.plan.period import Period


@dataclass(frozen=True, slots=True)
class Observation:
    """One published or reported value of one indicator in one region for one period.

    value: in the indicator's unit; None where it was asked for and is missing. Missing is not zero.
    status: the publisher's words ("final", "preliminary", "final, raw"), free text.
    verified: "yes" (seen on a published page), "derived" (computed from published values) or "no".
    source, note: where it was seen; what to know before using it.
    """

    indicator: str
    region: str
    period: Period
    value: float | None
    status: str = ""
    verified: str = ""
    source: str = ""
    note: str = ""
