"""Quantities in running text: a number, its unit and the words of bound right at it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lantu.plan.quantity import Comparator
from lantu.reading.grammar.numeral import ARABIC, CHINESE, number_of
from lantu.reading.grammar.unit import CONCRETE, SCALE, UNIT
from lantu.reading.phenomenon import Fired, Phenomenon

_AFTER_WORDS = {
    "以上": Comparator.AT_LEAST, "及以上": Comparator.AT_LEAST, "以下": Comparator.AT_MOST, "以内": Comparator.AT_MOST,
    "之内": Comparator.AT_MOST, "内": Comparator.AT_MOST, "左右": Comparator.ABOUT, "上下": Comparator.ABOUT,
    "余": Comparator.ABOVE, "多": Comparator.ABOVE, "级": Comparator.ABOUT,
}  # fmt: skip
_AFTER = r"(?P<after>及?以上|以下|以内|之内|左右|上下|内(?=[,;。、\)]|$))?"
_QUANTITY = re.compile(
    rf"(?<=[的占达到约近过量额])(?P<part>[1-9])/(?P<whole>[2-9]|10)(?![\d/]){_AFTER.replace('after', 'after6')}"
    rf"|(?P<sign>[≥≤><≈]|>=|<=)?\s?(?<![0-9A-Za-z.+#〔\[第每])(?P<low>-?{ARABIC})(?!\d)(?:亿零?(?P<tenthousands>\d{{1,4}}(?:\.\d{{1,4}})?)(?=万(?!亿)))?(?P<lowunit>(?P<rate>%|‰)|{SCALE})?"
    rf"(?:\s?(?:-|—|~|至|到){{1,2}}\s?(?P<high>{ARABIC})(?(rate)(?=\s?[%‰])))?(?P<few>余|多)?\s?(?P<unit>{UNIT})?(?P<few2>余|多)?"
    rf"(?![A-Za-z]){_AFTER}"
    rf"|百分之(?P<percent>{CHINESE}(?:点[〇零一二三四五六七八九]+)?|\d+(?:\.\d+)?){_AFTER.replace('after', 'after1')}"
    rf"|(?P<tenths>[一二两三四五六七八九])成(?P<half>[半一二三四五六七八九](?![一二三四五六七八九十百千万]))?(?:多(?=[,;。、的]|$)|(?=以上|左右|以内|[,;。、的提增降上下]|$)|(?<=[有近约超达过占足仅].成)(?![熟为立功果本品都员]))"
    rf"{_AFTER.replace('after', 'after2')}"
    rf"|(?:(?<=[破过超达到])|(?<=[迈跃站登跨]上))(?P<round>万亿|[两二三四五六七八九]?[千百十]?[万亿]|[两二三四五六七八九]?[千百])(?P<roundunit>万?(?:吨|元|人次|人|户|辆|亩|斤|千瓦时|千瓦|家|个)|(?<=[万亿]))(?=规模|大关|新?台阶|[,;。、]|$)"
    rf"|(?P<share>一半|半数|三分之[一二]|四分之[一三]|五分之[一二三四]){_AFTER.replace('after', 'after3')}"
    rf"|(?P<doubling>翻了?(?:[一两二三]|\d)?番(?P<few4>多)?|(?<=实现)倍增|(?<=规模|产值|收入|总量|数量)倍增)"
    rf"|(?P<times>{CHINESE})倍(?![差增速率数]){_AFTER.replace('after', 'after4')}"
    rf"|(?<![第每这各那某几数上下首一二三四五六七八九十])(?P<grade>[十百千]亿|万亿|十万亿)(?P<gradeunit>元)?(?P<rank>级|规模|斤|产业|市场|集群)"
    rf"|(?<![第每这各那某几数上下首“‘0-9.])(?P<hanzi>{CHINESE})(?P<few3>余"
    rf"|多)?(?P<hanziunit>(?:{SCALE})?(?:{CONCRETE})|个|项|件(?=[\u4e00-\u9fff]{{0,4}}实事))"
    rf"{_AFTER.replace('after', 'after5')}"
)
_RATIO = re.compile(r"(?<![0-9.])\d{1,6}(?:\.\d{1,4})?(?::\d{1,6}(?:\.\d{1,4})?){1,3}(?![0-9.:])")
_AFTER_RATIO = re.compile("以上|以下|以内|之内|左右")
_WAYS = re.compile(
    r"(?:个|项)(?:方面|层面|层次|维度|阶段|环节|大局|统筹|市场|领域|体系|确保|坚持|文明|重点|一批|关键|支撑|转变|重大|方向|时期|五年|行动|专项|工程|计划|机制|小康|建设|全覆盖|清单|目标|责任|转型|率先|抓手|主体|维护|确立|毫不|务必|必由|先行|样板|同步|高地|中心|基地|示范|革命|原则|任务|月|人)"
)
_COUNTING = re.compile(
    r"(?:新建|建成|新增|开通|启动|落地|开工|投用|创建|引进|改造|扩建|建设|打造|培育|设立|成立|布局|投产|培养|引育|完成|增加|净增|达到|拥有|实施)[\u4e00-\u9fff、]{0,10}$"
)
_ONES = frozenset("一零〇")
_VALUED = re.compile(r"(?:达到?|达|至|到|为|是|在|于|过|超|从|由|突破|目标|[><≥≤≈约])$")

# An index or a ratio right before its value, and its change: 收入比2.02, 比上年缩小0.04.
_INDEX = re.compile(r"(?:[入生师护]比|系数|指数|倍差|缩小|扩大|上升|下降|提高|降低)$")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text at `[start:end)`, its unit and after-word within.

    value, high: as printed in front of the unit; high for ranges only. unit: as it stands, None where there is none.
    comparator: what signs and words right at the number say. doubling: 翻番, whose base must be told elsewhere.
    parts: the values of a ratio (7:35:58). ranks: a size that only names a class (千亿级). form: how it is written.
    """

    start: int
    end: int
    value: float
    unit: str | None
    high: float | None = None
    comparator: Comparator | None = None
    doubling: bool = False
    parts: tuple[float, ...] = ()
    ranks: bool = False
    form: Phenomenon = Phenomenon.DIGITS

    def fired(self) -> tuple[Fired, ...]:
        """Return what its form and the words of bound at it are, with their place."""
        form = Fired(self.form, self.start, self.end)
        if self.comparator in (None, Comparator.RANGE):
            return (form,)
        return form, Fired(Phenomenon.BOUND_AFTER, self.start, self.end)


