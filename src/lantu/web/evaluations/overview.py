"""The overview of a plan as one value: what its page and its table of indicators show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.utils.safestring import SafeString

from lantu.monitoring import Standing, urgent
from lantu.plan.indicator import Commitment, Indicator
from lantu.plan.message import Language, Message
from lantu.plan.period import Period
from lantu.plan.verdict import Judgement, Verdict
from lantu.web.evaluations.chapters import Chapter, chapters_of
from lantu.web.evaluations.drawing import decimals_in, is_unverified, trajectory_of, value_figure
from lantu.web.evaluations.known import known_of
from lantu.web.evaluations.phrases import Phrase, overview_lede, stand_of, verdict_of
from lantu.web.evaluations.selectors import Monitored
from lantu.web.evaluations.target_words import target_figure, target_when
from lantu.web.look.charts.ruler import draw_ruler, share_passed
from lantu.web.look.charts.sparkline import draw_sparkline
from lantu.web.look.figures import at_most, percentage

_AGENDA_AT_MOST = 6


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """One row of the indicator table."""

    indicator: Indicator
    standing: Standing | None
    verdict: Verdict
    spark: SafeString | str
    target: str
    target_when: Message
    judgement: Judgement | None
    decimals: int
    unverified: bool

    @property
    def is_binding(self) -> bool:
        """Whether the indicator is a duty of government."""
        return self.indicator.commitment is Commitment.BINDING

    @property
    def is_settled(self) -> bool:
        """Whether the target's own time has come, so that nothing is left to chance."""
        return self.standing is not None and self.standing.settled

    @property
    def value(self) -> str:
        """The value compared with the target, as text."""
        return value_figure(self.indicator, self.standing)

    @property
    def has_data(self) -> bool:
        """Whether a value is there to judge by."""
        return self.standing is not None and self.standing.observation is not None

    @property
    def chance_percent(self) -> int:
        """The probability as a whole percentage, for a bar."""
        outlook = self.standing.outlook if self.standing else None
        return round(100 * outlook.probability) if outlook else 0


@dataclass(frozen=True, slots=True)
class Group:
    """Indicators that the plan's table groups together; name "" where it has no groups."""

    name: str
    lines: tuple[IndicatorLine, ...]
    has_judgements: bool


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """Something that needs attention, with its two numbers: actual and expected."""

    line: IndicatorLine
    reason: Message
    actual: str
    expected: str
    is_urgent: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything the overview says. tally: each verdict, whether it is the last word, and how many have it."""

    title: str
    region: str
    period: Period | None
    passed: str
    ruler: SafeString | str
    lede: tuple[Phrase, ...]
    on: date
    latest: Period | None
    groups: tuple[Group, ...]
    tally: tuple[tuple[Verdict, bool, int], ...]
    judged: tuple[date, str] | None
    agenda: tuple[AgendaItem, ...]
    unverified: int
    without_data: int
    chapters: tuple[Chapter, ...]

    @property
    def indicators(self) -> int:
        """How many indicators there are."""
        return sum(len(group.lines) for group in self.groups)


@lru_cache(maxsize=64)
def overview_of(shown: Monitored, language: Language) -> Overview:
    """Return the overview; drawings carry their sentences in the given language."""
    plan = shown.package.reading.plan
    lines = [_line(shown, indicator, language) for indicator in shown.indicators]
    counts = Counter(stand_of(shown, indicator) for indicator in shown.indicators)
    values = [o for o in shown.package.observations if o.value is not None and o.period.end <= shown.on]
    judgements = [j for series in shown.judgements.values() for j in series]
    last = max(judgements, key=lambda j: j.on, default=None)
    return Overview(
        title=plan.title or shown.plan.title,
        region=plan.region.name,
        period=plan.period,
        passed=percentage(share_passed(plan.period, shown.on)) if plan.period else "",
        ruler=draw_ruler(plan.period, shown.on, _ruler_words(plan.period, shown.on).into(language))
        if plan.period
        else "",
        lede=overview_lede(shown),
        on=shown.on,
        latest=max((o.period for o in values), default=None),
        groups=tuple(_groups(lines)),
        tally=tuple(
            (v, settled, counts[v, settled]) for v in Verdict for settled in (True, False) if counts[v, settled]
        ),
        judged=(last.on, last.by) if last else None,
        agenda=tuple(_agenda(shown, {line.indicator.id: line for line in lines})),
        unverified=sum(line.unverified for line in lines),
        without_data=sum(not line.has_data for line in lines),
        chapters=chapters_of(shown.package.reading),
    )


def _line(shown: Monitored, indicator: Indicator, language: Language) -> IndicatorLine:
    standing = shown.standings.get(indicator.id)
    verdict = verdict_of(shown, indicator)
    judgements = shown.judgements.get(indicator.id, ())
    return IndicatorLine(
        indicator=indicator,
        standing=standing,
        verdict=verdict,
        spark=draw_sparkline(trajectory_of(indicator, standing, language, known_of(shown, indicator)), verdict.value)
        if standing
        else "",
        target=target_figure(indicator),
        target_when=target_when(indicator),
        judgement=judgements[0] if judgements else None,
        decimals=decimals_in(indicator, standing) if standing else 0,
        unverified=bool(standing and standing.observation and is_unverified(standing.observation)),
    )


def _groups(lines: Iterable[IndicatorLine]) -> Iterable[Group]:
    groups: dict[str, list[IndicatorLine]] = {}
    for line in lines:
        groups.setdefault(line.indicator.group, []).append(line)
    for name, members in groups.items():
        yield Group(name, tuple(members), any(line.judgement for line in members))


def _agenda(shown: Monitored, lines: dict[str, IndicatorLine]) -> Iterable[AgendaItem]:
    every = urgent(shown.monitoring, shown.package.reading.plan)
    # Those of the plan's own area: other areas' values are there to compare.
    pressing = [s for s in every if s.indicator_id in lines and s is lines[s.indicator_id].standing]
    for standing in pressing[:_AGENDA_AT_MOST]:
        line = lines[standing.indicator_id]
        yield AgendaItem(
            line=line,
            reason=standing.reason,
            actual=line.value,
            expected=at_most(standing.expected, line.decimals) if standing.expected is not None else "",
            is_urgent=standing.verdict is Verdict.LAGGING,
        )


def _ruler_words(period: Period, on: date) -> Message:
    share = percentage(share_passed(period, on))
    first, last = period.first_year, period.last_year
    return Message(
        f"规划期{first}至{last}年，截至{on:%Y-%m-%d}已过{share}",
        f"Period {first} to {last}; {share} has passed on {on:%Y-%m-%d}",
    )
