"""PRJ506: one project stands in two rows of the project lists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.project_name import NamedProject, listed_projects
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.message import Message

_SHORTEST = 5  # a shorter name (停车场) is one of many


@rule("PRJ506", Severity.WARNING, Message("项目重复列入清单", "project listed twice"))
def project_listed_twice(review: Review) -> Iterator[Remark]:
    """A project stands in two rows of the plan's project lists, often with another owner or amount.

    What it checks
    --------------
    各项目清单里，去掉“建设、工程、项目”等字以后名称完全相同的两行；责任单位、投资、时间不同的，一并写出。

    Rows of the project lists whose names are the same without words such as “project”; where owner, amount or date
    differ, both are told.

    Why it matters
    --------------
    一个项目列两次，个数和投资都多算一遍，两家单位各报各的。

    Listed twice, a project is counted and funded twice, and two units report on it.

    Example
    -------
        3 | 城东水厂扩建工程 | 县水利局 | 2.5        17 | 城东水厂扩建 | 县住建局 | 3.0

    How to mend
    -----------
    并为一行；确为两期的，在名称里写明。

    Make one row of them; if they are two phases, say so in the names.

    References
    ----------
    - 《政府投资条例》（国务院令第 712 号）：项目使用统一代码；一个项目列一次（通行做法）。
    - Regulation on Government Investment (State Council Decree 712): projects have one code (one project, one entry is
      general practice).
    """
    rows: dict[str, list[NamedProject]] = defaultdict(list)
    for one in listed_projects(review):
        if len(one.bare) >= _SHORTEST:
            rows[one.bare].append(one)
    for same in rows.values():
        if len(same) < 2:
            continue
        first, second = same[:2]
        told_zh, told_en = _apart(first, second)
        yield Remark(
            Message(f"“{first.name}”在项目清单里列了 {len(same)} 次{told_zh}。",
                    f"“{first.name}” stands {len(same)} times in the project lists{told_en}."),
            Message("请并为一行；确为两期的，请在名称里写明。",
                    "Make one row of them; if they are two phases, say so in the names."),
            tuple(one.citation for one in same[:3]),
        )  # fmt: skip


def _apart(first: NamedProject, second: NamedProject) -> tuple[str, str]:
    if first.row is None or second.row is None:
        return "", ""
    pairs = [(cell, second.row.cells.get(kind, "")) for kind, cell in first.row.cells.items()]
    differing = [(one, two) for one, two in pairs if one and two and one != two]
    if not differing:
        return "", ""
    zh = "；".join(f"{one} 与 {two}" for one, two in differing)
    en = "; ".join(f"{one} and {two}" for one, two in differing)
    return f"，所列不同：{zh}", f", with different entries: {en}"
