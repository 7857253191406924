"""TXT607: text and table measure one target against different yardsticks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.checking.wording import sentence_around
from lantu.plan.document import Block
from lantu.plan.indicator import Indicator
from lantu.plan.message import Message

_RELATIVE = re.compile(
    r"(?P<how>不低于|不高于|高于|快于|优于|低于|超过|与)(?P<whom>[^，。；,;\d]{0,14}?)(?P<what>平均水平|平均|水平|要求|同步|增速)"
)
_LEVELS = {"国": "全国", "省": "全省", "市": "全市", "州": "全州", "县": "全县"}
_LEVEL = re.compile(r"全国|国家|国(?=平均|内平均)|省|市|州|县(?=域|级)?")
_STRIP = re.compile(r"^[★☆*\s]+|[（(].*$|增长率?|增速|降低率?|^全市|^全县|^城镇|^农村|\s")
_OF_A_WHOLE = re.compile(r"比重|占比|比例|占")
_SHORTEST = 4


@rule("TXT607", Severity.WARNING, Message("相对目标参照不一", "relative targets differ"))
def relative_targets_differ(review: Review) -> Iterator[Remark]:
    """A relative target is measured against one yardstick in the table and another in the text.

    What it checks
    --------------
    表中写“高于市平均水平”“与省要求同步”而没有数的指标，与正文写同一事项“高于（不低于、快于）…平均水平”的分句比：
    所参照的层级（全国、省、市、县）不同的。写明是远景目标的不比。

    Indicators whose target or growth is a comparison without a number, against clauses of the text that compare the
    same thing: said where the levels (nation, province, city, county) differ. Long-range goals are left alone.

    Why it matters
    --------------
    高于市平均未必高于省平均；评估时用哪把尺子，结论就不同。

    Above the city's average is not above the province's; the verdict depends on the yardstick.

    Example
    -------
        表：地区生产总值 高于市平均水平        正文：地区生产总值增速高于全市、全省水平

    How to mend
    -----------
    统一参照对象，并写明用谁公布的数。

    Use one yardstick, and say whose figures count.

    References
    ----------
    - 通行做法：同一文件里同一件事只有一个说法（GB/T 1.1—2020 对标准文件有一致性要求）。
    - General practice: one document says one thing of one matter (GB/T 1.1-2020 asks this of standards).
    """
    rows = [(row, core, levels) for row in review.plan.indicators for core, levels in [_row(row)] if core and levels]
    if not rows:
        return
    cores = re.compile("|".join(re.escape(core) for core in sorted({core for _, core, _ in rows}, key=len)[::-1]))
    for block in review.blocks:
        if block.number in review.tabled or block.number in review.past:
            continue
        told = 0  # each comparison speaks of what was named since the one before
        for match in _RELATIVE.finditer(block.text):
            levels = _levels(match["whom"])
            begin, _ = sentence_around(block.text, match.start(), match.end())
            begin = max(begin, told)
            told = match.end() if levels else told
            lead = block.text[begin : match.start()]
            if not levels or not cores.search(lead) or _long_range(review, block, begin):
                continue
            for row, core, own in rows:
                place = next((m.start() for m in re.finditer(f"(?<!人均){re.escape(core)}", lead)), -1)
                if place < 0 or levels == own or _OF_A_WHOLE.search(lead[place:]):
                    continue
                yield _remark(row, own, levels, block, begin + place, match)


def _row(row: Indicator) -> tuple[str, frozenset[str]]:
    if row.target.value is not None or row.growth.value is not None:
        return "", frozenset()
    match = _RELATIVE.search(row.target.text) or _RELATIVE.search(row.growth.text)
    core = _STRIP.sub("", row.name)
    if match is None or len(core) < _SHORTEST:
        return "", frozenset()
    return core, _levels(match["whom"])


def _levels(words: str) -> frozenset[str]:
    words = words.replace("国家", "全国").replace("县域", "县")
    if "省" in words and "县" in words:  # 全省县域平均 is one yardstick
        return frozenset({"全省县域"})
    return frozenset(_LEVELS[found[-1]] for found in _LEVEL.findall(words))


def _long_range(review: Review, block: Block, begin: int) -> bool:
    horizon = review.plan.horizon
    if horizon is None:
        return False
    spoken = {str(horizon), "".join("〇一二三四五六七八九"[int(sign)] for sign in str(horizon)), "远景"}
    return any(word in block.text[: begin + 40] for word in spoken)


def _remark(
    row: Indicator, own: frozenset[str], levels: frozenset[str], block: Block, start: int, match: re.Match[str]
) -> Remark:
    name = row.name.strip("★ ")
    here, there = "、".join(sorted(own)), "、".join(sorted(levels))
    return Remark(
        Message(f"“{name}”表中以{here}为参照，正文以{there}为参照。",
                f"“{name}” is measured against {here} in the table and {there} in the text."),
        Message("请统一参照对象，写明用谁公布的数。", "Use one yardstick, and say whose figures count."),
        (block.cite(start, match.end()), row.source),
    )  # fmt: skip
