"""Where an indicator stands on a date, with every number that says so."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from lantu.monitoring.units import NO_UNIT
from lantu.plan.message import Message
from lantu.plan.observation import Observation
from lantu.plan.period import Period
from lantu.plan.verdict import Outlook, Verdict


@dataclass(frozen=True, slots=True)
class Component:
    """One number a verdict or an outlook was computed from.

    name: stable key. working: the arithmetic written out, "" for a number that is given and not computed.
    """

    name: str
    label: Message
    value: float | str | None
    unit: Message = NO_UNIT
    working: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """The rule a verdict follows: its name, itself in one sentence, and where its numbers come from."""

    name: str
    sentence: Message
    source: Message


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one indicator of one region stands.

    observation: the newest value used, None where nothing usable is known. value, period: what is compared with the
    target (a value, an average, a total) and the time it speaks of. expected: what was due by then, in the same unit.
    progress, due: the shares of the way that are done and due; None where there is no way to go. reason: why the
    verdict is what it is, in a sentence with numbers. needed: the yearly change (for averages: the yearly value) that
    would still lead to the target; None where none is left to ask. path: (year, value) from base to target, years as
    decimals. history: the values used, one a period. set_aside: values not used, each with the reason. notes: what a
    reader should know of the values used.
    settled: whether the value is of the target's own time, so that nothing is left to chance.
    """

    indicator_id: str
    region: str
    verdict: Verdict
    rule: Rule
    reason: Message
    observation: Observation | None = None
    value: float | None = None
    period: Period | None = None
    expected: float | None = None
    progress: float | None = None
    outlook: Outlook | None = None
    components: tuple[Component, ...] = ()
    needed: float | None = None
    path: tuple[tuple[float, float], ...] = ()
    history: tuple[Observation, ...] = ()
    set_aside: tuple[tuple[Observation, Message], ...] = ()
    notes: tuple[Message, ...] = ()
    settled: bool = False
    due: float | None = None


@dataclass(frozen=True, slots=True)
class Monitoring:
    """Where a whole plan stands on a date: a standing for each indicator and region, in the plan's order."""

    on: date
    standings: tuple[Standing, ...]


def counts(monitoring: Monitoring) -> dict[Verdict, int]:
    """Return how many standings have each verdict, all five verdicts in order."""
    found = Counter(standing.verdict for standing in monitoring.standings)
    return {verdict: found[verdict] for verdict in Verdict}
