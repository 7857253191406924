"""Whether words look forward or back: told from headings, from the words of a clause, and from its time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

from lantu.plan.section import Level, Section
from lantu.reading.grammar.moment import Moment


class Outlook(Enum):
    """Which way a passage looks."""

    BACK = "back"
    FORWARD = "forward"


_BACK_TITLE = re.compile(
    r"回顾|成就|发展基础|发展现状|现状|总结|完成情况|执行情况|进展情况|主要成绩|主要成效|过去|发展环境|面临|形势|存在.{0,4}问题|发展背景|"
    r"[0-9年五]{2,}(?:主要)?工作(?:情况|与|和|及)|“?十[一二三四五六]?五”?时期.{0,12}(?:成效|成绩|进展|取得)|"
    r"^(?:规划背景|建设基础|现有基础|工作基础|基础(?:现状|条件)|基本情况|[\u4e00-\u9fff]{0,6}概况$|资源条件|区位|(?:主要|突出|存在的?)(?:困难|短板|问题))|问题(?:与|和)(?:挑战|不足|短板)|"
    r"achievements|review|progress made",
    re.IGNORECASE,
)
_FORWARD_TITLE = re.compile(
    r"目标|任务|安排|展望|远景|部署|打算|指导思想|总体要求|总体思路|原则|重点工作|举措|措施|发展战略|targets|goals|tasks|outlook",
    re.IGNORECASE,
)
_WEAK_BACK_TITLE = re.compile(
    r"取得(?!新)|成效(?:显著|明显)|迈上新台阶$|明显(?:提升|改善|增强)$|显著(?:提升|改善|增强)$"
)
_BACK_CUE = re.compile(
    r"^[^。]{0,8}?(?:(?:过去(?:的)?(?:一|五|几)年|一年来|(?:[过]去)?五年来|回顾|刚刚过去的|\d{4}年是[^。]{0,12}(?:极不平凡|不寻常|收官))|我们也?清醒(?:地)?(?:认识|看)到)"
)
_FORWARD_CUE = re.compile(
    r"^[^。]{0,16}?(?:今年(?:是|要|经济社会|的|政府工作|我们)|今后[一五]?[年个]?|下一步|未来五年|明年|主要(?:预期)?目标|做好(?:今年|\d{4}年)|“?十[一-九]?五”?时期(?:是|，|,|经济))"
)
_PAST_WORD = re.compile(r"已(?!有[^,;。]{0,12}基础)|目前|现有|截至|截止|去年|上年|迄今|现状|原有")
_FORWARD_WORD = re.compile(
    r"力争|确保|争取|计划(?=到|至|在|新|建|投|完成|\x02)|将(?:达|突破|超|新|建|完成|实现|提|增)|预计|有望|拟(?:建|投|新)|努力|目标"
)


def outlook_of(chain: Sequence[Section]) -> Outlook | None:
    """Return which way the headings above a passage look, the innermost that tells first; None where none tells."""
    titles = [section.title for section in chain if section.level is not Level.TOPIC]
    for title in reversed(titles):
        back, forward = _BACK_TITLE.search(title), _FORWARD_TITLE.search(title)
        if back and (not forward or back.start() < forward.start() or "完成情况" in title):
            return Outlook.BACK
        if forward:
            return Outlook.FORWARD
    if any(_WEAK_BACK_TITLE.search(title) for title in titles):
        return Outlook.BACK
    return None


def cue_of(text: str) -> Outlook | None:
    """Return which way the opening words of a paragraph turn the text, or None."""
    if _BACK_CUE.search(text):
        return Outlook.BACK
    return Outlook.FORWARD if _FORWARD_CUE.search(text) else None


def looks_forward(outlook: Outlook, clause: str, time: Moment | None, now: int | None) -> bool:
    """Whether a number in a clause is something to reach.

    outlook: that of the passage. clause: the words before the number. time: the time the number itself speaks of.
    now: the year the document speaks in.
    """
    if outlook is Outlook.BACK:
        if time is not None and now is not None and not time.past:
            return time.last > now or (time.last == now and bool(_FORWARD_WORD.search(clause)))
        return time is None and bool(re.search(r"力争(?:到)?|确保到|计划到", clause))
    if time is not None and (time.past or (now is not None and time.last < now)):
        return False
    past = list(_PAST_WORD.finditer(clause))
    return not past or _FORWARD_WORD.search(clause, past[-1].end()) is not None
