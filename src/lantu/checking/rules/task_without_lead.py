"""UNI403: a task names no unit to lead it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.indicator import Commitment
from lantu.plan.message import Message

# Where most tasks name a lead, the others were forgotten; where few do, the plan leaves duties to another document.
_CUSTOM = 0.5
_SHOWN = 3
_SHARED_OUT = re.compile(
    r"(?:责任|任务|职责|重点)(?:分工|清单)|分工(?:方案|落实)|分解(?:落实|下达|到|方案)|明确[^。]{0,16}(?:责任(?:主体|单位|部门)|牵头)|层层分解|"
    r"(?:任务|目标|指标)[^。]{0,12}分解"
)


@rule("UNI403", Severity.WARNING, Message("任务没有牵头单位", "task without a lead unit"))
def task_without_lead(review: Review) -> Iterator[Remark]:
    """A task names no lead unit, in a document whose tasks do.

    What it checks
    --------------
    文中半数以上任务写了牵头单位的，没写的逐项报出；不到半数或都没有写的规划，全文只给一条说明。全文有一句说任务、指标如何分解分工的
    （“责任分工、职责清单、分解落实”），有约束性指标的（见 UNI409），以及年度计划、工作报告，只看前一种。

    Where at least half of the tasks name a lead unit, each that does not is reported; where fewer do, or none, the
    whole plan gets one note. Where a sentence says how the work is shared out (a list of duties, a breakdown), where
    there are binding indicators (see UNI409), and in yearly plans and reports, only the former is checked.

    Why it matters
    --------------
    没有牵头单位的任务，年底没有人可问。

    Nobody answers for a task without a lead.

    Example
    -------
        任务 12：建设县域物流中心。        责任单位：（空）

    How to mend
    -----------
    写出一家牵头单位，再写配合单位；纲要不便写的，另发任务分工。

    Name one lead unit, then the supporting ones; where the plan cannot, issue a list of duties with it.

    References
    ----------
    - 《中华人民共和国国家发展规划法》第二十二条。
    - National Development Planning Law of China (2026), article 22.
    """
    tasks = review.plan.tasks
    bare = [task for task in tasks if not task.lead]
    if not bare:
        return
    mend = Message("请写出一家牵头单位，再写配合单位。", "Name one lead unit, then the supporting ones.")
    if len(tasks) - len(bare) >= _CUSTOM * len(tasks):
        for task in bare:
            yield Remark(
                Message(f"任务“{task.title}”没有牵头单位；文中另外 {len(tasks) - len(bare)} 项都写了。",
                        f"The task “{task.title}” names no lead unit; {len(tasks) - len(bare)} other tasks do."),
                mend, (task.source,),
            )  # fmt: skip
        return
    binding = any(row.commitment is Commitment.BINDING for row in review.plan.indicators)
    if review.is_yearly or review.plan.period is None or binding or _promised(review):
        return
    yield Remark(
        Message(f"{len(tasks)} 项任务中，{len(bare)} 项没有写牵头单位。",
                f"{len(bare)} of {len(tasks)} tasks name no lead unit."),
        Message("请随规划印发任务分工，每项写明一家牵头单位。",
                "Issue a list of duties with the plan that names one lead unit for each task."),
        tuple(task.source for task in bare[:_SHOWN]), severity=Severity.NOTE,
    )  # fmt: skip


def _promised(review: Review) -> bool:
    return any(_SHARED_OUT.search(block.text) for block in review.blocks)
