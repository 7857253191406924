"""TXT610: something measurable is to improve significantly, and nothing says by how much."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.checking.figures import SameQuantity
from lantu.checking.finding import Severity
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.citation import Citation
from lantu.plan.message import Message
from lantu.plan.quantity_name import quantity_name

_BETTER = re.compile(
    r"(?:^|[，。；、,;])(?P<what>[\u4e00-\u9fff]{2,14}?(?:率|比重|占比|比例|总量|总额|收入|产值|强度|浓度|排放量?|排放总量|数量|规模|能耗))"
    r"(?:实现|得到|将|继续)?(?P<how>显著|大幅度?|明显|进一步|稳步|持续|较大幅度|不断)(?:提高|提升|增加|增长|下降|降低|减少|扩大|上升)"
)
_MOST, _FEWEST = 6, 1


@rule("TXT610", Severity.NOTE, Message("提升没有量", "improve without measure"))
def improve_without_measure(review: Review) -> Iterator[Remark]:
    """The chapter on goals says that a measurable thing improves significantly; no number of it stands anywhere.

    What it checks
    --------------
    目标章节里“某某率（比重、总量、收入、浓度等）显著（大幅、进一步等）提高”的分句，表中没有这一指标、全文也没有它的任何数的。合为一条；
    “水平”“能力”一类本来难以计量的不算；没有指标表的文件不报。

    Clauses in the chapters on goals that say of a share, total, income or concentration that it improves significantly,
    where neither table nor text holds a number of it. One note; what is hard to measure (level, ability) is left alone,
    and so is a document without an indicator table.

    Why it matters
    --------------
    “大幅提高”年年都能说完成，也年年都能说没完成。

    “Considerably higher” can be called met in any year, or missed.

    Example
    -------
        主要污染物排放总量大幅减少        全文没有数

    How to mend
    -----------
    写出数，或删去程度词。

    Give a number, or strike the adverb.

    References
    ----------
    - 《中华人民共和国国家发展规划法》第八条（目标和指标）。
    - National Development Planning Law of China (2026), article 8 (goals and indicators).
    """
    if not review.plan.indicators:
        return
    known: SameQuantity | None = None
    names = [row.name for row in review.plan.indicators]
    found: list[tuple[str, Citation]] = []
    for block in review.blocks:
        if block.number not in review.goals or len(block.text) < 8:
            continue
        for match in _BETTER.finditer(block.text):
            what = match["what"]
            core = re.sub(r"^(?:推动|促进|实现|主要|城乡|全市|全县|全社会)+", "", what)
            if any(core in name for name in names):
                continue
            known = known or SameQuantity((*review.text_figures, *review.table_figures))
            if any(True for _ in known.of(quantity_name(what))):
                continue
            found.append((what, block.cite(match.start("what"), match.end())))
    if len(found) < _FEWEST:
        return
    zh = "、".join(f"“{place.quote}”" for _, place in found[:_MOST])
    en = ", ".join(f"“{place.quote}”" for _, place in found[:_MOST])
    yield Remark(
        Message(
            f"目标里有 {len(found)} 处说提升而没有数：{zh}。", f"{len(found)} goals improve without a number: {en}."
        ),
        Message("请写出数，或删去程度词。", "Give a number, or strike the adverb."),
        tuple(place for _, place in found[:_MOST]),
    )
