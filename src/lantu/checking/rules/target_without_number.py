"""IND106: anticipatory indicators have no number to reach."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.indicator import Commitment, Indicator
from lantu.plan.message import Message

# Yardsticks that the plan's own figures give: keeping the base, or in step with its own economy.
_OWN = re.compile(
    r"保持稳定|基本稳定|不降低|与.{0,6}(?:经济|GDP|生产总值).{0,4}(?:同步|持平)|高于.{0,3}(?:GDP|经济|生产总值)"
)


@rule("IND106", Severity.NOTE, Message("预期性指标没有目标数值", "target without a number"))
def target_without_number(review: Review) -> Iterator[Remark]:
    """Anticipatory indicators have a number neither in the target nor in the growth column.

    What it checks
    --------------
    预期性指标，目标栏和增速栏都没有数值的（空白、“高于平均水平”“进入前列”一类）。全表合为一条。
    有基期、写明“保持稳定”“与经济增长同步”的，用本地的数就能评，不报。约束性指标见 IND102。

    Anticipatory indicators with a number neither as target nor as growth (blank, “above average”, “among the first”).
    One finding for the table. Those with a base that are to stay as they are, or to keep in step with the own economy,
    can be judged from own figures and are left alone. For binding indicators see IND102.

    Why it matters
    --------------
    没有数值的目标，年度监测只能靠文字评判；“高于平均”要等别处的数公布才知道。

    Progress towards such a target is a matter of words; “above average” waits for others' figures.

    Example
    -------
        地区生产总值（亿元） | 预期性 | 548 | - | 高于市平均水平

    How to mend
    -----------
    补上目标值，或写明参照哪个数、由谁公布、何时可得。

    State the value, or say which figure is the yardstick, who publishes it and when.

    References
    ----------
    - 《中华人民共和国国家发展规划法》第二十八条（动态监测）。
    - National Development Planning Law of China (2026), article 28 (monitoring).
    """
    bare = [row for row in review.plan.indicators if _bare(row)]
    if not bare:
        return
    count = sum(row.commitment is Commitment.ANTICIPATORY for row in review.plan.indicators)
    zh = "；".join(f"{_plain(row.name)}（{_words(row) or '空白'}）" for row in bare)
    en = "; ".join(f"{_plain(row.name)} ({_words(row) or 'blank'})" for row in bare)
    yield Remark(
        Message(f"{count} 项预期性指标中，{len(bare)} 项没有目标数值：{zh}。",
                f"{len(bare)} of {count} anticipatory indicators have no number to reach: {en}."),
        Message("请补上目标值，或写明参照的数由谁公布、何时可得。",
                "State the value, or say who publishes the yardstick and when."),
        tuple(row.source for row in bare),
    )  # fmt: skip


def _bare(row: Indicator) -> bool:
    if row.baseline.value is not None and _OWN.search(f"{row.target.text}{row.growth.text}"):
        return False
    return row.commitment is Commitment.ANTICIPATORY and row.target.value is None and row.growth.value is None


def _words(row: Indicator) -> str:
    return next((text.strip() for text in (row.target.text, row.growth.text) if text.strip(" -—–－/")), "")


def _plain(name: str) -> str:
    return name.strip("★☆* ")
