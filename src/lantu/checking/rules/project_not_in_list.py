"""PRJ505: the text orders projects that the plan's own project list does not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.name_search import NameSearch
from lantu.checking.project_name import NamedProject, listed_projects, told_projects
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.message import Message

_BUILT = re.compile(
    r"工程|项目|路$|桥$|水库|水厂|电站|机场|枢纽|中心$|园$|场馆?$|医院|学校|小学|中学|管网|泵站|大道|通道"
)
_FEWEST, _MOST = 4, 8
# Where fewer of the projects in the text stand in the list, the list was never meant to hold them all.
_CLAIMS = 0.3


@rule("PRJ505", Severity.NOTE, Message("正文项目不在清单中", "project not in the list"))
def project_not_in_list(review: Review) -> Iterator[Remark]:
    """The text of a chapter orders a project to be built that the plan's project list does not hold.

    What it checks
    --------------
    有项目清单（四行以上）的规划：正文任务里写到、清单里没有同名或包含关系的项目，合为一条。正文项目不到三成在清单里的，
    清单本来不求齐全，不报；回顾章节里的不报。

    In a plan with a project list (four rows and more): projects that the tasks of the text name and that no row of the
    list holds, in one note. Where fewer than three in ten of the text's projects are in the list, it was never meant to
    be complete; chapters that look back are left alone.

    Why it matters
    --------------
    不在清单里的项目排不进年度计划和资金安排，等于没有。

    What is not in the list enters no yearly plan and no budget.

    Example
    -------
        第四章：建设云台快速路。        附表：重点项目 20 个，没有这一个

    How to mend
    -----------
    补入清单；不打算列的，正文改为一般性表述。

    Add it to the list, or reword the text so that it names no project.

    References
    ----------
    - 《政府投资条例》（国务院令第 712 号）：政府投资项目列入年度计划。
    - Regulation on Government Investment (State Council Decree 712): projects enter the yearly list.
    """
    listed = list(listed_projects(review))
    told = [one for one in told_projects(review) if one.citation.block not in review.past and _BUILT.search(one.name)]
    if len(listed) < _FEWEST or not told:
        return
    rows = NameSearch(row.bare for row in listed)
    pieces = "\n".join(row.bare for row in listed)
    missing = [one for one in told if one.bare not in pieces and not any(True for _ in rows.find(one.bare))]
    if not missing or len(told) - len(missing) < _CLAIMS * len(told):
        return
    yield _remark(missing, len(listed))


def _remark(missing: list[NamedProject], rows: int) -> Remark:
    names = [one.name for one in missing[:_MOST]]
    more = "等" if len(missing) > _MOST else ""
    return Remark(
        Message(f"正文有 {len(missing)} 个项目不在项目清单（{rows} 行）里：{'、'.join(names)}{more}。",
                f"In the text but not in the project list of {rows} rows ({len(missing)}): {', '.join(names)}."),
        Message("请补入清单；不打算列的，正文请不写项目名。",
                "Add them to the list, or reword the text so that it names no project."),
        tuple(one.citation for one in missing[:_MOST]),
    )  # fmt: skip
