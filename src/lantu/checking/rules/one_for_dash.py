"""STR804: the numeral 一 stands where a dash should."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.message import Message

# Three or more pieces of two or three signs joined by 一: “甲乙一丙丁一戊己”. Two pieces may be a phrase.
_RUN = re.compile(r"[“\"(（]([\u4e00-\u9fff]{2,3}(?:一[\u4e00-\u9fff]{2,3}){2,5})[”\")）]")
_YEARS = re.compile(r"(?:19|20)\d\d年?一(?:19|20)\d\d年?|\d[%％]?一\d+(?:\.\d+)?[%％]")


@rule("STR804", Severity.WARNING, Message("“一”代替连接号", "one for a dash"))
def one_for_dash(review: Review) -> Iterator[Remark]:
    """The numeral 一 stands where a dash should: “source一process一end”, 2021一2025.

    What it checks
    --------------
    引号或括号里由“一”连成的三段以上等长短语，以及两个年份、两个百分数之间的“一”。

    Three or more pieces of equal length joined by 一 in quotation marks or brackets, and 一 between two years or two
    percentages.

    Why it matters
    --------------
    读起来成了数字“一”，检索和机读都会出错。

    It reads as the number one; searches and programs go wrong.

    Example
    -------
        “生产一流通一消费”全链条        2021一2025年

    How to mend
    -----------
    改为连接号“—”。

    Write a dash: —.

    References
    ----------
    - GB/T 15834-2011《标点符号用法》关于连接号的用法。
    - GB/T 15834-2011, on the dash.
    """
    for block in review.blocks:
        if "一" not in block.text:
            continue
        for match in (*_RUN.finditer(block.text), *_YEARS.finditer(block.text)):
            words = match[1] if match.re is _RUN else match[0]
            if match.re is _RUN and len({len(piece) for piece in words.split("一")}) > 2:
                continue
            yield Remark(
                Message(f"“{words}”中的“一”应是连接号“—”。", f"In “{words}” the sign 一 should be a dash (—)."),
                Message(f"请改为“{words.replace('一', '—')}”。", f"Write “{words.replace('一', '—')}”."),
                (block.cite(match.start(), match.end()),),
            )
