"""ALN911: a target passes the limit that another plan of the same area sets for a later year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.checking.alignment import same_area, title_of
from lantu.checking.amounts import amount_of
from lantu.checking.figures import Figure, Says
from lantu.checking.finding import Place, Severity
from lantu.checking.review import Review, name_of
from lantu.checking.rule import Remark, rule
from lantu.plan.indicator import Indicator, TargetForm
from lantu.plan.message import Message
from lantu.plan.quantity import Comparator

# What is lost does not come back within a plan: a floor for later is a floor for now.
_LASTING = re.compile(r"耕地|永久基本农田|生态保护红线|湿地|自然岸线|林地保有量|草原|水面")


@rule("ALN911", Severity.WARNING, Message("突破同地规划的上限或底线", "limit of a sibling plan"))
def limit_of_sibling_plan(review: Review) -> Iterator[Remark]:
    """A plan goes beyond a ceiling, or below a floor, that another plan of the area sets for a later year.

    What it checks
    --------------
    同一地区的两个规划（如纲要与国土空间规划），同名、单位同类：一方为较晚一年定的上限（不超过、≤），另一方较早一年的目标已经
    超过；一方为较晚一年定的耕地、永久基本农田、湿地一类底线（不低于、≥），另一方较早一年的目标已经低于。同一年的见
    ALN907。

    Two plans of one area (an outline and a territorial plan), one name and kind of unit: one sets a ceiling for a later
    year that the other's earlier target already passes; or one sets a floor for what does not come back (farmland,
    wetland) that the other's earlier target is already below. For the same year see ALN907.

    Why it matters
    --------------
    2025 年就用完了 2035 年的指标，后十年没有余地。

    If the allowance of 2035 is spent in 2025, nothing is left for ten years.

    Example
    -------
        国土空间规划：2035 年建设用地不超过 120 平方公里        纲要：2025 年 126 平方公里

    How to mend
    -----------
    调低目标，或按程序调整国土空间规划。

    Lower the target, or amend the other plan by its procedure.

    References
    ----------
    - 《中华人民共和国国家发展规划法》第二十四条（规划衔接）。
    - National Development Planning Law of China (2026), article 24 (agreement between plans).
    """
    for other in review.others:
        if not same_area(review.reading, other):
            continue
        for pair in review.aligned(other):
            own = pair.figure(review.reading, Says.TARGET, True)
            theirs = pair.figure(other, Says.TARGET, False)
            if own is None or theirs is None or pair.definition or own.year is None or theirs.year is None:
                continue
            if own.year == theirs.year or not own.comparable(theirs) or own.change:
                continue
            early, late = (own, theirs) if own.year < theirs.year else (theirs, own)
            if (kind := _passes(early, late)) is None:
                continue
            first, last = amount_of(early), amount_of(late)
            where = title_of(other)
            here_zh, here_en = ("本规划", "here") if early is own else (f"《{where}》", f"in “{where}”")
            there_zh, there_en = (f"《{where}》", f"in “{where}”") if early is own else ("本规划", "here")
            yield Remark(
                Message(f"“{own.printed_name}”{here_zh} {early.year} 年目标为{first.zh}，已{kind.zh}{there_zh}为 "
                        f"{late.year} 年定的"
                        f"{last.zh}（{pair.why.zh}）。",
                        f"“{own.printed_name}”: the target {here_en} for {early.year} is {first.en}, already "
                        f"{kind.en} the "
                        f"limit {there_en} for {late.year}, {last.en} ({pair.why.en})."),
                Message("请调整目标，或按程序调整对方规划。",
                        "Change the target, or amend the other plan by its procedure."),
                (own.citation,),
                (Place(name_of(other), theirs.citation),) if theirs.citation else (),
            )  # fmt: skip


def _passes(early: Figure, late: Figure) -> Message | None:
    assert early.measure and late.measure
    now, limit = early.value * early.measure.factor, late.value * late.measure.factor
    if early.base().meets(late.base()):
        return None
    row = late.item
    form = row.form if isinstance(row, Indicator) else None
    ceiling = late.comparator in (Comparator.AT_MOST, Comparator.BELOW) or form is TargetForm.CEILING_EACH_YEAR
    floor = late.comparator in (Comparator.AT_LEAST, Comparator.ABOVE) or form is TargetForm.FLOOR_EACH_YEAR
    if ceiling and now > limit:
        return Message("超过", "above")
    if floor and now < limit and _LASTING.search(late.printed_name):
        return Message("低于", "below")
    return None
