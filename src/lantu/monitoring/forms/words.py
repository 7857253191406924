"""A target in words: people judge it."""

from __future__ import annotations

from lantu.monitoring.case import NO_TARGET, Case
from lantu.monitoring.rules import WORDS
from lantu.monitoring.standing import Standing
from lantu.plan.message import Message


def judge(case: Case) -> Standing:
    """Return the standing of a target without a number: not assessed, with its words."""
    said = case.indicator.target.text.strip() or case.indicator.growth.text.strip()
    if said in ("", "-", "—", "－", "/"):
        return case.not_assessed(WORDS, NO_TARGET)
    return case.not_assessed(WORDS, Message(f"目标以文字表述：{said}。", f"The target is in words: {said}."))
