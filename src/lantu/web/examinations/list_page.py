"""The list of what was found: which of it an address asks for, with counts, beside the words it speaks of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from lantu.checking import Rule, Severity, all_rules
from lantu.checking.finding import Finding
from lantu.plan.message import Message
from lantu.reports.finding_words import subject_words
from lantu.web.accounts.models import User
from lantu.web.examinations.matters import Known, State
from lantu.web.examinations.selectors import Examined
from lantu.web.examinations.words import CAME_BACK, LATE, STATE_WORDS, state_mark
from lantu.web.gazette.addresses import FINDINGS_A_PAGE, Addresses
from lantu.web.gazette.cited_words import Words, cited_words
from lantu.web.gazette.drawn_table import DrawnTable
from lantu.web.gazette.outline import Heading
from lantu.web.gazette.plan_text import PlanText

MINE, NOBODY = "mine", "nobody"
BACK, OVERDUE = "back", "late"
STATES: dict[str, Message] = {
    State.OPEN.value: STATE_WORDS[State.OPEN],
    OVERDUE: LATE,
    BACK: CAME_BACK,
    State.RESOLVED.value: STATE_WORDS[State.RESOLVED],
    State.WAIVED.value: STATE_WORDS[State.WAIVED],
    State.GONE.value: STATE_WORDS[State.GONE],
}


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding with its rule, the words it speaks of, and how it stands: the shape and words of its state.

    rule: None for a rule that is no more.
    """

    known: Known
    rule: Rule | None
    words: tuple[Words | DrawnTable, ...]
    mark: str
    state: Message

    @property
    def finding(self) -> Finding:
        """The finding itself."""
        return self.known.finding


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for: "" for all. who: MINE, NOBODY or a user's number."""

    state: str = ""
    who: str = ""
    severity: str = ""
    code: str = ""
    chapter: str = ""

    @property
    def is_used(self) -> bool:
        """Whether anything was asked for."""
        return any((self.state, self.who, self.severity, self.code, self.chapter))

    def query(self) -> dict[str, str]:
        """Return what was asked for, as the address has it."""
        named = {"state": self.state, "who": self.who, "severity": self.severity, "code": self.code,
                 "chapter": self.chapter}  # fmt: skip
        return {name: value for name, value in named.items() if value}


@dataclass(frozen=True, slots=True)
class FindingsPage:
    """Everything the page says. total: of the latest version. mine: open ones of who looks."""

    total: int
    found: int
    mine: int
    shown: tuple[FindingView, ...]
    counts: tuple[tuple[Severity, int], ...]
    states: tuple[tuple[str, Message, int], ...]
    assignees: tuple[User, ...]
    codes: tuple[tuple[str, Message, int, tuple[tuple[Rule, int], ...]], ...]
    chapters: tuple[tuple[Heading, int], ...]
    asked: Asked
    page: int
    pages: tuple[tuple[int, str], ...]

    def count(self, state: State) -> int:
        """Return how many are in a state."""
        return next((n for key, _, n in self.states if key == state.value), 0)


