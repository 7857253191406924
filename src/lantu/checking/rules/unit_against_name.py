"""UNI402: a count is given in per cent, or a share in pieces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.printed import figure
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.citation import Citation
from lantu.plan.measure import is_count, measure
from lantu.plan.message import Message
from lantu.plan.unit_kind import is_percentage

_COUNT = re.compile(
    r"(?:人数|个数|家数|户数|件数|床位数|托位数|医师数|企业数|学校数|机构数|项目数|数量|总数|人次|户籍人口|常住人口|总人口)$"
)
_SHARE = re.compile(
    r"(?:比重|占比|比例|比率|覆盖率|普及率|达标率|入学率|处理率|失业率|城镇化率|利用率|参保率|合格率|满意率|森林覆盖率)$"
)
_RATES_OF_COUNT = re.compile(r"增长|增速|降低|下降|提高.*点|增加|减少|增幅|降幅")
_REACH = re.compile(r"(?:达到?|提高到|增加到|扩大到|增长到|增至|提升到|发展到)[^，。；,;]{0,4}$")


@rule("UNI402", Severity.WARNING, Message("单位与名称不符", "unit against name"))
def unit_against_name(review: Review) -> Iterator[Remark]:
    """A quantity that counts has a unit of per cent, or a share is given in pieces.

    What it checks
    --------------
    名称以“人数、家数、数量”等结尾而单位是“%”的，名称以“比重、占比、覆盖率”等结尾而单位是“个、家、人、天”等的，包括指标表和正文
    （正文只看“达到、提高到”这类说水平的句子，说增长百分之几的不算）。

    Names that end in a count (persons, enterprises, number of) with a unit of per cent, and names that end in a share
    (proportion, coverage) with a unit that counts, in the table and in the text. In the text only levels (“reach”,
    “raise to”) are looked at, not growth.

    Why it matters
    --------------
    “企业数量提高到 120%”可能是 120 家，也可能是增长 20%，照哪个办结果差得很远。

    “Raise the number of enterprises to 120%” may mean 120 enterprises or a growth of 20%; the two lie far apart.

    Example
    -------
        高新技术企业数量提高到 120%

    How to mend
    -----------
    改正单位，或改正名称。

    Correct the unit, or the name.

    References
    ----------
    - GB/T 15835-2011《出版物上数字用法》。
    - GB/T 15835-2011, on the use of numerals.
    """
    for indicator in review.plan.indicators:
        if indicator.baseline.value is None and indicator.target.value is None:
            continue
        if (fault := _fault(indicator.name, indicator.unit)) is not None:
            yield _remark(indicator.name, indicator.unit or "", None, fault, indicator.source)
    for said in review.text_figures:
        if said.change or said.clause is None or not _REACH.search(said.clause.lead):
            continue
        if (fault := _fault(said.printed_name, said.unit)) is not None:
            yield _remark(said.printed_name, said.unit or "", said.value, fault, said.citation)


def _fault(name: str, unit: str | None) -> Message | None:
    plain = re.sub(r"[(（][^()（）]*[)）]", "", name).strip("★ ")
    if _RATES_OF_COUNT.search(plain):
        return None
    if is_percentage(unit) and _COUNT.search(plain):
        return Message("名称是个数", "the name is that of a count")
    found = measure(unit)
    counts = is_count(unit) or (found is not None and found.family == "day")
    if counts and _SHARE.search(plain):
        return Message("名称是比率", "the name is that of a share")
    return None


def _remark(name: str, unit: str, value: float | None, fault: Message, source: Citation | None) -> Remark:
    number = "" if value is None else f"{figure(value, 8)}"
    return Remark(
        Message(
            f"“{name}”{fault.zh}，单位却是“{number}{unit}”。",
            f"“{name}”: {fault.en}, but it is given in “{number}{unit}”.",
        ),
        Message("请改正单位，或改正名称。", "Correct the unit, or the name."),
        (source,),
    )
