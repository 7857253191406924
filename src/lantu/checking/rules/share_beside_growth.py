"""SUM205: a share is promised and only the growth of its numerator is tabled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.checking.amounts import amount_of
from lantu.checking.figures import Says
from lantu.checking.finding import Severity
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.change_name import is_change
from lantu.plan.message import Message
from lantu.plan.quantity_name import quantity_name

_SHARE = re.compile(r"^(?P<part>.+?)占.+")
_INTENSITY = re.compile(r"^(?P<part>.+?)投入强度")
_IDLE = re.compile(r"支出|投入|经费|总额|增长|[（(].*?[)）]|全社会|[★☆\s]|争取|力争|确保")

_LIKE = 0.6  # a share that may well be the same is enough to say nothing


@rule("SUM205", Severity.WARNING, Message("比重与增速无从互推", "share beside growth"))
def share_beside_growth(review: Review) -> Iterator[Remark]:
    """The text promises a share, the table the growth of its numerator, and no base of the share is given.

    What it checks
    --------------
    正文承诺“某项占某项比重达到百分之几”（或投入强度），指标表只有该项的增长率，而表和正文都没有这一比重的现状数的。

    Text pledges of “the share of A in B” (or intensity of spending) where the table holds only the growth of A, and
    neither table nor text gives the present share.

    Why it matters
    --------------
    比重由分子、分母的增速和起点决定；没有起点，两个目标是否相容无人能算。

    A share follows from its start and both growth rates; without the start nobody can tell whether the two agree.

    Example
    -------
        正文：研发经费支出占地区生产总值比重达到 2.5%        表：研发经费投入增长（%） ≥7

    How to mend
    -----------
    写明比重的基期值，并算一遍：期末比重 ≈ 基期比重 ×（1＋分子增速）^年数 ÷（1＋分母增速）^年数。

    State the present share and work it out: share × (1 + growth of A)^years ÷ (1 + growth of B)^years.

    References
    ----------
    - 国家统计局：《中国主要统计指标诠释》（研究与试验发展经费投入强度）。
    - National Bureau of Statistics, on R&D intensity.
    """
    growing = [row for row in review.plan.indicators if is_change(row.name) and row.growth.value is not None]
    if not growing:
        return
    named = {row.id: _signs(row.name) for row in growing}
    present = [f for f in (*review.text_figures, *review.table_figures) if f.says in (Says.FACT, Says.BASELINE)]
    for said in review.text_figures:
        if said.says is not Says.PLEDGE or said.change or said.measure is None or said.measure.family != "percent":
            continue
        match = _SHARE.match(said.printed_name) or _INTENSITY.match(said.printed_name)
        if match is None:
            continue
        part = _signs(match["part"])
        for row in growing:
            if (
                not part
                or part != named[row.id]
                or any(f.name.alike(said.name) >= _LIKE and not f.change for f in present)
            ):
                continue
            aim = amount_of(said)
            name = row.name.strip("★ ")
            yield Remark(
                Message(
                    f"正文承诺“{said.printed_name}”{aim.zh}，表中只有“{name}”{row.growth.text or row.growth.value}，"
                    "没有比重的现状数，两个目标无从互相推算。",
                    f"The text pledges “{said.printed_name}” {aim.en}; the table only has “{name}” "
                    f"{row.growth.text or row.growth.value}; without the present share neither follows from the other.",
                ),
                Message(
                    "请写明比重的基期值，再核对两个目标。", "State the present share, then compare the two targets."
                ),
                (said.citation, row.source),
            )


def _signs(name: str) -> frozenset[str]:
    return frozenset(quantity_name(_IDLE.sub("", name)).signs)
