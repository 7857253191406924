"""TXT605: base plus the increase pledged in the text is far from the table's target."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.checking.amounts import amount_of
from lantu.checking.figures import Figure, Says
from lantu.checking.finding import Severity
from lantu.checking.printed import Span, figure
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.message import Message

# An open target (“over 100”) is met by any larger number; twice the tabled increase is no longer the same intention.
_FAR = 2.0
_YEARLY = re.compile(r"每年|年均|平均每年|逐年|当年|年度")
_REPLACED = re.compile(r"培育|认定|新增|净增|增加|新引进|新建")


@rule("TXT605", Severity.WARNING, Message("正文增量与表不合", "increment against table"))
def increment_against_table(review: Review) -> Iterator[Remark]:
    """The increase that the text pledges does not lead from the table's baseline to its target.

    What it checks
    --------------
    正文说“新增、增加”若干的承诺，与表中同一指标比：基期加增量够不到目标的，或超出表中增量一倍以上的。每年若干的按年数相乘；百分之几的
    不比。

    Pledges of an increase in the text against the same indicator of the table: baseline plus increase misses the
    target, or goes beyond it by more than the tabled increase. Yearly amounts are multiplied by the years; percentages
    are left alone.

    Why it matters
    --------------
    同一件事两种力度，正文是表的几倍，部门会挑容易的做。

    One matter with two ambitions: those who carry it out will take the easier one.

    Example
    -------
        表：高新技术企业数（家） 70 → 100        正文：新增高新技术企业 150 家

    How to mend
    -----------
    统一两处；新增数不计退出的，请写明“累计认定”。

    Make both agree; if those that drop out are not counted, say “certified in all”.

    References
    ----------
    - 通行做法：同一文件里同一件事只有一个说法（GB/T 1.1—2020 对标准文件有一致性要求）。
    - General practice: one document says one thing of one matter (GB/T 1.1-2020 asks this of standards).
    """
    base_of = {id(row.item): row for row in review.table_figures if row.says is Says.BASELINE}
    years = (review.last_year or 0) - (review.first_year or 0) + 1
    for target in review.table_figures:
        base = base_of.get(id(target.item))
        if target.says is not Says.TARGET or base is None or target.change or target.value <= base.value:
            continue
        if target.measure is None or target.measure.family == "percent":
            continue
        for said in review.same_in_text.of(target.name):
            if said.says is not Says.PLEDGE or not said.change or said.elsewhere or not said.comparable(target):
                continue
            if said.year is not None and target.year is not None and said.year != target.year:
                continue
            lead = said.clause.lead[-30:] if said.clause else ""
            yearly = bool(_YEARLY.search(lead)) and years > 1
            if not _REPLACED.search(f"{lead}{said.printed_name}"):
                continue
            end = base.base() + said.base().times(years if yearly else 1)
            wanted = target.base()
            limit = base.value + _FAR * (target.value - base.value)
            far = end.low > limit * target.measure.factor
            if end.high < wanted.low or far:
                yield _remark(said, base, target, end, years if yearly else 1)


def _remark(said: Figure, base: Figure, target: Figure, end: Span, years: int) -> Remark:
    assert target.measure and base.measure and said.measure
    added = said.value * said.measure.factor / target.measure.factor
    total = base.value * base.measure.factor / target.measure.factor + added * years
    times = f" × {years}" if years > 1 else ""
    sum_ = f"{figure(base.value, 8)} + {figure(added, 8)}{times} = {figure(total, 8)} {target.unit or ''}".rstrip()
    aim, more = amount_of(target), amount_of(said)
    return Remark(
        Message(f"“{target.printed_name}”照正文推算是 {sum_}，表中目标为{aim.zh}；表中增量 "
                f"{figure(target.value - base.value)}，正文增量 {figure(added, 8)}{times}。",
                f"“{target.printed_name}”: the text ({more.en}) leads to {sum_}, the target in the table is {aim.en}; "
                f"the table adds {figure(target.value - base.value)}."),
        Message("请统一两处；新增数不扣除退出的，请写明“累计认定”。",
                "Make both agree; if those that drop out are not counted, say so."),
        (said.citation, target.citation),
    )  # fmt: skip
