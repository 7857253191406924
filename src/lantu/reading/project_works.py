"""Projects told by what is done to a thing that stands, and by how a list sets them out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.reading.lexicon.actions import begins_with_order

# What is moved or enlarged is one thing, though only its sort is said: 殡仪馆迁建, 国际候机楼扩建.
_MOVED = re.compile(r"[\u4e00-\u9fff]{2,12}(?:整体)?(?:迁建|迁址新建)")
# A town has one works of these: 污水处理厂提标改造, 垃圾焚烧发电项目.
_PLANT = re.compile(
    r"(?:城[市区]|县城|中心城区|生活)?(?:污水处理|自来水|净水|热电)厂(?:[一二三]期)?(?:提标|扩容|提质)?(?:升级)?(?:改造|扩建|改扩建)|(?:生活)?垃圾焚烧发电"
)
_ENLARGED = re.compile(
    r"(?P<own>.{2,12}?)(?:[馆场楼厅院站校桥库]|广场|商场|中心|机场|港区)(?:扩建|改扩建|改建|改造提升|提升改造)"
)
# Work on land and waters that have a name: 青柳河岸线整治, 原临江钢厂地块修复.
_ON_LAND = re.compile(
    r"(?P<land>.{2,16}?)(?:环境|综合|系统|生态|岸线|河道|水系|应急|除险|底泥|地块|堤防|[干支]流|砂基砂堤|废弃矿山|及|与|和)*"
    r"(?:治理|整治|修复|加固|清淤|提升|改线|改道)"
)
_NO_NAMED_LAND = "大小中各主内长运黑支干流跨沿的河江湖海"
_NAMED_LAND = re.compile(
    rf"(?:^|[\u4e00-\u9fff、“”])[^{_NO_NAMED_LAND}\W](?:[江河溪湖渠](?![湖江河道长流])|[港湾]|水库|灌区|矿区|流域)|[东西南北中]部|^原"
)
_ROAD = re.compile(r"(?:国道|省道|县道|[GSX]\d{2,4})")
_COUNTED = re.compile(
    r"\d+[条个处座所段家]|[一二两三四五六七八九十]条|一批|若干|各|中小|重点|主要河流|病险|大中型|大型|小型|山水林田|农村|全市|全县|全区|全省|城区|黑臭"
)
# The district's own: 市图书馆新馆, 县体育场, where it is built anew.
_OWN = re.compile(
    r"[市县区州旗](?![级域内属直情外场中区民城政乡县])[\u4e00-\u9fff]{1,12}?(?:[馆场院校宫]|中学|小学|幼儿园|[^业新]中心|综合楼|院区|校区|新址)"
)
_ANEW = re.compile(r"新建|建设|改造|扩建|迁建|改建|建成|新[馆址]|院区|校区|综合楼|[一二三]期")
_END_OF_WORK = re.compile(r"(?P<sort>工程|项目)?(?:建设)?(?:工作|任务|进度|步伐)?$")
_SIZED = re.compile(
    r"(?:[年日]产|[年日]处理)?\d[\d.]*(?:万|亿)?(?:吨|千瓦时?|吉瓦时?|英寸|立方米|头|台|套|片|辆)(?=[\u4e00-\u9fff]{2})"
)
_LINES = re.compile(r"(?:\d+[个条])?[^，。、]{0,6}?(?:铁路|高铁|公路|高速|航道)")
_LINE = re.compile(r"[\u4e00-\u9fff—~-]{2,14}")
_LABEL = re.compile(r"\s*(?:[（(]?\d{1,2}[)）.．、]\s*)?[\u4e00-\u9fff、]{2,16}[：:]")
_MEMBER = re.compile(r"(?=.*[\u4e00-\u9fff]{3})[\u4e00-\u9fffA-Za-z\d“”（）()—\-·—.]{4,30}")
_NUMBER = re.compile(r"\s*(?:[（(]\s*[\d一二三四五六七八九十]{1,3}\s*[)）]|\d{1,2}\s*[.．、)）]|[①-⑳]|[—–●■◆·•]+)\s*")
_BUILDING = re.compile(
    r"(?:(?:全力|加快|重点|大力|积极)?(?:推进|推动|实施|建设|新建|建成|完成|开工建设|开工|续建|启动|谋划))+"
)
_END_OF_NAME = re.compile(r"[，,。；;：:（(]|项目总投资|总投资")
_GENERIC_END = re.compile(r"(?:能力|水平|质量|体系|机制|制度|服务|保障|发展|管理)$")


def is_work(words: str, verb: str) -> int:
    """Return how many characters of an order's object name a work on one thing that stands; 0 where they name none.

    words: the object with the insides of quotes and brackets hidden. verb: what it is the object of.
    """
    end = _END_OF_WORK.search(words)
    name = words[: end.start()] if end else words
    whole = end.end("sort") if end and end["sort"] else len(name)
    if _PLANT.fullmatch(name):
        return whole if not name.endswith("发电") or whole > len(name) else 0
    if not 4 <= len(name) <= 30 or _COUNTED.search(name) or begins_with_order(name):
        return 0
    if _MOVED.fullmatch(name):
        return whole
    if (work := _ON_LAND.fullmatch(name)) and (_NAMED_LAND.search(work["land"]) or _ROAD.search(name)):
        return whole
    return whole if _OWN.fullmatch(name) and _ANEW.search(verb + name) else 0


def enlarged_thing(words: str) -> str:
    """Return what tells a thing that is enlarged from others of its sort (大商友谊百货, 国际候机); "" where none is."""
    match = _ENLARGED.fullmatch(words)
    return match["own"] if match and not _COUNTED.search(words) else ""


def names_lines(shared: str) -> bool:
    """Whether an enumeration shares a line of traffic as its noun: 甲丙、乙丁等铁路项目 names lines by their ends."""
    return _LINES.match(shared) is not None


def is_line(words: str) -> bool:
    """Whether a member of such an enumeration can be the name of a line."""
    return _LINE.fullmatch(words) is not None


def is_sized(words: str) -> bool:
    """Whether words say how much a works makes a year: 临江化工60万吨乙烯."""
    size = _SIZED.search(words)
    return size is not None and size.start() >= 2


def listed_after_label(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the names stand that a box sets out after a label: 先进制造：甲、乙、丙。"""
    place = 0
    for sentence in re.split(r"(?<=[。；;])", text):
        start, place = place, place + len(sentence)
        label = _LABEL.match(sentence)
        if label is None:
            continue
        members = sentence[label.end() :].rstrip("。；; \u3000").removesuffix("等").split("、")
        begin = start + label.end()
        if len(members) < 2 or not all(_MEMBER.fullmatch(m) and not begins_with_order(m) for m in members):
            continue
        for member in members:
            yield begin, begin + len(member)
            begin += len(member) + 1


def numbered_name(text: str) -> tuple[int, int] | None:
    """Return where the name stands that opens an item of a list of projects: （1）青柳水库扩容，总投资…; or None."""
    mark = _NUMBER.match(text)
    if mark is None:
        return None
    start = mark.end()
    if verb := _BUILDING.match(text, start):
        start = verb.end()
    stop = _END_OF_NAME.search(text, start)
    end = stop.start() if stop else len(text.rstrip())
    name = text[start:end]
    if not _MEMBER.fullmatch(name) or _COUNTED.search(name) or _GENERIC_END.search(name) or begins_with_order(name):
        return None
    return start, end


def is_numbered(text: str) -> bool:
    """Whether a line opens with the number or the sign of an item."""
    return _NUMBER.match(text) is not None
