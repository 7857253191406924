"""What a document says of itself: title, region, period, horizon, date of issue."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lantu.plan.chinese_number import whole_number
from lantu.plan.document import Block, Document
from lantu.plan.period import Period
from lantu.plan.region import Region
from lantu.reading.heading import tidy
from lantu.reading.heading_mark import Style, mark_of
from lantu.reading.lexicon.five_year_plans import years_of
from lantu.reading.lexicon.furniture import CONTENTS_TITLE, FURNITURE
from lantu.reading.lexicon.genres import GENRES, LATIN_GENRES
from lantu.reading.regions import find_region
from lantu.reading.written_date import day_in, year_in

_FRONT = 60
_LONGEST_TITLE = 80
_TITLE = re.compile(rf"[^。；;！!？?]*(?:{GENRES})[^。；;！!？?]*")
_TITLE_END = re.compile(rf"(?:{GENRES}|纲要》|（[^）]*）|\([^)]*\)|通知|若干措施|实施细则|任务|目标)$")
_CONTINUED = re.compile(r"(?:和|及|与|暨)[^。，；：:|]{2,30}(?:目标|纲要)(?:[（(][^）)]*[）)])?")
_STARTS_ANEW = re.compile(rf"[^。]{{2,12}}(?:省|市|县|区|旗|州)[^。]*(?:{GENRES})[^。]*")
_NOTICE = re.compile(r"的?通知$")
_QUOTED_TITLE = re.compile(rf"《([^《》]{{4,70}}(?:{GENRES})[^《》]{{0,20}})》")
_LATIN_OPENING = re.compile(
    r"(.{4,160}?\b(?:plan|strategy|programme)\b.{0,120}?)(?=\s*[(（]|\s+contents\b|\.\s|$)", re.IGNORECASE
)
_HAN = re.compile(r"[\u4e00-\u9fff]")

_COUNT = r"[一二三四五六七八九十\d]{1,3}"
_YEAR = r"(?:\d{4}|[一二三四五六七八九〇零○Ｏ]{4})"
_YEARS = re.compile(rf"({_YEAR})\s*年?\s*[-—–－~～至到一]{{1,2}}\s*({_YEAR})\s*年?")
_FIVE_YEARS = re.compile(
    rf"第({_COUNT})个五年(?:规划|计划)|[“\"”]?(十[一二三四五六七八九]|二十[一二]?)五[”\"“]?(?=[规计时期发国经纲\s”])"
    r"|[“\"](十[一二三四五六七八九])五[”\"]"
)
_FIVE_YEARS_EN = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)\s+five[- ]year", re.IGNORECASE)
_HORIZON = re.compile(
    rf"({_YEAR})\s*年?\s*远景(?:目标|规划)|(?:展望|远景展望)(?:到|至)?\s*({_YEAR})\s*年"
    r"|(?:vision|long-range objectives?)\s+(?:for|to|through the year)?\s*(20\d\d)",
    re.IGNORECASE,
)
_BODY_OF = "人民政府|第[一二三四五六七八九十]+届人民代表大会|人民代表大会|发展和改革(?:局|委员会)"
_GOVERNMENT = re.compile(rf"([\u4e00-\u9fff]{{2,24}}?)(?:{_BODY_OF})")
_MEETING = re.compile(r"人民代表大会|人大|会议上?$|会上")
_ISSUED_EN = re.compile(
    r"(?:presented|adopted|approved|published|issued|dated?|delivered|submitted|tabled|endorsed|released)\b|"
    r"\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+,? \d{4}$|"
    r"[A-Z][a-z]+ \d{1,2}, \d{4}$",
    re.IGNORECASE,
)
_MONTHS = "January February March April May June July August September October November December"
_MONTH_NUMBERS = {name: n for n, name in enumerate(_MONTHS.split(" "), 1)}
_ENGLISH_MONTH = re.compile(rf"({_MONTHS.replace(' ', '|')}),? ((?:19|20)\d\d)")
_ON_A_DAY = re.compile(r"^日?在")  # 1月8日在甲县第九届人民代表大会……会议上
_REPORT = re.compile(r"政府工作报告")
# What is planned for one year, where no title of a plan says so: 关于印发2025年区政府实事项目的通知.
_OF_A_YEAR = re.compile(
    r"(?:关于(?:印发|下达|公布))?[《“]?[\u4e00-\u9fff]{0,14}20\d\d年度?[^。，；：]{0,30}(?:实事|安排|要点|重点工作|任务|分工|清单|项目|工程)[^。，；：]{0,10}"
)


@dataclass(frozen=True, slots=True)
class Header:
    """What stands over a plan; what it does not say is "" or None.

    issued: the day of issue, or the day a report was given. period: the years the plan is for; of a yearly report the
    year whose work it plans.
    """

    title: str = ""
    region: Region = Region()
    period: Period | None = None
    horizon: int | None = None
    issued: date | None = None


def read_header(document: Document) -> Header:
    """Read title, region, period, horizon and date of issue from the first lines of a document."""
    front = _front(document.blocks)
    lines = [tidy(block.text) for block in front]
    title = _title(document, front, lines)
    text = "\n".join(line for line in lines if len(line) <= 600)
    issued = _issued(document, lines)
    period = _period(title, lines, issued)
    horizon = _horizon(title, document, period)
    return Header(title, _region(title, lines, text), period, horizon, issued)


def _front(blocks: Sequence[Block]) -> list[Block]:
    filled = [block for block in blocks if block.text.strip()]
    return [block for block in filled[:_FRONT] if not FURNITURE.fullmatch(block.text.strip())]


def _title(document: Document, front: Sequence[Block], lines: Sequence[str]) -> str:
    """The plan's own title; of a notice that sends a plan out, the plan's and not the notice's."""
    found: list[str] = []
    for place, (block, line) in enumerate(zip(front, lines, strict=True)):
        mark = mark_of(block.text)
        if CONTENTS_TITLE.fullmatch(line) or (mark and mark.style <= Style.BRACKETED and found):
            break
        if mark and mark.style is not Style.DASHED:
            continue
        if title := _title_line(line, lines[place + 1 : place + 3]):
            found.append(title)
    own = [title for title in found if not _NOTICE.search(title)]
    if own:
        return own[0]
    if document.title and (_TITLE.search(document.title) or LATIN_GENRES.search(document.title)):
        return tidy(document.title)
    for line in [*found, *lines]:
        if match := _QUOTED_TITLE.search(line):
            return match[1]
    if found:
        return found[0]
    if front and not _HAN.search(lines[0][:200]) and (opening := _LATIN_OPENING.match(lines[0][:300])):
        return opening[1].strip()
    return tidy(document.title)


