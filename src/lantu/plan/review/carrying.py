"""Carry decisions over to another reading: what still applies is kept, what does not is told with the reason."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from lantu.plan.citation import Citation
from lantu.plan.document import Document
from lantu.plan.message import Message
from lantu.plan.reading import Reading
from lantu.plan.review.anchoring import anchor_at
from lantu.plan.review.decision import Action, Anchor, Decision, Part, Target, in_force
from lantu.plan.review.fates import (
    APPLIES,
    INCOMPLETE,
    NO_ITEM,
    ORIGIN_GONE,
    PARTS_GONE,
    READ_NO_MORE,
    READ_NOW,
    SAME_PLACE,
    SEVERAL_PLACES,
    STANDS_AS_PUT,
    STANDS_UNREAD,
    WORDS_GONE,
    Fate,
    Outcome,
    moved_words,
    other_words,
    read_otherwise,
)
from lantu.plan.review.field import FIELDS, Fields, fields_of
from lantu.plan.review.kind import ItemKind, Value, section_of, values_of
from lantu.plan.review.likely import Likely
from lantu.plan.review.reviewed import ReviewedReading, State

_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Carried:
    """The decisions that apply to the other reading, in their order, and the fate of each decision on each item."""

    decisions: tuple[Decision, ...]
    fates: tuple[Fate, ...]


def carry(review: ReviewedReading, fresh: Reading) -> Carried:
    """Carry the decisions that count in a review over to another reading.

    Items are found by their words with what stands around them, then by their id; a decision applies where the words
    are the same and the reader reads them as it did. Every decision that counts has a fate for each of its items, so
    nothing is dropped unsaid. Decisions keep their id, author and time.
    """
    return _Carrier(review, fresh).carried()


@dataclass(frozen=True, slots=True)
class _Found:
    """Where an item is in the other reading: its new id and anchor; or why it is not."""

    outcome: Outcome
    reason: Message
    id: str = ""
    anchor: Anchor | None = None
    candidate: str = ""


class _Carrier:
    """Looks items up in the other reading; `placed` holds where items that people added went."""

    def __init__(self, review: ReviewedReading, fresh: Reading) -> None:
        self.review, self.fresh = review, fresh
        self.document = fresh.document
        self.values: dict[str, tuple[ItemKind, Value]] = {value.id: (kind, value) for kind, value in values_of(fresh)}
        self.quoted: dict[tuple[ItemKind, str], list[Value]] = defaultdict(list)
        for kind, value in self.values.values():
            if value.source is not None:
                self.quoted[kind, value.source.quote].append(value)
        self.likely = Likely(self.quoted)
        self.text = _Text(self.document)
        self.placed: dict[str, Anchor] = {}
        self.taken: dict[str, str] = {}  # items of the other reading by whom they were found for

    def carried(self) -> Carried:
        decisions, fates = [], []
        for decision in in_force(self.review.log):
            new, told = self._carry(decision)
            fates += told
            if new is not None:
                decisions.append(new)
        return Carried(tuple(decisions), tuple(fates))

    def _carry(self, decision: Decision) -> tuple[Decision | None, list[Fate]]:
        if decision.action is Action.ADD:
            return self._carry_addition(decision)
        counting = [t for t in decision.targets if self._counts(decision, t)]
        found = {target.id: self._find(target, decision.action) for target in counting}
        fates = [_fate(decision, target.id, target.kind, target.anchor, found[target.id]) for target in counting]
        applying = [target for target in counting if found[target.id].outcome in APPLIES]
        if (
            decision.action is Action.CORRECT
            and len(counting) > len(applying)
            and (kept := self._as_addition(decision, counting[0]))
        ):
            return kept, [replace(fates[0], outcome=Outcome.KEPT, reason=STANDS_AS_PUT, candidate=counting[0].id)]
        if not applying or (decision.action is not Action.ACCEPT and len(applying) < len(counting)):
            # A merge whose items are not all there is no merge any more.
            if applying:
                fates = [replace(fate, outcome=Outcome.CHANGED, reason=INCOMPLETE) if fate.outcome in APPLIES else fate
                         for fate in fates]  # fmt: skip
            return None, fates
        targets = tuple(replace(target, id=found[target.id].id, anchor=found[target.id].anchor) for target in applying)
        parts = self._parts(decision, {old.id: new for old, new in zip(applying, targets, strict=True)})
        if parts is None:
            lost = _Found(Outcome.CHANGED, PARTS_GONE, candidate=targets[0].id)
            return None, [_fate(decision, t.id, t.kind, t.anchor, lost) for t in counting]
        self.taken.update((new.id, old.id) for old, new in zip(applying, targets, strict=True))
        return replace(decision, targets=targets, parts=parts), fates

    def _as_addition(self, decision: Decision, target: Target) -> Decision | None:
        """What a person put for an item that the reader no longer finds, where its words still stand once."""
        (part,) = decision.parts
        place = self._place(part.anchor) if part.anchor is not None and target.id not in self.values else None
        if place is None or self.quoted.get((target.kind, place.quote)):
            return None
        anchor = anchor_at(self.document, place)
        assert anchor is not None
        self.placed[target.id] = anchor
        said = dict(target.saw) | dict(part.changes)
        fields = tuple((field.name, said[field.name]) for field in FIELDS[target.kind] if said.get(field.name))
        new = Part(target.id, target.kind, anchor, fields, self._section_at(place))
        return replace(decision, action=Action.ADD, targets=(), parts=(new,))

    def _place(self, anchor: Anchor) -> Citation | None:
        """Where the words of an anchor stand; None where that cannot be told."""
        places = self.text.places(anchor.words.quote)
        around = [place for place in places if self.text.around(place) == (anchor.before, anchor.after)]
        return next((found[0] for found in (around, places) if len(found) == 1), None)

    def _counts(self, decision: Decision, target: Target) -> bool:
        """Whether a decision is the one that counts for an item, or the one that took it in."""
        item = self.review.items.get(target.id)
        if item is None or item.state is State.WITHDRAWN:
            return False
        if item.decision is decision:
            return True
        return decision.action is Action.MERGE and any(
            other.decision is decision and other.state is State.ABSORBED and other.into == target.id
            for t in decision.targets
            if (other := self.review.items.get(t.id)) is not None
        )

    def _find(self, target: Target, action: Action) -> _Found:
        if target.id in self.placed:
            return _Found(Outcome.KEPT, SAME_PLACE, target.id, self.placed[target.id])
        item = self.review.items.get(target.id)
        if item is not None and item.machine is None:
            return _Found(Outcome.GONE, ORIGIN_GONE)
        if target.anchor is None:
            known = self.values.get(target.id)
            return self._judged(target, known[1]) if known else _Found(Outcome.GONE, NO_ITEM)
        alike = [
            v
            for v in self.quoted.get((target.kind, target.anchor.words.quote), ())
            if self.taken.get(v.id, target.id) == target.id
        ]
        around = [v for v in alike if self._around(v) == (target.anchor.before, target.anchor.after)]
        named = [v for v in alike if v.id == target.id]
        for choice in (around, named, alike):
            if len(choice) == 1:
                return self._judged(target, choice[0])
        if alike:
            nearest = min(alike, key=lambda v: abs(_block(v) - target.anchor.words.block))  # type: ignore[union-attr]
            n = len(alike)
            return _Found(
                Outcome.AMBIGUOUS,
                Message(
                    f"这几个字现在有{n}处，分不出是哪一处。",
                    f"These words now stand in {n} places; which is meant is not clear.",
                ),
                candidate=nearest.id,
            )
        return self._unread(target, action)

    def _around(self, value: Value) -> tuple[str, str]:
        anchor = anchor_at(self.document, value.source)
        return (anchor.before, anchor.after) if anchor else ("", "")

    def _judged(self, target: Target, value: Value) -> _Found:
        """The item is there; the decision applies if the reader reads it as it did."""
        anchor = anchor_at(self.document, value.source)
        now = fields_of(target.kind, value)
        if _said(now) != _said(target.saw):
            return _Found(Outcome.CHANGED, read_otherwise(target.kind, target.saw, now), candidate=value.id)
        return _Found(*moved_words(target.anchor, anchor), value.id, anchor)

    def _unread(self, target: Target, action: Action) -> _Found:
        """The reader finds no such item any more."""
        assert target.anchor is not None
        quote = target.anchor.words.quote
        known = self.values.get(target.id)
        near = known[1] if known is not None and known[0] is target.kind else self._nearest(target.kind, quote)
        if near is not None and near.source is not None:
            return _Found(Outcome.CHANGED, other_words(near.source.quote), candidate=near.id)
        if self.text.places(quote):
            if action is Action.REJECT:
                return _Found(Outcome.NEEDLESS, READ_NO_MORE)
            return _Found(Outcome.CHANGED, STANDS_UNREAD)
        return _Found(Outcome.GONE, WORDS_GONE)

    def _nearest(self, kind: ItemKind, quote: str) -> Value | None:
        matcher = SequenceMatcher(None, autojunk=False)
        matcher.set_seq2(quote)
        best, score = None, _ALIKE
        for words in self.likely.of(kind, quote):
            values = self.quoted[kind, words]
            if any(v.id not in self.taken for v in values):
                matcher.set_seq1(words)
                if matcher.real_quick_ratio() > score and matcher.quick_ratio() > score and matcher.ratio() > score:
                    best, score = values[0], matcher.ratio()
        return best

    def _carry_addition(self, decision: Decision) -> tuple[Decision | None, list[Fate]]:
        (part,) = decision.parts
        item = self.review.items.get(part.id)
        if item is None or item.state is State.WITHDRAWN or part.anchor is None:
            return None, []
        words = part.anchor.words
        place = self._place(part.anchor)
        if place is None:
            stands = bool(self.text.places(words.quote))
            lost = _Found(Outcome.AMBIGUOUS, SEVERAL_PLACES) if stands else _Found(Outcome.GONE, WORDS_GONE)
            return None, [_fate(decision, part.id, part.kind, part.anchor, lost)]
        there = [v for v in self.quoted.get((part.kind, words.quote), ()) if v.source == place]
        if there or part.id in self.values:
            found = there[0].id if there else part.id
            needless = _Found(Outcome.NEEDLESS, READ_NOW, candidate=found)
            return None, [_fate(decision, part.id, part.kind, part.anchor, needless)]
        anchor = anchor_at(self.document, place)
        assert anchor is not None
        self.placed[part.id] = anchor
        section = self._section_at(place)
        outcome, reason = moved_words(part.anchor, anchor)
        kept = _Found(outcome, reason, part.id, anchor)
        return (replace(decision, parts=(replace(part, anchor=anchor, section=section),)),
                [_fate(decision, part.id, part.kind, part.anchor, kept)])  # fmt: skip

    def _parts(self, decision: Decision, targets: dict[str, Target]) -> tuple[Part, ...] | None:
        """The parts of a decision with their words found again; None where words of one are not there."""
        parts = []
        for part in decision.parts:
            if part.id in targets:
                target = targets[part.id]
                old = next(t for t in decision.targets if t.id == part.id)
                anchor = target.anchor if part.anchor == old.anchor else self._within(part.anchor, target.anchor)
                if anchor is None and part.anchor is not None:
                    return None
                parts.append(replace(part, id=target.id, anchor=anchor))
            else:
                parent = next(iter(targets.values()))
                anchor = self._within(part.anchor, parent.anchor)
                if anchor is None:
                    return None
                self.placed[part.id] = anchor
                value = self.values.get(parent.id)
                section = section_of(value[1]) if value else self._section_at(anchor.words)
                parts.append(replace(part, anchor=anchor, section=section))
        return tuple(parts)

    def _within(self, part: Anchor | None, whole: Anchor | None) -> Anchor | None:
        """The words of a part in the block its item stands in now."""
        block = self.document.block(whole.words.block) if self.document and whole else None
        if part is None or whole is None or block is None:
            return None
        at = block.text.find(part.words.quote, whole.words.start)
        at = at if at >= 0 else block.text.find(part.words.quote)
        return anchor_at(self.document, block.cite(at, at + len(part.words.quote))) if at >= 0 else None

    def _section_at(self, words: Citation) -> str | None:
        place = (words.block, words.start)
        above = [s for s in self.fresh.plan.sections if (s.source.block, s.source.start) <= place]
        return max(above, key=lambda s: (s.source.block, s.source.start)).id if above else None


class _Text:
    """The words of a document, searched once for each quote."""

    def __init__(self, document: Document | None) -> None:
        self.document = document
        self.known: dict[str, list[Citation]] = {}

    def places(self, quote: str) -> list[Citation]:
        if quote not in self.known:
            self.known[quote] = self._search(quote)
        return self.known[quote]

    def _search(self, quote: str) -> list[Citation]:
        found: list[Citation] = []
        for block in self.document.blocks if self.document and quote else ():
            at = block.text.find(quote)
            while at >= 0:
                found.append(block.cite(at, at + len(quote)))
                at = block.text.find(quote, at + 1)
        return found

    def around(self, words: Citation) -> tuple[str, str]:
        anchor = anchor_at(self.document, words)
        return (anchor.before, anchor.after) if anchor else ("", "")


def _said(fields: Fields) -> dict[str, str]:
    return {name: text for name, text in fields if text}


def _block(value: Value) -> int:
    return value.source.block if value.source else 0


def _fate(decision: Decision, id: str, kind: ItemKind, anchor: Anchor | None, found: _Found) -> Fate:
    quote = anchor.words.quote if anchor else ""
    return Fate(decision, id, kind, quote, found.outcome, found.reason, found.candidate or found.id)
