"""Which lines of a document are headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lantu.plan.document import Block
from lantu.plan.reading import Doubt
from lantu.reading.contents import Entry
from lantu.reading.heading import Heading, tidy
from lantu.reading.heading_mark import Mark, Style, mark_of
from lantu.reading.heading_mending import mended
from lantu.reading.lead_phrase import is_bare_title, lead_phrase
from lantu.reading.numbered_heading import NAMED, numbered_heading
from lantu.reading.phenomenon import Phenomenon
from lantu.reading.titles_without_numbers import titles_by_place, titles_of_report

_NUMBERED = frozenset(Style) - {Style.DASHED, Style.NONE, Style.ORDINAL}
_TOP_WORDS = re.compile(
    r"前\s*言|序\s*言|引\s*言|导\s*言|绪\s*论|结\s*语|结束语|后\s*记|附\s*则|(?:主要|有关|专有)?(?:名词|术语)(?:解释|释义|注释)|glossary|introduction|foreword|preface|conclusion",
    re.IGNORECASE,
)
_ANNEX = re.compile(
    r"\s*(附\s*[件录表]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})?)(?:[\s:：]+(?!\d{1,2}[.．、])[^。；;|\t]{2,40}|\s*)$"
)
_ANNEX_EN = re.compile(
    r"\s*((?:Annex|ANNEX|Appendix|APPENDIX)(?:\s+(?:\d{1,2}|[A-Z]|[IVX]{1,4}))?)(?:[\s:.–-]+(?=[A-Z])[^.;|\t]{2,100}|\s*)$"
)


def find_headings(blocks: Sequence[Block], entries: Sequence[Entry]) -> tuple[tuple[Heading, ...], tuple[Doubt, ...]]:
    """Return the headings of a document in reading order, and what is in doubt about their words.

    blocks: the document's blocks without tables, contents and page furniture. entries: the table of contents, whose
    titles tell where a heading that runs on ends.
    """
    headings: list[Heading] = []
    doubts: list[Doubt] = []
    wrapped = _is_wrapped(blocks)
    listed = {(entry.mark.style, entry.mark.value): entry.title for entry in entries if entry.mark}
    marks = [mark_of(block.text) for block in blocks]
    decimals = sum(1 for mark in marks if mark and mark.style in (Style.DECIMAL_TWO, Style.DECIMAL_THREE)) > 1
    place = -1
    while place + 1 < len(blocks):
        place += 1
        block, mark = blocks[place], marks[place]
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        if mark is not None and mark.style is Style.DECIMAL_ONE and not decimals:
            mark = None
        if block.level:
            headings.append(_declared(block, mark))
            continue
        if mark is not None and mark.style in _NUMBERED:
            found = numbered_heading(block, mark)
            if found is not None:
                whole, doubtful, used = mended(found, listed, blocks, marks, place)
                headings.extend(whole)
                doubts.extend(doubtful)
                place += used
                continue
            if mark.style in NAMED:
                continue
        if wrapped and place and not _ends_sentence(blocks[place - 1].text):
            continue
        if heading := _lead(block, mark, following, headings):
            headings.append(heading)
    return _with_unnumbered(headings, blocks, marks), tuple(doubts)


def _with_unnumbered(
    headings: Sequence[Heading], blocks: Sequence[Block], marks: Sequence[Mark | None]
) -> tuple[Heading, ...]:
    """Add the chapters and sections that have no numbers, in place of the lines that were taken for topics."""
    more = titles_of_report(blocks, marks) or titles_by_place(blocks, marks)
    taken = {heading.block.number for heading in more}
    kept = [heading for heading in headings if heading.block.number not in taken]
    return tuple(sorted((*kept, *more), key=lambda heading: (heading.block.number, heading.start)))


def _declared(block: Block, mark: Mark | None) -> Heading:
    """A heading that the file itself declares."""
    if mark is not None and mark.style in (Style.DASHED, Style.ORDINAL):
        mark = None
    start = mark.start if mark else len(block.text) - len(block.text.lstrip())
    title = block.text[mark.end if mark else start :].rstrip().rstrip("。")
    end = (mark.end if mark else start) + len(title)
    return Heading(block, mark, tidy(title), start, end, how=None if mark else Phenomenon.DECLARED_HEADING)


def _lead(block: Block, mark: Mark | None, following: Block | None, before: Sequence[Heading]) -> Heading | None:
    """The lead phrase of a paragraph, or a short line that is one."""
    text = block.text
    if mark is not None and mark.style not in (Style.DASHED, Style.ORDINAL):
        return None
    if _TOP_WORDS.fullmatch(text.strip()):
        start = len(text) - len(text.lstrip())
        how = Phenomenon.HEADING_WITHOUT_NUMBER
        return Heading(block, None, "".join(text.split()), start, len(text.rstrip()), top=True, how=how)
    annex = _ANNEX.match(text) if _is_followed(following) else None
    if before and (annex := annex or _ANNEX_EN.match(text)):
        number = Mark(Style.NONE, None, annex[1].strip(), annex.start(1), annex.end(1))
        title = tidy(text[annex.end(1) :]).lstrip(" –-")
        return Heading(block, number, title, annex.start(1), len(text.rstrip()), how=Phenomenon.ANNEX)
    dashed = mark is not None
    start = mark.end if mark else 0
    if found := lead_phrase(text, start, dashed=dashed):
        rest = bool(text[found[1] + 1 :].strip("”’） \u3000"))
        if rest or (not dashed and _is_body(following)):
            begin = mark.start if mark else found[0]
            return Heading(block, mark, tidy(text[found[0] : found[1]]), begin, found[1], rest)
        return None
    if before and not dashed and is_bare_title(text) and (_is_body(following) or _opens_points(following)):
        start = len(text) - len(text.lstrip())
        return Heading(block, None, tidy(text), start, len(text.rstrip()), how=Phenomenon.LINE_AS_TITLE)
    return None


def _is_followed(block: Block | None) -> bool:
    """Whether an annex stands there, with a table (which is no block here) or text; else the line only names it."""
    return block is None or _is_body(block) or mark_of(block.text) is not None


def _is_body(block: Block | None) -> bool:
    """Whether a block is a paragraph of running text with no heading of its own."""
    if block is None or block.level or block.table:
        return False
    text = block.text.strip()
    return len(text) >= 24 and "。" in text and mark_of(text) is None and lead_phrase(text) is None


def _opens_points(block: Block | None) -> bool:
    """Whether a block is a paragraph that opens with a lead phrase: the first of the points under a title."""
    if block is None or block.level or block.table or mark_of(block.text) is not None:
        return False
    found = lead_phrase(block.text)
    return found is not None and "。" in block.text[found[1] + 1 :]


def _ends_sentence(text: str) -> bool:
    text = text.rstrip()
    return not text or text[-1] in "。：；！？”）:;!?." or len(text) < 24


def _is_wrapped(blocks: Sequence[Block]) -> bool:
    """Whether lines are those of a page, broken in the middle of sentences."""
    long = [block.text.rstrip() for block in blocks if len(block.text) >= 20 and not block.level]
    return len(long) > 10 and sum(not _ends_sentence(text) for text in long) > len(long) / 2
