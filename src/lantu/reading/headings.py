"""Which lines of a document are headings, and which words of them are the title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lantu.plan.document import Block
from lantu.plan.message import Message
from lantu.plan.reading import Doubt
from lantu.reading.contents import Entry
from lantu.reading.heading_mark import Mark, Style, mark_of
from lantu.reading.lead_phrase import is_bare_title, lead_phrase
from lantu.reading.lexicon import any_of
from lantu.reading.lexicon.actions import ADVERBS, CUTTING

_NAMED = frozenset({Style.PART, Style.CHAPTER, Style.SECTION})
_NUMBERED = frozenset(Style) - {Style.DASHED, Style.NONE, Style.ORDINAL}
_LONGEST = dict.fromkeys(_NAMED, 60) | {Style.ENUMERATED: 50, Style.BRACKETED: 50}
_LONGEST_OTHER = 40
_LONGEST_LATIN = 160
_TOP_WORDS = re.compile(
    r"前\s*言|序\s*言|引\s*言|导\s*言|绪\s*论|结\s*语|结束语|后\s*记|附\s*则|(?:introduction|foreword|preface|conclusion)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[。！!？?]")
_COLON = re.compile(r"[：:]")
_LIST_END = "；;，,、：:"
_BROKEN_END = re.compile(rf"(?:[、，,和与及的以“（《]|{any_of(ADVERBS)})$")
_AMOUNT = re.compile(r"\d[\d.]*\s*(?:[%％‰亿万千个家项公吨元倍位户亩条所名座]|左右)")
_CUT = re.compile(any_of(CUTTING))
_UNCUT_BEFORE = frozenset("、，,和与及并的“《（以中为、地了—-")
_WHOLE_TITLE = re.compile(
    r"总则|附则|指导思想|基本原则|(?:总体|主要|发展)(?:要求|目标|任务|思路)|发展(?:基础|环境|形势)|保障措施|组织实施|规划背景|编制依据"
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_LATIN_TITLE = re.compile(r"[A-Z\d“\"'(]")
_SPACED_HAN = re.compile(r"(?<=[\u4e00-\u9fff“”（）])[ \t\u3000\u00a0]+(?=[\u4e00-\u9fff“”（）])")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as found: its number, its title, and the run of its block that both take up.

    rest: whether running text follows it in the same block. joined: number of the next block where the title goes on,
    else 0. top: whether it is one of the words (前言, 结语) that stand beside the chapters without a number.
    """

    block: Block
    mark: Mark | None
    title: str
    start: int
    end: int
    rest: bool = False
    joined: int = 0
    top: bool = False

    @property
    def style(self) -> Style:
        """The style of its number."""
        return self.mark.style if self.mark else Style.NONE


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
            found = _numbered(block, mark)
            if found is not None:
                mended, doubtful, used = _mended(found, listed, blocks, marks, place)
                headings.extend(mended)
                doubts.extend(doubtful)
                place += used
                continue
            if mark.style in _NAMED:
                continue
        if wrapped and place and not _ends_sentence(blocks[place - 1].text):
            continue
        if heading := _lead(block, mark, following, headings):
            headings.append(heading)
    return tuple(headings), tuple(doubts)


def tidy(title: str) -> str:
    """Return a title without the blanks that spread its letters, and without dangling signs."""
    parts = title.split()
    if len(parts) > 2 and all(len(part) == 1 for part in parts):
        return "".join(parts)
    return _SPACED_HAN.sub(" ", " ".join(parts)).strip(" .．·：:")


def _declared(block: Block, mark: Mark | None) -> Heading:
    """A heading that the file itself declares."""
    if mark is not None and mark.style in (Style.DASHED, Style.ORDINAL):
        mark = None
    start = mark.start if mark else len(block.text) - len(block.text.lstrip())
    title = block.text[mark.end if mark else start :].rstrip().rstrip("。")
    return Heading(block, mark, tidy(title), start, (mark.end if mark else start) + len(title))