_SIGNS = {
    "≥": Comparator.AT_LEAST, ">=": Comparator.AT_LEAST, "≤": Comparator.AT_MOST, "<=": Comparator.AT_MOST,
    ">": Comparator.ABOVE, "<": Comparator.BELOW, "≈": Comparator.ABOUT,
}  # fmt: skip
_SHARES = {"一半": 50.0, "半数": 50.0, "三分之一": 100 / 3, "三分之二": 200 / 3, "四分之一": 25.0, "四分之三": 75.0,
           "五分之一": 20.0, "五分之二": 40.0, "五分之三": 60.0, "五分之四": 80.0}  # fmt: skip


def quantities(text: str) -> Iterator[Quantity]:
    """Yield the quantities of a covered text (`names.cover`) in their order."""
    place = 0
    ratios = {match.start(): match for match in _RATIO.finditer(text)}
    for match in _QUANTITY.finditer(text):
        if match.start() < place:
            continue
        start = match.start("low") if match["low"] else match.start()
        if (ratio := ratios.get(start)) is not None:
            parts = tuple(float(part) for part in ratio[0].split(":"))
            place = ratio.end()
            if len(parts) > 2:
                yield Quantity(start, ratio.end(), parts[0], None, parts=parts, form=Phenomenon.RATIO)
            elif parts[1] == 1:
                after = _AFTER_RATIO.match(text, ratio.end())
                end = after.end() if after else ratio.end()
                bound = _AFTER_WORDS[after[0]] if after else None
                yield Quantity(start, end, parts[0], ":1", comparator=bound, form=Phenomenon.RATIO)
            continue
        found = _read(match, text)
        if found is not None and not (found.ranks and found.start == place):  # 两个千亿级: the size names the thing
            place = found.end
            yield found


def _read(match: re.Match[str], text: str) -> Quantity | None:
    if match["low"]:
        return _arabic(match, text)
    if match["percent"]:
        value = number_of(match["percent"])
        return None if value is None else _at(match, value, "%", match["after1"], Phenomenon.PER_CENT_IN_WORDS)
    if match["tenths"]:
        value = (number_of(match["tenths"]) or 0) * 10 + (
            number_of(match["half"].replace("半", "五")) or 0 if match["half"] else 0
        )
        after = match["after2"] or ("多" if match[0].endswith("多") else None)
        return _at(match, value, "%", after, Phenomenon.TENTHS)
    if match["part"]:
        value = 100 * float(match["part"]) / float(match["whole"])
        return _at(match, value, "%", match["after6"], Phenomenon.FRACTION)
    if match["round"]:
        # 千亿元 is 1,000 亿元; a larger number alone is one of it.
        scale = match["round"][-1] if match["round"][-1] in "万亿" else ""
        words = match["round"].removesuffix(scale)
        value = number_of(words if words and words[0] not in "十百千" else "一" + words)
        unit = scale + match["roundunit"]
        return None if value is None else _at(match, value, unit, None, Phenomenon.ROUND_NUMBER)
    if match["share"]:
        return _at(match, _SHARES[match["share"]], "%", match["after3"], Phenomenon.FRACTION)
    if match["doubling"]:
        turns = number_of(match["doubling"].strip("翻了番多")) if match["doubling"].startswith("翻") else 1
        rise = (2 ** (turns or 1) - 1) * 100.0
        bound = Comparator.ABOVE if match["few4"] else None
        return Quantity(
            match.start(), match.end(), rise, "%", comparator=bound, doubling=True, form=Phenomenon.DOUBLING
        )
    if match["times"]:
        value = number_of(match["times"])
        return None if not value else _at(match, value, "倍", match["after4"], Phenomenon.MULTIPLE)
    if match["grade"]:
        if match["rank"] == "斤":
            return None
        value = (number_of(match["grade"].replace("亿", "")) or 1) if match["grade"] != "万亿" else 10_000
        end = match.end() if match["rank"] == "级" else match.start("rank")
        unit = "亿元" if match["gradeunit"] else "亿"
        return Quantity(match.start(), end, value, unit, ranks=True, form=Phenomenon.CLASS_OF_SIZE)
    return _hanzi(match, text)


