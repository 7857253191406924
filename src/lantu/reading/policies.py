"""Policies that body text names: documents, plans, actions, programmes, pilots and strategies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.plan.ground import Step
from lantu.reading.named import Named
from lantu.reading.noun_phrases import Phrase, phrases
from lantu.reading.passage import Passage
from lantu.reading.phenomenon import Phenomenon

_TITLE = re.compile(r"《[^《》]{2,100}》")
_QUOTED_NAME = re.compile(r"“[^“”,，。；;]{2,30}(计划|工程|行动|战略|方案)”")
_QUOTED_KINDS = {"计划": "plan", "工程": "programme", "行动": "action", "战略": "strategy", "方案": "document"}
_WORK_OF_ART = re.compile(r"(?:剧|影片?|小说|歌曲|节目|演出|文艺|游戏|画|舞|曲目?|书籍|图书|作品)[^。；;]*$")
_BUILT = re.compile(
    r"水库|机场|铁路|公路|厂|桥|管网|险工|并网|棚户区|公厕|楼|期工程|贯通|水系|干流|泵站|灌区|大坝|堤防|护岸|输变?电|变电站|特高压|管道"
)
_DRAFTED = re.compile(r"制定|出台|编制|印发|修订|起草|发布|签订|签署|落实|执行|贯彻|颁布|施行")
_KINDS: tuple[tuple[str, str], ...] = (
    ("plan",
        r"(?:三年|五年|倍增|培育|培训|提升|行动|攻坚|整治|防治|引领|振兴|健身|[^规策]{2})计划(?!生育|"
        r"单列|指标)|”计划"),
    ("action", r"(?:爱国卫生|义务植树|国土绿化|全民阅读)运动|"
        r"(?:行动|专项行动|攻坚战|保卫战|持久战)(?!计划|方案|能力|自觉|党|者|力|起来)"),
    ("programme", r"(?<=”)工程(?=建设)|"
        r"工程(?!技术|机械|建设|质量|研究|院|师|中心|造价|项目|学院|承包|咨询|款|车|量|系统|实施方案)"),
    ("pilot", r"试点(?!示范区)|试点改革|综合改革试验区|先行先试"),
    ("strategy",
        r"战略(?!性|合作|支点|投资|腹地|定位|布局|目标|部署|任务|基点|支撑|机遇|平台|通道|要地|思维|重点|"
        r"高地|资源|科技|需求|储备|位置)"),
    ("reform", r"(?<=”)[^”“]{0,4}改革(?!创新|开放|发展|委|试点|试验|专项)|综合改革(?=$|[、等]|工作)"),
    ("activity", r"(?:评选|创建|治理|主题|表彰|实践|宣传|示范|系列|惠民|”)活动|(?<![业技主民])革命(?![精老根历史])"),
    ("document",
        r"(?:实施|工作|行动|建设|专项|总体|改革|保护|保持|整治|处置|应急|扶持|支持)方案|应急预案|"
        r"指导意见|实施意见|管理办法|实施细则|"
                 r"(?:专项|保护|详细|空间|总体|建设)规划|(?:产业|指导|投资|任务|权责|责任|负面|整改|调整|"
                 r"项目)(?:目录|清单)|条例|协议|行业标准"),
)  # fmt: skip
_TAIL = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS))
_DRAFT_TAIL = re.compile(
    r"(?:方案|规划|办法|意见|细则|规定|标准|目录|清单|条例|预案|计划|协议|(?<![优惠关各项])政策)(?=$|"
    r"支持|体系|[等和及与])"
)
_LAW = re.compile(r"^[\u4e00-\u9fff]{1,12}法(?=$|[等和及])")
_AFTER = re.compile(
    r"(?:$|[\s等的和及与并、）)（(]|建设|项目|工作|实施|要求|精神|改革|任务|成果|试点|成效|持续|全面|"
    r"扎实|深入|纵深|稳步|顺利|取得|力度|"
    r"有[效序力]|通过|获|编制|中|落地|启动|进展|加快|推进|体系|经验|为|红利|健康|活动|向|常态化|引导|支持|走|入|促进|引领|带动|为?牵引)"
)
_GENERIC = re.compile(
    r"^(?:[本这该其各此]|(?:一|若干)?(?:系列|批|项)|重点|重大|专项|实施|具体|有关|相关|配套|国家|省|"
    r"市|区域|我国|我省|我市|全国|全省|全市|年度|五年|"
    r"三年|发展|总体|基础设施|建设|基本建设|民生|水利|惠民|改革|示范|综合|系统|深化|体制|全面|机制|"
    r"关键|核心|创新|科技|土地|国家级|省级|市级|新|"
    r"统一|联合|集中|创建|主题|系列|行业|产业|规划|工作|行动|专门|扶持|引导|个性化|分类|先进|试点|"
    r"开放|集体|一体|自觉|一致|国土|空间|新一轮|提升|景区|城区|园区|校园|提标|升级|改造|基础性)*$"
)
_PERIOD_PLAN = re.compile(r"“十[一二三四五六]五”规划")
_NO_NAME = re.compile(
    r"[把抓使让是]|下协调|有关|某|多项|更好|符合|^对(?!外)|^[办结]|年内|工作和|重大战略|重大项目|重[大点]工程|主体工程|重[大点]项目清单|批准的|^专栏|更多"
)
_JOIN = re.compile(r"和|以及|及|与|并")
_KIND_NOUN = re.compile(r"(?:计划|专项行动|行动|工程|试点|战略|改革|活动|方案|规划|条例|协议|政策)$")


def named_policies(passage: Passage) -> Iterator[Named]:
    """Yield each policy that a passage names."""
    text = passage.block.text
    for title in _TITLE.finditer(text, passage.start, passage.end):
        if _WORK_OF_ART.search(text, max(passage.start, title.start() - 40), title.start()):
            continue
        source = passage.block.cite(title.start(), title.end())
        yield Named(source, "document", (Step(Phenomenon.BOOK_TITLE, source),))
    for quoted in _QUOTED_NAME.finditer(text, passage.start, passage.end):
        source = passage.block.cite(quoted.start(), quoted.end())
        yield Named(source, _QUOTED_KINDS[quoted[1]], (Step(Phenomenon.QUOTED_NAME, source),))
    for phrase in phrases(passage):
        yield from _in_phrase(phrase)


def _in_phrase(phrase: Phrase) -> Iterator[Named]:
    begin = 0
    found = False
    for match in _TAIL.finditer(phrase.masked):
        if not _AFTER.match(phrase.masked, match.end()):
            continue
        kind = match.lastgroup or ""
        item = _named(phrase, begin, match, kind)
        begin = match.end()
        while join := _JOIN.match(phrase.masked, begin):
            begin = join.end()
        if item is not None:
            found = True
            yield item
    if not found and _DRAFTED.search(phrase.verb):
        yield from _drafted(phrase)
    if not found and phrase.shared and phrase.members > 1:
        yield from _member(phrase)


def _named(phrase: Phrase, start: int, tail: re.Match[str], kind: str) -> Named | None:
    end = tail.end()
    words = phrase.masked[start:end]
    stem = _KIND_NOUN.sub("", words)
    if "《" in words or len(words) > 30 or len(words) < 4:
        return None
    if _GENERIC.match(stem) and "“" not in words:
        return None
    if (
        _NO_NAME.search(words)
        or _PERIOD_PLAN.search(phrase.text(start, end))
        or (kind == "programme" and _BUILT.search(words))
    ):
        return None
    first = phrase.first - phrase.start
    before = phrase.passage.block.text[phrase.first : phrase.start]
    if start == 0 and not phrase.shared and 0 < -first <= 24 and not _KIND_NOUN.search(before.rstrip("、")):
        # 绿化、亮化工程 is one programme, of which what stands before 的 only speaks.
        whole = phrase.passage.block.text[phrase.first : phrase.start + end]
        begin = first + max(len(before) - len(before.lstrip("、")), whole.rfind("的") + 1)
        start = begin if not _NO_NAME.search(whole) else start
    return Named(phrase.cite(start, end), kind, phrase.steps(tail.start(), end))


def _drafted(phrase: Phrase) -> Iterator[Named]:
    """What is drafted, issued or carried out is a document even where its noun alone would not show it."""
    match = _DRAFT_TAIL.search(phrase.masked)
    if match and "政策" in match[0] and not re.search(r"制定|出台|编制|印发", phrase.verb):
        return
    match = match or (_LAW.match(phrase.masked) if "落实" in phrase.verb else None)
    if match is None or "《" in phrase.masked or not 3 <= match.end() <= 30 or _NO_NAME.search(phrase.masked):
        return
    stem = re.sub(r"..$", "", phrase.masked[: match.end()])
    if not _GENERIC.match(stem):
        source = phrase.cite(0, match.end())
        yield Named(source, "document", (Step(Phenomenon.DRAFTED_DOCUMENT, phrase.verb_cited()),))


def _member(phrase: Phrase) -> Iterator[Named]:
    """A member of an enumeration that ends in 等行动, 等工程 and the like, where it has a name in quotes."""
    match = re.match(r".{0,6}?(计划|行动|活动|工程|试点|战略|改革)", phrase.shared)
    if match and phrase.masked.startswith("“") and phrase.masked.endswith("”"):
        kinds = {"计划": "plan", "行动": "action", "活动": "activity", "工程": "programme", "试点": "pilot"}
        kind = kinds.get(match[1], "strategy" if match[1] == "战略" else "reform")
        yield Named(phrase.cite(), kind, phrase.steps())
