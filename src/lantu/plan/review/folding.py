"""The fold: a reading and the log of decisions on it make the reviewed reading; nothing is lost, nothing changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from lantu.plan.citation import Citation
from lantu.plan.reading import Doubt, Reading
from lantu.plan.review.decision import Action, Decision, Part, in_force
from lantu.plan.review.field import changed
from lantu.plan.review.kind import ItemKind, Value, blank, values_of, with_values
from lantu.plan.review.reviewed import STANDING, ReviewedItem, ReviewedReading, State
from lantu.plan.section import Section

_PLAIN = {Action.ACCEPT: State.ACCEPTED, Action.REJECT: State.REJECTED, Action.SPLIT: State.SPLIT}


def apply(reading: Reading, decisions: tuple[Decision, ...]) -> ReviewedReading:
    """Return the reading as the log of decisions leaves it; the reading and the log are not changed.

    The last decision in force on an item counts, so decisions on different items may come in any order. Every item of
    the reading and every one that was ever added is in the answer, with its state. Decisions on items that the reading
    does not hold are told, not dropped.

    Raises Fault when a decision holds values that `deciding` would have refused.
    """
    fold = _Fold(reading, decisions)
    items = {id: fold.item(id) for id in fold.known}
    unplaced = tuple(d for d in fold.live if any(target.id not in fold.known for target in d.targets))
    owners = _owners(reading, items)
    doubts: dict[str, list[Doubt]] = defaultdict(list)
    for doubt, owner in zip(reading.doubts, owners, strict=True):
        if owner:
            doubts[owner].append(doubt)
    loose = tuple(doubt for doubt, owner in zip(reading.doubts, owners, strict=True) if not owner)
    settled = {id for id in doubts if items[id].is_decided}
    left = tuple(doubt for doubt, owner in zip(reading.doubts, owners, strict=True) if owner not in settled)
    return ReviewedReading(
        reading,
        decisions,
        items,
        replace(_result(reading, items), doubts=left),
        unplaced,
        {id: tuple(d) for id, d in doubts.items()},
        loose,
    )


class _Fold:
    """Looks up, for each item, the decision that counts; what follows for an item is found once."""

    def __init__(self, reading: Reading, decisions: tuple[Decision, ...]) -> None:
        self.live = in_force(decisions)
        self.machine = {value.id: (kind, value) for kind, value in values_of(reading)}
        self.last: dict[str, Decision] = {}
        for decision in self.live:
            for target in decision.targets:
                self.last[target.id] = decision
        self.history: dict[str, list[Decision]] = defaultdict(list)
        self.origin: dict[str, tuple[Decision, Part]] = {}
        by_id = {decision.id: decision for decision in decisions}
        for decision in decisions:
            about = by_id.get(decision.undoes, decision)
            for id in dict.fromkeys((*(t.id for t in about.targets), *(p.id for p in about.parts))):
                self.history[id].append(decision)
            for part in decision.parts if decision.action in (Action.ADD, Action.SPLIT) else ():
                self.origin.setdefault(part.id, (decision, part))
        self.alive = {decision.id for decision in self.live}
        self.known = [*self.machine, *(id for id in self.origin if id not in self.machine)]
        self.members = frozenset(self.known)
        self._found: dict[str, ReviewedItem] = {}

    def item(self, id: str) -> ReviewedItem:
        """The item; parents of parts and absorbers of absorbed items are found on the way, which never circles."""
        if id not in self._found:
            self._found[id] = self._added(id) if id not in self.machine else self._read(id)
        return self._found[id]

    def _read(self, id: str) -> ReviewedItem:
        kind, machine = self.machine[id]
        return self._decided(ReviewedItem(kind, id, State.UNDECIDED, machine, machine, machine))

    def _added(self, id: str) -> ReviewedItem:
        origin, part = self.origin[id]
        base = put(part, blank(part.kind, id, part.anchor.words, part.section)) if part.anchor else None
        assert base is not None, "an added item has words"
        parent = origin.targets[0].id if origin.action is Action.SPLIT else ""
        item = ReviewedItem(part.kind, id, State.ADDED, None, base, base, origin, parent=parent)
        split_stands = not parent or (parent in self.members and self.item(parent).decision is origin)
        if origin.id not in self.alive or not split_stands:
            return replace(item, state=State.WITHDRAWN, value=None, history=tuple(self.history[id]))
        return self._decided(item)

    def _decided(self, item: ReviewedItem) -> ReviewedItem:
        if item.id not in self.history:
            return item
        item = replace(item, history=tuple(self.history[item.id]))
        decision = self.last.get(item.id)
        if decision is None:
            return item
        if decision.action in _PLAIN:
            state = _PLAIN[decision.action]
            return replace(item, state=state, value=item.base if state in STANDING else None, decision=decision)
        (part,) = decision.parts
        if part.id == item.id:
            state = State.MERGED if decision.action is Action.MERGE else State.CORRECTED
            return replace(item, state=state, value=put(part, item.base), decision=decision)
        # Absorbed: it stays away only as long as the item that took it in stands.
        if part.id in self.members and self.item(part.id).state in (*STANDING, State.ABSORBED):
            return replace(item, state=State.ABSORBED, value=None, decision=decision, into=part.id)
        return item


def _owners(reading: Reading, items: Mapping[str, ReviewedItem]) -> tuple[str, ...]:
    """The id of the item each doubt belongs to, "" for none: the one it names, else the shortest its words touch.

    A doubt about a heading belongs to a heading only.
    """
    if not reading.doubts:
        return ()
    inside: dict[int, list[tuple[int, int, ReviewedItem]]] = defaultdict(list)
    for item in items.values():
        words = item.machine.source if item.machine is not None else None
        if words is not None:
            inside[words.block].append((words.start, words.end, item))

    def owner(doubt: Doubt) -> str:
        if doubt.about in items:
            return doubt.about
        if (place := doubt.source) is None:
            return ""
        touched = [
            (end - start, start, item.id)
            for start, end, item in inside.get(place.block, ())
            if start < place.end and place.start < end and (doubt.about != "heading" or item.kind is ItemKind.SECTION)
        ]
        return min(touched)[2] if touched else ""

    return tuple(owner(doubt) for doubt in reading.doubts)


def put(part: Part, base: Value) -> Value:
    """Return the item as a person put it. Raises Fault when a field cannot hold what was put."""
    value = changed(part.kind, base, part.changes)
    return moved(value, part.anchor.words) if part.anchor is not None else value


def moved(value: Value, words: Citation) -> Value:
    """Return the item with other words as its source."""
    return value if value.source == words else replace(value, source=words)


def _result(reading: Reading, items: dict[str, ReviewedItem]) -> Reading:
    """The reading with what stands, each kind in the order of the document where people added to it."""
    values: dict[ItemKind, list[Value]] = defaultdict(list)
    added: dict[ItemKind, list[Value]] = defaultdict(list)
    for item in items.values():
        if item.value is not None:
            (values if item.machine is not None else added)[item.kind].append(item.value)
    for kind, new in added.items():
        for value in sorted(new, key=_place):
            at = next((n for n, other in enumerate(values[kind]) if _place(other) > _place(value)), len(values[kind]))
            values[kind].insert(at, value)
    gone = {item.id: item.base.parent for item in items.values()
            if item.value is None and isinstance(item.base, Section)}  # fmt: skip
    if gone:
        values = defaultdict(list, {kind: [_reset(value, gone) for value in all] for kind, all in values.items()})
    set_by_people = {item.id for item in items.values() if item.value is None or item.value is not item.machine}
    return replace(
        with_values(reading, values),
        grounds={id: ground for id, ground in reading.grounds.items() if id not in set_by_people},
    )


def _place(value: Value) -> tuple[int, int]:
    return (value.source.block, value.source.start) if value.source else (0, 0)


def _reset(value: Any, gone: dict[str, str | None]) -> Value:
    """The item under the nearest section above that still stands."""
    name = "parent" if isinstance(value, Section) else "section"
    above: str | None = getattr(value, name, None)
    if above not in gone:
        return value  # type: ignore[no-any-return]
    while above in gone:
        above = gone[above]
    return replace(value, **{name: above})  # type: ignore[no-any-return]
