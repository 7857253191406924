"""The official words of the verdicts, for the terminal."""

from __future__ import annotations

from lantu.plan.message import Message
from lantu.plan.verdict import Verdict

_WORDS = {
    Verdict.ACHIEVED: Message("● 提前实现", "● achieved"),
    Verdict.AHEAD: Message("▲ 快于预期", "▲ ahead"),
    Verdict.ON_TRACK: Message("▬ 基本符合预期", "▬ on track"),
    Verdict.LAGGING: Message("▼ 滞后", "▼ lagging"),
    Verdict.NOT_ASSESSED: Message("○ 未评", "○ not assessed"),
}


def verdict_words(verdict: Verdict) -> Message:
    """Return the word of a verdict with its shape, as the pages show it."""
    return _WORDS[verdict]
