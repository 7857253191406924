"""What a reader keeps in mind while reading a paragraph, and what it takes from it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from lantu.plan.quantity import Comparator
from lantu.reading.grammar.moment import Moment
from lantu.reading.grammar.outlook import Outlook
from lantu.reading.phenomenon import Fired


@dataclass(frozen=True, slots=True)
class Stated:
    """A statement found in a text at `[start:end)`: what it is about, its number, and which way it looks.

    time: its own or the one its sentence begins with; None where the sentence names none.
    doubling: 翻番; based: whether the sentence says against what. fired: what made it, in the text's own places.
    """

    start: int
    end: int
    subject: str
    comparator: Comparator | None
    value: float | None
    value_high: float | None
    unit: str | None
    time: Moment | None
    forward: bool
    doubling: bool = False
    based: bool = False
    fired: tuple[Fired, ...] = ()


@dataclass(slots=True)
class Paragraph:
    """A uniform text, the same text covered (`names.cover`), its times, and what has been read of it so far.

    lead: the time that the present sentence or clause begins with. carried: that of the paragraph.
    subjects: what its present sentence has spoken of, the last one last. sentence: where the present sentence begins.
    named: where the words of the last subject stand. changing: whether the last number of the sentence was a change
    (增长), None before the first. shared: how many subjects the last row of values was for (分别达到A和B), else 1.
    """

    text: str
    covered: str
    times: Sequence[Moment]
    now: int | None
    outlook: Outlook
    lead: Moment | None = None
    carried: Moment | None = None
    subjects: list[str] = field(default_factory=list)
    sentence: int = 0
    named: tuple[int, int] = (0, 0)
    changing: bool | None = None
    shared: int = 1
    _starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self._starts = [time.start for time in self.times]

    def time_of(self, start: int, end: int) -> Moment | None:
        """Return the time that a number at `end` speaks of, named in `[start:end)`: the last that is no comparison."""
        place = bisect_left(self._starts, end) - 1
        last = self.times[place] if place >= 0 else None
        if last and last.start >= start and last.end >= end - 1 and self.covered[last.start - 1 : last.start] in _FROM:
            return last  # 由2015年的...: the number itself is of that year
        while place >= 0 and self.times[place].start >= start:
            if not self.times[place].against:
                return self.times[place]
            place -= 1
        return None

    @property
    def subject(self) -> str:
        """What was spoken of last."""
        return self.subjects[-1] if self.subjects else ""

    def speaks_of(self, subject: str, start: int, end: int) -> None:
        """Keep in mind what is spoken of now, named in `[start:end)`."""
        if subject and subject != self.subject:
            self.subjects.append(subject)
            self.named = start, end

    def inherited(self) -> Moment | None:
        """Return the time a number without its own takes over."""
        if self.lead is not None or self.carried is None:
            return self.lead
        ahead = self.now is None or self.carried.last >= self.now
        return self.carried if ahead or self.outlook is Outlook.BACK else None

    def words_before(self, time: Moment | None, place: int) -> str:
        """Return the words before a number that can tell which way it looks, from its time or its sentence on."""
        since = time.end if time is not None and self.sentence <= time.end <= place else self.sentence
        return self.covered[max(since, place - _MEMORY) : place]


_FROM = ("由", "从", "自")
# How far back, in characters, a word such as 目前 can reach.
_MEMORY = 160
