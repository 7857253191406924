"""What a cell of an indicator table says: a number with its bound, words, or nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lantu.plan.quantity import Comparator
from lantu.reading.indicator_unit import UNIT_WORD

_EVEN = str.maketrans({
    "﹥": ">", "﹤": "<", "＞": ">", "＜": "<", "≧": "≥", "≦": "≤", "⩾": "≥", "⩽": "≤",
    "﹝": "[", "﹞": "]", "〔": "[", "〕": "]", "［": "[", "］": "]", "【": "[", "】": "]", "（": "(", "）": ")",
    "％": "%", "﹪": "%", "，": ",", "～": "~", "〜": "~", "＋": "+",
    "－": "-", "–": "-", "—": "-", "−": "-", "‑": "-",
    "．": ".", "：": ":", "∶": ":", "＊": "*", "　": " ", "\u00a0": " ", "＝": "=", "〈": "<", "〉": ">",
    **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
})  # fmt: skip
_NOTHING = re.compile(r"[-/\\.…*\s·•]*|n\.?/?a\.?|无|暂无|空", re.IGNORECASE)
_NUMBER = r"[+-]?\d+(?:,\d{3})*(?:\.\d+)?"
_FIGURE = re.compile(
    rf"(?P<sign>>=|<=|=>|=<|[>≥<≤=≈~约]|大于等于|小于等于|不少于|不低于|不小于|不超过|不高于|不大于|"
    rf"大于|高于|超过|小于|低于|至少)?\s*"
    rf"(?P<low>{_NUMBER})\s*(?P<lowunit>%|‰)?(?:\s*(?:-|~|至|to)\s*(?P<high>{_NUMBER}))?",
)
_SIGNS = {
    ">": Comparator.ABOVE, "大于": Comparator.ABOVE, "高于": Comparator.ABOVE, "超过": Comparator.ABOVE,
    "<": Comparator.BELOW, "小于": Comparator.BELOW, "低于": Comparator.BELOW,
    "≥": Comparator.AT_LEAST, ">=": Comparator.AT_LEAST, "=>": Comparator.AT_LEAST,
    "大于等于": Comparator.AT_LEAST, "不少于": Comparator.AT_LEAST, "不低于": Comparator.AT_LEAST,
    "不小于": Comparator.AT_LEAST, "至少": Comparator.AT_LEAST,
    "≤": Comparator.AT_MOST, "<=": Comparator.AT_MOST, "=<": Comparator.AT_MOST,
    "小于等于": Comparator.AT_MOST, "不超过": Comparator.AT_MOST, "不高于": Comparator.AT_MOST,
    "不大于": Comparator.AT_MOST,
    "≈": Comparator.ABOUT, "~": Comparator.ABOUT, "约": Comparator.ABOUT, "=": Comparator.EQUAL,
}  # fmt: skip
_AFTER = (
    (re.compile(r"左右|上下|约|around|about"), Comparator.ABOUT),
    (re.compile(r"以内|之内|以下|控制在|不超过|不高于|within|at most|or less"), Comparator.AT_MOST),
    (re.compile(r"以上|不低于|不少于|at least|or more"), Comparator.AT_LEAST),
)
_YEAR_MARK = re.compile(r"[(\[]\s*((?:19|20)\d{2})\s*年?\s*[^\d)\]]{0,6}[)\]]|((?:19|20)\d{2})年\s*[::]?\s*(?=\d)")
_BRACKETED = re.compile(rf"\[\s*[^\[\]]*\d[^\[\]]*\]|^[(]\s*(?:累计)?[><≥≤]?\s*{_NUMBER}\s*%?\s*[)]$")
_CUMULATIVE = re.compile(r"累计|五年合计|五年共|\d年累|cumulative|in total", re.IGNORECASE)
_TO_ONE = re.compile(r"\s*:\s*1(?![\d.])\s*$")
_YEARLY = re.compile(r"年均|每年|年增|年递增|逐年|per year|a year|annual", re.IGNORECASE)
_CHANGE = re.compile(
    r"(?:增长|增加|新增|提高|提升|上升|下降|降低|减少|缩小|压减|削减|累计|increase|reduce)(?:[约超过不低于于少]*|\s+by)\s*$"
)
_WORDS = re.compile(r"[\u4e00-\u9fff]{4,}|[A-Za-z]{4,} +[A-Za-z]{2,} +[A-Za-z]{2,}")
_BESIDE_FIGURE = re.compile(
    r"左右|上下|以上|以下|以内|之内|控制在|达到|达|力争|不少于|不低于|不超过|不高于|大于|小于|等于|"
    r"高于|低于|超过|保持|维持|稳定|每年|年均|年|累计|五年|"
    r"增长|增加|新增|提高|提升|上升|下降|降低|减少|递增|个百分点|百分点|[在至到约为的]|合计|目标|"
    r"预计|>|<|≥|≤|=|[\[\]()%‰,.;:~*+\-\s]"
)


@dataclass(frozen=True, slots=True)
class CellValue:
    """A cell's meaning.

    text: as printed, "" where the cell says there is nothing (a dash, a blank): missing is not zero.
    value: None for words and for nothing. value_high: the upper end of a range.
    bracketed: the figure stands in the brackets that tables keep for totals.
    cumulative, yearly: the cell's own words say so. change: they speak of a rise or a fall by the figure.
    percent: a per cent sign stands at the figure.
    unit: any unit right after the figure.
    year: the year that the cell itself names. starred: whether an asterisk stands at it.
    """

    text: str = ""
    value: float | None = None
    value_high: float | None = None
    comparator: Comparator | None = None
    bracketed: bool = False
    cumulative: bool = False
    yearly: bool = False
    change: bool = False
    percent: bool = False
    unit: str = ""
    year: int | None = None
    starred: bool = False

    @property
    def is_words(self) -> bool:
        """Whether the cell holds words instead of a number."""
        return self.value is None and bool(self.text)


def read_cell(text: str) -> CellValue:
    """Read a value cell; never raises."""
    even = text.translate(_EVEN).strip()
    if _NOTHING.fullmatch(even):
        return CellValue()
    year = None
    if (mark := _YEAR_MARK.search(even)) and re.search(r"\d", even[: mark.start()] + even[mark.end() :]):
        year = int(mark[1] or mark[2])
        even = (even[: mark.start()] + " " + even[mark.end() :]).strip()
    match = _FIGURE.search(even)
    if match is None or _speaks(even, match):
        return CellValue(text=text, year=year)
    value = _number(match["low"])
    high = _number(match["high"]) if match["high"] else None
    return CellValue(
        text=text,
        value=value,
        value_high=high,
        comparator=Comparator.RANGE if high is not None else _comparator(even, match),
        bracketed=bool(_BRACKETED.search(even)),
        cumulative=bool(_CUMULATIVE.search(even)),
        yearly=bool(_YEARLY.search(even)),
        change=bool(_CHANGE.search(even[: match.start()])),
        percent="%" in even,
        unit=_unit_after(even[match.end() :]),
        year=year,
        starred="*" in even,
    )


def _speaks(even: str, match: re.Match[str]) -> bool:
    """Whether the cell is a sentence that only happens to hold a figure, such as 创建3个示范区并通过验收."""
    if re.match(r"\s*[::]\s*\d", even[match.end() :]):
        return not _TO_ONE.match(even[match.end() :])  # a ratio such as 6:4 is no single figure; 2.6:1 is
    rest = _BESIDE_FIGURE.sub("", even[: match.start()] + " " + even[match.end() :])
    rest = UNIT_WORD.sub("", rest, count=1)
    return bool(_WORDS.search(rest))


def _comparator(even: str, match: re.Match[str]) -> Comparator | None:
    for pattern, comparator in _AFTER:
        if pattern.search(even):
            return comparator
    return _SIGNS.get(match["sign"] or "")


def _number(text: str) -> float:
    return float(text.replace(",", ""))


def _unit_after(rest: str) -> str:
    match = UNIT_WORD.match(rest.strip())
    return match[0] if match else ""
