"""TXT606: the text pledges to reach what it reports as reached."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.checking.amounts import amount_of
from lantu.checking.figures import Figure, Says
from lantu.checking.finding import Severity
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.message import Message
from lantu.plan.quantity import Comparator

_RAISE = re.compile(r"提高|提升|增加|增长|扩大|发展到|达到?|实现|突破")
_HOLD = re.compile(r"保持|稳定|维持|巩固|控制|继续|始终|不低于|不少于")
_FULL = 100.0


@rule("TXT606", Severity.WARNING, Message("目标早已达到", "pledge already met"))
def pledge_already_met(review: Review) -> Iterator[Remark]:
    """The text pledges to reach a value that it reports as reached or passed.

    What it checks
    --------------
    正文承诺“达到、提高到”的数，不高于同一文件所报同名事项的现状数。只比“%”一类的比率；写“保持、稳定、不低于”的不算。

    Values to be reached that are not above the value the same document reports for the same share. Only shares and
    rates are compared; pledges to keep or hold a value are left alone.

    Why it matters
    --------------
    已经达到的目标不费力就能完成，评估时会被指为凑数。

    A target that is met on the first day is no target, and an evaluation will say so.

    Example
    -------
        第一章：污水处理率达到 96%。        第九章：到 2025 年污水处理率达到 95%。

    How to mend
    -----------
    提高目标，或写成“保持在…以上”；口径变了的，写明新口径。

    Raise the target or word it as a value to keep; if the definition has changed, say so.

    References
    ----------
    - 《中华人民共和国国家发展规划法》第八条。
    - National Development Planning Law of China (2026), article 8.
    """
    for pledge in review.text_figures:
        if pledge.says is not Says.PLEDGE or pledge.change or pledge.elsewhere or not _reaches(pledge):
            continue
        for fact in review.same_in_results.named(pledge.name):
            if fact.change or fact.elsewhere or not fact.comparable(pledge):
                continue
            if fact.comparator in (Comparator.AT_MOST, Comparator.BELOW):
                continue
            if fact.value > pledge.value or (fact.value == pledge.value and fact.value != _FULL):
                yield _remark(pledge, fact)
                break


def _reaches(pledge: Figure) -> bool:
    if pledge.measure is None or pledge.measure.family != "percent" or len(pledge.name.signs) < 4:
        return False
    if pledge.comparator in (Comparator.AT_MOST, Comparator.BELOW, Comparator.RANGE):
        return False
    words = re.split(r"[，；,;]", pledge.clause.lead)[-1] if pledge.clause else ""
    return bool(_RAISE.search(words)) and not _HOLD.search(words)


def _remark(pledge: Figure, fact: Figure) -> Remark:
    aim, now = amount_of(pledge), amount_of(fact)
    return Remark(
        Message(f"“{pledge.printed_name}”要达到{aim.zh}，而文中所报现状已是{now.zh}。",
                f"“{pledge.printed_name}” is to reach {aim.en}, but the text reports {now.en} already."),
        Message("请提高目标，或写成“保持在…以上”；口径有变的，请写明。",
                "Raise the target or word it as a value to keep; if the definition has changed, say so."),
        (pledge.citation, fact.citation),
    )  # fmt: skip
