"""The words of verdicts and of statuses, as pages show them."""

from __future__ import annotations

import re

from lantu.plan.message import Message
from lantu.plan.verdict import Verdict

_WORDS: dict[Verdict, Message] = {
    Verdict.ACHIEVED: Message("提前实现", "Achieved early"),
    Verdict.AHEAD: Message("快于预期", "Ahead"),
    Verdict.ON_TRACK: Message("基本符合预期", "On track"),
    Verdict.LAGGING: Message("滞后", "Lagging"),
    Verdict.NOT_ASSESSED: Message("未评", "Not assessed"),
}
# Once the target's own time has its value, nothing is early or late any more.
_WORDS_AT_THE_END: dict[Verdict, Message] = {
    Verdict.ACHIEVED: Message("已实现", "Achieved"),
    Verdict.LAGGING: Message("未实现", "Missed"),
}
VERDICT_MEANINGS: dict[Verdict, Message] = {
    Verdict.ACHIEVED: Message("还没到期，已经达到目标。", "The target has been reached before its time."),
    Verdict.AHEAD: Message("比该到的快不少，还没做完。", "Well ahead of schedule, not yet there."),
    Verdict.ON_TRACK: Message("和该到的差不多。", "About where it should be by now."),
    Verdict.LAGGING: Message("比该到的慢，要留意。", "Behind schedule: needs attention."),
    Verdict.NOT_ASSESSED: Message(
        "目标没有数字，或数据不够，不勉强下结论。", "No numeric target or too little data, so no conclusion is forced."
    ),
}

MEANINGS_AT_THE_END: dict[Verdict, Message] = {
    Verdict.ACHIEVED: Message("到期时达到了目标。", "The target was met in its time."),
    Verdict.LAGGING: Message("到期时没有达到目标。", "The target was not met in its time."),
}

VERDICTS: tuple[tuple[Verdict, bool], ...] = (
    (Verdict.ACHIEVED, False),
    (Verdict.ACHIEVED, True),
    (Verdict.AHEAD, False),
    (Verdict.ON_TRACK, False),
    (Verdict.LAGGING, False),
    (Verdict.LAGGING, True),
    (Verdict.NOT_ASSESSED, False),
)
"""Every verdict that has a word of its own, with whether it is the last word."""

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
    "plan statement": Message("规划表述", "plan statement"),
    "derived from an estimate": Message("由预计数推算", "derived from an estimate"),
    "second value": Message("第二个数", "second value"),
    "not comparable": Message("不可比", "not comparable"),
    "assessed": Message("考核值", "assessed"),
    "census": Message("普查数", "census"),
    "rebased": Message("调整基数后", "rebased"),
    "revision": Message("修订数", "revision"),
    "七普": Message("七普", "7th census"),
    "五经普": Message("五经普", "5th economic census"),
    "扣除沙尘异常超标天": Message("扣除沙尘异常超标天", "days of sand and dust taken out"),
}
_BRACKETED = re.compile(r"([^(（]+)[(（]([^)）]+)[)）]")
_OTHER_PLAN = re.compile(r"plan table (\d{4}) base", re.IGNORECASE)
_PARTS = re.compile(r"[,，;；]\s*")


def verdict_words(verdict: Verdict, settled: bool = False) -> Message:
    """Return the word of a verdict; settled: whether the value is of the target's own time."""
    return (_WORDS_AT_THE_END.get(verdict) if settled else None) or _WORDS[verdict]


def status_words(status: str) -> Message:
    """Return a status in both languages; words we do not know stay as the publisher wrote them."""
    known = [_part_words(part) for part in _PARTS.split(status.strip()) if part]
    return Message("，".join(m.zh for m in known), ", ".join(m.en for m in known))


def _part_words(part: str) -> Message:
    if known := _STATUS_WORDS.get(part.lower()):
        return known
    if match := _OTHER_PLAN.fullmatch(part):
        return Message(f"规划表所列{match[1]}年基数", f"plan table {match[1]} base")
    if (match := _BRACKETED.fullmatch(part)) and (known := _STATUS_WORDS.get(match[1].strip().lower())):
        more = _STATUS_WORDS.get(match[2].lower(), Message(match[2], match[2]))
        return Message(f"{known.zh}（{more.zh}）", f"{known.en} ({more.en})")
    words = [_STATUS_WORDS.get(word.lower()) for word in part.split()]
    if words and all(words):
        return Message("".join(m.zh for m in words if m), " ".join(m.en for m in words if m))
    return Message(part, part)
