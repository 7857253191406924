"""TIM303: results are given for an older year than the plan's base year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lantu.checking.figures import Says
from lantu.checking.finding import Severity
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.message import Message

_MOST = 6


@rule("TIM303", Severity.NOTE, Message("现状数不是基期年的", "stale result"))
def stale_result(review: Review) -> Iterator[Remark]:
    """Some results are of the year before the base year, others of the base year.

    What it checks
    --------------
    规划期前一年为基期年。正文现状数有基期年的、也有再前一年的，把后者合为一条列出；一个基期年的数都没有的（编制时尚未公布）不报。

    The base year is the year before the plan. Where some results are of that year and others of the year before it, the
    older ones are listed in one note; a plan with no result of the base year at all (not yet published) is left alone.

    Why it matters
    --------------
    两年的数混用，起点不一，后面的增速和目标不好比较。

    With two starting years, rates and targets cannot be compared.

    Example
    -------
        2020 年地区生产总值 548 亿元……2019 年专业市场交易额 850 亿元

    How to mend
    -----------
    换成基期年的数；没有的，写明为何用前一年。

    Use the base year's value, or say why the older one is given.

    References
    ----------
    - 国家发展规划“主要指标”专栏：基期为规划期前一年。
    - Indicator tables of national plans: the base is the year before the plan.
    """
    first = review.first_year
    if first is None or first == review.last_year:
        return
    facts = [f for f in review.text_figures if f.says is Says.FACT and not f.change and not f.elsewhere and not f.total]
    years = Counter(f.year for f in facts)
    old = [f for f in facts if f.year == first - 2]
    if not old or years[first - 1] < len(old):
        return
    names = [f.printed_name for f in old[:_MOST]]
    more = "等" if len(old) > _MOST else ""
    yield Remark(
        Message(f"基期年是 {first - 1} 年，有 {len(old)} 个现状数是 {first - 2} 年的：{'、'.join(names)}{more}。",
                f"The base year is {first - 1}, but {len(old)} results are of {first - 2}: {', '.join(names)}."),
        Message(f"请换成 {first - 1} 年的数；没有的，请写明原因。",
                f"Use the values of {first - 1}, or say why they are missing."),
        tuple(f.citation for f in old),
    )  # fmt: skip
