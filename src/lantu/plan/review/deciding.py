"""Make decisions that hold: what cannot be is told in one clear line before it enters the log."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2s

from lantu.plan.citation import Citation
from lantu.plan.fault import Fault
from lantu.plan.review.anchoring import anchor_at, cite_words
from lantu.plan.review.decision import Action, Decision, Part, Target, in_force
from lantu.plan.review.field import FIELDS, Fields, fields_of
from lantu.plan.review.folding import put
from lantu.plan.review.kind import DIVISIBLE, ItemKind, Value, blank, name_of, section_of
from lantu.plan.review.reviewed import STANDING, ReviewedItem, ReviewedReading, State

_NOISE = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Signature:
    """Who decides, when, and the id of the decision, unique in the log."""

    id: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Wording:
    """What a person wrote for an item: its words in a block, and its fields by name."""

    block: int
    words: str
    fields: Fields


def accept(review: ReviewedReading, ids: Iterable[str], by: Signature) -> Decision:
    """Take items as they were read. Raises Fault when one is not there, or none is named."""
    targets = tuple(_target(review, _item(review, id)) for id in dict.fromkeys(ids))
    if not targets:
        raise Fault("没有可接受的项。", "There is nothing to accept.")
    return Decision(by.id, Action.ACCEPT, by.by, by.at, targets)


def reject(review: ReviewedReading, id: str, by: Signature) -> Decision:
    """Leave an item out of the plan. Raises Fault when it is not there."""
    return Decision(by.id, Action.REJECT, by.by, by.at, (_target(review, _item(review, id)),))


def correct(review: ReviewedReading, id: str, wording: Wording | None, fields: Fields, by: Signature) -> Decision:
    """Set fields of an item, and other words as its source where they are given.

    Raises Fault when a value cannot stand in its field, the words are not in the block, or nothing differs.
    """
    item = _item(review, id)
    changes = differences(item.kind, item.base, fields)
    words = _cite(review, item, wording)
    if not changes and words == item.base.source:
        raise Fault("没有改动。要照原样收入，请用“接受”。", "Nothing was changed. To take it as it stands, accept it.")
    part = Part(id, item.kind, anchor_at(review.reading.document, words), changes)
    put(part, item.base)
    return Decision(by.id, Action.CORRECT, by.by, by.at, (_target(review, item),), (part,))


def split(review: ReviewedReading, id: str, pieces: Sequence[Wording], by: Signature) -> Decision:
    """Put several items of the same kind, each with its own words, in the place of one.

    Raises Fault when the kind cannot be split, fewer than two pieces are given, two of them say the same, or one cannot
    stand.
    """
    item = _item(review, id)
    _divisible(item.kind)
    if len(pieces) < 2:
        raise Fault("拆分至少要写两项。", "To split, write at least two items.")
    parts: list[Part] = []
    for piece in pieces:
        part = _new(review, item.kind, piece, item.base, {p.id for p in parts}, near=item.base.source)
        if any(part.anchor == other.anchor and part.changes == other.changes for other in parts):
            raise Fault("有两项写得一样。请分别写出各自的字句。", "Two of them say the same. Give each its own words.")
        parts.append(part)
    return Decision(by.id, Action.SPLIT, by.by, by.at, (_target(review, item),), tuple(parts))


def merge(review: ReviewedReading, id: str, others: Iterable[str], fields: Fields, by: Signature) -> Decision:
    """Let one item take in others of its kind; its fields may be set in the same step.

    Raises Fault when no other is named, one does not stand or is of another kind, or a value cannot stand.
    """
    item = _item(review, id)
    _divisible(item.kind)
    absorbed = [_item(review, other) for other in dict.fromkeys(others) if other != id]
    if not absorbed:
        raise Fault("没有选要并入的项。", "No item to merge is chosen.")
    for other in absorbed:
        if other.kind is not item.kind:
            raise Fault(f"“{other.name}”不是同一类，不能合并。", f"“{other.name}” is of another kind.")
        if other.state not in STANDING:
            raise Fault(f"“{other.name}”已不在规划里，不能合并。", f"“{other.name}” no longer stands in the plan.")
    part = Part(id, item.kind, anchor_at(review.reading.document, item.base.source),
                differences(item.kind, item.base, fields))  # fmt: skip
    put(part, item.base)
    targets = tuple(_target(review, one) for one in (item, *absorbed))
    return Decision(by.id, Action.MERGE, by.by, by.at, targets, (part,))


def add(review: ReviewedReading, kind: ItemKind, wording: Wording, by: Signature) -> Decision:
    """Add an item that the reader did not find, by its words.

    Raises Fault when the words are not in the block, a value cannot stand, or the very same item stands already.
    """
    part = _new(review, kind, wording, None, set())
    for item in review.items.values():
        if item.value is not None and item.kind is kind and item.source == (part.anchor and part.anchor.words) and (
            item.name == name_of(put(part, _blank(part)))
        ):  # fmt: skip
            raise Fault(f"这一项已经有了：“{item.name}”。", f"This item is there already: “{item.name}”.")
    return Decision(by.id, Action.ADD, by.by, by.at, (), (part,))


def undo(review: ReviewedReading, decision: str, by: Signature) -> Decision:
    """Take a decision back. Raises Fault when it is not there or was taken back already."""
    if decision not in {one.id for one in review.log if one.action is not Action.UNDO}:
        raise Fault("没有这一步。", "There is no such step.")
    if decision in _taken_back(review):
        raise Fault("这一步已经撤回了。", "This step was taken back already.")
    return Decision(by.id, Action.UNDO, by.by, by.at, undoes=decision)


def differences(kind: ItemKind, base: Value, fields: Fields) -> Fields:
    """Return the fields that do not say what the item says."""
    said = dict(fields_of(kind, base))
    known = [field.name for field in FIELDS[kind]]
    strange = [name for name, _ in fields if name not in known]
    if strange:
        raise Fault(f"“{strange[0]}”不是这类项目的栏目。", f"“{strange[0]}” is no field of this kind.")
    return tuple(
        (name, " ".join(text.split())) for name, text in fields if " ".join(text.split()) != said.get(name, "")
    )


def _taken_back(review: ReviewedReading) -> set[str]:
    return {one.id for one in review.log} - {one.id for one in in_force(review.log)}


def _item(review: ReviewedReading, id: str) -> ReviewedItem:
    item = review.items.get(id)
    if item is None or item.state is State.WITHDRAWN:
        raise Fault(
            "没有这一项，可能刚被撤回。请刷新页面。", "There is no such item; it may have just been taken back. Reload."
        )
    return item


def _target(review: ReviewedReading, item: ReviewedItem) -> Target:
    anchor = anchor_at(review.reading.document, item.base.source)
    return Target(item.id, item.kind, anchor, fields_of(item.kind, item.base))


def _divisible(kind: ItemKind) -> None:
    if kind not in DIVISIBLE:
        raise Fault("这类项目不能拆分或合并。", "Items of this kind cannot be split or merged.")


def _cite(review: ReviewedReading, item: ReviewedItem, wording: Wording | None) -> Citation | None:
    source, document = item.base.source, review.reading.document
    if wording is None or document is None or source is None:
        return source
    if wording.block == source.block and wording.words.strip() == source.quote.strip():
        return source
    return cite_words(document, wording.block, wording.words, source.start if wording.block == source.block else 0)


def _new(review: ReviewedReading, kind: ItemKind, wording: Wording, like: Value | None, taken: set[str], *,
         near: Citation | None = None) -> Part:  # fmt: skip
    document = review.reading.document
    if document is None:
        raise Fault("这部规划没有原文，不能按字句添项。", "This plan came without its text: no words to choose from.")
    start = near.start if near is not None and near.block == wording.block else 0
    words = cite_words(document, wording.block, wording.words, start)
    section = section_of(like) if like is not None else section_at(review, words)
    id = _new_id(kind, (words.quote, *(text for _, text in wording.fields)), taken | review.items.keys())
    empty = blank(kind, id, words, section)
    part = Part(id, kind, anchor_at(document, words), differences(kind, empty, wording.fields), section)
    put(part, empty)
    if not name_of(put(part, empty)):
        field = next(field for field in FIELDS[kind] if field.must)
        raise field.fault("不能空着", "cannot be empty")
    return part


def _blank(part: Part) -> Value:
    assert part.anchor is not None
    return blank(part.kind, part.id, part.anchor.words, part.section)


def section_at(review: ReviewedReading, words: Citation) -> str | None:
    """Return the id of the heading a place stands under, None before the first one."""
    place = (words.block, words.start)
    above = [s for s in review.result.plan.sections if (s.source.block, s.source.start) <= place]
    return max(above, key=lambda s: (s.source.block, s.source.start)).id if above else None


def _new_id(kind: ItemKind, said: tuple[str, ...], taken: set[str]) -> str:
    key = "\x1f".join(_NOISE.sub("", words).lower() for words in said)
    stem = f"{kind.value}-{blake2s(key.encode(), digest_size=5).hexdigest()}"
    count = 1
    while (id := stem if count == 1 else f"{stem}-{count}") in taken:
        count += 1
    return id
