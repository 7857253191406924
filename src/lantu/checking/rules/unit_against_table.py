"""TXT603: the text measures an indicator in a unit of another kind than the table."""

from __future__ import annotations

from collections.abc import Iterator

from lantu.checking.amounts import amount_of
from lantu.checking.finding import Severity
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.change_name import is_change
from lantu.plan.measure import measure
from lantu.plan.message import Message
from lantu.plan.quantity_name import quantity_name


@rule("TXT603", Severity.WARNING, Message("正文与表单位不同类", "unit against table"))
def unit_against_table(review: Review) -> Iterator[Remark]:
    """The text gives a share of the table in pieces or days, or a count of the table in per cent.

    What it checks
    --------------
    名称相同的同一项指标，表中单位是“%”、正文是“天、个、人”等，或者相反。正文说增长百分之几的不算。

    The same indicator in per cent in the table and in days, pieces or persons in the text, or the other way round.
    Growth in per cent is left alone.

    Why it matters
    --------------
    “优良天数比例 86 天”不知是 86% 还是 86 天，两者相差两百多天。

    “A share of good-air days of 86 days” may be 86% or 86 days, which lie more than two hundred days apart.

    Example
    -------
        表：空气质量优良天数比例（%）        正文：空气质量优良天数比例超过 86 天

    How to mend
    -----------
    统一名称和单位：说比例用“%”，说天数用“天”。

    Use one name and one unit: per cent for a share, days for a number of days.

    References
    ----------
    - GB/T 3101—1993《有关量、单位和符号的一般原则》。
    - GB/T 3101-1993, on quantities, units and symbols.
    """
    for indicator in review.plan.indicators:
        tabled = measure(indicator.unit)
        if tabled is None or is_change(indicator.name):
            continue
        for said in review.same_in_text.of(quantity_name(indicator.name, review.plan.region.name)):
            if said.change or said.elsewhere or said.measure is None or said.measure.family == tabled.family:
                continue
            if "percent" not in (said.measure.family, tabled.family):
                continue
            words = amount_of(said)
            yield Remark(
                Message(f"“{indicator.name}”表中单位是“{indicator.unit}”，正文写“{said.printed_name}”{words.zh}。",
                        f"“{indicator.name}” is in “{indicator.unit}” in the table; the text says "
                        f"“{said.printed_name}” {words.en}."),
                Message("请统一名称和单位：说比率用“%”，说个数、天数用相应单位。",
                        "Use one name and unit: per cent for a share, the counting unit for a number."),
                (said.citation, indicator.source),
            )  # fmt: skip
