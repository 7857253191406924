"""TXT604: the text keeps a quantity at a line that is worse than where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from lantu.checking.amounts import amount_of
from lantu.checking.figures import Figure, Says
from lantu.checking.finding import Severity
from lantu.checking.printed import Span
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.indicator import Direction, Indicator
from lantu.plan.message import Message
from lantu.plan.quantity import Comparator


@rule("TXT604", Severity.WARNING, Message("正文底线低于现状", "bound weaker than the table"))
def bound_weaker_than_table(review: Review) -> Iterator[Remark]:
    """The text pledges a floor below the table's baseline, or a ceiling above it.

    What it checks
    --------------
    正文写“保持在…以上”“控制在…以内”，而这条线比表中基期还差；表中目标比这条线更高的，一并写出。表中目标与正文同是这条线的不报。

    Floors and ceilings in the text that are worse than the table's baseline for the same quantity; the table's target
    is quoted beside it. Nothing is said where the table's target is the same line.

    Why it matters
    --------------
    底线低于现状，等于允许倒退；与表中的目标也对不上。

    A line below the present value allows a step back, and does not match the table's target.

    Example
    -------
        表：森林覆盖率（%） 33.1 → 33.2        正文：森林覆盖率保持在 32% 以上

    How to mend
    -----------
    把正文的底线提到基期或目标值。

    Raise the line in the text to the baseline or the target.

    References
    ----------
    - 《中华人民共和国国家发展规划法》第八条（目标和指标）。
    - National Development Planning Law of China (2026), article 8 (goals and indicators).
    """
    targets = {id(row.item): row for row in review.table_figures if row.says is Says.TARGET}
    for row in review.table_figures:
        if row.says is not Says.BASELINE or row.change or not isinstance(row.item, Indicator):
            continue
        for said in review.same_in_text.of(row.name):
            if said.says is not Says.PLEDGE or said.change or said.elsewhere or not said.comparable(row):
                continue
            target = targets.get(id(row.item))
            if _worse(said, row, row.item.direction) and not _same_line(said, target):
                yield _remark(said, row, target)


def _worse(said: Figure, row: Figure, direction: Direction | None) -> bool:
    line, now = said.base(), row.base()
    if said.comparator in (Comparator.AT_LEAST, Comparator.ABOVE):
        return direction is Direction.INCREASE and line.low < now.low and not _touch(line.low, now)
    if said.comparator in (Comparator.AT_MOST, Comparator.BELOW):
        return direction is Direction.DECREASE and line.high > now.high and not _touch(line.high, now)
    return False


def _touch(end: float, now: Span) -> bool:
    return now.low <= end <= now.high


def _same_line(said: Figure, target: Figure | None) -> bool:
    return target is not None and said.value == target.value


def _remark(said: Figure, row: Figure, target: Figure | None) -> Remark:
    line, now = amount_of(said), amount_of(row)
    zh, en = "", ""
    if target is not None:
        aim = amount_of(target)
        zh, en = f"、目标为{aim.zh}", f" and its target {aim.en}"
    return Remark(
        Message(f"“{row.printed_name}”正文的底线是{line.zh}，表中基期已是{now.zh}{zh}，等于允许倒退。",
                f"“{row.printed_name}”: the text pledges {line.en}, but the baseline in the table is already {now.en}"
                f"{en}: a step back would be allowed."),
        Message("请把正文的底线改为基期值或目标值。", "Raise the line in the text to the baseline or the target."),
        (said.citation, row.citation),
    )  # fmt: skip
