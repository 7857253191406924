"""Names of quantities made comparable: 全市城镇化率 is 常住人口城镇化率, but 登记失业率 is not 调查失业率.

Method: a name loses what does not tell quantities apart (whose area it is, signs, brackets, verbs of promising), words
that mean the same are written one way, and what remains is compared by its pairs of neighbouring signs (Dice's
coefficient). Qualifiers that make two quantities of one (城镇 or 农村, 新增 or 累计) must stand in both names or in
neither.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

ALIKE = 0.85
"""Dice's coefficient from which two names are taken for one; found by eye on plans of several places."""

_BRACKETS = re.compile(r"[(〔\[<《【][^()〔〕\[\]<>《》【】]{0,40}[)〕\]>》】]")
_PROMISES = re.compile(
    r"^(?:力争|争取|努力|确保|保证|保持|维持|稳定|控制|实现|推动|促进|使得?|将|让|把|要|其中|到(?!位)|完成|达到|至|全力|进一步|"
    r"提高|提升|降低|拥有|建立|巩固|基本|通过|加快|以及|和|及|与|并|[\d〇一二三四五六七八九十]+年[底末]?|底|末|年末|年底)+"
)
_OWN_AREA = re.compile(r"全[市县区州盟旗域]|[我本][市县区州盟旗]|市域|县域内?|辖区内?|年末|年底|期末")
# One way to write what means the same. Sources: names in the outline of the national 14th Five-Year Plan and in the
# statistical communiqués; “水质优良” is the Ministry of Ecology's short name for classes Ⅰ to Ⅲ;
# 公共财政预算 was renamed 一般公共预算 by the Budget Law of 2014; 农村牧区 is what pastoral regions call 农村.
_SAME = tuple(
    (re.compile(pattern), word)
    for pattern, word in (
        (r"地级及以上(?=城市)", ""),
        (r"规上", "规模以上"),
        (r"城镇(?=老旧小区)|(?<=普惠)性|公共(?=停车[位泊])|农村(?=卫生厕所|户厕|自来水普及)", ""),
        (r"停车泊位|停车场泊位", "停车位"),
        (r"固投(?=增|$)", "固定资产投资"),
        (r"(?:外贸|货物|对外贸易)*进出口(?:贸易)?(?:总额|总值|额|值)?", "进出口"),
        (r"(PM(?:2\.5|10))(?:年)?(?:平均)?(?:质量)?浓度(?:年?均值)?", r"\1浓度"),
        (r"造林绿化|绿化造林|植树造林|营造林", "造林"),
        (r"粮食总产(?!值|能)量?", "粮食产量"),
        (r"(?:招商引资|引进)*(?:实际|实)?到位?资金", "到位资金"),
        (r"(?:农村|富余|剩余)*劳动力转移(?:就业)?|转移(?:就业)?(?:农村|富余|剩余)*劳动力(?:就业)?", "转移劳动力"),
        (r"居民消费价格(?:总水平|总指数|指数)?|(?<![A-Za-z])CPI(?![A-Za-z])", "居民消费价格"),
        (r"限上", "限额以上"),
        (r"农村牧区|农牧区", "农村"),
        (r"农牧民|农民(?=人均)", "农村居民"),
        (r"常住居民", "居民"),
        (r"一般公共(?=(?:财政)?预算)", "公共"),
        (r"社零总?额|社会消费品零售额", "社会消费品零售总额"),
        (
            r"(?:旅游|游客)接待(?:游客|总?人[次数]+|总?量)?|接待(?:国内外|各类)*(?:游客|旅游者)(?:总?人[次数]+|总?量)?|"
            r"(?:旅游|游客)总?人[次数]+",
            "接待游客",
        ),
        (r"(?:国内|地区)?生产总值|(?<![A-Za-z])(?i:GDP)(?![A-Za-z])", "生产总值"),
        (r"研究与?(?:试验发展|开发)|科学研究与试验发展|R&D|r&d|研究和试验发展|(?<!与)试验发展", "研发"),
        (r"研发研发", "研发"),
        (r"(?<=研发)经费(?:投入|支出)(?!强度)", "经费"),
        (
            r"(?:地表水|河流|水体|断面|国控|省控|国考|省考|考核)*(?:达到或?[好优]于|达到和好于|好于|优于)?"
            r"[Ⅲ三]类(?:以上)?(?:水体|水质)?",
            "水质优良",
        ),
        (r"(?:地表水|河流|断面|水环境)+(?=水质优良)", ""),
        (r"水质优良(?:断面|水体)", "水质优良"),
        (r"水质优良水质优良|水质水质优良|水水质优良", "水质优良"),
        (r"(?:城市|环境)*空气质量(?:达标)?(?:优良|达标|良好)|环境空气优良|空气优良", "空气优良"),
        (r"(?<!空气)优良天数", "空气优良天数"),
        (r"(?:万元|单位|每万元|亿元)生产总值", "单位生产总值"),
        (r"能源消费|能源消耗|综合能耗", "能耗"),
        (r"比重|比例|比率|占比|率比", "比"),
        (r"每千名?常?住?人口?", "每千人"),
        (r"每万名?常?住?人口?", "每万人"),
        (r"人均期望寿命|人均预期寿命|平均预期寿命|居民预期寿命", "预期寿命"),
        (r"执业(?:助理)?医师", "执业医师"),
        (r"财政(?=预算收入)|地方(?=一般公共预算)|地方财政", ""),
        (r"拥有量|拥有|总数量|数量|总数|个数|家数|数目", ""),
        (r"人数", "人"),
        (r"常住人口(?=城镇化)", ""),
        (r"综合(?=收入)|总(?=收入|产值|产量)|总量", ""),
        (r"秸秆综合利用", "秸秆利用"),
        (r"占(?:到)?(?:全市)?", "占"),
        (r"的|平均(?=受教育)|水平$|平均值$", ""),
        (r"(?<!指)(?<!系)(?<!倍)(?<!天)(?<!分)数$", ""),
    )
)  # fmt: skip
_ENDING = re.compile(
    r"(?:将|均|都|约|高|可|能|分别|稳定|成功|就|要|总额|累计)*"
    r"(?:达到?|为|至|到|实现|控制在?|保持在?|稳定在?|占|提高|提升|增长|增加|下降|降低|完成|突破|超过)$"
)
_QUALIFIERS = re.compile(
    "城镇|农村|农民|城乡|登记|调查|户籍|常住|人均|户均|地均|亩均|每千人|每万人|单位|增加值|产值|销售|营业|利润|税收|支出|投入|投资|"
    "收入|出口|进出口|进口|利用外资|第[一二三]产业|[一二三]产|工业|服务业|农业|制造业|建筑业|林业|畜牧业|渔业|规模以上|限额以上|"
    "学前|幼儿园|小学|初中|高中|义务教育|九年|高等教育|职业|新增|累计|新建|改造|国家级|省级|市级|县级|中央|职工|居民|民间|"
    "固定资产|县城|建制镇|中心城区|建成区|村|PM2|PM10|优良|重污染|劣|生活|危险|一般|降低|下降|增长|增速|提高|男|女|儿童|老年|残疾|"
    "养老|医疗|失业|工伤|生育|床位|医师|医生|护士|高技术|战略性|数字|线上|网络|全国|全省|公办|普惠|民办|公共|绿地|森林|林木|草原|湿地|"
    "重点|贫困|脱贫|天数|人次|接待|国内|境外|入境|存款|贷款|一次|二次|首次|再|净|毛|合格|优质|优秀|覆盖|普及|入学|毛入|巩固|参保|"
    "处理|收集|利用|回收|垃圾|污水|固体废物|秸秆|粪污|机械|良种|灌溉|自来水|燃气|供热|公路|铁路|高速|农用|耕地|高标准|建设用地|"
    "粮食|蔬菜|水果|肉|蛋|奶|水产|用水|能耗|碳|氮|化学需氧量|氨|二氧化硫|标准煤|每平方公里|高价值|发明|实用|授权|申请|人才|高技能|"
    "存量|增量|上市|独角兽|瞪羚|科技型|高新|专精特新|小巨人|个体|民营|国有|外资|外贸|跨境|旅游|文化|体育|倍差|恩格尔|基尼"
)
_ATOMS = re.compile(r"[\u3400-\u9fff\u2160-\u216b]|[a-z0-9.&]+")
_IDLE_WORDS = frozenset(
    [
        "the",
        "of",
        "in",
        "a",
        "an",
        "to",
        "for",
        "and",
        "per",
        "by",
        "on",
        "at",
        "is",
        "rate",
        "total",
        "number",
        "our",
        "whole",
        "city",
        "county",
    ]
)

