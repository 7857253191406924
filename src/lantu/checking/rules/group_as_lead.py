"""UNI404: a task is led by “all units concerned”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.message import Message

_GROUP = re.compile(r"^(?:市|县|区|全[市县区])?(?:直)?(?:各|有关|相关|各有关|各相关|所有)")


@rule("UNI404", Severity.WARNING, Message("牵头的是一群单位", "group as lead unit"))
def group_as_lead(review: Review) -> Iterator[Remark]:
    """The only lead of a task is a group: “all units concerned”, “each town”.

    What it checks
    --------------
    牵头单位只写“各有关单位”“各镇街”“有关部门”的任务。

    Tasks whose lead is nothing but “units concerned”, “each town and street”, “departments concerned”.

    Why it matters
    --------------
    人人负责，就没有人负责；这样的任务派不出去。

    What everyone leads, nobody leads; such a task cannot be handed to anybody.

    Example
    -------
        牵头单位：各有关单位

    How to mend
    -----------
    写出一家牵头单位，把“各镇街”写在配合单位里。

    Name one lead unit and put the group among the supporting units.

    References
    ----------
    - 《中华人民共和国国家发展规划法》第二十二条。
    - National Development Planning Law of China (2026), article 22.
    """
    for task in review.plan.tasks:
        if not task.lead or not all(_GROUP.match(unit.strip()) for unit in task.lead):
            continue
        group = "、".join(task.lead)
        yield Remark(
            Message(f"任务“{task.title}”由“{group}”牵头，派不到人。",
                    f"The task “{task.title}” is led by “{group}”: by nobody in particular."),
            Message("请写出一家牵头单位，其余写作配合单位。", "Name one lead unit and list the others as supporting."),
            (task.source,),
        )  # fmt: skip
