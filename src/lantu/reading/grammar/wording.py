"""Commitments and results that stand in words: full coverage, none at all, better than another place, a rank."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lantu.plan.quantity import Comparator
from lantu.reading.grammar.numeral import number_of
from lantu.reading.phenomenon import Phenomenon


@dataclass(frozen=True, slots=True)
class Wording:
    """What words say of a subject: at `[start:end)`, with a value where they name one.

    inside: whether the subject is what the words themselves name (不发生较大事故).
    boast: whether it is a superlative (全国最大的...), which tells something of results only. form: the habit it is.
    """

    start: int
    end: int
    value: float | None
    unit: str | None
    comparator: Comparator | None
    form: Phenomenon
    inside: bool = False
    boast: bool = False


_FULL = re.compile(
    r"(?:覆盖(?:所有|全部)[^,;。]{2,12}|全部(?:达标|达到[^,;。0-9一二三四五六七八九十]{1,8}(?:标准|要求))(?=[,;。]|$)|全覆盖|全面覆盖|全部覆盖|全域覆盖|应保尽保|应救尽救|应助尽助|应检尽检)(?!工程|项目|任务|建设任务|行动|攻坚|式)"
)
_ZERO = re.compile(
    r"(?:始终|保持|持续|动态|实现|保持在|为|是|全部|全面)*(?:动态为?清零|清零|动态为零|为零(?![\u4e00-\u9fff])|零增长|零发生|零事故|零伤亡|零死亡|零新增|零返贫|负增长以内|(?<=[降减归])[至到为]?零(?=[,;。、]|$))"
    r"|(?P<none>(?:坚决)?(?:不|未|没有|无)(?:再)?发生(?P<what>[^,;。、]{0,24}?(?:风险|事故|事件|案件|火灾|返贫|疫情|灾害)))"
)
_THAN = re.compile(
    r"(?P<word>不低于|不高于|不慢于|不超过|高于|低于|快于|优于|好于|超过|大于|领先于?|跑赢)(?P<than>[^,;。]{0,20}?"
    r"(?:平均水平|平均值|平均|水平|增速|增幅|增长速度|经济增长|均值|均数|增长幅度|(?:国内|地区)生产总值(?:增长)?|GDP(?:增长|增速)?|目标要求|考核要求|要求))"
    r"(?=[,;。、:\)]|$|的)"
    r"|(?P<area>高于|低于|快于|优于|好于|跑赢)(?:全国|全省|全市|全区|全州|全县)(?=[,;。、:\)]|$)"
    r"|(?:与|同|和)(?P<with>[^,;。、与同]{2,16}?)(?:基本|保持|大体|总体)*(?P<same>同步|持平|相当)(?:增长|提高|提升|增加)?(?:或[^,;。、]{1,6}|并[^,;。、]{1,6})?(?=[,;。、:\)]|$)"
    r"|(?P<sum>达到|接近|赶上)(?P<level>(?:全国|全省|全市|全区|省|国家|国内|世界|发达)[^,;。]{0,8}平均水平|(?:发达经济体|发达国家|中等发达国家)水平)"
)
_THAN_BOUND = {
    "不低于": Comparator.AT_LEAST, "不慢于": Comparator.AT_LEAST, "不高于": Comparator.AT_MOST,
    "不超过": Comparator.AT_MOST, "低于": Comparator.BELOW,
}  # fmt: skip
_AREA = r"(?:全国|全省|全市|全区|全州|世界|国内|国际|同行业|[\u4e00-\u9fff]{1,5}(?:省|市|州|区县|各区县|地区))"
_RANK = re.compile(
    rf"(?:走在|分居|分列|位居|居于?|列|进入|跨入|迈入|跻身|挺进|保持(?:在)?|稳居|处于|排名|位列|排在|名列|跃居|跃升[至到]|达到|升至)(?:"
    rf"(?P<area>{_AREA})?[^,;。、\d第]{{0,20}}?(?:第(?P<place>\d+|[一二三四五六七八九十]+)(?:位|名|(?=[,;。、]|$))|"
    r"前(?P<first>\d+|[一二三五]?十|[一二三四五六七八九])(?:位|名|强)?(?=[,;。、]|$))|"
    rf"{_AREA}[^,;。、]{{0,8}}?(?:前列|第一方阵|第一梯队|第一位|首位|前茅|百强[县市区]?(?:中游|上游|前列)?|领先(?:地位|水平|行列)|先进行列)"
    r"(?=[,;。、]|$|地位))"
    rf"|(?P<bare>(?:(?<![为是])全(?:国|省|市|区|州|县)|世界|全球|亚洲)(?:排名|综合排名)?第(?P<rank>\d+|[一二三四五六七八九十]+)(?:位|名)?(?=[,;。、]|$))"
    rf"|(?P<most>(?:{_AREA}|东北|华北|华东|华南|西南|西北|亚洲|全球)(?:规模|单体|产能)?最(?:大|高|长|多|早)的)"
    r"|(?P<moves>(?:排名|位次|名次)[^,;。、]{0,8}(?:提升|上升|前移|晋位|进位|提高))"
)

_ZERO_QUOTED = re.compile(r"[“\"](?:零(?:发生|事故|伤亡|死亡|新增|返贫|增长|感染|复发)|清零)[”\"](?=[,;。、]|$)")
_NEXT_RANK = re.compile(
    r"、(?P<named>[^,;。、\d第]{0,14})第(?P<place>\d+|[一二三四五六七八九十]+)(?:位|名)?(?=[,;。、]|$)"
)


def wordings(text: str, covered: str) -> Iterator[Wording]:
    """Yield what a clause says in words; `covered` is the same text with names and times covered."""
    for match in _FULL.finditer(covered):
        yield Wording(match.start(), match.end(), 100.0, "%", Comparator.EQUAL, Phenomenon.FULL_COVERAGE)
    for match in _ZERO.finditer(covered):
        none = bool(match["none"])
        start = match.start("what") if none else match.start()
        yield Wording(start, match.end(), 0.0, None, Comparator.EQUAL, Phenomenon.NOTHING_HAPPENS, none)
    for match in _ZERO_QUOTED.finditer(text):
        yield Wording(match.start(), match.end(), 0.0, None, Comparator.EQUAL, Phenomenon.NOTHING_HAPPENS)
    for match in _THAN.finditer(covered):
        if re.search(r"\d", match[0]):
            continue
        yield Wording(match.start(), match.end(), None, None, _compared(match), Phenomenon.AGAINST_OTHERS)
    for match in _RANK.finditer(text):
        words = match["place"] or match["first"] or match["rank"]
        value = number_of(words) if words else None
        if value is None:
            if covered[match.start() : match.start() + 1] in "\x01":
                continue
            form = Phenomenon.BOAST if match["most"] else Phenomenon.RANK
            yield Wording(match.start(), match.end(), None, None, None, form, boast=bool(match["most"]))
        else:
            bound = Comparator.AT_MOST if match["first"] else Comparator.EQUAL
            yield Wording(match.start(), match.end(), value, "位", bound, Phenomenon.RANK)
            place = match.end()
            while following := _NEXT_RANK.match(text, place):  # 投资潜力第3、城镇化质量第4
                place = following.end()
                if next_value := number_of(following["place"]):
                    named = following.start("named") < following.end("named")
                    start = following.start("named")
                    yield Wording(start, place, next_value, "位", bound, Phenomenon.RANK, inside=named)


def _compared(match: re.Match[str]) -> Comparator:
    if word := match["word"] or match["area"]:
        return _THAN_BOUND.get(word, Comparator.ABOVE)
    return Comparator.EQUAL if match["same"] else Comparator.AT_LEAST
