"""Systems that body text names: platforms, information systems, registers, monitoring networks, apps and indices."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.plan.ground import Step
from lantu.plan.section import Level
from lantu.reading.named import Named
from lantu.reading.noun_phrases import Phrase, phrases
from lantu.reading.passage import Passage
from lantu.reading.phenomenon import Phenomenon

_KINDS: tuple[tuple[str, str], ...] = (
    ("platform",
        r"平台(?!经济|公司|企业|期|型|化|招商|提供|载体|建设力度|作用)|信息港|信息枢纽|移动传播矩阵|"
        r"大脑(?!皮)|云平台|驾驶舱|网上(?:超市|商城|办事大厅)|(?:智算|超算|云计算|大数据)中心"),
    ("information_system",
        r"(?:信息|管理|监督|指挥|调度|监控|预警|追溯|服务|业务|办公|审批|监管|综合|操作|决策|支持|数据|"
        r"交易|支付|查询|评价)系统(?![性化])"),
    ("database", r"数据库|基础库(?:群)?|资源库|知识库|人口健康信息化"),
    ("registry",
        r"(?:企业|项目|人才|培育|储备|后备|专家|信息|名录|案例|需求|产品|技术|品牌|资产)库(?!房|区|容|"
        r"存)|项目库"),
    ("network",
        r"(?:服务|信息|监测|监控|专业|感知|预警|物联|政务|民心|教育|算力|视频|观测)(?:网络(?:体系)?|"
        r"网(?![上点约购吧民商格红站络]))|专网|(?:监控|监测)体系"),
    ("index", r"(?<![发数])指数(?=$|[、和及]|综合系统|体系|发布)|指数综合系统"),
    ("app", r"APP(?:客户端)?|[Aa]pp|客户端|小程序|公众号"),
    ("smart",
        r"智慧(?:城市|园区|校园|社区|医院|政务|交通|农业|旅游|水利|应急|工地|工厂|景区|港口|矿山|能源|"
        r"水务|环保|医疗|养老|物流|教育|城管|公安|乡村|图书馆)"
              r"(?![的型])|数字(?:政府|孪生[\u4e00-\u9fff]{0,4}|图书馆|档案馆|博物馆)|城市大脑"),
    ("statistics", r"(?:统计|监测|在线[\u4e00-\u9fff]{0,4})机制"),
)  # fmt: skip
_TAIL = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS))
_AFTER = re.compile(
    r"(?:$|[\s等和及与并、）)（(”]|建设|作用|上线|平台|项目|开发|应用|运[行营]|使用|升级|"
    r"服务(?:能力)?$|改造|建成|投[用入]|落地|为|实现|全面|持续|的|发布|体系|试点|功能|数据|互联|接入|"
    r"覆盖|整合|共享|对接|智慧|数字)"
)
# Places of work together, of money or of opening up are called platforms too, without being systems.
_NO_SYSTEM = re.compile(
    r"合作平台|开放平台|创新平台|投融资平台|融资平台|科创平台|产业平台|发展平台|载体平台|交流平台|"
    r"研发平台|展示平台|园区平台|经贸平台|会展平台|战略平台|"
    r"政府平台|国企平台|公司|学研平台|校企|招商平台|平台和|各类平台|科研平台|外贸|展会平台|实体平台|"
    r"中试平台|博览会|检测平台|对话平台|承载平台|孵化平台|"
    r"配套平台|市级平台|省级平台|国家级平台|级[^工]{0,4}平台|生态系统|水系统|电力系统|水系统|"
    r"能源系统|为主|供[水热气电]系统|排[水污]系统|体系统|系统性|商标"
)
_GENERIC = re.compile(
    r"^(?:[本这该其各此]|一批|一个|重要|重大|国家|省|市|全市|全省|相关|有关|统一|综合|管理|服务|公共|"
    r"信息|新型?|多个|若干|重点|互联网|网络|现有|上述|建设|国内|国际|"
    r"全国|高端|优质|电商|高能级|高水平|一流|大型|创业|就业创业|支撑|区域|工作|智能|完善|"
    r"[a-zA-Z]\w{0,2}|产品|人才|项目|企业|技术|开放|专业|安全|业务)*$"
)
_DIGITAL = re.compile(
    r"信息|数据|数字|网|智|云|线|电商|电子|8890|12345|追溯|监[管测控]|政务|指挥|预警|调度|交易|征信|"
    r"信用|金融|人才|就业|"
    r"预约|挂号|缴费|算|云计算|"
    r"管理|服务|支撑|共享|协同|供求|体验|发布|监督|决策|APP|平台经济|“"
)
_NAMED_PLATFORM = re.compile(
    r"平台“([^“”]{2,16})”|“([^“”]{2,16})”(?:等)?(?:[\u4e00-\u9fff]{0,8}平台|(?:APP|App|app)|小程序|移动端|手机端|"
    r"客户端|公众号|系统)"
)
_NAMED_NET = re.compile(
    r"“(智慧[^“”、]{2,8}|"
    r"数字(?![\u4e00-\u9fff]{2}”(?:建设|发展|战略|品牌|$|[，。、；]))[^“”]{2,14}|"
    r"[^“”]{2,14}(?:库群|数据库|信息港|大脑|平台|信息系统|云))”"
)
_SHARED = re.compile(r"(?:[\u4e00-\u9fff]{0,6})平台(?!$|经济)?|信息系统|数据库")


def named_systems(passage: Passage) -> Iterator[Named]:
    """Yield each system that a passage names."""
    if passage.heading and not (passage.section is not None and passage.section.level is Level.TOPIC):
        return
    text = passage.block.text
    for pattern in (_NAMED_PLATFORM, _NAMED_NET):
        for match in pattern.finditer(text, passage.start, passage.end):
            source = passage.block.cite(match.start(), match.end())
            yield Named(source, "platform", (Step(Phenomenon.QUOTED_NAME, source),))
    for phrase in phrases(passage):
        yield from _in_phrase(phrase)


def _in_phrase(phrase: Phrase) -> Iterator[Named]:
    begin = 0
    found = False
    for match in _TAIL.finditer(phrase.masked):
        if not _AFTER.match(phrase.masked, match.end()):
            continue
        found = True
        item = _named(phrase, begin, match)
        begin = match.end()
        while join := re.compile("和|以及|及|与").match(phrase.masked, begin):
            begin = join.end()
        if item is not None:
            yield item
    if not found and phrase.members > 1 and (shared := _SHARED.match(phrase.shared)):
        words = phrase.text() + shared[0]
        if (
            _DIGITAL.search(words)
            and not _NO_SYSTEM.search(words)
            and re.fullmatch(r".{2,15}[^心站仓点局港]", phrase.masked)
        ):
            yield Named(phrase.cite(), "platform", phrase.steps())


def _named(phrase: Phrase, begin: int, match: re.Match[str]) -> Named | None:
    kind = match.lastgroup or ""
    words = phrase.masked[begin : match.end()]
    stem = phrase.masked[begin : match.start()]
    if _NO_SYSTEM.search(words) or not 4 <= len(words) <= 30:
        return None
    if kind == "smart":
        begin, kind = match.start(), "digital_mechanism"
        return Named(phrase.cite(begin, match.end()), kind, phrase.steps(begin, match.end()))
    if _GENERIC.match(stem) and kind in ("platform", "app", "index", "network", "database"):
        short = re.sub("平台$", "", words)
        if _GENERIC.match(short) or kind != "platform":
            return None
    if kind == "platform" and not _DIGITAL.search(words):
        return None
    return Named(phrase.cite(begin, match.end()), kind, phrase.steps(match.start(), match.end()))
