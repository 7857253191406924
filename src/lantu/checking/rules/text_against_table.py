"""TXT601: the text says another number than the indicator table."""

from __future__ import annotations

from collections.abc import Iterator

from lantu.checking.amounts import amount_of
from lantu.checking.figures import Figure, Says
from lantu.checking.finding import Severity
from lantu.checking.printed import figure, step
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.indicator import Indicator
from lantu.plan.message import Message


@rule("TXT601", Severity.ERROR, Message("正文与表不合", "text against table"))
def text_against_table(review: Review) -> Iterator[Remark]:
    """A number in the text contradicts the indicator table about the same quantity at the same time.

    What it checks
    --------------
    正文的承诺对表中的目标，正文的现状对表中的基期。名称相同或相近、单位同类、年份不相抵的才比；两个数按所印位数和“以上、以内、
    左右”取可能的范围，没有交集才报；目标是定下的数，只有位数少的一个可以看作
    四舍五入。说增量的不与说水平的比，几年的累计数只与表中的累计目标比，说全国全省或某镇某园区的不与全市的比。

    Commitments in the text against targets in the table, and reported values against baselines. They are compared when
    names are alike, units are of one kind and years do not differ, and reported when no value fits both numbers with
    their rounding and bounds; of two targets only the one printed with fewer digits may be rounded. Increments are
    never compared with levels, totals of several years only with totals in the table, nor a province or a town with
    the whole area.

    Why it matters
    --------------
    一个目标两个数，下达哪个、考核哪个，各执一词。

    Two numbers for one target: nobody knows which is handed down and assessed.

    Example
    -------
        表：城镇登记失业率（%） 目标 4        正文：城镇登记失业率控制在 2.7% 以下

    How to mend
    -----------
    核对后改成同一个数；口径或年份不同的，在正文里写明。

    Make them one number; where definition or year differ, say so in the text.

    References
    ----------
    - 通行做法：同一文件里同一件事只有一个说法（GB/T 1.1—2020 对标准文件有一致性要求）。
    - General practice: one document says one thing of one matter (GB/T 1.1-2020 asks this of standards).
    """
    for row in review.table_figures:
        wanted = Says.PLEDGE if row.says is Says.TARGET else Says.FACT
        for said in review.same_in_text.of(row.name):
            if said.says is not wanted or said.elsewhere or said.change != row.change:
                continue
            if said.total and not row.total:
                continue
            if not said.comparable(row):
                continue
            if not _same_time(said, row, review) or _agree(said, row):
                continue
            yield _remark(said, row)


def _agree(said: Figure, row: Figure) -> bool:
    """Whether some value fits both numbers.

    A measured value may be any that rounds to what is printed. A target is set, not measured: only the one printed with
    fewer digits may be the other one rounded, so 43 and 42 never meet, and 3.5 is not a 3.
    """
    one, other = said.base(), row.base()
    if row.says is not Says.TARGET or said.measure is None or row.measure is None:
        return one.meets(other)
    target = row.item.target.text if isinstance(row.item, Indicator) else ""
    said_half = step(said.value, said.citation.quote if said.citation else "") * said.measure.factor / 2
    row_half = step(row.value, target) * row.measure.factor / 2
    finer = min(said_half, row_half)
    if said_half <= row_half + finer * 1e-6:
        one = one.shrunk(said_half)
    if row_half <= said_half + finer * 1e-6:
        other = other.shrunk(row_half)
    slack = finer * 1e-3
    return one.meets(other) and not (
        said_half != row_half and (abs(one.low - other.high) < slack or abs(other.low - one.high) < slack)
    )


def _same_time(said: Figure, row: Figure, review: Review) -> bool:
    if said.year is None:
        return True
    if row.year is not None:
        return said.year == row.year
    due = review.last_year if row.says is Says.TARGET else (review.first_year or 1) - 1
    return said.year == due


def _remark(said: Figure, row: Figure) -> Remark:
    text, table = amount_of(said), amount_of(row)
    target = row.says is Says.TARGET
    zh_row, en_row = ("目标", "target") if target else ("基期", "baseline")
    zh_said, en_said = ("目标", "commitment") if target else ("现状", "reported value")
    apart = ""
    if said.measure and row.measure:
        gap = abs(said.value * said.measure.factor - row.value * row.measure.factor) / row.measure.factor
        unit = "个百分点" if row.measure.family == "percent" else f" {row.unit or ''}"
        apart = f"相差 {figure(gap)}{unit}".rstrip()
        en_unit = " points" if row.measure.family == "percent" else f" {row.unit or ''}"
        gap_en = f"{figure(gap)}{en_unit}".rstrip()
    undated = not target and said.year is None
    return Remark(
        Message(f"“{row.printed_name}”正文{zh_said}为{text.zh}，表中{zh_row}为{table.zh}，{apart}。"
                + ("正文未写年份。" if undated else ""),
                f"“{row.printed_name}”: the {en_said} in the text is {text.en}, the {en_row} in the table {table.en}, "
                f"{gap_en} apart." + (" The text gives no year." if undated else "")),
        Message("请核对后改成同一个数；口径或年份不同的，请在正文写明。",
                "Make them one number; where definition or year differ, say so in the text."),
        (said.citation, row.citation),
    )  # fmt: skip
