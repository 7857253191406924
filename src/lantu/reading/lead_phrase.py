"""The short phrase that opens a paragraph and says what it is about."""

from __future__ import annotations

import re

LONGEST = 32
_LONGEST_WITH_COMMA = 30
_LONGEST_AFTER_DASH = 44
_STOP = re.compile(r"[。！!？?；;：:]")
_FIGURE = re.compile(
    r"\d[\d.,]*\s*(?:[%％‰亿万千百年个家项公里吨元倍位月日人户亩所条名场次件处座级张岁天平]|左右|以上|以下)"
)
_OPENERS = re.compile(
    r"第[一二三四五六七八九十\d]+[篇章节条]|今[年后天]|明年|去年|当前|目前|现在|过去|近年|近期|未来|五年|一年来|同时|此外|其中|另外|但|因此|所以|为此|随着|如|若|当(?!好)|尽管|虽然|由于|"
    r"[到至]?\s*[“\"]?\s*(?:20\d\d|[二〇零一]{2}[〇零一二三四五六七八九]{2})\s*年(?![远愿])|[“\"]?十[一二三四五六七八九]五|[到至]|"
    r"我[们市区县省国州旗镇乡]|本[市区县省规报期次年]|[这该其某]|各位|同志|请|根据|按照|为(?!民)|在|从(?!严|紧)|以上|以下|上述|下列|"
    r"规划(?:形成|建设|布局|总)|有些|有的|一些|许多|大家|他|她|它|是|有(?![序效力])|要是|特别是|尤其|主要|综上|总的|可以|可见|[(（〔【\[|<>《]|附[件表录]|[注图表][：:\d一二三]"
)
_REFUSED = re.compile(
    r"以下|如下|下列|上述|前款|[二三四五六七八九十]个方面(?:的)?工作|让我们|见附|详见|印发|[|｜\t]|《"
)
# 是 as a copula makes a statement, not a title; 实事求是, 国是, 于是 are words.
_COPULA = re.compile(r"(?<![实求国于凡但还总])是(?!非|否)|(?<![立当随])即(?!时|将|可|刻|便|使)")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_LETTERS = re.compile(r"[\u4e00-\u9fffA-Za-z]")


def lead_phrase(text: str, start: int = 0, *, dashed: bool = False) -> tuple[int, int] | None:
    """Return where the lead phrase of the paragraph `text[start:]` begins and ends (its full stop excluded), or None.

    dashed: whether a dash stands before it, which announces a point of a list and so allows a longer phrase.
    A phrase is a lead when it is one short sentence without figures, names of documents or words that only running
    text uses. Whether anything follows it is for the caller to see.
    """
    begin = start
    while begin < len(text) and text[begin].isspace():
        begin += 1
    stop = _STOP.search(text, begin, begin + _LONGEST_AFTER_DASH + 2)
    if stop is None or stop[0] != "。":
        return None
    end = stop.start()
    longest = _LONGEST_AFTER_DASH if dashed else LONGEST
    if any(comma in text[begin:end] for comma in "，,") and not dashed:
        longest = _LONGEST_WITH_COMMA
    if not 4 <= end - begin <= longest or not is_title(text[begin:end]):
        return None
    if _OPENERS.match(text, begin) or text.startswith("让我们", end + 1):
        return None
    return begin, end


def is_title(phrase: str) -> bool:
    """Whether a phrase can stand as a title: no figures, no copula, quotes closed, mostly hanzi."""
    if _FIGURE.search(phrase) or _REFUSED.search(phrase) or _COPULA.search(phrase):
        return False
    if phrase.count("“") != phrase.count("”") or phrase.count("（") != phrase.count("）"):
        return False
    return 2 * len(_HAN.findall(phrase)) > len(phrase)


def is_bare_title(line: str) -> bool:
    """Whether a line of its own, without a full stop, can be a title: short, no figures, no sign at its end."""
    line = line.strip()
    if not 4 <= len(line) <= 26 or not (_HAN.match(line[-1]) or line[-1] in "”）"):
        return False
    return is_title(line) and _OPENERS.match(line) is None and not any(sign in line for sign in "，,。：:；;　")
