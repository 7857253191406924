"""Values of one period that differ: side by side, with the one that counts and the reason."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from lantu.plan.indicator import Indicator
from lantu.plan.message import Message
from lantu.plan.observation import Observation
from lantu.plan.period import Period
from lantu.plan.series_break import Choice
from lantu.plan.status import is_comparable, weight
from lantu.web.evaluations.known import Known, region_of, series_shown
from lantu.web.evaluations.selectors import Monitored
from lantu.web.registry.selectors import Entry, choices_made

_MORE_SETTLED = Message(
    "更定的数：考核值先于原始值，终值先于初步数，核过的先于未核的",
    "the more settled one: assessed before raw, final before preliminary, verified before unverified",
)
_LATER = Message("没有人选定，暂用后来的数", "nobody has chosen; the later one is used for now")


@dataclass(frozen=True, slots=True)
class Conflict:
    """Values of one period, the one that counts first.

    is_open: several count as much and nobody has chosen. reason: why the first one counts. sources: those that can
    be chosen. chosen_at: when somebody chose here; None for a choice that came with the package.
    """

    period: Period
    values: tuple[Observation, ...]
    is_open: bool
    reason: Message
    choice: Choice | None
    sources: tuple[str, ...]
    chosen_at: datetime | None = None


def conflicts_of(
    shown: Monitored, indicator: Indicator, known: Known, every: list[Entry]
) -> tuple[Conflict, ...]:  # fmt: skip
    """Return the periods of an indicator with several values that could count and differ, latest first."""
    region = region_of(shown, indicator)
    by_period: dict[Period, list[Observation]] = {}
    for entry in every:
        o = entry.observation
        counts = not entry.replaced and o.period.end <= shown.on and (o.region or region) == region
        if counts and o.value is not None and is_comparable(o):
            by_period.setdefault(o.period, []).append(o)
    several = {period: values for period, values in by_period.items() if len({o.value for o in values}) > 1}
    if not several:
        return ()
    series = series_shown(shown, indicator, known)
    used = {o.period: o for o in (*series.yearly, *series.totals, *series.parts)}
    choices = dict(known.choices)
    made = choices_made(shown.plan, indicator.id)
    found = (
        _conflict(period, several[period], used.get(period), known, choices.get(period))
        for period in sorted(several, reverse=True)
    )
    return tuple(replace(one, chosen_at=made.get(one.choice)) if one.choice else one for one in found)


def _conflict(
    period: Period, values: list[Observation], used: Observation | None, known: Known, choice: Choice | None
) -> Conflict:
    ordered = sorted(values, key=lambda o: known.linked(o) != used)
    first, best = ordered[0], [o for o in values if weight(o) == max(map(weight, values))]
    followed = choice is not None and first.source == choice.source
    is_open = not followed and len({o.value for o in best}) > 1
    if followed and choice is not None:
        reason = Message(choice.reason or "没有写明理由", choice.reason or "no reason is given")
    else:
        reason = _LATER if is_open else _MORE_SETTLED
    sources = tuple(dict.fromkeys(o.source for o in values if o.source))
    return Conflict(period, tuple(ordered), is_open, reason, choice if followed else None, sources)
