"""UNI406: a department is named that no longer bears this name."""

from __future__ import annotations

from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.listed_words import used
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.message import Message

_MOST = 5


@rule("UNI406", Severity.WARNING, Message("单位已更名", "unit renamed"))
def unit_renamed(review: Review) -> Iterator[Remark]:
    """A department is named that a reform has renamed or merged before the plan begins.

    What it checks
    --------------
    `parameters/word_lists/renamed_units.yaml` 所列部门名称：规划期第一年已经改了的。回顾章节不报。

    Departments of the dated list `parameters/word_lists/renamed_units.yaml` that were renamed by the plan's first
    year. Chapters that look back are left alone.

    Why it matters
    --------------
    任务派给已经撤并的单位，等于没有派出去。

    A task given to a department that is gone is given to nobody.

    Example
    -------
        2026—2030 年的任务分工写：牵头单位 县环保局

    How to mend
    -----------
    改为现行名称，并与该单位核对职责。

    Use the present name, and make sure that the duty moved with it.

    References
    ----------
    - 历次机构改革方案，见清单所附依据。
    - The reform plans named in the list.
    """
    for word, places in used(review, "renamed_units"):
        yield Remark(
            Message(f"“{places[0].quote}”已更名或撤并：{word.source.zh}。",
                    f"“{places[0].quote}” has been renamed or merged: {word.source.en}."),
            Message(f"请改为现行名称，一般是{word.right}。", f"Use the present name, mostly {word.right}."),
            places[:_MOST],
        )  # fmt: skip
