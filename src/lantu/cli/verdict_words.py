"""The official words of the verdicts, for the terminal."""

from __future__ import annotations

from lantu.plan.message import Message
from lantu.plan.verdict import Verdict

_WORDS = {
    Verdict.ACHIEVED: Message("● 提前实现", "● achieved early"),
    Verdict.AHEAD: Message("▲ 快于预期", "▲ ahead"),
    Verdict.ON_TRACK: Message("▬ 基本符合预期", "▬ on track"),
    Verdict.LAGGING: Message("▼ 滞后", "▼ lagging"),
    Verdict.NOT_ASSESSED: Message("○ 未评", "○ not assessed"),
}
# Once the target's own time has its value, nothing is early or late any more.
_WORDS_AT_THE_END = {
    Verdict.ACHIEVED: Message("● 已实现", "● achieved"),
    Verdict.LAGGING: Message("▼ 未实现", "▼ missed"),
}


def verdict_words(verdict: Verdict, settled: bool = False) -> Message:
    """Return the word of a verdict with its shape.

    settled: whether the value is of the target's own time.
    """
    return (_WORDS_AT_THE_END.get(verdict) if settled else None) or _WORDS[verdict]