def _numbered(block: Block, mark: Mark) -> Heading | None:
    """The heading that a numbered line is, if it is one and no item of a list in running text."""
    text = block.text
    stop = _SENTENCE_END.search(text, mark.end)
    end = stop.start() if stop else len(text.rstrip())
    title = text[mark.end : end]
    latin = _HAN.search(title) is None
    if latin:
        return _latin(block, mark)
    colon = _COLON.search(text, mark.end, min(end, mark.end + 24))
    if mark.style not in _NAMED and colon and colon.end() < len(text.rstrip()):
        end, title = colon.start(), text[mark.end : colon.start()]
        if _AMOUNT.search(title) or "，" in title or len(title) < 2:
            return None
        return Heading(block, mark, tidy(title), mark.start, end, rest=True)
    rest = bool(stop and text[stop.end() :].strip("”’） \u3000"))
    longest = _LONGEST.get(mark.style, _LONGEST_OTHER)
    if mark.style in _NAMED:
        if not title.strip():
            return Heading(block, mark, "", mark.start, mark.end)
        return Heading(block, mark, tidy(title), mark.start, end, rest) if len(title) <= 2 * longest else None
    if not title.strip() or len(title) > longest or title.rstrip()[-1] in _LIST_END or ";" in title or "；" in title:
        return None
    # A numbered sentence with amounts, or one alone in a list, is an item of the list; 一、 and （一） are headings.
    if mark.style >= Style.ARABIC and (_AMOUNT.search(title) or (stop and not rest and len(title) > 20)):
        return None
    return Heading(block, mark, tidy(title), mark.start, end, rest)


def _latin(block: Block, mark: Mark) -> Heading | None:
    title = block.text[mark.end :].strip()
    if not title:
        return Heading(block, mark, "", mark.start, mark.end) if mark.style in _NAMED else None
    if len(title) > _LONGEST_LATIN or title[-1] in ".;,:" or not _LATIN_TITLE.match(title):
        return None
    if mark.style is Style.BRACKETED_ARABIC:
        return None
    return Heading(block, mark, " ".join(title.split()), mark.start, len(block.text.rstrip()))


def _mended(
    heading: Heading,
    listed: dict[tuple[Style, int | None], str],
    blocks: Sequence[Block],
    marks: Sequence[Mark | None],
    place: int,
) -> tuple[list[Heading], list[Doubt], int]:
    """The heading as it was meant: cut where it runs on, joined where it is broken; with the blocks joined to it."""
    mark, block = heading.mark, heading.block
    assert mark is not None
    if mark.style not in _NAMED:
        return [heading], [], 0
    if inner := _next_heading_within(block, mark):
        first = Heading(block, mark, tidy(block.text[mark.end : inner.start]), mark.start, inner.start)
        second = _numbered(block, inner)
        if second is not None:
            return [first, second], [_doubt_glued(first, second.title)], 0
    if _SENTENCE_END.search(block.text, mark.end):
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
    stop = _SENTENCE_END.search(text, mark.end)
    assert stop is not None
    cut = _listed_end(text, mark.end, listed) or _cutting_place(text, mark.end, stop.start())
    if cut is None:
        if stop.start() - mark.end > _LONGEST[mark.style]:
            return [], []
        doubts = [_doubt_glued(heading, text[stop.end() : stop.end() + 12])] if heading.rest else []
        return [heading], doubts
    first = Heading(block, mark, tidy(text[mark.end : cut]), mark.start, cut, rest=True)
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


def _lead(block: Block, mark: Mark | None, following: Block | None, before: Sequence[Heading]) -> Heading | None:
    """The lead phrase of a paragraph, or a short line that is one."""
    text = block.text
    if mark is not None and mark.style not in (Style.DASHED, Style.ORDINAL):
        return None
    if _TOP_WORDS.fullmatch(text.strip()):
        start = len(text) - len(text.lstrip())
        return Heading(block, None, "".join(text.split()), start, len(text.rstrip()), top=True)
    dashed = mark is not None
    start = mark.end if mark else 0
    if found := lead_phrase(text, start, dashed=dashed):
        rest = bool(text[found[1] + 1 :].strip("”’） \u3000"))
        if rest or (not dashed and _is_body(following)):
            begin = mark.start if mark else found[0]
            return Heading(block, mark, tidy(text[found[0] : found[1]]), begin, found[1], rest)
        return None
    if before and not dashed and is_bare_title(text) and _is_body(following):
        start = len(text) - len(text.lstrip())
        return Heading(block, None, tidy(text), start, len(text.rstrip()))
    return None


def _is_body(block: Block | None) -> bool:
    """Whether a block is a paragraph of running text with no heading of its own."""
    if block is None or block.level or block.table:
        return False
    text = block.text.strip()
    return len(text) >= 24 and "。" in text and mark_of(text) is None and lead_phrase(text) is None


def _ends_sentence(text: str) -> bool:
    text = text.rstrip()
    return not text or text[-1] in "。：；！？”）:;!?" or len(text) < 24


def _is_wrapped(blocks: Sequence[Block]) -> bool:
    """Whether lines are those of a page, broken in the middle of sentences."""
    long = [block.text.rstrip() for block in blocks if len(block.text) >= 20 and not block.level]
    return len(long) > 10 and sum(not _ends_sentence(text) for text in long) > len(long) / 2


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
