"""The values of an indicator, one line each: what it is, what was due, what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from lantu.monitoring import Standing
from lantu.plan.message import Message
from lantu.plan.observation import Observation
from lantu.plan.period import PeriodKind
from lantu.web.evaluations.drawing import is_unverified, mark_of
from lantu.web.evaluations.known import Known
from lantu.web.evaluations.selectors import Monitored
from lantu.web.look.charts.scale import moment
from lantu.web.registry.selectors import Entry


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One value of the series: what it is, what was due, what became of it.

    fate: None where the value counts; else why it is shown and not used. linked: the value in the newest definition,
    None where it is as published. doubts: what may be wrong with it. is_part: whether it is of a part of a year.
    """

    entry: Entry
    expected: float | None
    change: float | None
    mark: str
    unverified: bool
    is_latest: bool
    fate: Message | None
    linked: Observation | None = None
    doubts: tuple[Message, ...] = ()

    @property
    def observation(self) -> Observation:
        """The value."""
        return self.entry.observation

    @property
    def is_part(self) -> bool:
        """Whether the value is of a month, a quarter or a half."""
        return self.observation.period.kind not in (PeriodKind.YEAR, PeriodKind.YEARS)


def history_of(
    shown: Monitored, standing: Standing | None, every: list[Entry], known: Known,
    doubts: dict[Observation, tuple[Message, ...]],
) -> tuple[HistoryLine, ...]:  # fmt: skip
    """Return every value ever given, latest first, with what became of it on the day."""
    used = list(standing.history) if standing else []
    fates = dict(standing.set_aside) if standing else {}
    before: float | None = None
    changes: dict[Observation, float | None] = {}
    for observation in used:
        now = observation.value
        changes[observation] = now - before if now is not None and before is not None else None
        before = now
    path = dict(standing.path) if standing else {}
    lines = []
    for entry in sorted(every, key=lambda e: (e.observation.period, e.row), reverse=True):
        o = entry.observation
        counted = known.linked(o)
        fate: Message | None = None
        if entry.came_later:
            fate = Message(
                "数据包后来的数；人工修订仍然有效，要改用它请再填一次修订",
                "came with the package later; the revision by hand stays in force until it is revised again",
            )
        elif entry.replaced:
            fate = Message("已被修订，留作记录", "revised since; kept on record")
        elif o.period.end > shown.on:
            fate = Message("在所看的日期之后", "after the day shown")
        elif counted not in changes:
            fate = fates.get(counted, Message("没有用到", "not used"))
        lines.append(
            HistoryLine(
                entry=entry,
                expected=_due(path, o) if fate is None else None,
                change=changes.get(counted) if fate is None else None,
                mark=mark_of(o),
                unverified=is_unverified(o),
                is_latest=standing is not None and standing.observation == counted and fate is None,
                fate=fate,
                linked=counted if counted is not o and fate is None else None,
                doubts=doubts.get(o, ()) if not entry.replaced else (),
            )
        )
    return tuple(lines)


def _due(path: dict[float, float], observation: Observation) -> float | None:
    """The value of the expected path at the end of a period, between its corners; None outside it."""
    at = moment(observation.period.end)
    corners = sorted(path.items())
    for (x1, y1), (x2, y2) in pairwise(corners):
        if x1 - 1e-6 <= at <= x2 + 1e-6:
            return y1 + (y2 - y1) * (at - x1) / (x2 - x1)
    return None
