"""A number's subject: before its verb, behind its unit, or taken over from what was spoken of last."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lantu.reading.grammar.paragraph import Paragraph
from lantu.reading.grammar.quantity import Quantity
from lantu.reading.grammar.relation import Relation
from lantu.reading.grammar.subject import subject_after, subject_before
from lantu.reading.grammar.unit import is_counted
from lantu.reading.phenomenon import Fired, Phenomenon

_SUM = re.compile(r"(?:总投资|投资|投入|补贴|资金|规模)$")
_OF_SUM = re.compile(r"(?:额|率|值|量|收入|支出|比重|占比|面积|产值|里程|规模|能力|长度|总数|比例|寿命|税收|价|费|金)$")
_OVER = re.compile(r"高于|低于|快于|慢于|超过|高出|优于|多于|占")
_ACTS = re.compile(r"完成|实现|新增|投入|累计|增加|建成|减少")
_JOINED = re.compile(r"和|及|与|以及|并")
_LONG = 20  # characters; so long a run of words may hold more than the name


@dataclass(frozen=True, slots=True)
class Name:
    """A subject, where it stands (the number's own place where it is taken over), and where its statement begins.

    fired: what gave the subject to the number.
    """

    words: str
    start: int
    end: int
    opening: int
    fired: tuple[Fired, ...] = ()

    @property
    def counts_things(self) -> bool:
        """Whether it is what stands behind the number and is counted by it."""
        return any(one.phenomenon is Phenomenon.THING_COUNTED for one in self.fired)

    @property
    def taken_over(self) -> bool:
        """Whether it is what was spoken of before."""
        return any(one.phenomenon is Phenomenon.SUBJECT_TAKEN_OVER for one in self.fired)


def name_of(
    paragraph: Paragraph, clause: int, before: int, quantity: Quantity, following: int, found: Relation
) -> Name:
    """Return the subject of a quantity.

    clause: where its clause begins. before: where the quantity before it in the clause ends. following: where the next
    begins, or the clause ends. found: what stands between subject and number.
    """
    covered, text = paragraph.covered, paragraph.text
    opening = _opening(covered, clause, before, quantity, found)
    left = subject_before(covered, opening, found.start, found.each)
    right = subject_after(covered, quantity.end, following, is_counted(quantity.unit))
    if right[0] < right[1] and _counts_what_follows(covered, quantity, left, found):
        words = text[right[0] : right[1]]
        if sum_of := _SUM.search(covered, left[0], left[1]):
            words += sum_of[0]
        return Name(words, quantity.start, right[1], opening, (Fired(Phenomenon.THING_COUNTED, *right),))
    if left[0] == left[1]:
        before_it = Phenomenon.SUBJECT_TAKEN_OVER if paragraph.subject else Phenomenon.NO_SUBJECT
        taken = Fired(before_it, *(paragraph.named if paragraph.subject else (quantity.start, quantity.end)))
        return Name(paragraph.subject, quantity.start, quantity.end, opening, (taken,))
    words = text[left[0] : left[1]].strip()
    if paragraph.subject and _OVER.match(covered, left[0], left[1]):
        words = paragraph.subject + words
    fired: tuple[Fired, ...] = (Fired(Phenomenon.SUBJECT_BEFORE, *left),)
    if left[1] - left[0] >= _LONG:
        fired += (Fired(Phenomenon.LONG_SUBJECT, *left),)
    return Name(words, left[0], quantity.end, opening, fired)


def _opening(covered: str, clause: int, before: int, quantity: Quantity, found: Relation) -> int:
    if before == clause:
        return before
    mark = covered.find("、", before, found.start)
    if mark >= 0:
        return mark + 1
    own_verb = found.linked or _ACTS.search(covered, before, quantity.start)
    if own_verb or _JOINED.match(covered, before, quantity.start):
        return before
    return found.start  # words right behind the number before are what that one counts


def _counts_what_follows(covered: str, quantity: Quantity, left: tuple[int, int], found: Relation) -> bool:
    if left[0] == left[1]:
        return (not found.origin and not (found.change or found.moved or found.each)) or covered[quantity.end] != "的"
    if found.origin or found.each or (found.linked and not covered.endswith("有", 0, quantity.start)):
        return False
    if covered.startswith("的", quantity.end) and _SUM.fullmatch(covered, left[0], left[1]):
        return True
    return is_counted(quantity.unit) or not _OF_SUM.search(covered, left[0], left[1])
