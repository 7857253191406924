"""Whether words look forward or back: told from headings, from the words of a clause, and from its time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from lantu.plan.section import Level, Section
from lantu.reading.grammar.moment import Moment
from lantu.reading.phenomenon import Phenomenon


class Outlook(Enum):
    """Which way a passage looks."""

    BACK = "back"
    FORWARD = "forward"


_BACK_TITLE = re.compile(
    r"回顾|成就|发展基础|发展现状|现状|总结|完成情况|执行情况|进展情况|主要成绩|主要成效|过去|发展环境|面临|形势|存在.{0,4}问题|发展背景|"
    r"[0-9年五]{2,}(?:主要)?工作(?:情况|与|和|及)|“?十[一二三四五六]?五”?时期.{0,12}(?:成效|成绩|进展|取得)|"
    r"^(?:规划背景|建设基础|现有基础|工作基础|基础(?:现状|条件)|基本情况|[\u4e00-\u9fff]{0,6}概况$|资源条件|区位|(?:主要|突出|存在的?)(?:困难|短板|问题))|问题(?:与|和)(?:挑战|不足|短板)|"
    r"(?:^|工作|主要|建设|实施|改革|发展|阶段性?|取得的?)(?:成效|成绩|成果)$|(?:运行|落实|实施|开展|推进)情况$|"
    r"(?:五年|砥砺|奋进)(?:奋进|发展|历程|跨越|辉煌|足迹|巨变|之路|路)|历程$|足迹|溯源|新的?(?:历史)?起点上?$|"
    r"^(?:短板|挑战|困难|不足|制约|差距)|(?<![补齐应对破解攻克])(?:短板|挑战|困难|不足|瓶颈|差距)$|"
    r"achievements|review|progress (?:made|in|to date|so far)|"
    r"^(?:progress|performance|results|background|context|baseline)\b|where we (?:are|stand)|"
    r"\b(?:current|present|existing) (?:situation|status|state)|situation analysis|\bchallenges$|lessons learn",
    re.IGNORECASE,
)
_FORWARD_TITLE = re.compile(
    r"目标|任务|安排|展望|远景|部署|打算|指导思想|总体要求|总体思路|原则|重点工作|举措|措施|发展战略|targets|goals|tasks|outlook|objectives|"
    r"\b(?:actions|priorities|vision|work for|what we will|next steps|way forward)\b",
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
_PAST_WORD = re.compile(
    r"已(?!有[^,;。]{0,12}基础)|目前|现有|截至|截止|去年|上年|迄今|现状|原有|(?<!不)仅(?![限能]|需)|只相当于|只占|尚不足"
)
_FORWARD_WORD = re.compile(
    r"力争|确保|争取|计划(?=到|至|在|新|建|投|完成|\x02)|将(?:达|突破|超|新|建|完成|实现|提|增)|预计|有望|拟(?:建|投|新)|努力|目标"
)

_NEXT = re.compile(r"下一步|接下来|今后")
_FORWARD_IN_PAST = re.compile(rf"力争(?:到)?|确保到|计划到|{_NEXT.pattern}")


def outlook_of(chain: Sequence[Section]) -> tuple[Outlook, Section] | None:
    """Return which way the headings above a passage look, and which one tells: the innermost that does.

    None where none tells.
    """
    headings = [section for section in chain if section.level is not Level.TOPIC]
    for section in reversed(headings):
        title = section.title
        back, forward = _BACK_TITLE.search(title), _FORWARD_TITLE.search(title)
        if back and (not forward or back.start() < forward.start() or "完成情况" in title):
            return Outlook.BACK, section
        if forward:
            return Outlook.FORWARD, section
    weak = next((section for section in headings if _WEAK_BACK_TITLE.search(section.title)), None)
    return (Outlook.BACK, weak) if weak else None


def cue_of(text: str) -> Outlook | None:
    """Return which way the opening words of a paragraph turn the text, or None."""
    if _BACK_CUE.search(text):
        return Outlook.BACK
    return Outlook.FORWARD if _FORWARD_CUE.search(text) else None


@dataclass(frozen=True, slots=True)
class Look:
    """Whether a number is something to reach, and what tells it: its time, or words at `[start:end)` of its clause.

    why: None where only the passage tells.
    """

    forward: bool
    why: Phenomenon | None = None
    start: int = 0
    end: int = 0


def look_of(outlook: Outlook, clause: str, time: Moment | None, now: int | None) -> Look:
    """Return whether a number in a clause is something to reach.

    outlook: that of the passage. clause: the words before the number. time: the time the number itself speaks of.
    now: the year the document speaks in.
    """
    if outlook is Outlook.BACK:
        if ahead := _NEXT.search(clause):
            return _told(ahead, True)
        if time is not None and now is not None and not time.past:
            if time.last > now:
                return Look(True, Phenomenon.OUTLOOK_OF_TIME)
            return _told(_FORWARD_WORD.search(clause), True) if time.last == now else Look(False)
        return _told(_FORWARD_IN_PAST.search(clause) if time is None else None, True)
    if time is not None and (time.past or (now is not None and time.last < now)):
        return Look(False, Phenomenon.OUTLOOK_OF_TIME)
    past = list(_PAST_WORD.finditer(clause))
    ahead = _FORWARD_WORD.search(clause, past[-1].end() if past else 0)
    if past and ahead is None:
        return _told(past[-1], False)
    if ahead is None and time is not None:
        return Look(True, Phenomenon.OUTLOOK_OF_TIME)
    return _told(ahead, True) if ahead else Look(True)


def _told(match: re.Match[str] | None, forward: bool) -> Look:
    """What a word tells where it stands; where it does not, the passage looks back."""
    return Look(forward, Phenomenon.OUTLOOK_OF_WORDS, *match.span()) if match else Look(False)
