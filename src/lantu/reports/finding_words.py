"""What severities and subjects of findings are called, for pages and papers alike."""

from __future__ import annotations

from lantu.checking import Severity
from lantu.plan.message import Message

SEVERITY_WORDS: dict[Severity, Message] = {
    Severity.ERROR: Message("错误", "Error"),
    Severity.WARNING: Message("提醒", "Warning"),
    Severity.NOTE: Message("说明", "Note"),
}
SEVERITY_MEANINGS: dict[Severity, Message] = {
    Severity.ERROR: Message("改正或说明后方可报批", "to mend or explain before approval"),
    Severity.WARNING: Message("请核对", "to check"),
    Severity.NOTE: Message("供参考", "for information"),
}
SUBJECTS: dict[str, Message] = {
    "ALN": Message("与其他规划衔接", "Other plans"),
    "IND": Message("指标", "Indicators"),
    "NAM": Message("名称", "Names"),
    "PRJ": Message("项目", "Projects"),
    "STR": Message("结构", "Structure"),
    "SUM": Message("算术", "Arithmetic"),
    "TIM": Message("时间", "Time"),
    "TXT": Message("前后文字", "Text against text"),
    "UNI": Message("单位与责任", "Units and duties"),
    "WAI": Message("豁免", "Waivers"),
}


def subject_words(subject: str) -> Message:
    """Return what the first three letters of a code stand for; the letters themselves where they are not known."""
    return SUBJECTS.get(subject, Message(subject, subject))