def _title_line(line: str, following: Sequence[str]) -> str | None:
    """The title that begins on this line; it may go on over the next two."""
    if not _HAN.search(line):
        fits = 8 <= len(line) <= 160 and line[-1] not in ".;:," and line[:1].isupper()
        return line if fits and LATIN_GENRES.search(line) else None
    if not 4 <= len(line) <= _LONGEST_TITLE or line.startswith(("附件", "《", "（", "(", "现将", "经")) or "，" in line:
        return None
    if _is_title(line):
        follows = following[0] if following else ""
        return line + follows if _CONTINUED.fullmatch(follows) else line
    if re.search(r"[日）)|：:。]$|人民政府$", line):
        return None
    # 甲县国民经济和社会发展 / 第十五个五年规划纲要: neither line alone is the title, both together are.
    whole = line
    for more in following:
        if (
            len(more) > 40
            or re.search(r"[。，；：:|日月]$|人民政府$", more)
            or mark_of(more)
            or _STARTS_ANEW.match(more)
        ):
            break
        whole += more
        if len(whole) <= _LONGEST_TITLE and _is_title(whole):
            return whole
    return None


def _is_title(line: str) -> bool:
    return _TITLE.fullmatch(line) is not None and _TITLE_END.search(line) is not None and "：" not in line


def _region(title: str, lines: Sequence[str], text: str) -> Region:
    if re.search(r"people[’']?s republic of china", title, re.IGNORECASE):
        return find_region("全国", "") or Region()
    if _HAN.search(title) and (region := find_region(title, text)):
        return region
    for line in lines[:25]:
        for match in _GOVERNMENT.finditer(line[:300]):
            if region := find_region(_ON_A_DAY.sub("", match[1]), text):
                return region
    return Region()


def _period(title: str, lines: Sequence[str], issued: date | None) -> Period | None:
    report = any(_REPORT.search(line) or "向大会" in line for line in (title, *lines[:12]))
    if report:
        year = year_in(title)
        if year or issued:
            return Period.year(year or (issued.year if issued else 0))
    texts = (title, *lines)
    for text in texts:
        if (match := _YEARS.search(text)) and (years := _run(match[1], match[2])):
            return years
        if match := _FIVE_YEARS.search(text):
            ordinal = whole_number(match[1] or match[2] or match[3])
            # 十四五 is the fourteenth, 第十四个五年规划 too.
            if ordinal and 1 <= ordinal <= 30:
                return Period.years(*years_of(ordinal))
        if match := _FIVE_YEARS_EN.search(text):
            ordinal = int(match[1])
            if 1 <= ordinal <= 30:
                return Period.years(*years_of(ordinal))
    year = year_in(title) or next((year_in(line[:24]) for line in lines[:20] if _OF_A_YEAR.fullmatch(line)), None)
    return Period.year(year) if year else None


def _run(first: str, last: str) -> Period | None:
    start, end = year_in(first), year_in(last)
    if start is None or end is None or not start < end <= start + 30:
        return None
    return Period.years(start, end)


def _horizon(title: str, document: Document, period: Period | None) -> int | None:
    """The year most often named as the horizon, in the title first."""
    after = period.last_year if period else 0
    years: Counter[int] = Counter()
    for text in (title, *(block.text for block in document.blocks)):
        for match in _HORIZON.finditer(text):
            year = year_in(next(group for group in match.groups() if group))
            if year and after < year < 2100:
                years[year] += 1
        if years and text is title:
            break
    return years.most_common(1)[0][0] if years else None


def _issued(document: Document, lines: Sequence[str]) -> date | None:
    """The first day that stands alone on a line of the front, or under the name of a meeting; else one at the end."""
    for line in lines:
        if len(line) <= 60 and (day := day_in(line)):
            alone = len(line) <= 16 or _ISSUED_EN.match(line) is not None
            if alone or _MEETING.search(line):
                return day
    for line in lines:
        if len(line) <= 30 and re.match(r"(?:发布|印发|成文)?(?:时间|日期)", line) and (day := day_in(line)):
            return day
    for block in document.blocks[-12:]:
        line = tidy(block.text)
        if len(line) <= 24 and (day := day_in(line)):
            return day
    for line in lines[:12]:
        if match := _ENGLISH_MONTH.fullmatch(line):
            return date(int(match[2]), _MONTH_NUMBERS[match[1]], 1)
    return None
