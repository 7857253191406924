"""PRJ504: the amounts of a project list do not add up to its total."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.printed import Span, figure, printed
from lantu.checking.project_table import ProjectRow
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.message import Message

_NUMBER = re.compile(r"^[约]?\s*(\d+(?:,\d{3})*(?:\.\d+)?)\s*(?:亿元|万元|元|亿|万)?$")


@rule("PRJ504", Severity.ERROR, Message("投资合计不符", "amounts that miss the total"))
def amounts_that_miss_total(review: Review) -> Iterator[Remark]:
    """The amounts of a project list do not add up to the total it prints.

    What it checks
    --------------
    项目清单的投资一栏：各行之和与“合计”行相比，各数按所印位数留出舍入的余地。有行没有数、有几个合计行（分类小计）的不比。

    The column of amounts in a project list against its total row, with room for the rounding of every number. Lists
    with a row without a number or with several totals are left alone.

    Why it matters
    --------------
    合计错了，资金平衡就错了；多半是增删项目以后没有重算。

    With a wrong total the financing is wrong; mostly projects were added or struck and nobody added up again.

    Example
    -------
        甲 3.2　乙 4.1　丙 2.0　合计 9.5        3.2 + 4.1 + 2.0 = 9.3

    How to mend
    -----------
    重算合计，或核对各行。

    Add up again, or check the rows.

    References
    ----------
    - 通行做法：同一文件里同一件事只有一个说法（GB/T 1.1—2020 对标准文件有一致性要求）。
    - General practice: one document says one thing of one matter (GB/T 1.1-2020 asks this of standards).
    """
    for table in review.project_tables:
        if "amount" not in table.heads:
            continue
        totals = [row for row in table.rows if row.total]
        rows = [row for row in table.rows if not row.total]
        numbers = [_amount(row) for row in rows]
        said = _amount(totals[0]) if len(totals) == 1 else None
        if said is None or len(rows) < 2:
            continue
        known = [number for number in numbers if number is not None]
        if len(known) < len(rows):
            continue
        span = Span(0.0, 0.0)
        for _, within in known:
            span = span + within
        if span.meets(said[1]):
            continue
        added, total = sum(value for value, _ in known), said[0]
        yield Remark(
            Message(
                f"“{table.heads['amount']}”{len(rows)} 行之和是 {figure(added, 8)}，合计写 {figure(total, 8)}，"
                f"相差 {figure(abs(added - total), 4)}。",
                f"The {len(rows)} rows of “{table.heads['amount']}” add up to {figure(added, 8)}; the total says "
                f"{figure(total, 8)}, a difference of {figure(abs(added - total), 4)}.",
            ),
            Message("请重算合计，或核对各行。", "Add up again, or check the rows."),
            (totals[0].block.cite(), rows[0].block.cite()),
        )


def _amount(row: ProjectRow) -> tuple[float, Span] | None:
    match = _NUMBER.match(row.cells.get("amount", ""))
    if match is None:
        return None
    value = float(match[1].replace(",", ""))
    return value, printed(value, match[1])
