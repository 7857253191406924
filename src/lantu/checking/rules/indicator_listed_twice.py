"""IND104: the table holds one indicator twice."""

from __future__ import annotations

from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.indicator import Indicator
from lantu.plan.measure import Measure, measure
from lantu.plan.message import Message
from lantu.plan.quantity_name import quantity_name


@rule("IND104", Severity.ERROR, Message("指标重复列出", "indicator listed twice"))
def indicator_listed_twice(review: Review) -> Iterator[Remark]:
    """Two rows of the table hold the same indicator.

    What it checks
    --------------
    名称相同（不计“全市”“★”等）、单位同类、目标年份相同的两行指标。

    Two rows with the same name (area words and signs left out), units of one kind and the same target year.

    Why it matters
    --------------
    一项指标有两行，就有两个目标、两家填报，分解和考核时不知以哪行为准。

    Two rows mean two targets and two reporters; nobody knows which one binds.

    Example
    -------
        森林覆盖率（%） | 约束性 | 33.1 | 33.2
        全市森林覆盖率（%） | 预期性 | 33.1 | 34

    How to mend
    -----------
    删去一行；口径不同的，在名称里写明区别。

    Strike one row, or say in the names how they differ.

    References
    ----------
    - 国家发展规划“主要指标”专栏的通行写法：一项指标一行。
    - The custom of indicator tables: one indicator, one row.
    """
    seen: dict[tuple[tuple[str, ...], Measure | None, int | None], Indicator] = {}
    for indicator in review.plan.indicators:
        name = quantity_name(indicator.name, review.plan.region.name)
        year = indicator.target.period.last_year if indicator.target.period else None
        key = (name.signs, measure(indicator.unit), year)
        first = seen.setdefault(key, indicator)
        if first is indicator or not name.signs or (first.group != indicator.group and len(name.signs) < 4):
            continue
        yield Remark(
            Message(f"“{indicator.name}”与前面的“{first.name}”是同一项指标，列了两次。",
                    f"“{indicator.name}” is the same indicator as “{first.name}” above: it is listed twice."),
            Message("请删去一行；口径不同的，请在名称里写明。",
                    "Strike one of the rows, or say in their names how they differ."),
            (indicator.source, first.source),
        )  # fmt: skip
