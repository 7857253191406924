"""One item before a person: its words, both readings side by side, what is in doubt, and what can be done."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from heapq import nlargest

from django.utils.html import format_html
from django.utils.safestring import SafeString

from lantu.plan.citation import Citation
from lantu.plan.message import Message
from lantu.plan.reading import Doubt, Reading
from lantu.plan.review.decision import Action, Decision, in_force
from lantu.plan.review.field import FIELDS, fields_of
from lantu.plan.review.kind import DIVISIBLE, ItemKind
from lantu.plan.review.reviewed import STANDING, ReviewedItem, ReviewedReading, State
from lantu.reading.phenomena import about
from lantu.web.gazette.plan_text import plan_text
from lantu.web.look.language import page_language
from lantu.web.reviews.fields import FormField, form_fields, values_of_item
from lantu.web.reviews.rows import gist
from lantu.web.reviews.selectors import Reviewed
from lantu.web.reviews.words import KINDS, STATES, moment, said, what_was_done

_AROUND = 56
_CANDIDATES = 6
_JOINTS = re.compile(r"[、，,；;]|以及|和(?!谐|平)|与|及| and ")


@dataclass(frozen=True, slots=True)
class Line:
    """One field in both readings; person is None where the two do not differ."""

    label: Message
    machine: Message
    person: Message | None


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of the log about an item."""

    id: str
    at: Message
    day: str
    by: str
    what: Message
    is_in_force: bool
    can_be_undone: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of a split as the form shows it."""

    number: int
    block: int
    words: str
    fields: tuple[FormField, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item that may be merged into this one."""

    id: str
    name: str
    gist: str


@dataclass(frozen=True, slots=True)
class Panel:
    """Everything the panel of one item shows."""

    item: ReviewedItem
    kind: Message
    state: Message
    decided: Message | None
    certainty: int | None
    place: str
    sentence: SafeString
    block: int
    doubts: tuple[Doubt, ...]
    lines: tuple[Line, ...]
    has_person: bool
    steps: tuple[tuple[Message, Citation | None], ...]
    events: tuple[Event, ...]
    fields: tuple[FormField, ...]
    pieces: tuple[Piece, ...]
    candidates: tuple[Candidate, ...]
    related: tuple[tuple[Message, str, str], ...]

    @property
    def is_standing(self) -> bool:
        """Whether the item stands in the plan."""
        return self.item.state in STANDING


def panel_of(now: Reviewed, id: str, posted: Mapping[str, str] | None = None) -> Panel:
    """Return the panel of an item; posted: what a person wrote in a form that could not be taken, to be kept.

    Raises KeyError when there is no such item.
    """
    review = now.review
    item = review.items[id]
    before = posted or {}
    standing = item.value if item.value is not None else item.base
    values = values_of_item(item.kind, standing) | _typed(item.kind, before, "")
    events = tuple(_event(now, decision) for decision in reversed(item.history))
    ground = review.reading.grounds.get(id)
    source = item.source
    heading = plan_text(review.reading).outline.at(source.block, source.start) if source else None
    lines = _lines(item)
    decided = next((event for event in events if event.id == (item.decision.id if item.decision else "")), None)
    return Panel(
        item=item,
        kind=KINDS[item.kind],
        state=STATES[item.state],
        decided=None
        if decided is None
        else Message(f"{decided.by}，{decided.at.zh}", f"{decided.by}, {decided.at.en}"),
        certainty=None if ground is None else round(100 * ground.certainty),
        place=heading.name if heading else "",
        sentence=sentence(review.reading, source),
        block=source.block if source else 0,
        doubts=review.doubts.get(id, ()),
        lines=lines,
        has_person=any(line.person is not None for line in lines),
        steps=tuple((about(step.rule).title, step.words) for step in ground.steps) if ground else (),
        events=events,
        fields=form_fields(review.reading, item.kind, values),
        pieces=_pieces(review.reading, item, before) if item.kind in DIVISIBLE and source else (),
        candidates=_candidates(review, item) if item.kind in DIVISIBLE else (),
        related=tuple(_related(review, item)),
    )


def sentence(reading: Reading, words: Citation | None) -> SafeString:
    """Return words with what stands around them in their block, the words marked."""
    block = reading.document.block(words.block) if reading.document and words else None
    if block is None or words is None:
        return SafeString("")
    left, right = max(0, words.start - _AROUND), min(len(block.text), words.end + _AROUND)
    return format_html(
        '{}{}<span class="found">{}</span>{}{}',
        "……" if left else "", block.text[left : words.start], block.text[words.start : words.end],
        block.text[words.end : right], "……" if right < len(block.text) else "",
    )  # fmt: skip


