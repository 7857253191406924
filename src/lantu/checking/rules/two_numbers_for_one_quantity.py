"""TXT602: the text gives two numbers for one quantity."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from lantu.checking.amounts import amount_of
from lantu.checking.figures import Figure
from lantu.checking.finding import Severity
from lantu.checking.printed import Span
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.message import Message

_TELLING = 3
_IDLE = re.compile(
    r"^(?:高于|低于|居|位[居列]|排名?|增速|比重|占比|总?(?:里程|面积|投资|产值|收入|数量|规模|长度|资金|经费))|平均水平$"
)
_WORK = re.compile(
    r"建设|新建|改建|改造|办理|完成|引进|争取|投入|落实|培训|发放|新增|开展|举办|种植|治理|修复|拆除|整治|签约|开工|实施"
)


@rule("TXT602", Severity.ERROR, Message("同一数量有两个数", "two numbers for one quantity"))
def two_numbers_for_one_quantity(review: Review) -> Iterator[Remark]:
    """Two sentences give different numbers for one quantity in one year.

    What it checks
    --------------
    正文中名称相同、单位同类、年份相同的两个水平数，不能同时成立的。事实与事实比，承诺与承诺比；增量、累计数不与水平比；说某镇、
    某园区的不比；占比、比率以外的，两句都写明年份才比；建设、办理一类的工作量会分批，不比。

    Two levels in the text with the same name, units of one kind and the same year that cannot both hold: reported
    values with each other, commitments with each other. Increments, sums over years and parts of the area are left
    alone; other than shares and rates, both sentences must name the year; work done (built, handled) comes in batches
    and is left alone.

    Why it matters
    --------------
    前后两个数，引用的人会各取所需。

    Those who quote the plan will each take the number that suits them.

    Example
    -------
        第三章：污水处理率达到 95%。        第十章：污水处理率达到 98%。

    How to mend
    -----------
    核对后统一；说的是不同范围的，写明范围。

    Make them one; where they speak of different things, say which.

    References
    ----------
    - 通行做法：同一文件里同一件事只有一个说法（GB/T 1.1—2020 对标准文件有一致性要求）。
    - General practice: one document says one thing of one matter (GB/T 1.1-2020 asks this of standards).
    """
    found: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in review.text_figures:
        if figure.measure and figure.citation and _level(figure) and (_is_share(figure) or _says_year(figure)):
            name = figure.name
            found[figure.says, name.signs, name.qualifiers, figure.year, figure.measure.family].append(figure)
    for figures in found.values():
        yield from _contradictions(figures)


def _contradictions(figures: list[Figure]) -> Iterator[Remark]:
    """Every figure beside the first one before it that it contradicts; what was printed before is compared once."""
    earlier: dict[Span, list[Figure]] = {}
    for two in figures:
        base = two.base()
        others = (one for span, said in earlier.items() if not span.meets(base) for one in said)
        one = next((one for one in others if _apart(one, two)), None)
        if one is not None:
            yield _remark(one, two)
        earlier.setdefault(base, []).append(two)


def _level(figure: Figure) -> bool:
    """Whether a figure is a level with a name that tells what it is of."""
    if figure.change or figure.elsewhere or figure.total or len(figure.name.signs) < _TELLING:
        return False
    return not _IDLE.search(figure.printed_name) and figure.unit not in ("个百分点", "百分点")


def _says_year(figure: Figure) -> bool:
    """Whether the sentence itself reports a level of the year; work done (建设, 办理) may come in batches."""
    lead = figure.clause.lead if figure.clause else ""
    return str(figure.year) in lead and not _WORK.search(re.split(r"[，；,;]", lead)[-1])


def _is_share(figure: Figure) -> bool:
    return figure.measure is not None and figure.measure.family == "percent"


def _apart(one: Figure, two: Figure) -> bool:
    """Whether the two stand in different sentences; one sentence may well say “from A to B”."""
    assert one.citation and two.citation
    same_block = one.citation.block == two.citation.block
    return not same_block or (
        one.clause is not None and two.clause is not None and one.clause.lead[:12] not in two.clause.lead
    )


def _remark(one: Figure, two: Figure) -> Remark:
    first, second = amount_of(one), amount_of(two)
    when = f"{one.year} 年" if one.year else ""
    when_en = f" in {one.year}" if one.year else ""
    return Remark(
        Message(f"“{two.printed_name}”{when}有两个数：{first.zh}，{second.zh}。",
                f"“{two.printed_name}” has two values{when_en}: {first.en}, {second.en}."),
        Message("请核对后统一；范围不同的，请写明范围。",
                "Make them one; where they speak of different things, say which."),
        (one.citation, two.citation),
    )  # fmt: skip
