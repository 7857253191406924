"""What a statement takes over from around it: the document's year, the time and the outlook of its headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lantu.plan.ground import Step
from lantu.plan.period import Period, PeriodKind
from lantu.plan.section import Level
from lantu.reading.duties import deadline_of, duties_in, may_give_duties
from lantu.reading.duty_table import duty_rows
from lantu.reading.grammar.moment import Moment, moments
from lantu.reading.grammar.outlook import Outlook, cue_of, outlook_of
from lantu.reading.heading_mark import mark_of
from lantu.reading.normalised import normalise
from lantu.reading.passage import Passage
from lantu.reading.phenomenon import Phenomenon

_WORK_TITLE = re.compile(r"(20\d\d)年.{0,12}(?:工作报告|工作安排|重点工作|主要任务|目标任务|工作任务)")
_OPENING = 60
# What tells of a year that is over, whatever its headings say: 2024年甲县国民经济和社会发展统计公报.
_LOOKS_BACK = re.compile(
    r"(?:(?P<first>20\d\d)年)?[^。；]{0,40}?(?:(?P<year>20\d\d)年)?[^。；]{0,30}?(?:统计公报|情况公报|工作总结|评估报告)(?:[（(][^（）()]*[)）])?"
)


@dataclass(frozen=True, slots=True)
class Given:
    """A time that statements without one of their own take over, and what gives it."""

    time: str
    step: Step


class Setting:
    """Follows the passages of one document and knows at each what holds there.

    outlook: which way the passage looks; turned: what says so, None where nothing does. deadline, past: the times that
    pledges and facts without their own take over.
    """

    def __init__(self, passages: Sequence[Passage], period: Period | None, issued: date | None) -> None:
        self.span = (period.first_year, period.last_year) if period else None
        self.now = issued.year if issued else _year_from_titles(passages) or (period.first_year if period else None)
        self.outlook = Outlook.FORWARD
        self.turned: Step | None = None
        self._default = _of_what_is_over(passages)
        self._over: Given | None = None
        if self._default and (year := self._default[0]):
            self.now = year + 1
            self._over = Given(str(year), self._default[1])
        self.deadline: Given | None = None
        self.past: Given | None = None
        # A plan for one year sets what is to be reached in it, unless it says otherwise.
        yearly = Step(Phenomenon.TIME_OF_YEARLY_PLAN)
        self._own = Given(str(period.last_year), yearly) if period and period.kind is PeriodKind.YEAR else None
        self._spoken: str | None = None
        self._listed: tuple[tuple[str, ...], Given] | None = None
        self._turn: tuple[Outlook, Step] | None = None
        self._rows = {row.passage.block.number: row for row in duty_rows(passages)}

    def enter(self, passage: Passage) -> None:
        """Move on to the next passage."""
        headed = outlook_of(passage.chain)
        opening = passage.block.text[passage.start : min(passage.end, passage.start + _OPENING)]
        if not passage.heading and (cue := cue_of(opening)) is not None:
            said = passage.block.cite(passage.start, passage.start + len(opening))
            self._turn = cue, Step(Phenomenon.OUTLOOK_OF_CUE, said)
        if headed:
            self.outlook, self.turned = headed[0], Step(Phenomenon.OUTLOOK_OF_HEADING, headed[1].source)
        else:
            default = (Outlook.BACK, self._default[1]) if self._default else (Outlook.FORWARD, None)
            self.outlook, self.turned = self._turn or default
        times = [
            (time, Step(Phenomenon.TIME_OF_HEADING, section.source))
            for section in reversed(passage.chain)
            for time in moments(section.title, self.now, self.span)
            if not time.against
        ]
        if self.now is None:
            self.deadline = self.past = None
            return
        ahead = [Given(time.deadline, step) for time, step in times if time.last >= self.now]
        behind = [Given(time.period, step) for time, step in times if time.last < self.now]
        self.deadline = self._due(passage, ahead)
        self._follow(passage, opening, behind)
        if self.past is None and self.outlook is Outlook.BACK:
            self.past = self._over

    def _due(self, passage: Passage, headed: Sequence[Given]) -> Given | None:
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
            if spoken and any(due.time == spoken[0] for due in headed):
                self._spoken = spoken[0]
            if spoken and lists:
                opening = passage.block.cite(passage.start, passage.start + len(text))
                self._listed = (place, Given(spoken[-1], Step(Phenomenon.TIME_OF_LIST, opening)))
        if len(headed) > 1:
            found = next((due for due in headed if due.time == self._spoken), found)
        if self._listed and not headed:
            found = self._listed[1]
        row = self._rows.get(passage.block.number)
        if row is not None and row.duty.deadline and (due := deadline_of(row.duty.deadline, self.now)):
            found = Given(due, Step(Phenomenon.TIME_OF_DUTY, passage.block.cite(row.start, row.end)))
        if may_give_duties(passage):
            even = normalise(passage.block, passage.start, passage.end)
            year = self.span[1] if self.span and self._own else None
            duties = [duty for duty in duties_in(even.text) if duty.deadline]
            dues = {due for duty in duties if (due := deadline_of(duty.deadline, year))}
            if len(dues) == 1:
                clause = even.cite(duties[0].start, duties[0].end)
                found = Given(dues.pop(), Step(Phenomenon.TIME_OF_DUTY, clause))
        return found

    def _follow(self, passage: Passage, opening: str, behind: Sequence[Given]) -> None:
        """Choose among the past times of the headings the one the paragraphs have come to (五年来, then 过去一年)."""
        headed = {given.time: given for given in behind}
        if (self.past is None or self.past.time not in headed) and (behind or self.outlook is not Outlook.BACK):
            self.past = behind[0] if behind else None
        if self.outlook is not Outlook.BACK or passage.heading or len(behind) == 1:
            return
        closing = passage.block.text[max(passage.start, passage.end - _OPENING // 2) : passage.end]
        for time in moments(f"{opening}\n{closing}", self.now, self.span):
            if self._is_past(time) and (time.period in headed or not headed):
                said = passage.block.cite(passage.start, passage.start + len(opening))
                self.past = headed.get(time.period) or Given(time.period, Step(Phenomenon.TIME_OF_PARAGRAPH, said))
                break

    def _is_past(self, time: Moment) -> bool:
        return not time.against and self.now is not None and time.last < self.now


def _of_what_is_over(passages: Sequence[Passage]) -> tuple[int | None, Step] | None:
    """Return the year of a document that looks back as a whole, None where its title names none, and the title."""
    for passage in passages[:6]:
        title = passage.block.text[passage.start : passage.end].strip()
        if len(title) <= _OPENING and (match := _LOOKS_BACK.fullmatch(title)):
            year = match["first"] or match["year"]
            said = passage.block.cite(passage.start, passage.end)
            return int(year) if year else None, Step(Phenomenon.OUTLOOK_OF_HEADING, said)
    return None


def _year_from_titles(passages: Sequence[Passage]) -> int | None:
    for passage in passages:
        for section in passage.chain[:1]:
            if match := _WORK_TITLE.search(section.title):
                return int(match[1])
    return None
