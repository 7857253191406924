"""Statements that stand in words into statements: their subject, their time, their outlook."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from lantu.reading.grammar.names import TIME_SIGN
from lantu.reading.grammar.outlook import Outlook, look_of
from lantu.reading.grammar.paragraph import Paragraph, Stated
from lantu.reading.grammar.quantity import Quantity
from lantu.reading.grammar.relation import change_noun, relation
from lantu.reading.grammar.stating import time_fired
from lantu.reading.grammar.subject import subject_after, subject_before
from lantu.reading.grammar.wording import Wording, wordings
from lantu.reading.phenomenon import Fired, Phenomenon

# How many characters before its verb a subject may begin.
_LONGEST = 90
_TAIL = re.compile(r"(?:基本|总体|方面)$|[由从](?=[^,;]{0,6}第|\d).*$|(?:分?[居列]|[位名分][居列])[^,;]{0,8}第.*$")


def state_words(paragraph: Paragraph, start: int, end: int, found: Sequence[Quantity]) -> Iterator[Stated]:
    """Yield what the clause `[start:end)` says in words; `found` are its numbers."""
    text, covered = paragraph.text, paragraph.covered
    starts = [quantity.start for quantity in found]
    for wording in wordings(text[start:end], covered[start:end]):
        at = start + wording.start
        place = bisect_left(starts, at + 1) - 1
        before = found[place] if place >= 0 else None
        if (before and at < before.end) or (wording.value is None and place + 1 < len(found)):
            continue
        if wording.boast and paragraph.outlook is not Outlook.BACK:
            continue
        opening = before.end if before and covered[before.end] in "、和及" else max(start, at - _LONGEST)
        yield _state(paragraph, start, opening, end, wording)


def _state(paragraph: Paragraph, clause: int, start: int, end: int, wording: Wording) -> Stated:
    text, covered = paragraph.text, paragraph.covered
    at, stop = clause + wording.start, clause + wording.end
    found = relation(covered, start, at)
    run = subject_before(covered, start, found.start)
    subject = _subject(text[run[0] : run[1]])
    if wording.inside:
        subject = text[at:stop]
    elif wording.boast:
        subject = text[slice(*subject_after(covered, stop, end, False))]
    elif subject and not subject.startswith("在") and found.change:
        subject += change_noun(found)
    if subject.startswith("在"):
        subject = subject[1:] if len(subject) > 5 else ""
    fired = [Fired(wording.form, at, stop)]
    if subject and not (wording.inside or wording.boast):
        fired.append(Fired(Phenomenon.SUBJECT_BEFORE, *run))
    elif not subject and paragraph.subject:
        fired.append(Fired(Phenomenon.SUBJECT_TAKEN_OVER, *paragraph.named))
        subject = paragraph.subject
    if not subject:
        subject = text[at:stop] if wording.value is None else ""
        fired.append(Fired(Phenomenon.NO_SUBJECT, at, stop))
    own = paragraph.time_of(start, at)
    time = own or paragraph.inherited()
    fired.extend(time_fired(paragraph, own, time))
    look = look_of(paragraph.outlook, covered[start:at], time, paragraph.now)
    if look.why is Phenomenon.OUTLOOK_OF_WORDS:
        fired.append(Fired(look.why, start + look.start, start + look.end))
    elif look.why and time is not None:
        fired.append(Fired(look.why, time.start, time.end))
    first = run[0] if run[0] < run[1] else start
    while first < at and covered[first] in TIME_SIGN + " 、":
        first += 1
    return Stated(
        first, end if wording.value is None else stop, subject, wording.comparator, wording.value, None, wording.unit,
        time, look.forward, fired=tuple(fired),
    )  # fmt: skip


def _subject(words: str) -> str:
    words = _TAIL.sub("", words)
    before, reached, behind = words.partition("实现")
    return behind if reached and (len(before) < 3 or before.startswith("在")) and len(behind) > 2 else before
