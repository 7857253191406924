"""SUM202: shares of a whole do not add up to 100."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.printed import figure, step
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.message import Message

_RATIO = re.compile(r"\d+(?:\.\d+)?(?:\s*[:：∶]\s*\d+(?:\.\d+)?){2,}")
_WHOLE = re.compile(r"三次产业|三产|[一二三]产业|产业结构|结构比|比重|占比|构成|structure|shares?\b", re.IGNORECASE)
# A ratio such as 3:5:2 is one of parts, not of per cent.
_NEAR = (80.0, 120.0)


@rule("SUM202", Severity.ERROR, Message("各部分之和不是 100", "shares that miss a hundred"))
def shares_that_miss_hundred(review: Review) -> Iterator[Remark]:
    """The parts of a structure, given in per cent, add up to more or less than 100.

    What it checks
    --------------
    正文中“7.9:35.6:56.5”一类的结构比：和在 80 到 120 之间、又不等于 100，且差额超出四舍五入所能造成的，即报。

    Structures such as 7.9:35.6:56.5 in the text: those that add up to between 80 and 120 and miss 100 by more than
    rounding can explain.

    Why it matters
    --------------
    三次产业比重之和必为 100；不是，就有一个数抄错了。

    The shares of a whole add up to 100; where they do not, one of them was miscopied.

    Example
    -------
        三次产业比重调整为 8.9:35.6:56.5        8.9 + 35.6 + 56.5 = 101

    How to mend
    -----------
    对照统计公报改正错的一项。

    Correct the wrong share after the statistical communiqué.

    References
    ----------
    - 国家统计局《三次产业划分规定》。
    - National Bureau of Statistics, division of the three industries.
    """
    for block in review.blocks:
        if block.text.count(":") + block.text.count("：") + block.text.count("∶") < 2:
            continue
        for match in _RATIO.finditer(block.text):
            parts = re.split(r"\s*[:：∶]\s*", match[0])
            total = sum(float(part) for part in parts)
            slack = sum(step(float(part), part) / 2 for part in parts)
            if not _NEAR[0] <= total <= _NEAR[1] or abs(total - 100) <= slack + 1e-9:
                continue
            if not _WHOLE.search(block.text[max(0, match.start() - 40) : match.start()]):
                continue
            sum_ = f"{' + '.join(parts)} = {figure(total, 6)}"
            yield Remark(
                Message(f"各部分之和不是 100：{sum_}。", f"The parts do not add up to 100: {sum_}."),
                Message("请对照统计公报核对每一项。", "Check each part against the statistical communiqué."),
                (block.cite(match.start(), match.end()),),
            )
