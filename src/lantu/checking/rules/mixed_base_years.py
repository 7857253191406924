"""TIM306: the indicators of one table start from different years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.message import Message

_MOST = 6


@rule("TIM306", Severity.WARNING, Message("基期年份不一", "mixed base years"))
def mixed_base_years(review: Review) -> Iterator[Remark]:
    """A few indicators of the table start from another year than the rest.

    What it checks
    --------------
    指标表中有基期数的行：多数行的基期年相同，少数行不同的，合为一条列出。

    Rows with a base value: where most start from one year, those that start from another are listed in one finding.

    Why it matters
    --------------
    起点不同，年均增速的年数就不同；照同一个年数算，进度会错。

    With another start the number of years differs, and rates worked out over one period are wrong.

    Example
    -------
        表头：2020 年        其中一行注：基期为 2019 年

    How to mend
    -----------
    换成同一年的数；没有的，在表注里写明，并按实际年数算增速。

    Use one year; where it is missing say so in a note, and count the real number of years.

    References
    ----------
    - 国家发展规划“主要指标”专栏：基期为规划期前一年。
    - Indicator tables of national plans: the base is the year before the plan.
    """
    rows = [(row, row.baseline.period.last_year) for row in review.plan.indicators
            if row.baseline.value is not None and row.baseline.period is not None]  # fmt: skip
    if not rows:
        return
    usual, count = Counter(year for _, year in rows).most_common(1)[0]
    odd = [(row, year) for row, year in rows if year != usual]
    if not odd or count < 2 * len(odd):
        return
    zh = "、".join(f"{row.name.strip('★ ')}（{year}）" for row, year in odd[:_MOST])
    en = ", ".join(f"{row.name.strip('★ ')} ({year})" for row, year in odd[:_MOST])
    yield Remark(
        Message(
            f"多数指标的基期是 {usual} 年，{len(odd)} 项不是：{zh}。",
            f"Most indicators start from {usual}; {len(odd)} do not: {en}.",
        ),
        Message("请换成同一年的数，或在表注里写明。", "Use one year, or say so in a note."),
        tuple(row.source for row, _ in odd[:_MOST]),
    )
