"""Headings of documents that number none of their chapters: told from their words, and from how they stand together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lantu.plan.document import Block
from lantu.reading.heading import Heading, tidy
from lantu.reading.heading_mark import Mark, Style
from lantu.reading.lead_phrase import is_title
from lantu.reading.lexicon.genres import is_plan_title
from lantu.reading.phenomenon import Phenomenon

_YEARS = (
    r"(?:20\d\d年|过去(?:的)?[一五]年|[今未][后来]五年|[“\"]?十[一二三四五六七八九]五[”\"]?(?:时期|期间)?|新一届政府)"
)
# What the parts of a work report are called: 2025年工作回顾, 今后五年的奋斗目标.
_OF_REPORT = re.compile(
    rf"(?:[一二三]、)?{_YEARS}(?:(?:和|及|以及|暨){_YEARS})?[\u4e00-\u9fff“”]{{0,14}}?"
    r"(?:回顾|安排|(?:工作|目标|主要|重点)任务|重点工作|主要工作|奋斗目标|总体要求|主要目标|成就|成绩|打算)"
)
_ALONE = re.compile(r"[\u4e00-\u9fff“”（）0-9A-Za-z·、：—-]{3,28}")
_NO_TITLE = re.compile(
    r"^[【\[]?\s*专栏|各位|同志|附[件表图录]|来源|时间|日期|作者|编辑|[（(]?续表|20\d\d年\d{1,2}月|[二〇零一]{4}年.{1,3}月|^[（(].*[)）]$|：$|[省市县区州]长\s|人民政府$|办公[室厅]$|印发|通知$"
)
_BOX = re.compile(r"\s*[【\[]?\s*专栏")
_COLON = re.compile(r"[：:]|——")
_SENTENCE = re.compile(r"[。；;]")
_FEWEST = 4


def titles_of_report(blocks: Sequence[Block], marks: Sequence[Mark | None]) -> tuple[Heading, ...]:
    """Return the parts of a work report that stand on lines of their own without a number; none where it has but one.

    marks: the numbers of the blocks.
    """
    found = [
        _heading(block, 1)
        for block, mark, following in zip(blocks, marks, (*blocks[1:], None), strict=False)
        if mark is None and not block.level and _OF_REPORT.fullmatch(block.text.strip()) and following is not None
    ]
    return tuple(found) if len(found) > 1 else ()


def titles_by_place(blocks: Sequence[Block], marks: Sequence[Mark | None]) -> tuple[Heading, ...]:
    """Return the titles of a document that numbers nothing: short lines without a full stop over running text.

    Where such a line stands right above another it is of the outer level, the one below of the inner; without such
    pairs all are of one level. A line alone is of the outer level where its form is that of the outer lines and of no
    inner one (a colon, or its length): such a chapter has text of its own before its first section. marks: the numbers
    of the blocks; any of them outside a box (专栏), and there is nothing to tell from place.
    """
    if _numbered_outside_boxes(blocks, marks) or any(block.level for block in blocks):
        return ()
    lines = [_may_be_title(block, mark) for block, mark in zip(blocks, marks, strict=True)]
    runs: list[list[int]] = []
    for place, is_line in enumerate(lines):
        if not is_line:
            continue
        if runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    runs = [run for run in runs if run[-1] + 1 < len(blocks) and _is_text(blocks[run[-1] + 1])]
    runs = [[place for place in run if not _is_name_of_document(blocks[place], place)] for run in runs]
    if sum(bool(run) for run in runs) < _FEWEST:
        return ()
    nested = any(len(run) > 1 for run in runs)
    titles = {place: blocks[place].text.strip() for run in runs for place in run}
    outer = [titles[place] for run in runs for place in run[:-1]]
    inner = [titles[run[-1]] for run in runs if len(run) > 1]
    found: list[Heading] = []
    for run in runs:
        for place in run:
            alone = len(run) == 1 and _has_outer_form(titles[place], outer, inner)
            found.append(_heading(blocks[place], 2 if nested and place == run[-1] and not alone else 1))
    return tuple(found)


def _has_outer_form(title: str, outer: Sequence[str], inner: Sequence[str]) -> bool:
    """Whether a title is written as all the outer ones are and none of the inner ones is."""
    if not outer or not inner:
        return False
    if all(map(_COLON.search, outer)) and not any(map(_COLON.search, inner)):
        return _COLON.search(title) is not None
    return min(map(len, outer)) > max(map(len, inner)) + 1 and len(title) >= min(map(len, outer))


def _numbered_outside_boxes(blocks: Sequence[Block], marks: Sequence[Mark | None]) -> bool:
    """Whether any block is numbered that does not stand in a box: under the line of one, or under another such item."""
    boxed = False
    for block, mark in zip(blocks, marks, strict=True):
        if mark is not None and mark.style < Style.ORDINAL:
            if not boxed:
                return True
        else:
            boxed = _BOX.match(block.text) is not None
    return False


def _is_name_of_document(block: Block, place: int) -> bool:
    return place < 6 and is_plan_title(block.text.strip())


def _may_be_title(block: Block, mark: Mark | None) -> bool:
    text = block.text.strip()
    if mark is not None or block.table or not _ALONE.fullmatch(text) or _NO_TITLE.search(text):
        return False
    return is_title(text)


def _is_text(block: Block) -> bool:
    return len(block.text.strip()) >= 20 and _SENTENCE.search(block.text) is not None


def _heading(block: Block, rank: int) -> Heading:
    start = len(block.text) - len(block.text.lstrip())
    end = len(block.text.rstrip())
    return Heading(block, None, tidy(block.text[start:end]), start, end, how=Phenomenon.LINE_AS_TITLE, rank=rank)
