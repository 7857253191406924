"""TXT608: a rank is aimed at among different competitors in text and table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.checking.wording import sentence_around
from lantu.plan.message import Message

_RANK = re.compile(
    r"(?P<whom>全国|全省|全市|国内|省内|[\u4e00-\u9fff]{2,4}[省市州](?!场))(?P<rank>[^，。；,;]{0,6}?"
    r"(?:前列|前茅|第一梯队|第一方阵|前[\d一二三四五六七八九十]+[位名强]?|[百千]强))"
)
_WEIGHT = {"全国": 3, "国内": 3, "全省": 2, "省内": 2}
_CORE = re.compile(r"^[★☆*\s]*(?:全市|全县)?([\u4e00-\u9fff]{2})")
_TOO_COMMON = frozenset(
    ["地区", "城镇", "农村", "居民", "单位", "人均", "城市", "规模", "高新", "企业", "全市", "全县", "每千", "每万"]
)


@rule("TXT608", Severity.WARNING, Message("位次目标层级不一", "rank at two levels"))
def rank_at_two_levels(review: Review) -> Iterator[Remark]:
    """The table aims at a rank in one field of competitors, the text at a rank in a wider or narrower one.

    What it checks
    --------------
    表中目标写“进入某市前列”一类位次的指标，正文同一句里说同一事项、位次却在另一层级（全国、全省、某市）的。
    每项指标一条，正文的目标和已有的位次都列出。

    Indicators whose target is a rank, against sentences of the text that speak of the same matter and of a rank at
    another level. One finding an indicator, with all such places.

    Why it matters
    --------------
    进全国第一梯队和进本市前列差着两级；已是全国百强的再定“全市前列”，等于没有目标。

    First tier of the nation and among the first of the city are two levels apart.

    Example
    -------
        表：营商便利度 进入某市前列        正文：营商环境综合排名进入全国第一梯队

    How to mend
    -----------
    统一位次目标，写明由谁评、评什么。

    Aim at one rank, and say who ranks and by what.

    References
    ----------
    - 通行做法：同一文件里同一件事只有一个说法（GB/T 1.1—2020 对标准文件有一致性要求）。
    - General practice: one document says one thing of one matter (GB/T 1.1-2020 asks this of standards).
    """
    for row in review.plan.indicators:
        own, core = _RANK.search(row.target.text), _CORE.match(row.name)
        if own is None or core is None or core[1] in _TOO_COMMON:
            continue
        places = []
        for block in review.blocks:
            if block.number in review.tabled or core[1] not in block.text:
                continue
            for match in _RANK.finditer(block.text):
                begin, end = sentence_around(block.text, match.start(), match.end())
                near = core[1] in block.text[begin:end]
                if near and _WEIGHT.get(match["whom"], 1) != _WEIGHT.get(own["whom"], 1):
                    places.append((match, block.cite(match.start(), match.end())))
        places.sort(key=lambda found: found[1].block in review.past)
        if places:
            name, said = row.name.strip("★ "), places[0][0][0]
            yield Remark(
                Message(f"“{name}”表中目标是“{row.target.text.strip()}”，正文说的是“{said}”。",
                        f"“{name}”: the table aims at “{row.target.text.strip()}”, the text speaks of “{said}”."),
                Message("请统一位次目标，写明由谁评、评什么。", "Aim at one rank, and say who ranks and by what."),
                (*(place for _, place in places), row.source),
            )  # fmt: skip
