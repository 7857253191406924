"""SUM206: doubling or tripling, worked out, does not lead to the table's target."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.checking.figures import Figure, Says
from lantu.checking.finding import Severity
from lantu.checking.printed import figure
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.checking.wording import sentence_around
from lantu.plan.chinese_number import whole_number
from lantu.plan.document import Block
from lantu.plan.message import Message
from lantu.plan.quantity_name import quantity_name

_TIMES = re.compile(
    r"(?P<subject>[\u4e00-\u9fff]{3,20}?)(?:将|要|力争|实现)*(?:(?:相?比|较|在)(?P<since>20\d\d)年(?:的?基础上)?)?"
    r"(?:实现|再|将|要)*(?:(?P<double>翻[一两]?番)|(?:增[长加](?P<more>[一两二三四五\d.]+)倍|"
    r"(?:提高|增加|扩大|增长)[到至](?P<to>[一两二三四五\d.]+)倍))"
)
_ROOM = 0.05


@rule("SUM206", Severity.WARNING, Message("翻番与表不合", "multiple against table"))
def multiple_against_table(review: Review) -> Iterator[Remark]:
    """The text pledges to double or triple a base, and the table's target for it is far from that.

    What it checks
    --------------
    正文“比某年翻一番、增长两倍、提高到三倍”，与表中同名、基期年相同的指标：基期乘倍数，与表中目标相差超过 5% 的。
    “增长两倍”是原来的三倍。

    “Double”, “grow by two times”, “raise to three times” since a year in the text, against the indicator of that name
    and base year: said where base times the multiple differs from the target by more than 5%.

    Why it matters
    --------------
    倍数听起来响亮，一乘就知道与表是不是一回事。

    A multiple sounds grand; multiplied out it shows whether the table means the same.

    Example
    -------
        正文：高新技术企业比 2020 年翻一番        表：70 → 100        70 × 2 = 140

    How to mend
    -----------
    统一两处；“增长一倍”与“增长到两倍”是一回事，“增长两倍”不是。

    Make both agree; mind that “grow by two times” is three times the base.

    References
    ----------
    - GB/T 15835—2011《出版物上数字用法》；“翻番”指增加到原来的两倍（通行解释）。
    - GB/T 15835-2011, on numbers; to double is to reach twice the base (general usage).
    """
    bases = [f for f in review.table_figures if f.says is Says.BASELINE and not f.change and f.value > 0]
    targets = {id(f.item): f for f in review.table_figures if f.says is Says.TARGET}
    if not bases:
        return
    for block in review.blocks:
        if block.number in review.tabled or ("翻" not in block.text and "倍" not in block.text):
            continue
        for match in _TIMES.finditer(block.text):
            fold = _fold(match)
            name = quantity_name(match["subject"].lstrip("年"), review.plan.region.name)
            for base in bases:
                target = targets.get(id(base.item))
                if fold is None or target is None or not _one_span(block.text, match, base, target):
                    continue
                if name.signs != base.name.signs and not (name.signs and name.alike(base.name) >= 1):
                    continue
                if abs(base.value * fold / target.value - 1) > _ROOM if target.value else False:
                    yield _remark(base, target, fold, block, match)


def _one_span(text: str, match: re.Match[str], base: Figure, target: Figure) -> bool:
    """Whether the words speak of the row's own years: the base year is named, or only the target year is."""
    if match["since"]:
        return base.year == int(match["since"])
    begin, _ = sentence_around(text, match.start(), match.end())
    named = re.findall(r"20\d\d", text[begin : match.end()])
    return bool(named) and target.year is not None and set(named) == {str(target.year)}


def _fold(match: re.Match[str]) -> float | None:
    if match["double"]:
        return 4.0 if "两" in match["double"] else 2.0
    word = match["more"] or match["to"]
    number = float(word) if re.fullmatch(r"\d+(?:\.\d+)?", word) else whole_number(word)
    return None if not number else number + 1 if match["more"] else float(number)


def _remark(base: Figure, target: Figure, fold: float, block: Block, match: re.Match[str]) -> Remark:
    worked = f"{figure(base.value, 8)} × {figure(fold)} = {figure(base.value * fold, 6)}"
    return Remark(
        Message(
            f"“{match[0]}”，算来是 {worked}，表中目标是 {figure(target.value, 8)}。",
            f"“{match[0]}” works out to {worked}; the table's target is {figure(target.value, 8)}.",
        ),
        Message("请统一两处的目标。", "Make both targets agree."),
        (block.cite(match.start(), match.end()), target.citation),
    )
