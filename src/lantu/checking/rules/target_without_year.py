"""IND108: a target has no year."""

from __future__ import annotations

from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.message import Message

_MOST = 8


@rule("IND108", Severity.WARNING, Message("目标没有年份", "target without a year"))
def target_without_year(review: Review) -> Iterator[Remark]:
    """Targets have neither a year of their own nor a period of the plan to take it from.

    What it checks
    --------------
    指标有目标数值而没有目标年，或正文承诺没有期限，而文件本身也没有写明规划期的。合为一条。写明规划期的，按规划期末年理解，不报。

    Indicators whose target has no year, and pledges of the text without a deadline, in a document that states no period
    either; one finding. Where the period is stated, its last year is meant.

    Why it matters
    --------------
    没有年份，永远不能说没完成。

    Without a year a target can never be called missed.

    Example
    -------
        ××产业发展行动方案：产值达到 100 亿元        全文没有年份

    How to mend
    -----------
    写明到哪一年；文件标题或总则写明规划期。

    State the year, or the period of the plan in its title or general part.

    References
    ----------
    - 《中华人民共和国国家发展规划法》第八条（目标和指标）。
    - National Development Planning Law of China (2026), article 8 (goals and indicators).
    """
    if review.plan.period is not None:
        return
    rows = [row for row in review.plan.indicators if row.target.value is not None and row.target.period is None]
    pledges = [said for said in review.plan.pledges if said.value is not None and not said.deadline]
    told = [(row.name.strip("★ "), row.source) for row in rows] + [(said.subject, said.source) for said in pledges]
    if not told:
        return
    names = [name for name, _ in told[:_MOST]]
    more = "等" if len(told) > _MOST else ""
    yield Remark(
        Message(f"{len(told)} 个目标没有年份，文件也没有写规划期：{'、'.join(names)}{more}。",
                f"No year is stated, nor a period of the document, for {len(told)} of the targets: "
                f"{', '.join(names)}."),
        Message("请写明到哪一年，或在标题、总则写明规划期。",
                "State the year, or the period in the title or general part."),
        tuple(source for _, source in told[:_MOST]),
    )  # fmt: skip
