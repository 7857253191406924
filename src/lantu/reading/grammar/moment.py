"""Times in running text: years, plan periods, and words such as 今年 that count from the document's date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lantu.reading.grammar.numeral import number_of
from lantu.reading.phenomenon import Phenomenon

_PLAN = "十[一二三四五六七八九]?五|[七八九]五"
_YEAR_HANZI = "二[〇○零0][〇○零一二三四五六七八九]{2}"
_YEAR = rf"(?:(?:19|20)\d\d|{_YEAR_HANZI})"
_MOMENT = re.compile(
    rf"(?P<from>{_YEAR})\s*年?\s*(?:-|—|–|~|至|到)+\s*(?P<to>{_YEAR})\s*年(?:度|间)?"
    rf"|(?P<year>{_YEAR})\s*年(?:(?P<month>\d{{1,2}})月(?:(?P<day>\d{{1,2}})[日号])?|第?(?P<quarter>[一二三四])季度|(?P<half>[上下])半年)?"
    rf"(?P<span>度)?(?:年?底|年?末|末|前|之前|初|起|以来|间)*"
    rf"|(?P<bare>{_YEAR})(?=年?[末底]|、20\d\d年)(?:末|底)?"
    rf"|(?:[“\"](?P<quoted>{_PLAN})[”\"]|(?P<plan>{_PLAN}))(?:规划)?(?P<part>时期|期间|以来|期末|末期|末|中期|规划期末|规划期内|五年|收官|的五年|(?<=[”\"])|(?=[^\w]))"
    r"|(?P<five>(?:今后|未来|接下来的?|通过|经过|这|过去|五年来[,]?过去)?[五5]年(?:来|内|时间|间|努力|的努力)?)"
    r"|(?P<late>近|最近|过去)(?P<latest>[两三四])年(?:来|间)?|(?:用|力争)?(?P<few>[两三四])年(?:之?内|时间)"
    r"|(?P<word>今年(?:底|末|内)?|本年度?|(?<![一二两三四五六七八九十几0-9])年(?:底前?|内|末)|明年|去年|上年|前年|全年|过去一年|一年来|本世纪中叶|上半年|下半年)"
    r"|(?<![0-9年月])(?P<nextmonth>\d{1,2})月(?:(?P<nextday>\d{1,2})日|[底末])?(?:之|以)?(?<=[日底末之以月])(?:前|(?<=[底末]))|(?<!前)(?P<nextquarter>[一二三四])季度[底末]?(?:之?前)?"
)
_WORD_YEAR = {"明年": 1, "去年": -1, "上年": -1, "前年": -2}
_AGAINST_BEFORE = re.compile(
    r"(?:(?<![占环同])比|相比|较|对照|(?:相当于|达到|高于|超过|低于)(?:[全我当本同][国省市县区地期])?)$"
)
_AGAINST_AFTER = re.compile(
    r"的?(?:相比|基础上|为基[数期]|水平(?!达|为|提)|同期|[0-9.]+倍|[一二两三四五六七八九十]+倍|翻|(?:[\u4e00-\u9fff]{0,4})(?:提高|提升|增长|增加|下降|降低|减少|翻))"
)
_FROM_BEFORE = re.compile(r"[由从自]$")


@dataclass(frozen=True, slots=True)
class Moment:
    """A time in a text at `[start:end)`, from one year to another; the same year twice for one year.

    date: an ISO 8601 date or month where the text names one. against: whether it only says what a figure is compared
    with (比2020年, 由2015年的). past: whether the words themselves look back (以来, 过去五年). within: a run of years.
    form: how it is written.
    """

    start: int
    end: int
    first: int
    last: int
    date: str | None = None
    against: bool = False
    past: bool = False
    within: bool = False
    form: Phenomenon = Phenomenon.OWN_TIME

    @property
    def deadline(self) -> str:
        """The day, month or last year."""
        return self.date or str(self.last)

    @property
    def period(self) -> str:
        """The written form of a period."""
        return self.date or (str(self.last) if self.first == self.last else f"{self.first}-{self.last}")


def year_of(words: str) -> int:
    """Return a year written in digits or one by one in hanzi."""
    value = number_of(words.replace("○", "〇"))
    return int(value or 0)


def plan_years(name: str) -> tuple[int, int]:
    """Return first and last year of a national plan by its number (十四五 is 2021 to 2025); the tenth began in 2001."""
    number = int(number_of(name[:-1]) or 0)
    first = 2001 + 5 * (number - 10)
    return first, first + 4


def moments(text: str, now: int | None, span: tuple[int, int] | None, year: int | None = None) -> Iterator[Moment]:
    """Yield the times in a uniform text in their order.

    now: the year the document speaks in; without it words such as 今年 stay unread.
    span: first and last year of the plan. year: the year that 全年 and 年底 speak of, `now` where it is not given.
    """
    for match in _MOMENT.finditer(text):
        found = _read(match, now, span, now if year is None else year)
        if found is None:
            continue
        before, after = text[max(0, match.start() - 6) : match.start()], text[match.end() : match.end() + 12]
        first, last, date = found
        words = match[0]
        against = bool(
            _AGAINST_BEFORE.search(before)
            or (_AGAINST_AFTER.match(after) and re.search(r"[以在与同和]$", before))
            or re.match(r"的[0-9.一二两三四五六七八九十]+倍", after)
            or _FROM_BEFORE.search(before)
        )
        past = words.endswith(("以来", "来")) or words.startswith(("过去", "近", "最近", "去年", "上年", "一年来"))
        within = bool(match["quoted"] or match["plan"] or match["five"] or match["from"])
        yield Moment(match.start(), match.end(), first, last, date, against, past, within, _form(match))


def _form(match: re.Match[str]) -> Phenomenon:
    if match["month"] or match["quarter"] or match["half"] or match["nextmonth"] or match["nextquarter"]:
        return Phenomenon.PART_OF_YEAR
    if match["quoted"] or match["plan"]:
        return Phenomenon.PLAN_PERIOD
    spoken = match["five"] or match["latest"] or match["few"] or match["word"]
    return Phenomenon.SPOKEN_YEAR if spoken else Phenomenon.OWN_TIME


def _read(
    match: re.Match[str], now: int | None, span: tuple[int, int] | None, loose: int | None
) -> tuple[int, int, str | None] | None:
    if match["from"]:
        first, last = year_of(match["from"]), year_of(match["to"])
        return (first, last, None) if first <= last else None
    if match["year"] or match["bare"]:
        year = year_of(match["year"] or match["bare"])
        return year, year, _date(year, match)
    if plan := match["quoted"] or match["plan"]:
        first, last = plan_years(plan)
        return first, last, None
    if match["five"]:
        return _five(match["five"], now, span, loose)
    if count := match["latest"] or match["few"]:
        years = int(number_of(count) or 0)
        if now is None:
            return None
        return (now - years, now - 1, None) if match["late"] else (now, now + years - 1, None)
    if match["nextmonth"] or match["nextquarter"]:
        month = int(match["nextmonth"] or 3 * ("一二三四".index(match["nextquarter"]) + 1))
        if loose is None or not 1 <= month <= 12:
            return None
        day = int(match["nextday"] or 0)
        return loose, loose, f"{loose}-{month:02}-{day:02}" if 1 <= day <= 31 else f"{loose}-{month:02}"
    word = match["word"]
    if word == "本世纪中叶":
        return 2050, 2050, None
    if now is None:
        return None
    if word in ("过去一年", "一年来"):
        return now - 1, now - 1, None
    if word.startswith(("全年", "年", "上半年", "下半年")) and loose is not None:
        return loose, loose, f"{loose}-06" if word == "上半年" else None
    year = now + _WORD_YEAR.get(word[:2], 0)
    return year, year, None


def _date(year: int, match: re.Match[str]) -> str | None:
    if not match["month"]:
        if match["quarter"]:
            return f"{year}-{3 * '一二三四'.index(match['quarter']) + 3:02}"
        return f"{year}-06" if match["half"] == "上" else None
    month = int(match["month"])
    if not 1 <= month <= 12:
        return None
    day = int(match["day"] or 0)
    return f"{year}-{month:02}-{day:02}" if 1 <= day <= 31 else f"{year}-{month:02}"


def _five(
    words: str, now: int | None, span: tuple[int, int] | None, loose: int | None
) -> tuple[int, int, str | None] | None:
    looks_back = words.endswith(("间", "年内")) and now is not None and loose is not None and loose < now
    if looks_back or words.endswith("来") or words.startswith(("过去", "这")):
        return (now - 5, now - 1, None) if now is not None else None
    if words.startswith(("今后", "未来", "接下", "通过", "经过")) or words.endswith(("努力", "内")):
        if span is not None and span[0] < span[1] and (now is None or span[0] - 1 <= now <= span[1]):
            return span[0], span[1], None
        return (now, now + 4, None) if now is not None else None
    return None
