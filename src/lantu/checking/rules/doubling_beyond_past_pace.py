"""SUM204: a doubling is pledged that the reported pace does not support."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lantu.checking.finding import Severity
from lantu.checking.printed import figure, grown
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.checking.wording import sentence_around
from lantu.plan.citation import Citation
from lantu.plan.message import Message
from lantu.plan.quantity_name import quantity_name

_DOUBLING = re.compile(
    r"(?P<subject>[\u4e00-\u9fff]{4,20}?)(?:将|要)?(?:相?比|较|在)(?P<since>20\d\d)年(?:的?基础上)?(?:实现|再)?(?:基本)?(?P<word>翻一番|翻番|翻两番)"
)
_PACE = re.compile(
    r"(?P<until>20\d\d)年(?P<subject>[\u4e00-\u9fff]{4,20}?)(?:达到?|实现|为)?(?P<level>\d+(?:\.\d+)?)(?P<unit>万?亿?元)"
    r"[，,](?:相?比|较)(?P<since>20\d\d)年(?:增加|提高|增长|上升|多出?)(?:了)?(?P<rise>\d+(?:\.\d+)?)(?P=unit)"
)
_FASTER = 1.5
_BEHIND = 0.5


@dataclass(frozen=True, slots=True)
class _Pace:
    subject: str
    since: int
    until: int
    level: float
    rise: float
    unit: str
    citation: Citation

    @property
    def rate(self) -> float:
        """Average yearly growth in per cent."""
        grown = self.level / (self.level - self.rise)
        return float(grown ** (1 / (self.until - self.since)) - 1) * 100


@rule("SUM204", Severity.WARNING, Message("翻番目标与已有增速不合", "doubling beyond past pace"))
def doubling_beyond_past_pace(review: Review) -> Iterator[Remark]:
    """The text pledges a doubling that needs a pace far above the one it reports.

    What it checks
    --------------
    正文写“比某年翻一番”，又写有同一事项近年的数和增加额：按已有增速推回起点年，再算余下各年还需多快。需要的增速超过已有增速
    1.5 倍的报出。

    Where the text pledges a doubling since a year and reports a recent value of the same thing with its rise, the start
    is carried back at that pace and the pace still needed is computed; said where it is more than 1.5 times the past.

    Why it matters
    --------------
    十年翻番要年均 7.2%；近年只有 4% 的，不写新的来源，目标就是空话。

    Doubling in ten years takes 7.2% a year; at 4% so far, the target needs new sources or is empty.

    Example
    -------
        居民收入比 2015 年翻一番；2019 年为 51,700 元，比 2016 年增加 5,400 元

    How to mend
    -----------
    核对基年和期限；目标不变的，写明加快的依据。

    Check base year and deadline; if the target stands, say what will speed growth up.

    References
    ----------
    - 70 法则：翻番年数约等于 70 除以年均增速。
    - Rule of 70: years to double are about 70 divided by the yearly rate.
    """
    paces = list(_paces(review))
    if not paces or review.last_year is None:
        return
    for block in review.blocks:
        if "翻" not in block.text:
            continue
        for match in _DOUBLING.finditer(block.text):
            since, end = int(match["since"]), _deadline(review, block.text, match.start())
            fold = 4.0 if match["word"] == "翻两番" else 2.0
            for pace in paces:
                if not _same(match["subject"], pace.subject) or not since < pace.until < end or pace.rate <= -100:
                    continue
                start = pace.level / grown(1.0, pace.rate, pace.until - since)
                goal = start * fold
                needed = ((goal / pace.level) ** (1 / (end - pace.until)) - 1) * 100
                if needed > max(_FASTER * pace.rate, pace.rate + _BEHIND):
                    citation = block.cite(match.start(), match.end())
                    yield _remark(match["subject"], since, end, pace, start, goal, needed, fold, citation)
                    break


def _paces(review: Review) -> Iterator[_Pace]:
    for block in review.blocks:
        for match in _PACE.finditer(block.text):
            level, rise = float(match["level"]), float(match["rise"])
            since, until = int(match["since"]), int(match["until"])
            if 0 < rise < level and since < until:
                yield _Pace(match["subject"], since, until, level, rise, match["unit"],
                            block.cite(match.start(), match.end()))  # fmt: skip


def _deadline(review: Review, text: str, place: int) -> int:
    """The last year the sentence names before the pledge, else the plan's last."""
    begin, _ = sentence_around(text, place, place)
    assert review.last_year is not None
    years = [int(year) for year in re.findall(r"(20\d\d)年", text[begin:place])]
    return years[-1] if years else review.last_year


def _same(pledged: str, reported: str) -> bool:
    """城乡居民 holds both the urban and the rural resident; else the names must be alike."""
    kinds = re.compile(r"城镇|城乡|农村|居民|全体|人民|人均|群众")
    if ("农村" in pledged and "城镇" in reported) or ("城镇" in pledged and "农村" in reported):
        return False
    one, two = (quantity_name(kinds.sub("", name)) for name in (pledged, reported))
    return bool(one.signs) and (one.signs == two.signs or one.alike(two) > 0)


def _remark(subject: str, since: int, end: int, pace: _Pace, start: float, goal: float, needed: float, fold: float,
            citation: Citation) -> Remark:  # fmt: skip
    was, now = figure(pace.level - pace.rise, 6), figure(pace.level, 6)
    past, need, years = figure(pace.rate, 3), figure(needed, 3), end - pace.until
    back = f"{now} ÷ (1 + {past}%)^{pace.until - since} ≈ {figure(start)}"
    return Remark(
        Message(f"“{subject}”{since}—{end} 年要到 {fold:.0f} 倍："
                f"{pace.since}—{pace.until} 年由 {was} 增至 {now} {pace.unit}，年均 {past}%；"
                f"照此 {since} 年约 {back}，目标约 {figure(goal)}，余下 {years} 年要年均 {need}%。",
                f"“{subject}” is to be {fold:.0f} times its {since} value by {end}: {pace.since}–{pace.until} it rose "
                f"from {was} to {now} {pace.unit}, {past}% a year; at that pace {since} was about {back} and the goal "
                f"is about {figure(goal)}, which takes {need}% a year from {pace.until} to {end}."),
        Message("请核对基年和期限；目标不变的，请写明加快增长的依据。",
                "Check base year and deadline; if the target stands, say what will speed growth up."),
        (citation, pace.citation),
    )  # fmt: skip
