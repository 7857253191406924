"""The words of verdicts and of statuses, as pages show them."""

from __future__ import annotations

import re

from lantu.plan.message import Message
from lantu.plan.verdict import Verdict

VERDICT_WORDS: dict[Verdict, Message] = {
    Verdict.ACHIEVED: Message("提前实现", "Achieved"),
    Verdict.AHEAD: Message("快于预期", "Ahead"),
    Verdict.ON_TRACK: Message("基本符合预期", "On track"),
    Verdict.LAGGING: Message("滞后", "Lagging"),
    Verdict.NOT_ASSESSED: Message("未评", "Not assessed"),
}
VERDICT_MEANINGS: dict[Verdict, Message] = {
    Verdict.ACHIEVED: Message("目标已经做到。", "The target has been met."),
    Verdict.AHEAD: Message("比该到的快不少，还没做完。", "Well ahead of schedule, not yet there."),
    Verdict.ON_TRACK: Message("和该到的差不多。", "About where it should be by now."),
    Verdict.LAGGING: Message("比该到的慢，要留意。", "Behind schedule: needs attention."),
    Verdict.NOT_ASSESSED: Message(
        "目标没有数字，或数据不够，不勉强下结论。", "No numeric target or too little data, so no conclusion is forced."
    ),
}

# The words publishers put beside a value; others are shown as they stand.
_STATUS_WORDS: dict[str, Message] = {
    "final": Message("终值", "final"),
    "preliminary": Message("初步数", "preliminary"),
    "revised": Message("修订数", "revised"),
    "reported": Message("报告值", "reported"),
    "estimate": Message("预计数", "estimate"),
    "derived": Message("推算", "derived"),
    "raw": Message("原始值", "raw"),
    "adjusted": Message("剔除后", "adjusted"),
    "cumulative": Message("累计", "cumulative"),
    "annual": Message("当年", "for the year"),
    "annual average": Message("年均", "annual average"),
    "nominal": Message("现价", "current prices"),
    "constant prices": Message("不变价", "constant prices"),
    "output": Message("产量", "output"),
    "production": Message("产量", "production"),
    "capacity": Message("能力", "capacity"),
}
_BRACKETED = re.compile(r"([^(（]+)[(（]([^)）]+)[)）]")
_PARTS = re.compile(r"[,，;；]\s*")


def status_words(status: str) -> Message:
    """Return a status in both languages; words we do not know stay as the publisher wrote them."""
    known = [_part_words(part) for part in _PARTS.split(status.strip()) if part]
    return Message("，".join(m.zh for m in known), ", ".join(m.en for m in known))


def _part_words(part: str) -> Message:
    if known := _STATUS_WORDS.get(part.lower()):
        return known
    if (match := _BRACKETED.fullmatch(part)) and (known := _STATUS_WORDS.get(match[1].strip().lower())):
        return Message(f"{known.zh}（{match[2]}）", f"{known.en} ({match[2]})")
    words = [_STATUS_WORDS.get(word.lower()) for word in part.split()]
    if words and all(words):
        return Message("".join(m.zh for m in words if m), " ".join(m.en for m in words if m))
    return Message(part, part)
