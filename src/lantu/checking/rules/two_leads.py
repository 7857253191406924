"""UNI407: tasks have more than one lead unit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.message import Message

_MOST = 6
_USUAL = 0.5
_BUILDS = re.compile(
    r"(?:建成|建设|新建|改建|扩建|迁建)(?P<things>[^，。；：,;:（()）、和与]{3,}(?:[、和与][^，。；：,;:（()）、和与]{3,})+)"
)
_AND = re.compile("[、和与]")


@rule("UNI407", Severity.NOTE, Message("牵头单位不止一家", "two leads"))
def two_leads(review: Review) -> Iterator[Remark]:
    """Some tasks name two or more lead units where most name one.

    What it checks
    --------------
    写了牵头单位的任务中，牵头单位有两家以上的，合为一条列出。只写“责任单位”的（通常第一家
    为主）不报；一句里要建几处、几家各管一处的（建成A和B；牵头单位：甲、乙）不报；半数以上任务都是几家共同牵头的（体例如此），不报。

    Tasks with two or more lead units, in one note. Lists of 责任单位, of which the
    first is mostly meant to lead, are left alone, and so is a sentence that builds as many things as it has leads.
    Where more than half of the tasks have several, that is the document's way and nothing is said.

    Why it matters
    --------------
    两家牵头，遇事互相等；考核时也分不清是谁的责任。

    With two leads each waits for the other, and nobody knows whose duty it is.

    Example
    -------
        牵头单位：县发展改革局、县财政局

    How to mend
    -----------
    留一家牵头，其余列为配合单位。

    Keep one lead, and put the others among the supporting units.

    References
    ----------
    - 《中华人民共和国国家发展规划法》第二十二条。
    - National Development Planning Law of China (2026), article 22.
    """
    led = [task for task in review.plan.tasks if task.lead]
    several = [
        task
        for task in led
        if len(task.lead) > 1 and "牵头" in review.text_of(task.source) and _built(task.title) != len(task.lead)
    ]
    if not several or len(several) > _USUAL * len(led):
        return
    zh = "；".join(f"{task.title}（{'、'.join(task.lead)}）" for task in several[:_MOST])
    en = "; ".join(f"{task.title} ({', '.join(task.lead)})" for task in several[:_MOST])
    yield Remark(
        Message(
            f"{len(led)} 项任务中，{len(several)} 项的牵头单位不止一家：{zh}{'等' if len(several) > _MOST else ''}。",
            f"{len(several)} of {len(led)} tasks have more than one lead: {en}.",
        ),
        Message("请留一家牵头，其余列为配合。", "Keep one lead, and list the others as supporting."),
        tuple(task.source for task in several[:_MOST]),
    )


def _built(title: str) -> int:
    """How many things a task builds: 2 in 建成甲学校和乙医院; 0 where it builds none that can be counted."""
    found = _BUILDS.search(title)
    return len(_AND.split(found["things"])) if found else 0
