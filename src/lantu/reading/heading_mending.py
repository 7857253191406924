"""Headings that run on into what follows, or are broken over two lines, made what they were meant to be."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from lantu.plan.document import Block
from lantu.plan.message import Message
from lantu.plan.reading import Doubt
from lantu.reading.heading import Heading, tidy
from lantu.reading.heading_mark import Mark, Style, mark_of
from lantu.reading.lead_phrase import lead_phrase
from lantu.reading.lexicon import any_of
from lantu.reading.lexicon.actions import ADVERBS, CUTTING
from lantu.reading.numbered_heading import LONGEST, NAMED, SENTENCE_END, numbered_heading

_BROKEN_END = re.compile(rf"(?:[、，,和与及的以“（《]|{any_of(ADVERBS)})$")
_CUT = re.compile(any_of(CUTTING))
_UNCUT_BEFORE = frozenset("、，,和与及并的“《（以中为、地了—-")
_WHOLE_TITLE = re.compile(
    r"总则|附则|指导思想|基本原则|(?:总体|主要|发展)(?:要求|目标|任务|思路)|发展(?:基础|环境|形势)|保障措施|组织实施"
    r"|规划背景|编制依据"
)


def mended(
    heading: Heading,
    listed: Mapping[tuple[Style, int | None], str],
    blocks: Sequence[Block],
    marks: Sequence[Mark | None],
    place: int,
) -> tuple[list[Heading], list[Doubt], int]:
    """Return a heading as it was meant, what is doubtful about it, and how many of the next blocks it takes up.

    It is cut where it runs on into another heading, a lead phrase or text; it is joined where it is broken. listed:
    titles in the table of contents. blocks, marks: the lines of the document and their numbers; place: this heading's.
    """
    mark, block = heading.mark, heading.block
    assert mark is not None
    if mark.style not in NAMED:
        return [heading], [], 0
    if inner := _next_heading_within(block, mark):
        first = Heading(block, mark, tidy(block.text[mark.end : inner.start]), mark.start, inner.start, cut=True)
        second = numbered_heading(block, inner)
        if second is not None:
            return [first, second], [_doubt_glued(first, second.title)], 0
    if SENTENCE_END.search(block.text, mark.end):
        return *_cut(heading, listed.get((mark.style, mark.value), "")), 0
    following = blocks[place + 1] if place + 1 < len(blocks) else None
    if following is None or marks[place + 1] is not None or following.level:
        return [heading], [], 0
    rest = following.text.strip()
    fits = 0 < len(rest) <= 40 and not re.search(r"[。；：;:|｜\t]", rest)
    whole = listed.get((mark.style, mark.value), "").replace(" ", "")
    named_whole = bool(whole) and whole == (heading.title + tidy(rest)).replace(" ", "")
    if fits and (named_whole or not heading.title or _BROKEN_END.search(heading.title) or _open_quote(heading.title)):
        joined = Heading(block, mark, tidy(heading.title + rest), heading.start, heading.end, joined=following.number)
        doubts = [_doubt_broken(joined, following)] if heading.title else []
        return [joined], doubts, 1
    return [heading], [], 0


def _cut(heading: Heading, listed: str) -> tuple[list[Heading], list[Doubt]]:
    """Cut a heading of a part, chapter or section that has a full stop: something was glued to it."""
    mark, block = heading.mark, heading.block
    assert mark is not None
    text = block.text
    stop = SENTENCE_END.search(text, mark.end)
    assert stop is not None
    cut = _listed_end(text, mark.end, listed) or _cutting_place(text, mark.end, stop.start())
    if cut is None:
        if stop.start() - mark.end > LONGEST[mark.style]:
            return [], []
        doubts = [_doubt_glued(heading, text[stop.end() : stop.end() + 12])] if heading.rest else []
        return [heading], doubts
    first = Heading(block, mark, tidy(text[mark.end : cut]), mark.start, cut, rest=True, cut=True)
    if (lead := lead_phrase(text, cut)) and lead[1] == stop.start():
        second = Heading(block, None, tidy(text[lead[0] : lead[1]]), *lead, rest=heading.rest)
        return [first, second], [_doubt_glued(first, second.title)]
    return [first], [_doubt_glued(first, text[cut : cut + 12])]


def _cutting_place(text: str, start: int, stop: int) -> int | None:
    """Where a verb phrase begins that the title before it does not govern, at least four characters into a clause."""
    if whole := _WHOLE_TITLE.match(text, start, stop):
        return whole.end() if whole.end() < stop and text[whole.end()] not in _UNCUT_BEFORE else None
    commas = [place for place in range(start, min(stop, start + 70)) if text[place] in "，,"]
    begin = start
    # Titles of two clauses are common (坚持甲，推进乙), so the cut is looked for in the second clause first.
    if commas and commas[0] - start <= 20:
        begin = commas[0] + 1
    for match in _CUT.finditer(text, begin + 4, min(stop, begin + 40)):
        before = text[begin : match.start()]
        if text[match.start() - 1] in _UNCUT_BEFORE or "，" in before or "," in before:
            continue
        if before.count("“") != before.count("”"):
            continue
        if before.endswith(CUTTING):
            continue  # 持续推进 is one verb phrase
        return match.start()
    return None


def _listed_end(text: str, start: int, listed: str) -> int | None:
    if listed and text.startswith(listed, start) and start + len(listed) < len(text.rstrip("。 ")):
        return start + len(listed)
    return None


def _next_heading_within(block: Block, mark: Mark) -> Mark | None:
    """The mark of a lower heading glued to this one, as in 第五章 甲第一节 乙."""
    if len(block.text) > 120:
        return None
    for match in re.finditer(r"第\s*[一二三四五六七八九十百\d]", block.text[mark.end + 2 :]):
        inner = mark_of(block.text, mark.end + 2 + match.start())
        if inner is not None and mark.style < inner.style <= Style.SECTION:
            return inner
    return None


def _open_quote(title: str) -> bool:
    return title.count("“") > title.count("”") or title.count("（") > title.count("）")


def _doubt_glued(heading: Heading, rest: str) -> Doubt:
    number = heading.mark.text if heading.mark else ""
    return Doubt(
        "heading",
        Message(
            f"标题“{number} {heading.title}”与后文“{rest}”连在一起，按此处断开；请核对，并在原文中另起一行。",
            f"The heading “{number} {heading.title}” runs into “{rest}”; it was cut there. "
            "Please check, and start a new line in the document.",
        ),
        heading.block.cite(heading.start, heading.end),
    )


def _doubt_broken(heading: Heading, following: Block) -> Doubt:
    number = heading.mark.text if heading.mark else ""
    return Doubt(
        "heading",
        Message(
            f"标题“{number} {heading.title}”断为两行，已合并；请核对，并在原文中并为一行。",
            f"The heading “{number} {heading.title}” is broken over two lines; they were joined. "
            "Please check, and put it on one line in the document.",
        ),
        heading.block.cite(heading.start, heading.end),
    )
