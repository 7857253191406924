"""IND102: a binding indicator names no number to be held to."""

from __future__ import annotations

from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.indicator import Commitment, Indicator
from lantu.plan.message import Message


@rule("IND102", Severity.ERROR, Message("约束性指标没有数值", "binding indicator without a number"))
def binding_without_number(review: Review) -> Iterator[Remark]:
    """A binding indicator has a number neither in its target nor in its growth column.

    What it checks
    --------------
    属性为约束性、目标栏和增速栏都没有数值的指标。全表合为一条发现，逐项列出。

    Binding indicators with a number neither in the target nor in the growth column. The whole table gives one
    finding, which lists them.

    Why it matters
    --------------
    约束性指标是政府的责任，要分解、要考核；没有数值，无从分解，也无从考核。

    Binding indicators are duties of government, to be broken down and assessed; without a number neither can be done.

    Example
    -------
        单位地区生产总值二氧化碳排放降低（%） | 约束性 | - | - | -

    How to mend
    -----------
    写明目标值；上级尚未下达的，写“以上级下达为准”，并在下达后修订本表；确实不能定量的，改为预期性。

    State the target. Where the level above has yet to set it, say so and amend the table once it is set; what cannot be
    measured should be anticipatory.

    References
    ----------
    - 《中华人民共和国国家发展规划法》第八条、第二十三条。
    - National Development Planning Law of China (2026), articles 8 and 23.
    """
    binding = [i for i in review.plan.indicators if i.commitment is Commitment.BINDING]
    bare = [i for i in binding if i.target.value is None and i.growth.value is None]
    if not bare:
        return
    zh = "；".join(f"{i.name}（{_words(i) or '空白'}）" for i in bare)
    en = "; ".join(f"{i.name} ({_words(i) or 'blank'})" for i in bare)
    yield Remark(
        Message(f"{len(binding)} 项约束性指标中，{len(bare)} 项没有目标数值：{zh}。",
                f"{len(bare)} of {len(binding)} binding indicators have no number to reach: {en}."),
        Message("请写明目标值；等上级下达的，请写明依据，下达后补入。",
                "State each target; where the level above has yet to set it, say so and enter it once it is set."),
        tuple(i.source for i in bare),
    )  # fmt: skip


def _words(indicator: Indicator) -> str:
    texts = (indicator.target.text.strip(), indicator.growth.text.strip())
    return next((text for text in texts if text.strip("-—–－/ 　")), "")
