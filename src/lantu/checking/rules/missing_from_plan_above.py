"""ALN902: binding indicators of the plan above are missing here."""

from __future__ import annotations

from collections.abc import Iterator

from lantu.checking.alignment import ENOUGH, is_above, title_of
from lantu.checking.finding import Place, Severity
from lantu.checking.review import Review, name_of
from lantu.checking.rule import Remark, rule
from lantu.plan.indicator import Commitment
from lantu.plan.message import Message
from lantu.plan.quantity_name import quantity_name

_FEWEST, _MOST = 3, 10


@rule("ALN902", Severity.WARNING, Message("缺上级的约束性指标", "missing from the plan above"))
def missing_from_plan_above(review: Review) -> Iterator[Remark]:
    """Binding indicators of a plan above have no counterpart in this plan.

    What it checks
    --------------
    给出上级规划时：上级的约束性指标，本规划的指标表里没有、正文也没有同名承诺的，每个上级规划合为一条。本规划指标不足三项
    （没有指标表）的不比。

    With a plan above given: its binding indicators that are neither in this plan's table nor pledged in its text, in
    one finding for each plan. Plans with fewer than three indicators (no table) are left alone.

    Why it matters
    --------------
    上级的约束性指标要逐级落实；下级都不写，就没有人负责。

    What binds the level above has to be carried out below; if nobody takes it over, nobody answers for it.

    Example
    -------
        省规划：单位地区生产总值能耗降低（约束性）        本规划：没有

    How to mend
    -----------
    补入指标表；不适用的，写明理由。

    Take them into the table, or say why they do not apply.

    References
    ----------
    - 《中华人民共和国国家发展规划法》第二十三条、第二十四条。
    - National Development Planning Law of China (2026), articles 23 and 24.
    """
    if len(review.plan.indicators) < _FEWEST:
        return
    for other in review.others:
        if not is_above(other, review.reading):
            continue
        here = {pair.theirs.id for pair in review.aligned(other)}
        missing = [
            row
            for row in other.plan.indicators
            if row.commitment is Commitment.BINDING
            and row.id not in here
            and not any(review.same_in_text.of(quantity_name(row.name, other.plan.region.name)))
        ]
        if not missing:
            continue
        names = [row.name.strip("★ ") for row in missing[:_MOST]]
        first = next((row.source for row in review.plan.indicators if row.source), None)
        yield Remark(
            Message(
                f"《{title_of(other)}》有 {len(missing)} 项约束性指标，本规划没有名称、单位、"
                f"口径够得上配对（{ENOUGH}）的："
                f"{'、'.join(names)}。",
                f"{len(missing)} binding indicators of “{title_of(other)}” have no counterpart here that reaches "
                f"{ENOUGH} by name, unit and definition: {', '.join(names)}.",
            ),
            Message("请补入指标表；不适用的，请写明理由。", "Take them into the table, or say why they do not apply."),
            (first,),
            tuple(Place(name_of(other), row.source) for row in missing[:_MOST] if row.source),
        )
