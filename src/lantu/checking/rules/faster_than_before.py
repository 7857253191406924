"""SUM207: a target needs growth far above what the plan reports so far."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.checking.figures import Figure, Says
from lantu.checking.finding import Severity
from lantu.checking.printed import figure
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.message import Message

_YEARLY = re.compile(r"年均|平均每年|每年平均")
_FASTER, _POINTS = 2.0, 3.0


@rule("SUM207", Severity.NOTE, Message("所需增速远高于已有增速", "faster than before"))
def faster_than_before(review: Review) -> Iterator[Remark]:
    """A target of the table needs yearly growth far above the one the text reports for the same quantity.

    What it checks
    --------------
    由表中基期和目标算出所需的年均增速，与正文所报同一指标已有的年均增速比：高出一倍以上、且高出 3 个百分点以上的。
    比率类指标不算。

    The yearly growth that base and target of the table need against the average growth that the text reports for the
    same quantity: said where it is more than twice as high and more than 3 points above. Shares are left alone.

    Why it matters
    --------------
    过去年均 4%，今后要 10%，没有新的来源就只是愿望。

    After 4% a year, 10% is a wish unless something new brings it about.

    Example
    -------
        正文：过去五年旅游收入年均增长 4%        表：50 → 90        (90 ÷ 50)^(1/5) − 1 = 12.5%

    How to mend
    -----------
    写明加快的依据，或调整目标。

    Say what will speed growth up, or adjust the target.

    References
    ----------
    - 国家统计局：平均发展速度按几何平均（水平法）计算。
    - National Bureau of Statistics: average growth by the geometric (level) method.
    """
    targets = {id(f.item): f for f in review.table_figures if f.says is Says.TARGET}
    for base in review.table_figures:
        target = targets.get(id(base.item))
        if base.says is not Says.BASELINE or target is None or base.change or not 0 < base.value < target.value:
            continue
        if base.measure is not None and base.measure.family == "percent":
            continue
        years = (target.year or 0) - (base.year or 0)
        if not base.year or not target.year or years < 2:
            continue
        needed = ((target.value / base.value) ** (1 / years) - 1) * 100
        for said in review.same_in_text.of(base.name):
            if _past_rate(said) and needed > max(_FASTER * said.value, said.value + _POINTS):
                yield _remark(base, target, said, needed, years)
                break


def _past_rate(said: Figure) -> bool:
    if said.says is not Says.FACT or not said.change or said.elsewhere or said.value <= 0:
        return False
    percent = said.measure is not None and said.measure.family == "percent"
    return percent and said.clause is not None and bool(_YEARLY.search(said.clause.lead[-20:]))


def _remark(base: Figure, target: Figure, said: Figure, needed: float, years: int) -> Remark:
    worked = f"({figure(target.value, 8)} ÷ {figure(base.value, 8)})^(1/{years}) − 1 = {figure(needed, 3)}%"
    return Remark(
        Message(
            f"“{base.printed_name}”的目标要年均增长 {worked}，正文所报已有增速是年均 {figure(said.value)}%。",
            f"“{base.printed_name}” has to grow by {worked} a year; the text reports "
            f"{figure(said.value)}% a year so far.",
        ),
        Message("请写明加快的依据，或调整目标。", "Say what will speed growth up, or adjust the target."),
        (target.citation, said.citation),
    )
