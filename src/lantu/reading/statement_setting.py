"""What a statement takes over from around it: the document's year, the time and the outlook of its headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from lantu.plan.period import Period, PeriodKind
from lantu.plan.section import Level
from lantu.reading.duties import deadline_of, duties_in, may_give_duties
from lantu.reading.grammar.moment import Moment, moments
from lantu.reading.grammar.outlook import Outlook, cue_of, outlook_of
from lantu.reading.heading_mark import mark_of
from lantu.reading.normalised import normalise
from lantu.reading.passage import Passage

_WORK_TITLE = re.compile(r"(20\d\d)年.{0,12}(?:工作报告|工作安排|重点工作|主要任务|目标任务|工作任务)")
_OPENING = 60


class Setting:
    """Follows the passages of one document and knows at each what holds there."""

    def __init__(self, passages: Sequence[Passage], period: Period | None, issued: date | None) -> None:
        self.span = (period.first_year, period.last_year) if period else None
        self.now = issued.year if issued else _year_from_titles(passages) or (period.first_year if period else None)
        self.outlook = Outlook.FORWARD
        self.deadline: str | None = None
        self.past: str | None = None
        # A plan for one year sets what is to be reached in it, unless it says otherwise.
        self._own = str(period.last_year) if period and period.kind is PeriodKind.YEAR else None
        self._spoken: str | None = None
        self._listed: tuple[tuple[str, ...], str] | None = None
        self._turn: Outlook | None = None

    def enter(self, passage: Passage) -> None:
        """Move on to the next passage."""
        headed = outlook_of(passage.chain)
        opening = passage.block.text[passage.start : min(passage.end, passage.start + _OPENING)]
        if not passage.heading:
            self._turn = cue_of(opening) or self._turn
        self.outlook = headed or self._turn or Outlook.FORWARD
        times = [time for section in reversed(passage.chain) for time in moments(section.title, self.now, self.span)]
        if self.now is None:
            self.deadline = self.past = None
            return
        ahead = [time for time in times if not time.against and time.last >= self.now]
        behind = [time.period for time in times if not time.against and time.last < self.now]
        self.deadline = self._due(passage, [time.deadline for time in ahead])
        self._follow(passage, opening, behind)

    def _due(self, passage: Passage, headed: Sequence[str]) -> str | None:
        """Choose the deadline of a passage: that of its duties, of what opens its list, of its headings, of its plan.

        headed: the deadlines that its headings name, the innermost first; where they name several, the one that the
        paragraphs have come to.
        """
        place = tuple(section.id for section in passage.chain if section.level is not Level.TOPIC)
        if self._listed and (self._listed[0] != place or mark_of(passage.block.text) is None):
            self._listed = None
        found = headed[0] if headed else self._own
        if not passage.heading:
            text = passage.block.text[passage.start : passage.end].rstrip()
            lists = text.endswith(("：", ":"))
            told = moments(text, self.now, self.span) if lists or len(headed) > 1 else ()
            spoken = [time.deadline for time in told if not time.against and time.last >= (self.now or 0)]
            self._spoken = next((due for due in spoken[:1] if due in headed), self._spoken)
            if spoken and lists:
                self._listed = (place, spoken[-1])
        if len(headed) > 1 and self._spoken in headed:
            found = self._spoken
        if self._listed and not headed:
            found = self._listed[1]
        if may_give_duties(passage):
            even = normalise(passage.block, passage.start, passage.end).text
            year = self.span[1] if self.span and self._own else None
            dues = {deadline_of(duty.deadline, year) for duty in duties_in(even) if duty.deadline} - {None}
            found = dues.pop() if len(dues) == 1 else found
        return found

    def _follow(self, passage: Passage, opening: str, behind: Sequence[str]) -> None:
        """Choose among the past times of the headings the one the paragraphs have come to (五年来, then 过去一年)."""
        if self.past not in behind and (behind or self.outlook is not Outlook.BACK):
            self.past = behind[0] if behind else None
        if self.outlook is not Outlook.BACK or passage.heading or len(behind) == 1:
            return
        closing = passage.block.text[max(passage.start, passage.end - _OPENING // 2) : passage.end]
        spoken = moments(f"{opening}\n{closing}", self.now, self.span)
        found = next(
            (time.period for time in spoken if self._is_past(time) and (time.period in behind or not behind)), None
        )
        self.past = found or self.past

    def _is_past(self, time: Moment) -> bool:
        return not time.against and self.now is not None and time.last < self.now


def _year_from_titles(passages: Sequence[Passage]) -> int | None:
    for passage in passages:
        for section in passage.chain[:1]:
            if match := _WORK_TITLE.search(section.title):
                return int(match[1])
    return None
