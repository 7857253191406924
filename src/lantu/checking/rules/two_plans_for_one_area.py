"""ALN907: two plans of one area give one indicator different values."""

from __future__ import annotations

from collections.abc import Iterator

from lantu.checking.alignment import same_area, title_of
from lantu.checking.amounts import amount_of
from lantu.checking.figures import Figure, Says
from lantu.checking.finding import Place, Severity
from lantu.checking.review import Review, name_of
from lantu.checking.rule import Remark, rule
from lantu.plan.message import Message
from lantu.plan.quantity_name import QuantityName


@rule("ALN907", Severity.ERROR, Message("同地两规划数值不同", "two plans for one area"))
def two_plans_for_one_area(review: Review) -> Iterator[Remark]:
    """Two plans of one area give the same indicator another base or another target for the same year.

    What it checks
    --------------
    同一地区的两个规划（如纲要与专项规划），同名、单位同类、同一年的基期数或目标数，按所印位数和上下限取可能的范围，没有交集的；
    一方的表与另一方的正文承诺也比（正文须写明同一年）。

    Two plans of one area (an outline and a sector plan): bases or targets of one name, kind of unit and year that no
    value fits, with the rounding and bounds of both; so too the table of the one and the pledges in the text of the
    other, where the text names the same year.

    Why it matters
    --------------
    同一个地方、同一件事两个目标，部门各照各的做。

    One place, one matter, two targets: each department follows its own.

    Example
    -------
        某县纲要：森林覆盖率 2025 年 34%        某县林业规划：36%

    How to mend
    -----------
    以上位规划为准统一；修订过的，写明以哪份为准。

    Follow the higher plan; where one was amended, say which holds.

    References
    ----------
    - 《中华人民共和国国家发展规划法》第二十四条（规划衔接）。
    - National Development Planning Law of China (2026), article 24 (agreement between plans).
    """
    for other in review.others:
        if not same_area(review.reading, other):
            continue
        for pair in review.aligned(other):
            for says, zh, en in ((Says.BASELINE, "基期", "base"), (Says.TARGET, "目标", "target")):
                own, theirs = pair.figure(review.reading, says, True), pair.figure(other, says, False)
                if own is None or theirs is None or pair.definition or own.year != theirs.year or own.year is None:
                    continue
                if not own.comparable(theirs) or own.base().meets(theirs.base()):
                    continue
                here, there = amount_of(own), amount_of(theirs)
                yield Remark(
                    Message(
                        f"“{own.printed_name}”{own.year} 年{zh}本规划为{here.zh}，《{title_of(other)}》为{there.zh}"
                        f"（{pair.why.zh}）。",
                        f"“{own.printed_name}”: the {en} of {own.year} is {here.en} here and {there.en} in "
                        f"“{title_of(other)}” ({pair.why.en}).",
                    ),
                    Message(
                        "请统一；修订过的，请写明以哪份为准。", "Make them one; where one was amended, say which holds."
                    ),
                    (own.citation,),
                    (Place(name_of(other), theirs.citation),) if theirs.citation else (),
                )
        yield from _in_the_text(review, next(beside for beside in review.beside if beside.reading is other))


def _in_the_text(review: Review, other: Review) -> Iterator[Remark]:
    """The table of one plan against the pledges in the text of the other, either way round."""
    told: set[QuantityName] = set()
    for table, text, own in ((review, other, True), (other, review, False)):
        for row in table.table_figures:
            if row.says is not Says.TARGET or row.change or row.year is None or row.name in told:
                continue
            said = next((said for said in text.same_in_text.of(row.name) if _conflict(row, said)), None)
            if said is None:
                continue
            told.add(row.name)
            here, there = (row, said) if own else (said, row)
            one, two = amount_of(here), amount_of(there)
            where_zh, where_en = ("表中", "正文"), ("in the table", "in the text")
            zh, en = (where_zh, where_en) if own else (where_zh[::-1], where_en[::-1])
            title = title_of(other.reading)
            likeness = row.name.alike(said.name)
            yield Remark(
                Message(f"“{row.printed_name}”{row.year} 年目标本规划{zh[0]}为{one.zh}，《{title}》{zh[1]}为{two.zh}"
                        f"（名称相似度 {likeness:.2f}、单位同类、年份同）。",
                        f"“{row.printed_name}”: the target of {row.year} is {one.en} {en[0]} here and {two.en} "
                        f"{en[1]} of "
                        f"“{title}” (names alike {likeness:.2f}, units of one kind, same year)."),
                Message("请统一；修订过的，请写明以哪份为准。",
                        "Make them one; where one was amended, say which holds."),
                (here.citation,),
                (Place(other.document_name, there.citation),) if there.citation else (),
            )  # fmt: skip


def _conflict(row: Figure, said: Figure) -> bool:
    if said.says is not Says.PLEDGE or said.change or said.elsewhere or said.total or said.year != row.year:
        return False
    return row.comparable(said) and not row.base().meets(said.base())
