"""How the names of organisations are built: a place or a word of their own, then an ending that tells the kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lantu.reading.lexicon import any_of, words
from lantu.reading.lexicon.actions import ADVERBS, CUTTING, VERBS
from lantu.reading.phenomenon import Phenomenon
from lantu.reading.regions import divisions

_HAN = "\u4e00-\u9fff"
_LEVEL = "国家|自治区|自治州|省|市|县|区|州|旗|盟"
_LONGEST_NAME = 26


@dataclass(frozen=True, slots=True)
class Name:
    """An organisation named in `text[start:end]`: its name (without 第十四届 and the like), its kind, what told it."""

    text: str
    kind: str
    start: int
    end: int
    how: Phenomenon


def _endings() -> dict[str, str]:
    """The endings of names, each with its kind."""
    rows = _rows("unit_endings")
    return {ending: kind for kind, *endings in rows for ending in endings}


def _rows(name: str) -> list[list[str]]:
    # words() keeps the order of a list, and a kind is the only word in Latin letters.
    rows: list[list[str]] = []
    for word in words(name):
        if word.isascii():
            rows.append([])
        rows[-1].append(word)
    return rows


_KIND_OF = _endings()
_ENDING = re.compile(rf"({any_of(tuple(_KIND_OF))})")
# An ending followed by one of these is part of another word: 公司制, 学校布局 stays 学校, 医院化.
_NOT_AFTER = re.compile(r"[制化级式型类性生]|毕业|带动作用|代表")

_DEPARTMENT = re.compile(
    rf"(?:(?P<place>(?:(?![和与及局委由厅部])[{_HAN}]){{2,6}}?(?:省|市|县|区|州|旗))|(?P<level>(?:{_LEVEL})委?))?"
    rf"(?:{any_of(words('departments'))}){{1,3}}(?:局|委员会|委(?![员托派会])|厅|办公室|办(?![事理法学公好])|部(?![门分署级队位])|总队|支队|大队|分局)(?:(?![和与及])[{_HAN}]{{2,4}}分局)?"
)
# An office that stands alone between signs, whatever it is in charge of: 县刺梨产业局、市文体广电局。
_LONE_OFFICE = re.compile(
    rf"(?<![{_HAN}])[省市县区州旗盟](?!委|政府)[{_HAN}]{{2,10}}(?:(?<![格布大全变])局|厅|委(?!员)|督查室|研究室)(?![{_HAN}])"
)
_BODY = re.compile(
    rf"(?:中共)?(?:{_LEVEL})?(?:第[一二三四五六七八九十]+届)?"
    r"(?:人民政府(?:办公[室厅])?|人民代表大会(?:常务委员会)?|人大常委会|人民法院|人民检察院|监察委员会|监委|纪委监委|纪委)"
)
_NAMED_BODY = re.compile(
    rf"(?P<party>(?<![{_HAN}])中共[{_HAN}]{{2,7}}?委(?![员托])|(?:{_LEVEL})委(?![员托派任会办党]|组织部|宣传部|统战部|政法委|网信办|编办|社会工作部|旧址|老))"
    rf"|(?P<government>[省市县区州旗盟](?:政府)(?:办公[室厅]|办(?![事理法公])|督查室|研究室)?(?!工作报告|性|部门|各部门|投资|采购|债|购买|引导|和社会))"
    rf"|(?:[省市县区州旗])?融媒体中心|党中央|国务院"
    rf"|(?:{_LEVEL})?(?:人大(?!代表|会议|学)|(?:人民)?政协(?!委员)|总工会|工会(?!组织|会员)|共青团|团[省市县区]委|妇联|妇女联合会|工商联|科协|残联|侨联|文联|红十字会|供销社|供销合作社)"
    rf"|(?:{_LEVEL})委(?:组织部|宣传部|统战部|政法委|网信办|编办|社会工作部|办公[室厅]|办(?![事理法公])|党校)"
)
_WORKING = re.compile(r"领导小组|联席会议|指挥部|工作专班")
# A body for one piece of work: its name begins where its clause, its owner or the verb before it ends.
_WORKING_BODY = re.compile(
    rf"(?:(?<![{_HAN}])|(?<=[由在的向])|(?<=成立)|(?<=设立)|(?<=组建)|(?<=发挥))"
    rf"(?!专项|相关|有关|各|本|该|其|成立|设立|组建|由|在|发挥)(?:(?![的由]|成立|设立|组建)[{_HAN}“”]){{4,26}}?(?:领导小组|(?<=工作)联席会议|指挥部|工作专班)(?:办公室)?"
)
_HOTLINE = re.compile(r"[省市县区]?(?:110|119|120|122|12345)$")
_OWNER_BEFORE = re.compile(r"(?:国网|南网|人行|中国人民银行|国家税务总局)$")
_OF_A_LEVEL = re.compile(
    r"[省市县区州](?:[疾血][\u4e00-\u9fff]*|(?:人民|中)?医院|体检中心|急救中心|保健院|党校|经济开发区|经济技术开发区|经开区|高新区|"
    r"博物馆|图书馆|文化馆|档案馆|职教中心|职业教育中心)"
)
# A company or an institute of a level: 省国资运营集团, 市城市建设投资公司, 省工业技术研究院.
_OF_GOVERNMENT = re.compile(
    r"[省市县区州](?![级内属场域直情外民面政区委])(?:(?![、和与及的]|企业|国有企)[\u4e00-\u9fff]){1,8}?"
    r"(?:(?:投资|运营|发展|控股|建设|开发|经营){1,2}(?:集团|公司)|技术研究院|产业研究院|职业技术学院)(?![制化业类])"
)
# Academies by their short names after a city: 长春光机所.
_SHORT_INSTITUTE = re.compile(r"[\u4e00-\u9fff]{2}所(?=[、等和，。])")
# An honour is no unit: 被评为“全国百强医院”.
_HONOUR = re.compile(r"“(?:全国|国家级|自治区级?|省级|市级)[^“”]*$")
_NOT_ONE = tuple("各每全等")
_COUNTED = re.compile(r"(?:\d|[\d余多千百])[个家所座处批](?:以上|以内)?$")  # 1所公办学校 names none
_ASSOCIATION = re.compile(r"工会|共青团|团[省市县区]委|妇联|妇女联合会|工商联|科协|残联|侨联|文联|红十字会|供销")
_TERM = re.compile(r"第[一二三四五六七八九十]+届")
_BEFORE_BODY = "委报经请送向"  # 中共甲县委甲县人民政府, 结果报省人大常委会
_PLACE_BEFORE = re.compile(rf"[{_HAN}]{{2,8}}")
_TOWN = re.compile(r"[镇乡](?![镇域区村级街政域企化人民间情土亲愁友长办])")
_NO_TOWN = re.compile(
    r"(?:城|乡|卫生|文明|建制|中心|重点|小|集|村|特色|各|重|名|强|示范|市|旅游|工业|卫星|古|新|大|老|淘宝|(?:生态|特色|知名|之)[茶酒侨水药花陶石]|[两二三四五六七八九十百]|[个下带返入兴回助支离][镇乡]*)$"
)
_AREAS = "级|有关|相关|责任|成员|参与|直属|区县|市县|县区|市|县|区|镇街|乡镇|街道|镇|乡|街|开发区|园区|、|和|及"
_GROUP = re.compile(
    rf"(?:(?:{_LEVEL})?(?:政府)?(?:直(?:属)?)?)?(?:各|有关|相关|市直|县直|区直|省直)(?:{_AREAS}|\([^()]{{1,9}}\)){{0,6}}"
    r"(?:人民政府|政府部门|政府|党委|部门|单位|镇街|乡镇|街道|县区|管委会|办事处|委办局|园区|开发区|区县|镇\([^()]{1,9}\))"
    rf"|(?:{_LEVEL})政府各部门"
)
_LISTED = re.compile(
    r"([^。；：，,;:|]{2,60}?)等(?:一批|多家|\d+[家户]|一大批)?"
    r"(?:(?:本地|本土|民营|国有|大型|优势|优质)*(?:龙头|骨干|知名|重点|领军|头部|链主|上市)(?:民营|生产|加工)?(?:企业|公司|集团)|企业为(?:龙头|骨干|重点|支撑))"
)
_BEFORE_LIST = re.compile(rf"(?:{any_of((*VERBS, *ADVERBS))}|以|由|与|围绕|借助)+")
_LIST_SIGN = re.compile(r"[、和与及]")

_STOP = re.compile(
    rf"[^{_HAN}“”·（）()\-A-Za-z]|其他|以[上下内及]|[即的等和与及在由为向将把从以并至到对于被所了是有其该本各这那或如给让使按据靠沿]"
    r"|(?<=[\d两三四五六七八九十百几数多])[个家所座处批]"
)
_LEADING = re.compile(
    rf"(?:{any_of((*VERBS, *ADVERBS))}|联合|支持|通过|启用|运营|投用|加盟|引入|对接|办|建|新|期间|时期|以来|创|升|年)+"
)
_PARTS_OF_NAMES = ("建设", "发展", "开发", "保护")
_BEFORE_NAMES = re.compile(any_of(tuple(word for word in words("verbs_before_names") if word not in _PARTS_OF_NAMES)))
_NOMINAL = frozenset({"科学", "协同", "创新", "高质量", "分类", "精准", "统筹", "合理", "智能化", "提升"})
_CUTTING = re.compile(any_of((*(word for word in CUTTING if word not in _NOMINAL), *words("verbs_before_names"))))
_GENERIC = re.compile(rf"(?:{any_of((*words('generic_words'), *_KIND_OF))})*")


@cache
def _places() -> re.Pattern[str]:
    """Provinces and cities by their full and short names: where one stands, a name begins."""
    names: set[str] = set()
    for name, codes in divisions().items():
        if any(code.endswith("00") for code in codes) and len(name) > 2:
            names.update((name, name.rstrip("省市")))
    return re.compile(any_of(tuple(name for name in names if len(name) > 1)))


def names_in(text: str, own_places: tuple[str, ...] = ()) -> Iterator[Name]:
    """Yield the organisations that a text names, in no order; they do not overlap.

    own_places: names of the plan's area, long and short; where one stands, a name begins.
    """
    taken = bytearray(len(text))

    def claim(name: Name) -> bool:
        if any(taken[name.start : name.end]):
            return False
        taken[name.start : name.end] = b"\x01" * (name.end - name.start)
        return True

    finders = (
        _groups(text),
        _bodies(text, own_places),
        _endings_in(text, own_places),
        _towns(text, own_places),
        _lists(text),
    )
    for finder in finders:
        for name in finder:
            if claim(name):
                yield name


def _groups(text: str) -> Iterator[Name]:
    for match in _GROUP.finditer(text):
        yield Name(match[0], "group", match.start(), match.end(), Phenomenon.GROUP_OF_UNITS)


def _bodies(text: str, own_places: tuple[str, ...]) -> Iterator[Name]:
    for match in _BODY.finditer(text):
        start = _beginning(text, max(0, match.start() - 9), match.start(), own_places)
        if (last := max(text.rfind(word, start, match.start()) for word in _BEFORE_BODY)) >= 0:
            start = last + 1
        # Only a place stands before them: 白水县人民政府, 临江镇人民政府.
        if not _PLACE_BEFORE.fullmatch(text, start, match.start()):
            start = match.start()
        name = _TERM.sub("", text[start : match.end()])
        yield Name(name, "government", start, match.end(), Phenomenon.BODY_OF_STATE)
    for match in _WORKING_BODY.finditer(text) if _WORKING.search(text) else ():
        yield Name(match[0], "government", match.start(), match.end(), Phenomenon.BODY_OF_STATE)
    for match in _OF_GOVERNMENT.finditer(text):
        yield Name(
            match[0], _KIND_OF.get(match[0][-2:], "university"), *match.span(), Phenomenon.ORGANISATION_BY_ENDING
        )
    for match in _SHORT_INSTITUTE.finditer(text):
        for city in _places().finditer(text, max(0, match.start() - 4), match.start()):
            if city.end() == match.start():
                start, end = city.start(), match.end()
                yield Name(text[start:end], "university", start, end, Phenomenon.ORGANISATION_BY_ENDING)
    for match in _LONE_OFFICE.finditer(text):
        yield Name(match[0], "department", match.start(), match.end(), Phenomenon.OFFICE)
    for pattern, kind in ((_DEPARTMENT, "department"), (_NAMED_BODY, "government")):
        for match in pattern.finditer(text):
            start = match.start()
            if lead := _CUTTING.match(text, start, match.end() - 3):
                start = lead.end()
            bare = pattern is _DEPARTMENT and not (match["place"] or match["level"])
            for place in own_places if bare or text.startswith("分局", match.end() - 2) else ():
                if text.endswith(place, 0, start):
                    start -= len(place)
                    break
            name = text[start : match.end()].lstrip("的和与由对向经")
            kind_ = "association" if _ASSOCIATION.search(name) else kind
            how = Phenomenon.OFFICE if pattern is _DEPARTMENT else Phenomenon.BODY_OF_STATE
            yield Name(name, kind_, match.end() - len(name), match.end(), how)


def _endings_in(text: str, own_places: tuple[str, ...]) -> Iterator[Name]:
    place = 0
    begin_of_free = 0
    while match := _ENDING.search(text, place):
        place = match.end()
        # 辽宁科技大学电池研究院 is one name: go on to the last ending that follows without a stop.
        while (
            (longer := _ENDING.search(text, place, place + 16))
            and not _STOP.search(text, place, longer.start())
            and not _CUTTING.search(text, place, longer.start())
        ):
            place = longer.end()
            match = longer
        if _NOT_AFTER.match(text, place):
            continue
        start = _beginning(text, max(begin_of_free, place - _LONGEST_NAME), match.start(), own_places)
        begin_of_free = place
        start = _after_open_signs(text, start, place)
        if number := _HOTLINE.search(text, before_start := max(0, start - 8), start):
            start = number.start()
        elif owner := _OWNER_BEFORE.search(text, before_start, start):
            start = owner.start()
        if _COUNTED.search(text, max(0, start - 4), start):
            continue
        own = text[start : match.start()].strip("“”()·")
        level_only = (
            len(own) == 1 and _OF_A_LEVEL.fullmatch(text, start, place) and not text.endswith(_NOT_ONE, 0, start)
        )
        if _HONOUR.search(text, max(0, start - 20), start + 3) or text.endswith(("中小学", "统一大市场"), start, place):
            continue
        if level_only or (len(own) >= 2 and not _GENERIC.fullmatch(own)):
            yield Name(text[start:place], _KIND_OF[match[0]], start, place, Phenomenon.ORGANISATION_BY_ENDING)


def _after_open_signs(text: str, start: int, end: int) -> int:
    """Move the beginning behind a quotation mark or bracket that has no partner in the name."""
    for opening, closing in ("“”", "()"):
        if text.count(opening, start, end) != text.count(closing, start, end):
            start = max(text.rfind(opening, start, end), text.rfind(closing, start, end)) + 1
    return start


def _beginning(text: str, earliest: int, end: int, own_places: tuple[str, ...]) -> int:
    """Where the name that goes on at `end` begins: after the last stop and the verbs, at the first place name."""
    start = earliest
    for stop in _STOP.finditer(text, earliest, end):
        start = stop.end()
    run = text[start:end]
    named = [run.find(name) for name in own_places if name in run]
    if found := _places().search(run):
        named.append(found.start())
    if named:
        place = start + min(named)
        # 甲市列入国家试验区 names no area of 甲市.
        verbs = [match.end() for match in _BEFORE_NAMES.finditer(text, place + 2, end)]
        return verbs[-1] if verbs else place
    cuts = [match.end() for match in _CUTTING.finditer(run)]
    if cuts:
        start += cuts[-1]
    if lead := _LEADING.match(text, start, end):
        start = lead.end()
    return start


def _towns(text: str, own_places: tuple[str, ...]) -> Iterator[Name]:
    """Towns and townships: a word of one to four characters before 镇 or 乡 that is no common word."""
    for match in _TOWN.finditer(text):
        start = _beginning(text, max(0, match.start() - 9), match.start(), own_places)
        for place in own_places:
            if text.startswith(place, start) and match.start() - start > len(place):
                start += len(place)
                break
        own = text[start : match.start()]
        if 2 <= len(own) <= 4 and own.isalpha() and not _NO_TOWN.search(own) and not _GENERIC.fullmatch(own):
            yield Name(text[start : match.end()], "town", start, match.end(), Phenomenon.TOWN)


def _lists(text: str) -> Iterator[Name]:
    """Enterprises named without an ending, told by what the list says they are: 依托甲、乙、丙等龙头企业."""
    for match in _LISTED.finditer(text):
        place = match.start(1)
        parts = _LIST_SIGN.split(match[1])
        for part in parts if len(parts) > 1 else ():
            start, own = place, part
            place += len(part) + 1
            if lead := _BEFORE_LIST.match(own):
                own, start = own[lead.end() :], start + lead.end()
            if 2 <= len(own) <= 6 and own.isalpha() and not _GENERIC.fullmatch(own):
                yield Name(own, "enterprise", start, start + len(own), Phenomenon.COMPANIES_IN_LIST)
