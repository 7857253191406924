"""A review opinion (审核意见) as values: what was checked, what was found and where, what may stand and why."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lantu.checking import Finding, Rule, Severity, all_rules
from lantu.checking.review import name_of
from lantu.checking.waivers import Waived, Waiver
from lantu.plan.message import Message
from lantu.plan.reading import Reading
from lantu.plan.section import Level, Section

_OTHER_PLANS = "ALN"
_RANK = {Level.PART: 0, Level.CHAPTER: 1, Level.SECTION: 2}


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words that a point speaks of.

    document: "" for the plan itself. where: the numbers (else the words) of its chapter and section, outermost first.
    page: from 1, where the file has pages.
    """

    document: str
    block: int
    where: tuple[str, ...]
    words: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """A finding as the opinion tells it.

    number: from 1 through the opinion. title: its rule's. chapter: heading of the chapter its first words stand in,
    "" where it stands in none or is about the plan as a whole. reply: what the drafters have said about it.
    """

    number: int
    code: str
    title: Message
    severity: Severity
    chapter: str
    message: Message
    how_to_mend: Message
    quoted: tuple[Quoted, ...]
    reply: Message | None = None


@dataclass(frozen=True, slots=True)
class LetStand:
    """A point that may stand, by whom it was allowed, why and until when."""

    point: Point
    reason: str
    by: str
    until: date | None


@dataclass(frozen=True, slots=True)
class Scope:
    """What was looked at.

    blocks, tables, indicators, rules: how many. subjects: (first letters of the codes, rules, points found).
    left_out: rules that were not asked for. beside: names of the plans it was set against. doubts: places where the
    reading is not sure.
    """

    blocks: int
    tables: int
    indicators: int
    rules: int
    subjects: tuple[tuple[str, int, int], ...]
    left_out: int
    beside: tuple[str, ...]
    doubts: int


@dataclass(frozen=True, slots=True)
class Opinion:
    """Everything a review opinion says, whatever the writer.

    plan: the plan's title. document, sha256: the file that was checked; "" for a plan made without one. on: the day.
    by: who gives the opinion, "" to be filled in by hand. version: Lantu's.
    """

    plan: str
    document: str
    sha256: str
    on: date
    by: str
    version: str
    points: tuple[Point, ...]
    let_stand: tuple[LetStand, ...]
    scope: Scope

    def count(self, severity: Severity) -> int:
        """Return how many points have a severity."""
        return sum(point.severity is severity for point in self.points)


def opinion_of(
    readings: Sequence[Reading],
    outcome: Waived,
    asked: Sequence[Rule],
    *,
    on: date,
    version: str,
    by: str = "",
    replies: Mapping[Finding, Message] | None = None,
) -> Opinion:
    """Return the opinion on the first reading.

    readings: as they were checked, the plan first. outcome: what waivers left and let be. asked: the rules that were
    put to it. replies: what the drafters have said about findings.
    """
    plan, *others = readings
    document = plan.document
    places = _Places(plan)
    ordered = sorted(outcome.standing, key=lambda f: (-f.severity.weight, places.first_block(f), f.order))
    replies = replies or {}
    points = tuple(
        replace(places.point(number, finding), reply=replies.get(finding)) for number, finding in enumerate(ordered, 1)
    )
    waived = tuple(
        _let_stand(places.point(number, finding), waiver) for number, (finding, waiver) in enumerate(outcome.waived, 1)
    )
    found = Counter(point.code[:3] for point in points)
    rules = Counter(rule.code[:3] for rule in asked)
    blocks = document.blocks if document else ()
    # Rules about other plans looked at nothing where none was handed in.
    idle = {_OTHER_PLANS} if not others and not found[_OTHER_PLANS] else set()
    subjects = [subject for subject in sorted(rules) if subject not in idle]
    scope = Scope(
        blocks=sum(1 for block in blocks if block.text.strip()),
        tables=len({block.table for block in blocks if block.table}),
        indicators=len(plan.plan.indicators),
        rules=sum(rules[subject] for subject in subjects),
        subjects=tuple((subject, rules[subject], found[subject]) for subject in subjects),
        left_out=len(all_rules()) - len(asked),
        beside=tuple(other.plan.title or name_of(other) for other in others),
        doubts=len(plan.doubts),
    )
    title = plan.plan.title or (document.title if document else "") or name_of(plan)
    return Opinion(
        title, document.name if document else "", document.sha256 if document else "", on, by, version, points, waived,
        scope,
    )  # fmt: skip


def _let_stand(point: Point, waiver: Waiver) -> LetStand:
    return LetStand(point, waiver.reason, waiver.by, waiver.until)


class _Places:
    """Finds the chapter and section that a place of the plan stands in."""

    def __init__(self, reading: Reading) -> None:
        printed = [section for section in reading.plan.sections if section.level in _RANK]
        self._sections = sorted(printed, key=lambda s: (s.source.block, s.source.start, _RANK[s.level]))
        self._starts = [(s.source.block, s.source.start) for s in self._sections]
        self._document = name_of(reading)
        self._text = reading.document
        self._titles = {rule.code: rule.title for rule in all_rules()}

    def first_block(self, finding: Finding) -> int:
        """The first block of the plan that a finding speaks of; 0 where it is about the plan as a whole."""
        return next((p.citation.block for p in finding.places if p.document == self._document), 0)

    def point(self, number: int, finding: Finding) -> Point:
        own = [place.citation for place in finding.places if place.document == self._document]
        chain = self._above(own[0].block, own[0].start) if own else []
        chapter = next((s for s in reversed(chain) if s.level is not Level.SECTION), chain[0] if chain else None)
        quoted = []
        for place in finding.places:
            cited, is_own = place.citation, place.document == self._document
            above = self._above(cited.block, cited.start) if is_own else []
            where = tuple(s.number or s.title for s in above[-2:])
            block = self._text.block(cited.block) if is_own and self._text else None
            page = block.page_at(cited.start) if block else None
            quoted.append(Quoted("" if is_own else place.document, cited.block, where, cited.quote, page))
        return Point(
            number, finding.code, self._titles.get(finding.code, Message("豁免", "Waiver")), finding.severity,
            _name(chapter) if chapter else "", finding.message, finding.how_to_mend, tuple(quoted),
        )  # fmt: skip

    def _above(self, block: int, start: int) -> list[Section]:
        """The headings a place stands under, the highest first."""
        last = bisect_right(self._starts, (block, start))
        chain: list[Section] = []
        for section in reversed(self._sections[:last]):
            if not chain or _RANK[section.level] < _RANK[chain[-1].level]:
                chain.append(section)
            if _RANK[section.level] == 0:
                break
        return chain[::-1]


def _name(section: Section) -> str:
    return f"{section.number}　{section.title}" if section.number else section.title
