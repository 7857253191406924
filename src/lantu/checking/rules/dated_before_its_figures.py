"""TIM304: the cover bears a date at which the figures inside could not be known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.checking.figures import Figure, Says
from lantu.checking.finding import Severity
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.chinese_number import whole_number
from lantu.plan.message import Message

_DATE = re.compile(
    r"\s*(20\d\d|二[〇○零O]\d?[一二三四五六七八九〇○零]{1,2})\s*年\s*(\d{1,2}|十[一二]?|[一二三四五六七八九])\s*月\s*"
)
_FRONT = 20
_SHOWN = 2


@rule("TIM304", Severity.NOTE, Message("封面日期早于内容", "dated before its figures"))
def dated_before_its_figures(review: Review) -> Iterator[Remark]:
    """A cover dated before the end of a year, over results of that whole year.

    What it checks
    --------------
    文前单独成行的“某年某月”，与正文引用的全年数相比：全年尚未过完，数却已“实现”。

    A line of its own before the text that states year and month, against results of a whole year that was not over by
    then.

    Why it matters
    --------------
    要么日期没有改，要么数是预计数而没有写明。

    Either the date was not updated, or the figures are estimates and do not say so.

    Example
    -------
        封面：2020 年 11 月        正文：2020 年地区生产总值实现 548 亿元

    How to mend
    -----------
    改正封面日期；确为预计数的，写明“预计”。

    Correct the date; if the figures are estimates, say so.

    References
    ----------
    - GB/T 9704—2012《党政机关公文格式》（成文日期）。
    - GB/T 9704-2012, on the date of a document.
    """
    start = review.plan.sections[0].source.block if review.plan.sections else _FRONT
    for block in review.blocks:
        if block.number >= min(start, _FRONT):
            return
        match = _DATE.fullmatch(block.text)
        if match is None:
            continue
        year, month = whole_number(match[1]), whole_number(match[2])
        early = [figure for figure in review.text_figures if year and _of_whole_year(figure, year)]
        if year is None or month is None or not early:
            continue
        names = "、".join(f.printed_name for f in early[:_SHOWN])
        yield Remark(
            Message(f"封面日期是 {year} 年 {month} 月，全年未过，"
                    f"正文却已有 {year} 年全年数（{names}等 {len(early)} 个）。",
                    f"The cover is dated {year}-{month:02}, before the year was over, yet {len(early)} results of "
                    f"{year} are given ({names})."),
            Message("请改正封面日期；确为预计数的，请写明“预计”。", "Correct the date; if they are estimates, say so."),
            (block.cite(), *(f.citation for f in early[:_SHOWN])),
        )  # fmt: skip


def _of_whole_year(figure: Figure, year: int) -> bool:
    """Whether a sentence reports, and does not estimate, a result of that year."""
    if figure.says is not Says.FACT or figure.year != year or figure.elsewhere or figure.clause is None:
        return False
    return f"{year}年" in figure.clause.lead and not re.search("预计|预期", figure.clause.lead)
