"""Projects that body text names: things to build, with a name of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.plan.ground import Step
from lantu.plan.section import Level
from lantu.reading.named import Named
from lantu.reading.noun_phrases import Phrase, phrases
from lantu.reading.passage import Passage
from lantu.reading.phenomenon import Phenomenon
from lantu.reading.project_lists import Listing
from lantu.reading.project_nouns import BUILT_THING, PLAIN, SUFFIX, WORK
from lantu.reading.project_works import (
    enlarged_thing,
    is_line,
    is_sized,
    is_work,
    listed_after_label,
    names_lines,
    numbered_name,
)

_AFTER = re.compile(
    r"(?:$|[\s等和及与、）)（(]|建设|工程|项目|加快|加速|开工|竣工|投产|投[用入]|建成|落[地户]|运营|"
    r"通车|开[园业馆]|启动|发展|"
    r"改造|升级|完工|顺利|全面|全线|贯通|试|挂牌|主体|高标准|规划|前期|工作|为龙头|做[大优]|正式|成功|获批|"
    r"投运|通航|封顶|进度|步伐|释放|完成|进入|在|\d|今年|年[内底]|通[气水电]|并网|规范|高效|有序|尽快|早日|如期|按期|进展|达产|扩)"
)
_BUILD = re.compile(
    r"建|推进|加快|加速|推动|实施|开工|竣工|投产|启动|规划|谋划|争取|引进|打造|设立|成立|做大|做强|落地|抓好|完成|积极|"
    r"布局|发展|探索|配合|拓宽|改造|申报|全力|大力|重点|全面|获评|获批|统筹|优先|着力|高标准"
)
_BUILT = re.compile(
    r"(?:加速|加快|顺利|全面|正式|成功|已|全线|主体|即将|如期|按期){0,3}(?:建设(?=[\s，。；、,;]|$)|开工|竣工|投产|投[用入]|建成|落[地户]|"
    r"运营|通车|开[园业馆]|启动|完工|贯通|封顶|投运|通航|达产|通[气水](?![平能库])|并网发电|做大做强|完成前期|进入[^，。；]{2,8}阶段)"
)
_WHOLE = re.compile(r"全[市省县区国]|本[市省县区]")
_WORK_SHARED = re.compile(r"[^，。]{0,24}?(?:项目|工程(?!技术))|进行[^，。]{0,4}(?:改造|建设|修缮)")
_EVENT = re.compile(r"惠民|服务|消费|活动|^民生")
_NO_CORE = re.compile(
    r"^[年日]产|[十百千]亿级|牵头|统一|升格|创成|\d+片|\d+家|拉动|^投资|^办|以上|年内|(?<![A-Za-z])平台|体系|机制|企业|产业链|能力|[把让使是将或、]|"
    r"各类|各专业|一批|多个|[两三四五六七八九十]大|[两三四五六\d]+个|\d+座|为中心|以.{0,6}为|行业|"
    r"制造业|问题|水平|质量|现有|市场主体|国内|世界|^为|力度|^运营|^各|^新[政建一型的]"
)
_NO_NAME = re.compile(
    r"产业发展$|创业$|工程质量|工程建设|农村公路$|国际.{0,2}中心$|消费中心|区域.{0,4}中心|项目库|项目管|重[大点]项目|"
    r"^.{0,2}建设项目$|民生项目|民生建设|民生保障|社会事业项目|(?:完善|安全|硬化|绿化|亮化|美化|净化|道路|线路|景观提升)$|公益性|亿元|(?:投资|产业|招商|工业)项目$|为中心"
)
_GENERIC = re.compile(
    r"^(?:[本这该其各此]|改扩建|新改建|改造|更新|供热|供水|供气|燃气|排水|地下|专门|零碳|低碳|“两重”|新建|扩建|改建|迁建|重点|重大|专业|现代化?|高品质|高标准|标准化|特色|优质|国家级?|省级?|市级|"
    r"县级|区级|镇级|村级|新型?|"
    r"绿色|智慧|智能|公共|基础|基础设施|社会|综合|城市|农村|乡村|城镇|城乡|大型|中小型|小型|重要|"
    r"主要|相关|有关|市政|中心|社区|"
    r"企业|产业|工业|农业|工程|技术|科技|创新|研发|服务|创业|孵化|经济|对外|经贸|境外|开放|合作|交通|"
    r"水利|民生|教育|医疗|卫生|"
    r"文化|旅游|文旅|体育|养老|生态|环境|环保|能源|电力|通信|商贸|物流|商业|贸易|国际|区域|全域|"
    r"一体化|示范|试点|先进|高端|精品|"
    r"品牌|多功能|各|全|市|县|区|镇|村|乡|省|的|老|旧|小|大|和|与|及|一流|共享|数字|数据|大数据|直播|"
    r"电商|电子商务|跨境|冷链|仓储|"
    r"配送|专用|特种|民间|产学研|院士|人民|健康|康养|休闲|观光|美丽|幸福|义务|职业|学前|公立|公办|"
    r"民办|普惠|高等|基层|乡镇|街道|"
    r"高新|自由|综保|自贸|功能|核心|保护|生产|建设|发展|加工|制造|运动|健身|全民|活动|展示|展览|交易|"
    r"交流|会展|博览|培训|实训|"
    r"双创|众创|普通|素质|次干|主干|区内|城区内|政务|地标型|配套|文明|乡村振兴|国家农业|种子|育苗|"
    r"支线|通用|病险|枢纽|普速|城际|干线|备用|景观|迎宾|深远海|沿海|海上|陆上|分散式|产业集群|[一二三]级|政府|专项|"
    r"生活|垃圾|污水|处理|设施|棚户|老旧|小区|住房|保障)*$"
)
# A 工程 without any of these is a programme of work on people or services: a policy.
_PHYSICAL = re.compile(
    r"[水河湖江海渠堤坝路桥厂楼网管井泵电气煤矿库房棚站林草湿岸景]|新建|改建|扩建|改造|建设|治理|"
    r"修复|绿化|亮化|整治|主体|土建|"
    r"[一二三]期|加固|线"
)
_PLACE = re.compile(
    r"[\u4e00-\u9fff]{2,}(?:[省市县镇乡](?!场|级|民|域|政|区|内|外|村)|集团|公司|大学|管理区)|“|"
    r"[A-Za-z0-9]{2,}|[·・]|[东西南北中]部"
)
_BRACKET_AT_END = re.compile(r"[(（]□*[)）]$")
# 改扩建甲 orders as much as 新建甲 does, and opens no name.
_NEWLY = re.compile(r"(?:改扩建|新改建|迁建|改建|扩建)(?=[\u4e00-\u9fff“]{4})(?!项目|工程)")
_SOME = re.compile(r"(?:一批|若干|系列)[^，。、]{0,4}$")
_SET_UP = re.compile(r"设立|组建|成立|发起")
_ANY_FUND = re.compile(r"(?:产业|政府|专项|投资|引导|发展)*基金")
# What is founded and not built is a body: 成立甲研究院, 组建乙集团.
_FOUNDED = re.compile(r"成立|组建|重组")
# 建成游客服务中心23处 names none: so many of a sort.
_COUNTED = re.compile(r"(?:共|累计|达)?\d+余?[个座处家所条栋](?!县|镇|乡|村|项目)")
_JOIN = re.compile(r"以及|和|及|与|并")
_CELL_NAME = re.compile(r"(?=.*[\u4e00-\u9fff]{2})(?!(?:合计|小计|总计|共计|[一二三四五六七八九十]+、|其中)).{3,60}")
_ENDS = re.compile(rf"(?:{BUILT_THING.pattern}|项目|工程|建设|改造|迁建|扩建|试点城市|示范[市县区])$")


def named_projects(passage: Passage, listing: Listing = Listing.NONE) -> Iterator[Named]:
    """Yield each project that a passage names.

    listing: in a list of projects no word has to say that they are built, and a cell of names is a name as it stands.
    """
    if passage.heading and not (passage.section is not None and passage.section.level is Level.TOPIC):
        return
    if listing is Listing.NAME:
        words = passage.block.text[passage.start : passage.end]
        if _CELL_NAME.fullmatch(words):
            things = [*BUILT_THING.finditer(words)]
            kind = (things[-1].lastgroup if things else "") or "other"
            source = passage.block.cite(passage.start, passage.end)
            yield Named(source, kind, (Step(Phenomenon.COLUMN_OF_PROJECTS, source),))
        return
    if listing is not Listing.NONE:
        yield from _set_out(passage, listing)
    for phrase in phrases(passage):
        told = Step(Phenomenon.LIST_OF_PROJECTS) if listing is Listing.LIST else _is_built(phrase)
        if told is not None:
            lines = phrase.members > 1 and names_lines(phrase.shared)
            for start, end in _parts(phrase.masked, anywhere=lines):
                part = phrase.part(start, end)
                if lines and is_line(part.masked):
                    yield Named(part.cite(), "transport", (*part.steps(), told))
                else:
                    yield from _in_part(part, told)


def _set_out(passage: Passage, listing: Listing) -> Iterator[Named]:
    """Names that a list sets out, as they stand: after a label in a box, or at the head of a numbered item."""
    words = passage.block.text[passage.start : passage.end]
    spans = [*listed_after_label(words)]
    if listing is Listing.ITEM and (item := numbered_name(words)):
        spans = [item]
    for start, end in spans:
        name = words[start:end]
        if not _NO_NAME.search(name):
            things = [*BUILT_THING.finditer(name)]
            source = passage.block.cite(passage.start + start, passage.start + end)
            kind = (things[-1].lastgroup if things else "") or "other"
            yield Named(source, kind, (Step(Phenomenon.LIST_OF_PROJECTS, source),))


def _is_built(phrase: Phrase) -> Step | None:
    """What around a phrase says that it is built: the verb before it, or what is said of it after it."""
    block = phrase.passage.block
    if _BUILD.search(phrase.verb):
        return Step(Phenomenon.SAID_TO_BE_BUILT, phrase.verb_cited())
    if newly := _NEWLY.match(phrase.masked):
        return Step(Phenomenon.SAID_TO_BE_BUILT, phrase.cite(0, newly.end()))
    said = _BUILT.search(block.text, max(phrase.start, phrase.until - 40), phrase.until)
    if said := said or _BUILT.match(block.text, phrase.until):
        return Step(Phenomenon.SAID_TO_BE_BUILT, block.cite(*said.span()))
    return Step(Phenomenon.SAID_TO_BE_BUILT) if _WORK_SHARED.match(phrase.shared) else None


def _parts(masked: str, *, anywhere: bool) -> list[tuple[int, int]]:
    """Cut at 和 and its like where a thing that is built ends before it, or anywhere."""
    newly = _NEWLY.match(masked)
    starts, ends = [newly.end() if newly else 0], []
    for join in _JOIN.finditer(masked):
        before = _BRACKET_AT_END.sub("", masked[starts[-1] : join.start()])[-14:]
        if anywhere or (len(before) >= 3 and (_ENDS.search(before) or is_work(before, ""))):
            ends.append(join.start())
            starts.append(join.end())
    return list(zip(starts, [*ends, len(masked)], strict=True))


def _in_part(phrase: Phrase, told: Step) -> Iterator[Named]:
    end, kind, tail = 0, "", (0, 0)
    for match in BUILT_THING.finditer(phrase.masked):
        suffix = SUFFIX.match(phrase.masked, match.end())
        whole = suffix.end() if suffix else match.end()
        if _AFTER.match(phrase.masked, whole) or _AFTER.match(phrase.masked, match.end()):
            end, kind, tail = whole, match.lastgroup or "", match.span()
    shared = phrase.members > 1 or is_sized(phrase.masked)
    shared = shared and bool(_WORK_SHARED.match(phrase.shared)) and not _EVENT.search(phrase.shared)
    shared = shared and not _SOME.search(phrase.passage.block.text[: phrase.first])
    if not end:
        plain = PLAIN.search(phrase.masked)
        if plain and _AFTER.match(phrase.masked, plain.end()) and (shared or plain[0][-2:] in ("项目", "工程", "计划")):
            end, kind, tail = plain.end(), "other", plain.span()
        elif shared:
            end, kind = len(phrase.masked), "other"
    if _COUNTED.match(phrase.masked, end):
        return
    if not shared and (work := is_work(phrase.masked, phrase.verb)) and work >= end - 4:
        yield Named(phrase.cite(0, work), kind or "other", (*phrase.steps(0, work), told))
        return
    if not end and (own := enlarged_thing(phrase.masked)) and not _GENERIC.match(own):
        yield Named(phrase.cite(), "other", (*phrase.steps(0, len(phrase.masked)), told))
        return
    words = re.sub(r"建设$", "", phrase.masked[:end])
    whole_area = _WHOLE.match(words)
    new_fund = kind == "fund" and bool(_SET_UP.search(phrase.verb))
    new_fund = new_fund and not _ANY_FUND.fullmatch(words)
    if kind == "public_service" and _FOUNDED.search(phrase.verb):
        return
    if words and _names_one(words[whole_area.end() :] if whole_area else words, kind, new_fund=new_fund):
        yield Named(phrase.cite(0, len(words)), kind, (*phrase.steps(*tail), told))


def _names_one(words: str, kind: str, *, new_fund: bool = False) -> bool:
    """Whether the words name one thing and not a sort of things; new_fund: a fund that is being set up is one."""
    stem = re.sub(r"(?:建设)?(?:项目|工程)$", "", words)
    tails = [] if kind == "other" else [*BUILT_THING.finditer(stem)]
    core = stem[: tails[-1].start()] if tails else re.sub(rf"{WORK}$", "", stem)
    shortest = 3 if words.endswith("路") else 4
    if not shortest <= len(words) <= 36 or _NO_CORE.search(core) or _NO_NAME.search(words):
        return False
    if kind == "other" and words.endswith("工程") and not _PHYSICAL.search(stem):
        return False
    if new_fund or _PLACE.search(stem):
        return bool(core)
    if kind == "fund" and _GENERIC.match(core):
        return False
    short = (
        shortest == 3
        or words.endswith(("泵站", "水厂", "水库", "大道", "大街", "大桥"))
        or (kind == "public_service" and not words.endswith(("中心", "综合体")))
    )
    short = short or (kind == "other" and len(core) > 2)
    return (len(core) >= 2 and (len(words) > 4 or short) and not _GENERIC.match(core)) or (
        stem != words and len(core) >= 7
    )
