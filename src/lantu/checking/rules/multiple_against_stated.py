"""SUM209: “doubled, to reach X” does not work out from the value that the text reports."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.checking.figures import Figure
from lantu.checking.finding import Severity
from lantu.checking.printed import figure
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.chinese_number import whole_number
from lantu.plan.document import Block
from lantu.plan.measure import measure
from lantu.plan.message import Message
from lantu.plan.quantity_name import quantity_name

_TIMES = re.compile(
    r"(?P<subject>[\u4e00-\u9fff]{3,20}?)(?:将|要|力争|实现|在|(?:相?比|较)?(?P<since>20\d\d)年(?:的?基础上)?)*"
    r"(?:(?P<double>翻[一两]?番)|增[长加](?P<more>[一两二三四五\d.]+)倍)[，,](?:总?[额量]|规模)?(?:达到?|突破|超过|实现)"
    r"(?P<value>\d+(?:\.\d+)?)(?P<unit>(?:万亿|千亿|亿|万)?[元家户人吨亩个件辆]|万人次|万千瓦)"
)
_ROOM = 0.05


@rule("SUM209", Severity.ERROR, Message("翻番算不到所写的数", "multiple against what is stated"))
def multiple_against_stated(review: Review) -> Iterator[Remark]:
    """A multiple in a sentence, worked out from the base that the text reports, misses the value beside it.

    What it checks
    --------------
    “某某翻一番（增长两倍），达到 X”：正文报过同名、单位同类的现状数（写明基年的，取那一年的）的，按倍数算出来与 X
    相差 5% 以上。

    “Doubles (grows by two times), reaching X”: where the text reports a present value of the same name and kind of unit
    (of the year it names, if it does) and the multiple misses X by more than 5 %.

    Why it matters
    --------------
    “增长两倍”是原来的三倍；倍数和数量必有一个写错了。

    To grow by two times is to reach three times the base; either the multiple or the value is wrong.

    Example
    -------
        2020 年交易额 20 亿元        “到 2025 年交易额增长两倍，达到 50 亿元”        20 × 3 = 60

    How to mend
    -----------
    核对基数、倍数和目标，改正错的一个。

    Check base, multiple and target, and correct the wrong one.

    References
    ----------
    - GB/T 15835—2011《出版物上数字用法》；“翻番”指增加到原来的两倍（通行解释）。
    - GB/T 15835-2011, on numbers; to double is to reach twice the base (general usage).
    """
    for block in review.blocks:
        if "翻" not in block.text and "倍" not in block.text:
            continue
        for match in _TIMES.finditer(block.text):
            fold, base = _fold(match), _base(review, match)
            found = measure(match["unit"])
            if fold is None or base is None or base.measure is None or found is None:
                continue
            worked = base.value * base.measure.factor * fold / found.factor
            if base.measure.family == found.family and abs(worked / float(match["value"]) - 1) > _ROOM:
                yield _remark(block, match, base, fold, worked)


def _fold(match: re.Match[str]) -> float | None:
    if match["double"]:
        return 4.0 if "两" in match["double"] else 2.0
    word = match["more"]
    number = float(word) if re.fullmatch(r"\d+(?:\.\d+)?", word) else whole_number(word)
    return number + 1 if number else None


def _base(review: Review, match: re.Match[str]) -> Figure | None:
    name = quantity_name(match["subject"].lstrip("年"), review.plan.region.name)
    year = int(match["since"]) if match["since"] else (review.first_year or 0) - 1
    known = review.same_in_results.of(name)
    return next(
        (f for f in known if f.year == year and not f.change and not f.elsewhere and not f.total and f.value), None
    )


def _remark(block: Block, match: re.Match[str], base: Figure, fold: float, worked: float) -> Remark:
    unit = match["unit"]
    sum_ = f"{figure(base.value, 8)} {base.unit} × {figure(fold)} = {figure(worked, 6)} {unit}"
    return Remark(
        Message(f"“{match[0]}”算来是 {sum_}，不是 {match['value']} {unit}。",
                f"“{match[0]}” works out to {sum_}, not {match['value']} {unit}."),
        Message("请核对基数、倍数和目标。", "Check base, multiple and target."),
        (block.cite(match.start(), match.end()), base.citation),
    )  # fmt: skip
