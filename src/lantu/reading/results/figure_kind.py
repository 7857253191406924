"""What kind of figure a statement gives, and the bare name of the quantity behind it.

Method: a change is told by its comparator or by its name (增长, 降低, 新增), a ratio by its unit; words that only carry
the kind are taken off the name, so that 地区生产总值增长, 年均增长 and 地区生产总值 are names of one quantity.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lantu.plan.change_name import bare_name, is_addition, is_cut, is_growth
from lantu.plan.measure import measure
from lantu.plan.quantity import Comparator
from lantu.plan.result import FigureKind
from lantu.plan.unit_kind import is_percentage, is_points

# A difference from the year before (多增38万人) is no amount added.
_AGAINST = re.compile(r"同比|比上年|较上年|比去年|较去年|比上年末|比年初|较年初|多增|少增|环比")
_DONE = re.compile(
    r"完成|新?建成|新建|改造|造林|绿化|治理|修复|拆迁|培训|实施|实现|发放|开通|培育|引进|落实|新增|净增|办结|建设|安置|脱贫|\b(?:built|completed|added|created)\b",
    re.IGNORECASE,
)
_STANDS_AT = re.compile(
    r"达到?|总[数量额]|累计|保有|拥有|现有|为(?=[\d.])|\b(?:reach|stand|stood|total)", re.IGNORECASE
)
_JOBS = re.compile(r"^(?:实现)?(?:城镇)?(?:净增|新增)(?:城镇)?就业(?:人员|人数|岗位|人口)?$|^城镇就业新增$")
# Amounts within a period by their nature, though no word says so.
_FLOW = re.compile(r"^(?:城镇)?(?:失业人员|下岗失业人员)?再就业(?:人员|人数)?$|就业困难人员(?:实现)?就业")
_OPENING_TIME = re.compile(r"^(?:in|by|during|at the end of)\s+(?:the year\s+)?(?:19|20)\d\d,?\s+", re.IGNORECASE)
_ADDED = re.compile(
    r"^(?:每年|年均|累计|新增|净增|增加|新改扩?建|新建改建|新建和改造|新建改造|新建及改造|新建|改建|当年|年内|共|全年|总计)+(?=[^率])"
)
_CHANGED = re.compile(
    r"(?:年均|累计|同比|平均每年)*(?:增长|增速|增幅|降低|下降|减少|降幅|涨幅|上涨|提高|提升|变化|上升)(?:率|幅度|速度|比例)?$"
    r"|\s+reduction(?=\s+(?:per|of)\s)|\s*\((?:increase|reduction)\)$|\s+(?:growth|increase|reduction)(?:\s+rate)?$|^(?:growth|increase|reduction)\s+(?:rate\s+)?(?:of|in)\s+",
    re.IGNORECASE,
)  # fmt: skip
_RISE = re.compile(r"(?:价格|指数|房价|CPI).{0,4}(?:涨幅|上涨|上升)$|涨幅$")
_BASIS = re.compile(
    r"(?:扣除价格(?:变动|上涨)?(?:因素)?(?:的?影响)?后?|按?(?:可比|不变)(?:价格?|口径)(?:计算)?|实际|名义|同比)+$"
)
_SHARE = re.compile(r"(?:(?<!生产)率|比重|占比|比例)$")
_CHORES = re.compile(
    r"(?:的?(?:新?建设|改造|建设改造|改扩建|完工))?的?(?:任务|工作|目标)$"
    r"|(?<=..)的?(?:新建改造|新改建|新建|建设改造|改造提升|提升改造|改扩建|改造|建设)$"
)


@dataclass(frozen=True, slots=True)
class Kind:
    """The kind of a figure.

    sign: -1 where the printed number is the size of a fall. done: whether its words say that something was done, so
    that an amount may be one added within the period.
    """

    kind: FigureKind
    sign: int = 1
    done: bool = False


# Work that is begun, finished or only mended is not the same work; 新建改造 is both.
_DEEDS = (
    ("begun", re.compile(r"开工(?:建设)?|启动(?:建设)?|动工")),
    ("built", re.compile(r"新建|新增|建成|竣工|完工|(?<!开工)(?<!启动)建设|(?<!改)扩建|投用|交付")),
    ("mended", re.compile(r"改造|改建|翻建|维修|修缮|整治|提升|新改")),
)


def deeds_of(quote: str) -> frozenset[str]:
    """Return which kinds of building work words tell of; empty where they tell of none."""
    return frozenset(deed for deed, pattern in _DEEDS if pattern.search(quote))


def kind_of_statement(subject: str, comparator: Comparator | None, unit: str | None, quote: str) -> Kind | None:
    """Return the kind of a statement's figure; None for what is no result: a difference, a rank."""
    sign = -1 if comparator is Comparator.DECREASE_BY or is_cut(subject) else 1
    changes = comparator in (Comparator.INCREASE_BY, Comparator.DECREASE_BY)
    if is_points(unit):
        return Kind(FigureKind.POINTS, sign) if changes or _is_change(subject) else None
    if is_percentage(unit):
        return Kind(FigureKind.GROWTH, sign) if changes or _is_change(subject) else Kind(FigureKind.RATIO)
    if (unit or "").endswith(("位", "名次")):
        return None
    if changes and (_AGAINST.search(quote) or sign < 0):
        return None
    done = bool(_DONE.search(quote)) and not _STANDS_AT.search(quote)
    added = changes or is_addition(subject) or _FLOW.search(subject)
    return Kind(FigureKind.ADDITION if added else FigureKind.LEVEL, 1, done)


def kind_of_indicator(name: str, unit: str | None) -> Kind:
    """Return the kind of figure an indicator's observations are."""
    if is_cut(name) or is_growth(name):
        return Kind(FigureKind.GROWTH, -1 if is_cut(name) else 1)
    if is_addition(name):
        return Kind(FigureKind.ADDITION)
    found = measure(unit)
    if (found is not None and found.family == "percent") or (found is None and _SHARE.search(bare_name(name))):
        return Kind(FigureKind.RATIO)
    return Kind(FigureKind.LEVEL)


def quantity_words(subject: str, kind: Kind) -> str:
    """Return a name without the words that only carry the kind of figure, or only say that work was done."""
    name = _OPENING_TIME.sub("", bare_name(subject) or subject)
    if _JOBS.match(name):
        return "城镇就业"  # the statistic of new jobs counts towns only, whether its name says so or not
    if kind.kind in (FigureKind.GROWTH, FigureKind.POINTS):
        name = _CHANGED.sub("", name) or name
        name = _BASIS.sub("", name) or name
    name = _CHORES.sub("", name) or name
    return _ADDED.sub("", name) or name


def _is_change(subject: str) -> bool:
    return is_growth(subject) or is_cut(subject) or _RISE.search(subject) is not None