def findings_page(
    examined: Examined, text: PlanText, addresses: Addresses, wanted: Mapping[str, str], path: str, user: User, on: date
) -> FindingsPage:
    """Return the findings an address asks for (state, who, severity, code, chapter, page), with their words."""
    rules = {rule.code: rule for rule in all_rules()}
    every = (*examined.known, *examined.gone)
    homes = {id(one): _chapters_of(one.finding, text) for one in examined.known}
    present = frozenset(chapter for home in homes.values() for chapter in home)
    chapters = tuple(h for h in text.outline.headings if h.section.id in present)
    codes = sorted({one.finding.code for one in every if one.finding.code in rules})
    subjects = sorted({code[:3] for code in codes})
    assignees = {one.assignee.pk: one.assignee for one in every if one.assignee is not None}
    asked = Asked(
        state=_one_of(wanted, "state", [*STATES]),
        who=_one_of(wanted, "who", [MINE, NOBODY, *map(str, assignees)]),
        severity=_one_of(wanted, "severity", [s.value for s in Severity]),
        code=_one_of(wanted, "code", [*codes, *subjects]),
        chapter=_one_of(wanted, "chapter", [h.section.id for h in chapters]),
    )
    pool = examined.gone if asked.state == State.GONE.value else examined.known
    found = [one for one in pool if _answers(one, asked, homes, user, on)]
    last = max(1, -(-len(found) // FINDINGS_A_PAGE))
    number = wanted.get("page", "")
    page = int(number) if number.isascii() and number.isdigit() and 0 < len(number) < 7 else 1
    page = max(1, min(page, last))
    by_code = Counter(one.finding.code for one in examined.known)
    by_chapter = Counter(chapter for home in homes.values() for chapter in home)
    severities = Counter(one.finding.severity for one in examined.known)
    return FindingsPage(
        total=len(examined.known),
        found=len(found),
        mine=sum(one.state is State.OPEN and one.assignee == user for one in examined.known),
        shown=tuple(
            view_of(one, text, addresses, on) for one in found[(page - 1) * FINDINGS_A_PAGE : page * FINDINGS_A_PAGE]
        ),
        counts=tuple((s, severities[s]) for s in Severity if severities[s]),
        states=tuple(
            (key, word, n) for key, word in STATES.items()
            if (n := sum(_is_in(one, key, on) for one in every)) or key == State.OPEN.value
        ),
        assignees=tuple(sorted(assignees.values(), key=lambda one: one.display_name)),
        codes=tuple(
            (subject, subject_words(subject), sum(n for code, n in by_code.items() if code.startswith(subject)),
             tuple((rules[code], by_code[code]) for code in codes if code.startswith(subject)))
            for subject in subjects
        ),
        chapters=tuple((h, by_chapter[h.section.id]) for h in chapters),
        asked=asked,
        page=page,
        pages=tuple((n, _address(path, asked, n)) for n in range(1, last + 1)),
    )  # fmt: skip


def view_of(known: Known, text: PlanText, addresses: Addresses, on: date) -> FindingView:
    """Return a matter as pages show it; the words of one that is gone are those of a former version, told plainly."""
    rules = {rule.code: rule for rule in all_rules()}
    words = () if known.state is State.GONE else tuple(cited_words(known.number, known.finding, text, addresses))
    mark, state = state_mark(known, on)
    return FindingView(known, rules.get(known.finding.code), words, mark, state)


def _answers(one: Known, asked: Asked, homes: dict[int, frozenset[str]], user: User, on: date) -> bool:
    if asked.state and not _is_in(one, asked.state, on):
        return False
    if asked.who == MINE and one.assignee != user:
        return False
    if asked.who == NOBODY and (one.assignee is not None or one.state is not State.OPEN):
        return False
    if asked.who.isdigit() and (one.assignee is None or str(one.assignee.pk) != asked.who):
        return False
    return (
        (not asked.severity or one.finding.severity.value == asked.severity)
        and one.finding.code.startswith(asked.code)
        and (not asked.chapter or asked.chapter in homes.get(id(one), ()))
    )


def _is_in(one: Known, state: str, on: date) -> bool:
    if state == OVERDUE:
        return one.is_late(on)
    if state == BACK:
        return one.came_back is not None
    return one.state.value == state


def _address(path: str, asked: Asked, page: int) -> str:
    query = asked.query() | ({"page": str(page)} if page > 1 else {})
    return f"{path}?{urlencode(query)}" if query else path


def _one_of(asked: Mapping[str, str], name: str, known: Sequence[str]) -> str:
    value = asked.get(name, "")
    return value if value in known else ""


def _chapters_of(finding: Finding, text: PlanText) -> frozenset[str]:
    at = (text.outline.chapter_at(p.citation.block, p.citation.start) for p in finding.places)
    return frozenset(heading.section.id for heading in at if heading is not None)
