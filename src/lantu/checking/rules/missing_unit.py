"""UNI401: an indicator has numbers and no unit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.printed import figure
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.message import Message

_UNITLESS = re.compile(
    r"指数|系数|位次|排名|名次|倍数|评分|得分|之比|收入比|倍差|index|ratio|rank|score|\bper \d|\bnumber of",
    re.IGNORECASE,
)
_SHARE = re.compile(r"(?:率|比重|占比|比例|比率)$")


@rule("UNI401", Severity.WARNING, Message("缺少计量单位", "missing unit"))
def missing_unit(review: Review) -> Iterator[Remark]:
    """An indicator of the table has a number and no unit of measure.

    What it checks
    --------------
    基期或目标有数值、没有计量单位的指标。指数、系数、位次、倍数等本来没有单位的除外；基期和目标的数字自己带“%”的也除外。

    Indicators with a numeric base or target and no unit, but for those that have none by nature (index, coefficient,
    rank, ratio) and those whose numbers carry a % sign themselves.

    Why it matters
    --------------
    “73”是百分之七十三还是七十三万人，下达和填报时会各自理解。

    Is 73 a percentage or a number of people? Those who break it down and report it will each decide for themselves.

    Example
    -------
        常住人口城镇化率 | 预期性 | 71 | 73

    How to mend
    -----------
    在指标名称后的括号里写明单位。

    State the unit in brackets after the name.

    References
    ----------
    - GB/T 3101—1993《有关量、单位和符号的一般原则》。
    - GB/T 3101-1993, on quantities, units and symbols.
    """
    for indicator in review.plan.indicators:
        base, target = indicator.baseline, indicator.target
        value = base.value if target.value is None else target.value
        if indicator.unit or value is None or _UNITLESS.search(indicator.name):
            continue
        if re.search(r"\d[\d.]*\s*[^\d\s.,，、\-—~<>≥≤＜＞〔〕\[\]]", f"{base.text} {target.text}"):
            continue
        share = bool(_SHARE.search(indicator.name))
        yield Remark(
            Message(f"“{indicator.name}”写有 {figure(value, 8)}，没有计量单位。",
                    f"“{indicator.name}” has the value {figure(value, 8)} and no unit."),
            Message("请写明单位，看名称应为“%”。" if share else "请在名称后写明单位。",
                    "State the unit; by its name it is %." if share else "State the unit after the name."),
            (indicator.source,),
        )  # fmt: skip
