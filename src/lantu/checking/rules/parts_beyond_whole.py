"""SUM208: the parts named after 其中 are more than the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.printed import figure
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.message import Message

_UNITS = (
    r"万平方米|平方公里|平方米|万千瓦|万立方米|亿元|万元|万亩|万人|公里|"
    r"个|家|项|所|座|处|条|件|人|亩|户|张|辆|台|吨|万吨"
)
_WHOLE = re.compile(
    rf"(?<![\d.])(?P<whole>\d+(?:\.\d+)?)(?P<unit>{_UNITS})[^。；;其\d]{{0,20}}[，,;；]?"
    r"其中[:：，,]?(?P<parts>[^。；;]{4,160})"
)
_PART = re.compile(
    r"(?:^|[，,、])(?P<name>[\u4e00-\u9fff“”（）()]{2,16}?)(?P<number>\d+(?:\.\d+)?)(?P<unit>[\u4e00-\u9fff]{1,4})"
)
_OTHER = re.compile(r"增长|增加|完成|占|达到|同比|其中|新增|累计|提高|分别|以上")

_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF1A)} | {0xFF0E: ord(".")}


@rule("SUM208", Severity.ERROR, Message("部分之和大于总数", "parts beyond the whole"))
def parts_beyond_whole(review: Review) -> Iterator[Remark]:
    """After “of these”, parts are listed that add up to more than the whole.

    What it checks
    --------------
    “共 N 个……，其中甲类 a 个、乙类 b 个”：单位相同的各部分之和大于总数的。各部分可以不全，所以小于总数不报；
    夹有增速、占比的不算。

    “N in all, of which a of one kind, b of another”: parts in the unit of the whole that add up to more than it. Parts
    need not be complete, so less is fine; lists that hold rates or shares are left alone.

    Why it matters
    --------------
    部分超过总数，总有一个数是错的，读者不知道信哪个。

    If the parts exceed the whole, one number is wrong, and nobody knows which.

    Example
    -------
        实施重点项目 120 个，其中产业类 80 个、民生类 55 个        80 + 55 = 135

    How to mend
    -----------
    核对总数和各部分；有交叉的，写明“有交叉”。

    Check whole and parts; where they overlap, say so.

    References
    ----------
    - 通行做法：同一文件里同一件事只有一个说法（GB/T 1.1—2020 对标准文件有一致性要求）。
    - General practice: one document says one thing of one matter (GB/T 1.1-2020 asks this of standards).
    """
    for block in review.blocks:
        if "其中" not in block.text:
            continue
        for match in _WHOLE.finditer(block.text.translate(_HALF_WIDTH)):
            parts = list(_PART.finditer(match["parts"]))
            if len(parts) < 2 or any(_OTHER.search(m["name"]) for m in parts):
                continue
            if any(not m["unit"].startswith(match["unit"][:2]) for m in parts):
                continue
            whole, numbers = float(match["whole"]), [float(m["number"]) for m in parts]
            if sum(numbers) <= whole * (1 + 1e-9) + 0.05 * ("." in match["parts"]):
                continue
            added = " + ".join(figure(number, 8) for number in numbers) + f" = {figure(sum(numbers), 8)}"
            yield Remark(
                Message(
                    f"总数写 {figure(whole, 8)} {match['unit']}，其中各部分 {added}。",
                    f"The whole is {figure(whole, 8)} {match['unit']}; its parts are {added}.",
                ),
                Message("请核对总数和各部分；有交叉的，请写明。", "Check whole and parts; where they overlap, say so."),
                (block.cite(match.start(), match.end()),),
            )
