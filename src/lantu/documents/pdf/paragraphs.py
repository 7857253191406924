"""Lines to paragraphs: where one ends and the next begins, told as a reader of the print tells it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from lantu.documents.pdf.lines import Line
from lantu.documents.pdf.wording import run_on, words_of

_SAME_SIZE = 0.08
_LARGER = 1.08  # of the body's size: a heading
_INDENT = 0.8  # of the size
_WIDEST_INDENT = 0.4  # of the measure
_LEADING = 1.3  # times the usual distance of two lines: a paragraph's end
_SLACK = 0.6  # of the size
_END = re.compile(r"[。！？；：.!?;:…”’）)》】]$")
_STOP = re.compile(r"[。！？；.!?;][”’）)]?$")
_ENTRY = re.compile(r"(?:[.…·‥．・_—-]{3,}|(?:\. ){3,})\s*[-—(（]?\s*(?:\d{1,4}|[ivxlc]+)\s*[-—)）]?$")
_MARK = re.compile(
    r"(?:[•▪●■◆➢✓*·○□-]\s|——|第[〇零一二三四五六七八九十百\d]{1,4}[编篇章节条部]|[（(][一二三四五六七八九十\d]{1,3}[)）]"
    r"|[一二三四五六七八九十]{1,3}、|\d{1,2}(?:\.\d{1,2}){0,3}[.．、)]?\s?(?=\D)|[a-zA-Z][.)]\s|[①-⑳]|专栏|附件|附表"
    r"|(?:Chapter|CHAPTER|Part|PART|Section|SECTION|Article|Annex|Table|Figure|Box)\s)"
)
_BULLET = re.compile(r"(?:[•▪●■◆➢✓○□]|[*·–-]\s)\s*")
_SIGN = re.compile(r"[•▪●■◆➢✓★☆]|·\s")
_BROKEN_WORD = re.compile(r"[A-Za-z]-$")
_ROW = re.compile(r"\|.*\|")


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with the column it stands in: its edges, and the run (page and column) that numbers it."""

    line: Line
    left: float
    right: float
    run: int

    @property
    def indent(self) -> float:
        """How far it begins from the column's edge, in sizes."""
        return (self.line.x0 - self.left) / self.line.size

    @property
    def centred(self) -> bool:
        """Whether it stands in the middle of its column, clear of both edges."""
        before, after = self.line.x0 - self.left, self.right - self.line.x1
        return min(before, after) > 1.5 * self.line.size and abs(before - after) < 1.2 * self.line.size

    def had_room_for(self, following: Line) -> bool:
        """Return whether the first words of the following line would still have stood in it."""
        blank = 0.3 * self.line.size
        return self.line.x1 + run_on(following) + blank < self.right - _SLACK * self.line.size


@dataclass(frozen=True, slots=True)
class Habits:
    """How a document is set.

    body: the size of its text; leading: from one baseline to the next, in sizes; indents: whether the first
    line of a paragraph is set in.
    """

    body: float
    leading: float
    indents: bool


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together."""

    lines: list[Placed]

    @property
    def first(self) -> Line:
        """Its first line."""
        return self.lines[0].line

    def text(self, known: frozenset[str]) -> tuple[str, tuple[int, ...]]:
        """Return its words, and the offsets where they go on to the next page."""
        text, turns = "", []
        page = self.first.page
        for placed in self.lines:
            before = len(text)
            text = words_of(text, placed.line.text, known)
            while page < placed.line.page:
                page += 1
                turns.append(min(len(text) - len(placed.line.text), before) if before else 0)
        return text, tuple(turns)


def habits_of(lines: Sequence[Placed], body: float) -> Habits:
    """Return how a document is set, judged by the lines of its body's size."""
    ratios: list[float] = []
    indented = starts = 0
    for before, line in pairwise(lines):
        if before.run != line.run or not _same_size(before.line, line.line) or not _is_body(line.line, body):
            continue
        step = line.line.base - before.line.base
        if 0 < step < 4 * body and before.line.x1 > before.right - 2.5 * before.line.size:
            ratios.append(round(step / line.line.size, 2))
        if line.indent < 0.3 and 0.0 <= before.indent < 4:
            starts += 1
            indented += 1.2 < before.indent < 3.2
    leading = Counter(ratios).most_common(1)[0][0] if ratios else 1.5
    if ratios and Counter(ratios).most_common(1)[0][1] < 0.2 * len(ratios):
        leading = median(ratios)
    return Habits(body, leading, indented >= 3 and indented >= 0.08 * starts)


def paragraphs_of(lines: Sequence[Placed], habits: Habits) -> list[Paragraph]:
    """Return the lines in paragraphs."""
    paragraphs: list[Paragraph] = []
    for placed in lines:
        if paragraphs and not _parted(paragraphs[-1].lines, placed, habits):
            paragraphs[-1].lines.append(placed)
        else:
            paragraphs.append(Paragraph([placed]))
    return paragraphs


def is_bullet(text: str) -> re.Match[str] | None:
    """Return the bullet that a paragraph begins with, or None."""
    return _BULLET.match(text)


def _parted(paragraph: Sequence[Placed], after: Placed, habits: Habits) -> bool:
    before = paragraph[-1]
    a, b = before.line, after.line
    if _ENTRY.search(a.text) or not _same_size(a, b) or a.box != b.box or _SIGN.match(b.text):
        return True
    if max(a.parts, b.parts) > 1 or (_ROW.search(a.text) and _ROW.search(b.text)):
        return True
    together = before.run == after.run
    if together and not 0.2 * a.size < b.base - a.base <= _LEADING * habits.leading * a.size:
        return True
    if _BROKEN_WORD.search(a.text) and b.text[0].islower():
        return False
    if a.size > _LARGER * habits.body:  # a title in several lines
        return not (together and (after.centred or before.centred or not before.had_room_for(b))) or _begins(b)
    if a.bold != b.bold and (a.bold and len(paragraph) == 1) and before.had_room_for(b):
        return True
    if before.had_room_for(b):
        title = before.centred and after.centred and not (habits.indents and 1.6 < after.indent < 2.4)
        return not (title and len(a.text) > 12 and not _END.search(a.text) and together)
    return _set_in(paragraph, after, habits, together) or (bool(_STOP.search(a.text)) and _begins(b))


def _set_in(paragraph: Sequence[Placed], after: Placed, habits: Habits, together: bool) -> bool:
    """Whether a line is set in as the first of a paragraph."""
    before = paragraph[-1]
    if not _INDENT < after.indent < _WIDEST_INDENT * (after.right - after.left) / after.line.size:
        return False
    same = abs(before.line.x0 - after.line.x0) < 0.4 * after.line.size
    if len(paragraph) > 1 and same:
        hanging = after.line.x0 > paragraph[0].line.x0 + 0.4 * after.line.size
        block = abs(paragraph[0].line.x0 - after.line.x0) < 0.4 * after.line.size
        return not hanging and not (block and not _STOP.search(before.line.text))
    if same:
        usual = habits.indents and 1.2 < after.indent < 3.2  # the second line would stand at the edge
        return usual or bool(_END.search(before.line.text))
    hangs = _MARK.match(paragraph[0].line.text) and len(paragraph) == 1 and after.line.x0 > before.line.x0
    return not (hangs and (not habits.indents or before.indent > 0.5))


def _begins(line: Line) -> bool:
    return _MARK.match(line.text) is not None


def _same_size(a: Line, b: Line) -> bool:
    return abs(a.size - b.size) <= _SAME_SIZE * max(a.size, b.size)


def _is_body(line: Line, body: float) -> bool:
    return abs(line.size - body) <= _SAME_SIZE * body