def _lines(item: ReviewedItem) -> tuple[Line, ...]:
    """The fields that say something in either reading; the person's stands only where it differs."""
    machine = dict(fields_of(item.kind, item.base))
    person = dict(fields_of(item.kind, item.value)) if item.value is not None else machine
    lines = []
    for field in FIELDS[item.kind]:
        read, put = machine.get(field.name, ""), person.get(field.name, "")
        if read or put:
            lines.append(Line(field.label, said(field, read), said(field, put) if put != read else None))
    if item.value is not None and item.value.source != item.base.source and item.value.source and item.base.source:
        was, now = item.base.source.quote, item.value.source.quote
        lines.append(Line(Message("字句", "Words"), Message(was, was), Message(now, now)))
    return tuple(lines)


def _event(now: Reviewed, decision: Decision) -> Event:
    is_undo = decision.action is Action.UNDO
    alive = decision.id in {one.id for one in in_force(now.review.log)} if not is_undo else False
    what = what_was_done(decision)
    if is_undo:
        undone = next((one for one in now.review.log if one.id == decision.undoes), None)
        if undone is not None:
            inner = what_was_done(undone)
            what = Message(f"撤回“{inner.zh}”", f"took back “{inner.en}”")
    return Event(decision.id, moment(decision.at), decision.at.isoformat(), decision.by, what, alive, alive)


def _typed(kind: ItemKind, posted: Mapping[str, str], prefix: str) -> dict[str, str]:
    return {
        field.name: posted[f"{prefix}f-{field.name}"] for field in FIELDS[kind] if f"{prefix}f-{field.name}" in posted
    }


def _pieces(reading: Reading, item: ReviewedItem, posted: Mapping[str, str]) -> tuple[Piece, ...]:
    source = item.source
    assert source is not None
    values = values_of_item(item.kind, item.base)
    name = next(field.name for field in FIELDS[item.kind] if field.must)
    halves = _halves(source.quote)
    pieces = []
    for number in (1, 2):
        prefix = f"p{number}-"
        words = posted.get(f"{prefix}words", halves[number - 1])
        own = values | {name: halves[number - 1]} | _typed(item.kind, posted, prefix)
        pieces.append(Piece(number, source.block, words, form_fields(reading, item.kind, own, prefix)))
    return tuple(pieces)


def _halves(quote: str) -> tuple[str, str]:
    """The words cut at the joint nearest to their middle; twice the whole where there is none."""
    joints = [match for match in _JOINTS.finditer(quote) if match.start() and match.end() < len(quote)]
    if not joints:
        return quote, quote
    joint = min(joints, key=lambda match: abs(2 * match.start() - len(quote)))
    return quote[: joint.start()].strip(), quote[joint.end() :].strip()


def _candidates(review: ReviewedReading, item: ReviewedItem) -> tuple[Candidate, ...]:
    """Items of the same kind that stand near, or are called nearly the same."""
    alike = [one for one in review.items.values()
             if one.kind is item.kind and one.id != item.id and one.state in STANDING]  # fmt: skip
    if not alike:
        return ()
    place = _place(item)
    near = sorted(alike, key=lambda one: abs(_place(one) - place))[:_CANDIDATES]
    signs = set(item.name)
    likely = nlargest(24, alike, key=lambda one: len(signs & set(one.name)) / (1 + len(one.name)))
    named = nlargest(
        _CANDIDATES, likely, key=lambda one: SequenceMatcher(None, item.name, one.name, autojunk=False).ratio()
    )
    language = page_language()
    return tuple(
        Candidate(one.id, one.name, gist(one.value, language) if one.value is not None else "")
        for one in sorted({one.id: one for one in (*near, *named)}.values(), key=_place)
    )


def _place(item: ReviewedItem) -> int:
    return 10_000 * item.source.block + item.source.start if item.source else 0


def _related(review: ReviewedReading, item: ReviewedItem) -> list[tuple[Message, str, str]]:
    """What it was split from, went into, took in or was split into: words, id and name."""
    found = []
    if item.parent:
        found.append((Message("拆自", "Split from"), item.parent, review.items[item.parent].name))
    if item.into:
        found.append((Message("并入", "Merged into"), item.into, review.items[item.into].name))
    if item.decision and item.state is State.MERGED:
        found += [(Message("并进来", "Took in"), t.id, review.items[t.id].name) for t in item.decision.targets[1:]]
    if item.decision and item.state is State.SPLIT:
        found += [(Message("拆成", "Split into"), p.id, review.items[p.id].name) for p in item.decision.parts]
    return found
