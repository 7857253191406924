"""ALN905: plans for one period start or end an indicator in different years."""

from __future__ import annotations

from collections.abc import Iterator

from lantu.checking.alignment import Alignment, title_of
from lantu.checking.finding import Place, Severity
from lantu.checking.review import Review, name_of
from lantu.checking.rule import Remark, rule
from lantu.plan.message import Message
from lantu.plan.period import Period

_MOST = 6


@rule("ALN905", Severity.NOTE, Message("与别的规划年份不同", "years across plans"))
def years_across_plans(review: Review) -> Iterator[Remark]:
    """Two plans for one period give an indicator another base year or another target year.

    What it checks
    --------------
    规划期相同的两个规划，同名指标的基期年或目标年不同的，每个规划合为一条。
    规划期本来不同的（如国土空间规划到 2035 年）不比。

    Plans of one period whose indicators of one name have another base year or target year, in one note for each plan.
    Plans of other periods (a territorial plan to 2035) are not compared.

    Why it matters
    --------------
    起止年份不同，增速和进度不能对比，也不能汇总。

    With other years growth and progress can be neither compared nor added up.

    Example
    -------
        上级：基期 2020 年        本规划：基期 2019 年

    How to mend
    -----------
    换成同一年的数；不能换的，写明。

    Use one year, or say why it differs.

    References
    ----------
    - 《中华人民共和国国家发展规划法》第二十四条（规划衔接）。
    - National Development Planning Law of China (2026), article 24 (agreement between plans).
    """
    for other in review.others:
        if review.plan.period is None or other.plan.period != review.plan.period:
            continue
        aligned = review.aligned(other)
        # Where no target is of the own year, the other plan is simply about another year.
        targets = any(_same(pair.own.target.period, pair.theirs.target.period) for pair in aligned)
        apart = [(pair, told) for pair in aligned if (told := _years(pair, targets)) is not None]
        if not apart:
            continue
        zh = "；".join(f"{pair.own.name.strip('★ ')}（{told.zh}，{pair.brief.zh}）" for pair, told in apart[:_MOST])
        en = "; ".join(f"{pair.own.name.strip('★ ')} ({told.en}, {pair.brief.en})" for pair, told in apart[:_MOST])
        yield Remark(
            Message(f"与《{title_of(other)}》年份不同：{zh}。", f"Other years than in “{title_of(other)}”: {en}."),
            Message("请换成同一年的数；不能换的，请写明。", "Use one year, or say why it differs."),
            tuple(pair.own.source for pair, _ in apart[:_MOST]),
            tuple(Place(name_of(other), pair.theirs.source) for pair, _ in apart[:_MOST] if pair.theirs.source),
        )


def _same(here: Period | None, there: Period | None) -> bool:
    return here is not None and there is not None and here.last_year == there.last_year


def _years(pair: Alignment, targets: bool) -> Message | None:
    ends = (
        ("基期", "base", pair.own.baseline.period, pair.theirs.baseline.period,
         pair.own.baseline.value is not None and pair.theirs.baseline.value is not None),
        ("目标", "target", pair.own.target.period, pair.theirs.target.period,
         targets and pair.own.target.value is not None and pair.theirs.target.value is not None),
    )  # fmt: skip
    for zh, en, here, there, both in ends:
        if both and here and there and here.last_year != there.last_year:
            return Message(
                f"{zh} {here.last_year} 与 {there.last_year} 年", f"{en} {here.last_year} and {there.last_year}"
            )
    return None