def _at(match: re.Match[str], value: float, unit: str, after: str | None, form: Phenomenon) -> Quantity:
    return Quantity(match.start(), match.end(), value, unit, comparator=_AFTER_WORDS.get(after or ""), form=form)


def _arabic(match: re.Match[str], text: str) -> Quantity | None:
    value = number_of(match["low"].lstrip("-"))
    high = number_of(match["high"]) if match["high"] else None
    unit = match["unit"] or None
    if value is None:
        return None
    if match["low"].startswith("-"):
        value = -value
    if match["tenthousands"]:  # 1亿2000万元: one number, 12,000 of what stands behind it
        value = value * 10_000 + float(match["tenthousands"])
    if match["lowunit"]:
        unit = match["lowunit"] + (unit or "") if match["high"] is None else unit or match["lowunit"]
    end = match.end()
    start = match.start("sign") if match["sign"] else match.start("low")
    after = match["after"] or match["few"] or match["few2"] or ""
    if unit is None and not _stands_alone(match, text):
        return None
    if unit in ("点", "期", "站", "道", "面", "段") and not match["after"] and value < 10 and "." not in match["low"]:
        return None
    comparator = _AFTER_WORDS.get(after) or _SIGNS.get(match["sign"] or "")
    if high is not None:
        comparator = Comparator.RANGE
    form = Phenomenon.RANGE if high is not None else Phenomenon.DIGITS
    if high is None and (match["tenthousands"] or unit is None):
        form = Phenomenon.TWO_SCALES if match["tenthousands"] else Phenomenon.BARE_NUMBER
    return Quantity(start, end, value, unit, high, comparator, form=form)


def _stands_alone(match: re.Match[str], text: str) -> bool:
    """Whether a number without a unit is a figure all the same: an index, a ratio or a rank value behind its verb."""
    after = text[match.end() : match.end() + 1]
    before = text[max(0, match.start() - 3) : match.start()]
    if "." in match["low"] and (after == "和" or before.endswith(("和", "、"))):
        return True
    valued = _VALUED.search(before) or ("." in match["low"] and _INDEX.search(before))
    return (not after or after in ",;。、)提升降缩增调左以") and bool(valued) and len(match["low"]) < 9


def slogan_counts(text: str) -> Iterator[Fired]:
    """Yield the numbers in hanzi that only list things (两个清单, 三项原则)."""
    for match in _QUANTITY.finditer(text):
        if match["hanzi"] and match["hanziunit"] in ("个", "项") and _is_slogan(match, text):
            yield Fired(Phenomenon.SLOGAN_COUNT, *match.span())


def _is_slogan(match: re.Match[str], text: str) -> bool:
    """Whether what is counted is a way of speaking, or no verb before it says that it is to be reached."""
    if _WAYS.match(text, match.start("hanziunit")):
        return True
    return _COUNTING.search(text[max(0, match.start() - 14) : match.start()]) is None


def _hanzi(match: re.Match[str], text: str) -> Quantity | None:
    words, unit = match["hanzi"], match["hanziunit"]
    value, scale = number_of(words), 1
    if words[-1] in "万亿" and len(words) > 1:  # 一亿二千万元 is 12,000 万元
        scale = 10_000 if words[-1] == "万" else 100_000_000
        words, unit = words[:-1], words[-1] + unit
    if value is None or words[0] in "百千万亿" or words in _ONES:
        return None
    after = match["after5"] or match["few3"] or ""
    loose = unit in ("个", "项") or (len(words) == 1 and unit in ("家", "人", "户", "条", "所", "处"))
    if loose and _is_slogan(match, text):
        return None
    return _at(match, value / scale, unit, after, Phenomenon.HANZI_NUMBER)
