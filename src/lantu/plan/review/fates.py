"""What becomes of a decision when the document is read anew, and the sentences that say so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from lantu.plan.message import Message
from lantu.plan.review.decision import Anchor, Decision
from lantu.plan.review.field import FIELDS, Fields
from lantu.plan.review.kind import ItemKind

_SHORT = 30


class Outcome(StrEnum):
    """What became of a decision on one item.

    KEPT: the words stand where they stood. MOVED: the same words elsewhere. The others do not apply any more. CHANGED:
    other words, or the reader reads the same words otherwise. AMBIGUOUS: the same words several times. GONE: no longer
    in the document. NEEDLESS: what was decided is so without it.
    """

    KEPT = "kept"
    MOVED = "moved"
    CHANGED = "changed"
    AMBIGUOUS = "ambiguous"
    GONE = "gone"
    NEEDLESS = "needless"


APPLIES = frozenset({Outcome.KEPT, Outcome.MOVED})


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a decision on one item: the item as it was named, why, and the item to look at now, if any."""

    decision: Decision
    item: str
    kind: ItemKind
    quote: str
    outcome: Outcome
    reason: Message
    candidate: str = ""


SAME_PLACE = Message("字句和位置都没有变。", "The words stand where they stood.")
NO_ITEM = Message("新的一稿里没有这一项。", "The new version has no such item.")
ORIGIN_GONE = Message("它所依据的添项或拆分已不适用。", "The addition or split it rests on no longer applies.")
INCOMPLETE = Message(
    "其中有的项找不到了，整步都没有照办。", "Some of its items are not there any more, so none of it was kept."
)
PARTS_GONE = Message("您拆出或改定的字句在新的一稿里找不到。", "The words you chose for it are not in the new version.")
READ_NO_MORE = Message(
    "机器这次没有再读出它，不必再剔除。", "The reader no longer takes it for an item; nothing to reject."
)
STANDS_UNREAD = Message(
    "字句还在，但机器这次没有读出这一项。要留就在原文处添上。",
    "The words still stand, but the reader took no item from them. To keep it, add it at its words.",
)
STANDS_AS_PUT = Message(
    "机器这次没有读出它；字句还在，照您改的留着。",
    "The reader no longer takes it for an item; its words still stand, so it stays as you put it.",
)
WORDS_GONE = Message("新的一稿里没有这几个字了。", "These words are not in the new version.")
SEVERAL_PLACES = Message("这几个字现在有好几处，分不出是哪一处。", "These words now stand in several places.")
READ_NOW = Message("机器这次自己读出来了，不必再添。", "The reader now finds it by itself; nothing to add.")


def moved_words(old: Anchor | None, new: Anchor | None) -> tuple[Outcome, Message]:
    """Return whether the same words stand where they stood, and say so."""
    if old is None or new is None or old.words.block == new.words.block:
        return Outcome.KEPT, SAME_PLACE
    was, now = old.words.block, new.words.block
    return Outcome.MOVED, Message(
        f"字句没变，从第{was}段挪到第{now}段。", f"The same words, moved from block {was} to {now}."
    )


def other_words(words: str) -> Message:
    """Say that other words stand there now."""
    said = words if len(words) <= _SHORT else f"{words[: _SHORT - 1]}…"
    return Message(f"字句改成了“{said}”。请再看一遍。", f"The words are now “{said}”. Please look again.")


def read_otherwise(kind: ItemKind, saw: Fields, now: Fields) -> Message:
    """Say which field of the same words is read otherwise, with both readings."""
    before, after = dict(saw), dict(now)
    for field in FIELDS[kind]:
        was, reads = before.get(field.name, ""), after.get(field.name, "")
        if was != reads:
            return Message(
                f"字句没变，机器读得不同了：“{field.label.zh}”由“{was or '空'}”变为“{reads or '空'}”。请再看一遍。",
                f"The same words are read otherwise: {field.label.en.lower()} was “{was or 'empty'}”, "
                f"now “{reads or 'empty'}”. Please look again.",
            )
    return NO_ITEM
