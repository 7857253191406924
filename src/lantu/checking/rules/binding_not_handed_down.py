"""UNI409: the plan has binding indicators and says nowhere who answers for them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.indicator import Commitment
from lantu.plan.message import Message

_DUTY = re.compile(
    r"约束性[^。]{0,60}(?:分解|落实|责任|考核|确保|年度|下达|承诺|公共资源)|(?:分解|落实|责任|考核|确保)[^。]{0,60}约束性"
)
_GENERAL = re.compile(r"(?:主要|目标|指标)[^。]{0,30}(?:分解|明确责任|责任分工|落实到)|分解[^。]{0,30}(?:指标|目标)")
_WHOLE = 40


@rule("UNI409", Severity.NOTE, Message("约束性指标没有落实责任", "binding not handed down"))
def binding_not_handed_down(review: Review) -> Iterator[Remark]:
    """The table has binding indicators, and no sentence breaks them down or says who answers for them.

    What it checks
    --------------
    完整的规划（40 段以上）有约束性指标，
    全文没有一句说约束性指标或主要目标如何分解、由谁负责、怎样考核的。年度计划不报。

    Whole plans (40 paragraphs and more) with binding indicators where no sentence says how these or the main goals are
    broken down, who answers for them or how they are assessed. Yearly plans are left alone.

    Why it matters
    --------------
    约束性指标是政府的责任；没有分解和责任人，到期只剩一个数。

    Binding indicators are duties of government; without a duty-bearer only a number is left in the end.

    Example
    -------
        表：约束性指标 6 项        实施保障一章没有提到分解、责任

    How to mend
    -----------
    在实施保障部分写明：约束性指标分解到哪些地区和部门、谁考核。

    Say in the chapter on implementation to whom they are broken down and who assesses them.

    References
    ----------
    - 《中华人民共和国国家发展规划法》第二十二条、第二十三条。
    - National Development Planning Law of China (2026), articles 22 and 23.
    """
    binding = [row for row in review.plan.indicators if row.commitment is Commitment.BINDING]
    if not binding or len(review.blocks) < _WHOLE or review.is_yearly:
        return
    if any(
        _DUTY.search(block.text) or _GENERAL.search(block.text)
        for block in review.blocks
        if block.number not in review.tabled
        and ("约束性" in block.text or "分解" in block.text or "责任" in block.text)
    ):
        return
    yield Remark(
        Message(
            f"表中有 {len(binding)} 项约束性指标，全文没有说如何分解、由谁负责。",
            f"The table has {len(binding)} binding indicators; nowhere does the text say who answers for them.",
        ),
        Message(
            "请在实施保障部分写明分解到哪些地区和部门、由谁考核。",
            "Say in the chapter on implementation to whom they are broken down and who assesses them.",
        ),
        tuple(row.source for row in binding[:3]),
    )
