"""One indicator as a page shows it: its way, its verdict worked out, its values and where they came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from django.utils.safestring import SafeString

from lantu.monitoring import Standing
from lantu.monitoring.units import unit_of_change
from lantu.plan.indicator import Indicator, TargetForm
from lantu.plan.message import Language, Message
from lantu.plan.milestone import Milestone
from lantu.plan.observation import Observation
from lantu.plan.series_break import SeriesBreak
from lantu.plan.verdict import Judgement, Verdict
from lantu.web.evaluations.caption import caption_of
from lantu.web.evaluations.conflicts import Conflict, conflicts_of
from lantu.web.evaluations.doubted import doubts_of
from lantu.web.evaluations.drawing import EACH_YEAR, decimals_in, is_computed, trajectory_of, value_figure
from lantu.web.evaluations.history import HistoryLine, history_of
from lantu.web.evaluations.indicator_phrases import indicator_lede
from lantu.web.evaluations.known import known_of, region_of
from lantu.web.evaluations.phrases import Phrase, verdict_of
from lantu.web.evaluations.selectors import Monitored
from lantu.web.evaluations.sourcing import Quote, quote_of
from lantu.web.evaluations.target_words import nature, target_figure, target_when
from lantu.web.evaluations.working import WorkingLine, working_of
from lantu.web.look.charts.trajectory import draw_trajectory
from lantu.web.registry.selectors import Entry, entries


@dataclass(frozen=True, slots=True)
class OtherVerdict:
    """A verdict that somebody gave, beside the value that was known on its day."""

    judgement: Judgement
    known: Observation | None


@dataclass(frozen=True, slots=True)
class IndicatorPage:
    """Everything the page of an indicator says."""

    indicator: Indicator
    standing: Standing | None
    verdict: Verdict
    lede: tuple[Phrase, ...]
    nature: Message
    target: str
    target_when: Message
    decimals: int
    chart: SafeString | str
    verdict_working: tuple[WorkingLine, ...]
    outlook_working: tuple[WorkingLine, ...]
    caption: Message
    history: tuple[HistoryLine, ...]
    parts: tuple[HistoryLine, ...]
    conflicts: tuple[Conflict, ...]
    breaks: tuple[SeriesBreak, ...]
    official: tuple[Milestone, ...]
    judgements: tuple[OtherVerdict, ...]
    quote: Quote | None
    on: date
    entered_last: tuple[str, datetime] | None

    @property
    def doubted(self) -> tuple[HistoryLine, ...]:
        """The values that something may be wrong with, latest first."""
        return tuple(line for line in (*self.history, *self.parts) if line.doubts or line.entry.doubts)

    @property
    def unit(self) -> str:
        """The unit as printed, "" where the plan prints none."""
        return self.indicator.unit or ""

    @property
    def value(self) -> str:
        """The value compared with the target, as text."""
        return value_figure(self.indicator, self.standing)

    @property
    def is_computed(self) -> bool:
        """Whether the value compared with the target is an average or a total."""
        return self.standing is not None and is_computed(self.standing)

    @property
    def is_settled(self) -> bool:
        """Whether the target's own time has come, so that nothing is left to chance."""
        return self.standing is not None and self.standing.settled

    @property
    def expected_label(self) -> Message:
        """What the expected value is for this form of target."""
        if self.indicator.form in EACH_YEAR:
            return Message("界线", "Bound")
        if self.indicator.form is TargetForm.RELATIVE:
            return Message("参照", "Compared with")
        return Message("此时应到", "Due by now")

    @property
    def computed_decimals(self) -> int:
        """How many decimals a number computed from the value deserves."""
        return min(3, self.decimals + 1) if self.is_computed else self.decimals

    @property
    def gap(self) -> float | None:
        """What is missing to a level that is not reached yet."""
        standing, target = self.standing, self.indicator.target.value
        if standing is None or standing.value is None or target is None or self.verdict is Verdict.ACHIEVED:
            return None
        return target - standing.value

    @property
    def gap_unit(self) -> Message:
        """The unit of what is missing: shares differ by points."""
        return unit_of_change(self.indicator.unit)


@lru_cache(maxsize=256)
def indicator_page(shown: Monitored, indicator: Indicator, language: Language) -> IndicatorPage:
    """Return what the page of an indicator shows on the day."""
    standing = shown.standings.get(indicator.id)
    every = entries(shown.plan, indicator.id)
    known = known_of(shown, indicator)
    drawn = trajectory_of(indicator, standing, language, known) if standing else None
    # Values of the plan's areas stand on the page of the areas.
    areas = {area.code for area in shown.package.areas} - {region_of(shown, indicator)}
    own = [entry for entry in every if entry.observation.region not in areas]
    history = history_of(shown, standing, own, known, doubts_of(shown, indicator))
    verdict_working, outlook_working = working_of(standing) if standing else ((), ())
    people = [entry for entry in every if entry.by]
    return IndicatorPage(
        indicator=indicator,
        standing=standing,
        verdict=verdict_of(shown, indicator),
        lede=indicator_lede(
            indicator, standing, sum(e.observation.period.end > shown.on for e in own if not e.replaced)
        ),
        nature=nature(indicator),
        target=target_figure(indicator),
        target_when=target_when(indicator),
        decimals=decimals_in(indicator, standing) if standing else 0,
        chart=draw_trajectory(drawn) if drawn else "",
        caption=caption_of(drawn, shown.on) if drawn else Message("", ""),
        verdict_working=verdict_working,
        outlook_working=outlook_working,
        history=tuple(line for line in history if not line.is_part),
        parts=tuple(line for line in history if line.is_part),
        conflicts=conflicts_of(shown, indicator, known, own),
        breaks=known.breaks,
        official=known.milestones,
        judgements=tuple(
            OtherVerdict(judgement, _known_on(own, judgement.on))
            for judgement in shown.judgements.get(indicator.id, ())
        ),
        quote=quote_of(shown.package.reading, indicator),
        on=shown.on,
        entered_last=(people[-1].by, people[-1].at) if people else None,
    )


def _known_on(every: list[Entry], day: date) -> Observation | None:
    known = [e.observation for e in every if e.observation.period.end <= day and e.observation.value is not None]
    return max(known, key=lambda o: o.period, default=None)
