"""What a statement takes over from around it: the document's year, the time and the outlook of its headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from lantu.plan.period import Period
from lantu.reading.grammar.moment import Moment, moments
from lantu.reading.grammar.outlook import Outlook, cue_of, outlook_of
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
        self.deadline = ahead[0].deadline if ahead else None
        self._follow(passage, opening, behind)

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
