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
_SHARE = r"\d+(?:\.\d+)?(?=\s*[%％])"
_ONE = r"业?(?:增加值)?(?:占比|比重|占[^，。；,;\d]{0,12}比重)(?:为|达到?|是)?\s*"
_INDUSTRIES = re.compile(
    rf"第?一产{_ONE}{_SHARE}\s*[%％][，、；,;]第?二产{_ONE}{_SHARE}\s*[%％][，、；和,;]第?三产{_ONE}{_SHARE}\s*[%％]"
)
_RESPECTIVELY = re.compile(
    rf"(?:三次产业|[一二三]、[二三]、三产业)[^，。；\d]{{0,16}}分别(?:为|是|占|达到?)\s*{_SHARE}\s*[%％][、，]\s*{_SHARE}\s*[%％]"
    rf"(?:[、，]|和|与)\s*{_SHARE}\s*[%％]"
)
_OF_THESE = re.compile(r"其中[:：，,]?(?P<parts>[^。；;]{8,160})")
_PART = re.compile(r"[\u4e00-\u9fff]{2,16}?占(?:比)?(?P<share>\d+(?:\.\d+)?)\s*[%％]")
_REST = re.compile(r"自筹|其他|其它|其余|剩余|余下")
# A ratio such as 3:5:2 is one of parts, not of per cent.
_NEAR = (80.0, 120.0)


@rule("SUM202", Severity.ERROR, Message("各部分之和不是 100", "shares that miss a hundred"))
def shares_that_miss_hundred(review: Review) -> Iterator[Remark]:
    """The parts of a structure, given in per cent, add up to more or less than 100.

    What it checks
    --------------
    正文中“7.9:35.6:56.5”一类的结构比（和在 80 到 120 之间的）；一、二、三产业逐一写出或“分别为”的比重；“其中……占……%、
    ……占……%”的
    各部分（超过 100 的；写了“其余、自筹”因而应当写全的，不足 100 的也报）。差额在四舍五入以内的不报。

    Structures such as 7.9:35.6:56.5 that add up to between 80 and 120; shares of the three industries one by one or
    “respectively”; parts after “of these” in per cent (more than 100; less too, where “the rest” is named, so that all
    should be there). What rounding can explain is left alone.

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
        for start, end, parts, open_below in _structures(block.text):
            total = sum(float(part) for part in parts)
            slack = sum(step(float(part), part) / 2 for part in parts) + 1e-9
            if abs(total - 100) <= slack or (open_below and total < 100):
                continue
            sum_ = f"{' + '.join(parts)} = {figure(total, 6)}"
            yield Remark(
                Message(f"各部分之和不是 100：{sum_}。", f"The parts do not add up to 100: {sum_}."),
                Message("请对照统计公报核对每一项。", "Check each part against the statistical communiqué."),
                (block.cite(start, end),),
            )


def _structures(text: str) -> Iterator[tuple[int, int, list[str], bool]]:
    """Yield where shares of one whole stand, the shares, and whether others may be left unnamed."""
    if text.count(":") + text.count("：") + text.count("∶") >= 2:
        for match in _RATIO.finditer(text):
            parts = re.split(r"\s*[:：∶]\s*", match[0])
            near = _NEAR[0] <= sum(float(part) for part in parts) <= _NEAR[1]
            if near and _WHOLE.search(text[max(0, match.start() - 40) : match.start()]):
                yield match.start(), match.end(), parts, False
    if text.count("%") + text.count("％") < 2:
        return
    for pattern in (_INDUSTRIES, _RESPECTIVELY):
        for match in pattern.finditer(text):
            yield match.start(), match.end(), re.findall(_SHARE, match[0]), False
    for match in _OF_THESE.finditer(text):
        parts = [part["share"] for part in _PART.finditer(match["parts"])]
        if len(parts) > 1:
            yield match.start(), match.end(), parts, not _REST.search(match["parts"])
