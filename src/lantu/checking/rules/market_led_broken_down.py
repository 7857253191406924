"""UNI408: an anticipatory indicator is to be broken down to areas or departments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.checking.wording import sentence_around
from lantu.plan.indicator import Commitment
from lantu.plan.message import Message

_DOWN = re.compile(
    r"分解(?:落实)?(?:到|至|给|下达)[^。；;]{0,12}?(?:各?(?:县|市|区|旗|镇|乡|街道|园区|开发区)|部门|单位)|下达(?:到|至|给)各(?:县|市|区|镇|乡|街)"
)
_STRIP = re.compile(r"^[★☆*\s]+|[（(].*$|\s")
_SHORTEST = 4


@rule("UNI408", Severity.WARNING, Message("预期性指标层层分解", "market-led broken down"))
def market_led_broken_down(review: Review) -> Iterator[Remark]:
    """A sentence breaks an anticipatory indicator of the table down to areas or departments.

    What it checks
    --------------
    写有“分解到各镇”“下达到各部门”的句子里，点名的是指标表中的预期性指标。

    Sentences that break something down to areas or departments and name an anticipatory indicator of the table.

    Why it matters
    --------------
    预期性指标主要靠市场主体自主行为实现；分解下达、层层加码，容易逼出虚数。

    Anticipatory indicators are mainly the market's; handed down as quotas they invite false figures.

    Example
    -------
        表：地区生产总值 预期性        正文：将地区生产总值目标分解到各镇街

    How to mend
    -----------
    改为分解任务和政策举措；确需分解的，改为约束性并说明理由。

    Break down tasks and policies instead; if it must be a quota, make it binding and say why.

    References
    ----------
    - 国家“十四五”规划纲要第十九篇：预期性指标主要依靠发挥市场主体作用实现。
    - Outline of China's 14th Five-Year Plan, part XIX: anticipatory indicators rest on the market.
    """
    rows = {_STRIP.sub("", row.name): row for row in review.plan.indicators
            if row.commitment is Commitment.ANTICIPATORY}  # fmt: skip
    names = [name for name in rows if len(name) >= _SHORTEST]
    if not names:
        return
    for block in review.blocks:
        for match in _DOWN.finditer(block.text):
            begin, end = sentence_around(block.text, match.start(), match.end())
            for name in names:
                if name in block.text[begin:end]:
                    yield Remark(
                        Message(
                            f"“{name}”是预期性指标，正文要把它分解下达（“{match[0]}”）。",
                            f"“{name}” is anticipatory, and the text hands it down (“{match[0]}”).",
                        ),
                        Message(
                            "请改为分解任务和举措；确需分解的，请说明理由。",
                            "Break down tasks and policies instead; if it must be a quota, say why.",
                        ),
                        (block.cite(begin, end), rows[name].source),
                    )