_KEPT = 1 << 15  # names remembered; more than a plan and four beside it hold, and a thousand plans do not fill memory


@dataclass(frozen=True, slots=True)
class QuantityName:
    """A name's signs in order, its pairs, and the qualifiers it must share with another name of the same thing.

    sorted_signs: the signs whatever their order, the same for 森林覆盖率 and 覆盖森林率.
    """

    signs: tuple[str, ...]
    pairs: frozenset[str] = field(hash=False)
    qualifiers: frozenset[str] = field(hash=False)
    sorted_signs: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Sort the signs once; names are set beside many others."""
        object.__setattr__(self, "sorted_signs", tuple(sorted(self.signs)))

    def alike(self, other: QuantityName) -> float:
        """Return how alike two names are, 0 to 1; 0 where a qualifier stands in one of them only."""
        if self.qualifiers != other.qualifiers or not self.signs or not other.signs:
            return 0.0
        if self.signs == other.signs:
            return 1.0
        if len(self.signs) > 5 and self.sorted_signs == other.sorted_signs:
            return 0.95
        shared = len(self.pairs & other.pairs)
        return 2 * shared / max(1, len(self.pairs) + len(other.pairs))


def quantity_name(text: str, area: str = "") -> QuantityName:
    """Make a name comparable.

    text: as printed. area: the plan's region, whose name tells nothing within its own plan.
    """
    # A name that cannot hold the area is one name for every plan, and is worked out once for all of them.
    return _quantity_name(text, area if area[:1] in text else "")


@lru_cache(maxsize=_KEPT)
def _quantity_name(text: str, area: str) -> QuantityName:
    name = unicodedata.normalize("NFKC", text.replace("Ⅲ", "三").replace("III", "三")).strip()
    name = _BRACKETS.sub("", name)
    for word in filter(None, (area, area[:-1] if len(area) > 2 else "")):
        name = name.replace(word, "")
    name = _OWN_AREA.sub("", re.sub(r"[★☆*※“”\"'‘’\s]", " " if name.isascii() else "", name))
    name = _PROMISES.sub("", name)
    for pattern, word in _SAME:
        name = pattern.sub(word, name)
    name = _ENDING.sub("", name)
    signs = tuple(atom for atom in _ATOMS.findall(name.lower()) if atom not in _IDLE_WORDS)
    pairs = frozenset(f"{a}{b}" for a, b in pairwise(signs)) or frozenset(signs)
    return QuantityName(signs, pairs, frozenset(_QUALIFIERS.findall(name)))
