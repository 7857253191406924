"""What is doubtful about a document as a whole: another language, lost line breaks, nothing that a plan holds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.plan.document import Document
from lantu.plan.message import Message
from lantu.plan.plan import Plan
from lantu.plan.reading import Doubt
from lantu.reading.run_on_text import LONG_BLOCK

_HAN = re.compile(r"[\u4e00-\u9fff]")
_LETTER = re.compile(r"[^\W\d_]")
# Words that are met in any English text, at least once in a dozen.
_ENGLISH = re.compile(r"\b(?:the|of|and|to|in|will|for|is|by)\b", re.IGNORECASE)
_SAMPLE = 20_000

_NOTHING = Message(
    "没有读出任何规划内容（标题、指标、承诺、任务都没有）；请确认这是一份规划、计划或报告，且文字可以选中。",
    "Nothing that a plan holds was found (no headings, indicators, commitments or tasks). "
    "Please make sure that this is a plan or a report, and that its text can be selected.",
)
_OTHER_LANGUAGE = Message(
    "本文主要不是中文，也不是英文：标题和指标表照读，正文中的承诺、任务、单位、项目只能读出一部分或读不出；请人工补充。",
    "This document is mainly neither Chinese nor English: headings and indicator tables are read, but few or none "
    "of the commitments, tasks, units and projects in its text. Please add them by hand.",
)

_NO_TABLE = Message(
    "这份规划里没有认出指标表，指标只能从正文的承诺里找；若原文有表，请检查表头是否写有“指标”和年份。",
    "No indicator table was found in this plan, so its figures are only those of the text. If there is a table, "
    "please check that its header names indicators and years.",
)


def document_doubts(document: Document, plan: Plan) -> Iterator[Doubt]:
    """Yield what a reader should know about the document before trusting the reading."""
    if not (plan.sections or plan.indicators or plan.pledges or plan.tasks):
        yield Doubt("document", _NOTHING)
    elif not plan.indicators and plan.period is not None and plan.period.first_year != plan.period.last_year:
        # A report of one year has no such table; a plan of several years without one is worth a look.
        yield Doubt("table", _NO_TABLE)
    if document.unread:
        yield Doubt("document", _pages_unread(document.unread))
    sample = "".join(block.text for block in document.blocks)[:_SAMPLE]
    foreign = 2 * len(_HAN.findall(sample)) < len(_LETTER.findall(sample))
    if foreign and 12 * len(_ENGLISH.findall(sample)) < len(sample.split()):
        yield Doubt("language", _OTHER_LANGUAGE)
    longest = max(document.blocks, key=lambda block: len(block.text), default=None)
    if longest is not None and len(longest.text) > LONG_BLOCK and not longest.cells:
        yield Doubt(
            "document",
            Message(
                f"第{longest.number}段长达{len(longest.text)}字，原文的分行可能丢失，其中只能认出目录列有的标题；请换用保留分段的文件。",
                f"Block {longest.number} is {len(longest.text)} characters long: its line breaks seem to be lost. Only "
                "headings that its table of contents lists can be told. Please use a file that keeps its paragraphs.",
            ),
            longest.cite(0, 60),
        )


def _pages_unread(pages: tuple[int, ...]) -> Message:
    shown, more = pages[:8], len(pages) > 8
    zh, en = "、".join(map(str, shown)) + ("等" if more else ""), ", ".join(map(str, shown)) + (" …" if more else "")
    return Message(
        f"第{zh}页是图片，没有文字层，没有读到（共{len(pages)}页）；请先做文字识别（OCR），或人工补充这几页。",
        f"Pages that are pictures without text were not read: {en} ({len(pages)} in all). "
        "Recognise their text first (OCR), or add these pages by hand.",
    )
