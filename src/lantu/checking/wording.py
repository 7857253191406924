"""The words around a number: the clause it stands in, and what they make of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lantu.plan.citation import Citation

_SENTENCE_END = re.compile(r"[。；！？;!?\n]|\.(?=\s|$)")
_PAUSE = re.compile(r"[，；：,;:]")
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_REACH = 1000  # a longer sentence is none: a whole text in one line
_CHANGE = re.compile(
    r"(?:增长|增加|新增|增收|提高|提升|下降|降低|减少|压减|压缩|递增|增幅|增速|上升|回落|同比|年均|削减|缩小|扩大|"
    r"增产|翻|累计|再|"
    r"\b(?:by|grow\w*|increas\w*|ris\w*|fall\w*|reduc\w*|decreas\w*)\b)"
    r"(?!到|至|为\d)[^，。：,;:到至达为]{0,8}$|[比较][^，。；,;]{0,12}[多少高低]出?$",
    re.IGNORECASE,
)
_LEVEL = re.compile(r"(?:到|至|达|为|达到|保持在?|稳定在?|控制在?)\D{0,6}$")
_PROVINCES = (
    "河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|"
    "福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾"
)  # fmt: skip
_AREA = (
    rf"全国|全省|我国|省内|(?:{_PROVINCES})省|街道|开发区|园区|产业园|高新区|公司|集团|"
    r"(?<![城乡集建村重])镇(?!化|登记|居民|职工|常住|新增|村|区|就业)|乡(?!村|镇|居民|土|风)"
)
_ELSEWHERE_BEFORE = re.compile(_AREA)
_ELSEWHERE = re.compile(rf"{_AREA}|片区|示范区|试点|流域|景区|基地|部分|其中")
_TOTAL = re.compile(
    r"累计|合计|总共|五年(?:来|间|共|内)|期间|时期|以来|共(?:完成|实现|办理|建成|新建|投入|争取|引进|落实|有)"
)
_START = re.compile(r"[由从](?:\d{4}年的?)?[^，。；,;到至]{0,16}$")
_OWN = re.compile(r"全[市县区州盟旗域]|[我本][市县区州盟旗]")
_MEANWHILE = re.compile(
    r"(?:高于|低于|超过|超|不低于|达到|领先|好于|优于|快于)(?:全国|全省|国家|省)[^，。,]{0,4}(?:平均|水平|指标|目标|标准|要求)"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """What the words before a number say.

    lead: the sentence up to the number. change: whether they make it an increment or a rate, not a level.
    elsewhere: whether they speak of another area or of a part. total: whether they add up several years.
    start: whether the number is where a change begins (“from 2.5 to 4.5”).
    """

    lead: str
    change: bool
    elsewhere: bool
    total: bool
    start: bool


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence that holds `text[start:end]` begins and ends, at most `_REACH` signs away."""
    first, last = max(0, start - _REACH), min(len(text), end + _REACH)
    begin = max((match.end() for match in _SENTENCE_END.finditer(text, first, start)), default=first)
    stop = _SENTENCE_END.search(text, max(start, end - 1), last)
    return begin, stop.start() if stop else last


def clause_of(text: str, citation: Citation, value: float) -> Clause:
    """Look at the words before a number in its block.

    text: the block's text, or the quote alone where no document is at hand. value: the number as printed or scaled.
    """
    begin, _ = sentence_around(text, citation.start, citation.end)
    number = _find_number(text, citation, value)
    lead = text[begin:number]
    last = _PAUSE.split(lead)[-1]
    near = _CHANGE.search(last)
    level = _LEVEL.search(last)
    own = _MEANWHILE.sub("", last)
    # The clause itself tells whose number it is; where it names no area, the one before it may.
    before = "" if _OWN.search(own) else _MEANWHILE.sub("", lead[-60:])
    return Clause(
        lead,
        change=bool(near) and not (level and near and level.start() >= near.start()),
        elsewhere=bool(_ELSEWHERE.search(own) or _ELSEWHERE_BEFORE.search(before)),
        total=bool(_TOTAL.search(lead[-30:])),
        start=bool(_START.search(last)),
    )


def _find_number(text: str, citation: Citation, value: float) -> int:
    for match in _NUMBER.finditer(text[citation.start : citation.end]):
        number = float(match[0].replace(",", ""))
        if number and any(abs(number * scale - abs(value)) <= 1e-9 * abs(value) for scale in (1, 1e4, 1e8, 1e3)):
            return citation.start + match.start()
    return citation.end
