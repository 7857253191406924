"""PRJ503: rows of a project list lack what the others have."""

from __future__ import annotations

from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.message import Message

_BLANK = frozenset(["", "-", "—", "–", "/", "／", "无", "待定", "\\", "——"])
_MOST = 8
_FILLED, _FEWEST = 0.7, 4


@rule("PRJ503", Severity.WARNING, Message("项目信息不全", "project row incomplete"))
def project_row_incomplete(review: Review) -> Iterator[Remark]:
    """Rows of a project list have no owner, amount or date where most rows have one.

    What it checks
    --------------
    项目清单（表头有“项目名称”，又有责任单位、投资或建设年限一栏）：某一栏七成以上的行都填了，空着的行合为一条。

    Project lists (a heading that names projects, and a column of owners, amounts or dates): where seven rows in ten
    fill a column, the rows that leave it blank are listed in one finding.

    Why it matters
    --------------
    没有责任单位就没人推，没有投资就排不进预算，没有时间就无从调度。

    Without an owner nobody pushes it, without an amount it finds no budget, without a date no schedule.

    Example
    -------
        项目名称 | 责任单位 | 总投资        东港物流园 | （空） | 3.2 亿元

    How to mend
    -----------
    补齐；确实未定的，写明何时确定。

    Fill it in; where it is open, say until when.

    References
    ----------
    - 《政府投资条例》：政府投资年度计划应写明项目名称、建设内容及规模、工期、总投资等。
    - Regulation on Government Investment, on what a yearly list of projects has to state.
    """
    for table in review.project_tables:
        rows = [row for row in table.rows if row.name not in _BLANK and not row.total]
        if len(rows) < _FEWEST:
            continue
        for kind, head in table.heads.items():
            blank = [row for row in rows if row.cells[kind] in _BLANK]
            if not blank or len(rows) - len(blank) < _FILLED * len(rows):
                continue
            names = [row.name for row in blank[:_MOST]]
            yield Remark(
                Message(
                    f"项目清单 {len(rows)} 行中，{len(blank)} 行的“{head}”空着：{'、'.join(names)}"
                    f"{'等' if len(blank) > _MOST else ''}。",
                    f"{len(blank)} of {len(rows)} rows of the project list leave “{head}” blank: {', '.join(names)}.",
                ),
                Message("请补齐；未定的，请写明何时确定。", "Fill it in; where it is open, say until when."),
                tuple(row.block.cite() for row in blank[:_MOST]),
            )
