"""IND105: a range begins above its end."""

from __future__ import annotations

from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.printed import figure
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.citation import Citation
from lantu.plan.message import Message


@rule("IND105", Severity.ERROR, Message("区间上下限颠倒", "reversed range"))
def reversed_range(review: Review) -> Iterator[Remark]:
    """A range is written with its larger end first.

    What it checks
    --------------
    指标目标和正文承诺中的区间，前一个数大于后一个数。

    Ranges in targets and in the text whose first number is larger than the second.

    Why it matters
    --------------
    读者不知哪个数是下限，程序无从判断是否达标。

    Nobody can tell which end is the floor, and whether the target is met.

    Example
    -------
        研发经费增速保持在 12%—8%

    How to mend
    -----------
    把较小的数写在前面；若不是区间，改写成两个目标。

    Put the smaller number first; if it is no range, state two targets.

    References
    ----------
    - GB/T 15835-2011《出版物上数字用法》关于数值范围的写法。
    - GB/T 15835-2011, on writing ranges.
    """
    rows: list[tuple[str, float | None, float | None, Citation | None]] = [
        (i.name, i.target.value, i.target.value_high, i.source) for i in review.plan.indicators
    ]
    rows += [(p.subject, p.value, p.value_high, p.source) for p in review.plan.pledges]
    for name, low, high, source in rows:
        if low is None or high is None or low <= high:
            continue
        ends = f"{figure(low, 8)}—{figure(high, 8)}"
        yield Remark(
            Message(f"“{name}”的区间 {ends} 前大后小。", f"The range of “{name}”, {ends}, begins above its end."),
            Message("请把较小的数写在前面；不是区间的，请分开写。",
                    "Put the smaller number first, or state two separate targets."),
            (source,),
        )  # fmt: skip
