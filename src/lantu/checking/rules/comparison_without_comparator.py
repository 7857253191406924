"""TXT611: a comparison does not say with whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.citation import Citation
from lantu.plan.message import Message

_BARE = re.compile(
    r"(?:不?[高低]于|快于|优于|好于|超过|达到)平均(?:水平|增速|值)|(?<!没有)(?:位居|位列|稳居|进入|走在|保持|排名|名列)(?:前列|前茅|先进行列|第一方阵|第一梯队)"
)
_WHOM = re.compile(
    r"全国|全省|全市|全县|全区|全球|世界|国际|国内|省内|市内|区域|同类|同行|行业|东[部北]|中部|西部|地区|城市群|周边|兄弟|"
    r"[\u4e00-\u9fff]{1,4}[省市州盟县区](?![场民政])|国家|同期|其他|各"
)
_MOST = 6


@rule("TXT611", Severity.WARNING, Message("比较没有参照", "comparison without comparator"))
def comparison_without_comparator(review: Review) -> Iterator[Remark]:
    """“Above average” or “among the first”, and the sentence does not say of whom.

    What it checks
    --------------
    “高于平均水平”“走在前列”一类，本句和指标名里都没有说与谁比（全国、全省、同类城市等）的，包括指标表。合为一条；回顾章节不报。

    “Above average”, “among the first” where neither the sentence nor the indicator's name says among whom (nation,
    province, like cities …), in text and table. One finding; chapters that look back are left alone.

    Why it matters
    --------------
    没有参照，就无从评判；各人会挑对自己有利的来比。

    Without a comparator nothing can be judged, and each picks the one that suits.

    Example
    -------
        居民收入增速高于平均水平

    How to mend
    -----------
    写明与谁比，如“高于全省平均水平”。

    Say with whom: above the province's average.

    References
    ----------
    - 《中华人民共和国国家发展规划法》第二十八条（动态监测）。
    - National Development Planning Law of China (2026), article 28 (monitoring).
    """
    bare: list[Citation] = []
    for block in review.blocks:
        if block.number in review.past:
            continue
        for match in _BARE.finditer(block.text):
            begin = max((block.text.rfind(stop, 0, match.start()) for stop in "。；;"), default=-1) + 1
            if not _WHOM.search(block.text[begin : match.end()]):
                bare.append(block.cite(max(begin, match.start() - 14), match.end()))
    if not bare:
        return
    zh, en = "、".join(f"“{place.quote}”" for place in bare[:_MOST]), ", ".join(f"“{p.quote}”" for p in bare[:_MOST])
    yield Remark(
        Message(f"没有说与谁比：{zh}。", f"It is not said with whom: {en}."),
        Message("请写明参照，如“高于全省平均水平”。", "Name the comparator, such as the province's average."),
        tuple(bare[:_MOST]),
    )
