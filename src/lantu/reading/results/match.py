"""Whether a result belongs to a target, how sure that is, and why.

Method: names must be alike (`plan.quantity_name`: same qualifiers, Dice's coefficient from 0.85 up), figures must be of
one kind and units of one family, and the period must be one whose results count. Each way in which they agree less than
fully takes something off the certainty and is told; nothing is made up for by anything else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lantu.plan.measure import measure
from lantu.plan.message import Message
from lantu.plan.period import PeriodKind
from lantu.plan.proposal import Fit, TargetKind
from lantu.plan.quantity_name import ALIKE, QuantityName
from lantu.plan.result import FigureKind
from lantu.reading.results.conversion import Converted, convert
from lantu.reading.results.reported import Reported
from lantu.reading.results.target import ResultTarget, year_result

# Names of everything and nothing: alone they do not tell which quantity is meant.
_IDLE = re.compile(
    r"投资|总投资|投入|资金|工程|项目|企业|道路|工作|任务|活动|措施|人员|人口|群众|居民|村|户|家庭|面积|总量|产值"
    r"|增加值|收入|支出|规模|总额|产量|数量|基地|设施|中心|平台|建设|改造|管网|标准|会议|文件|建议|问题|事项|服务"
    r"|产业|产品|机构|单位|部门|社区|乡镇|城市|农村|学校|小学|中学|主体|生活|实事|补助|补贴|贷款|覆盖|目标|指标"
    r"|数据|同比|增速|政策|事业|制度|investment|project|projects|output|growth|people|number|value|it|this"
)
_HARMLESS = re.compile(
    r"^(?:全社会|全部|全域|城区|本地|地区)|(?:总?量|总?额|总?数|总值|人数|规模|面积|里程|总长度|长度)$"
)
# What evaluations take for a quantity that no statistic gives: the output of a year for the capacity to produce it.
_PROXIES = {
    "粮食综合生产能力": ("粮食产量",),
    "能源综合生产能力": ("一次能源生产", "一次能源产量", "能源生产", "能源产量"),
}
_KINDS: dict[FigureKind, Message] = {
    FigureKind.LEVEL: Message("水平数", "level"),
    FigureKind.RATIO: Message("比率", "ratio"),
    FigureKind.GROWTH: Message("增长率", "growth rate"),
    FigureKind.POINTS: Message("百分点变化", "change in points"),
    FigureKind.ADDITION: Message("当期新增（完成）数", "amount added in the period"),
    FigureKind.TOTAL: Message("多年累计数", "total of several years"),
}
_FIRMS = re.compile(r"企|主体|商|个体|合作社|农场")
_SHORT = 2
_PROXY = 0.7
# No sentence is so plain that a person need not look.
_SUREST = 0.99


@dataclass(frozen=True, slots=True)
class Match:
    """A result held against a target. names: how alike the names are. why: every agreement and every doubt."""

    target: ResultTarget
    result: Reported
    fit: Fit
    names: float
    certainty: float
    why: tuple[Message, ...]
    converted: Converted


def match(target: ResultTarget, result: Reported) -> Match | None:
    """Return the match of a result with a target; None where they speak of two things."""
    if result.elsewhere or not year_result(target, result.period) or _says_nothing(target.name):
        return None
    if target.deeds and result.deeds and target.deeds.isdisjoint(result.deeds):
        return None
    if _homes_against_things(target, result):
        return None
    names = _alike(target.name, result.name)
    if names == 0:
        return None
    kind = _kind(target, result)
    if kind is None:
        return None
    fit, of_kind, told = kind
    if fit is Fit.BESIDE and names < 1:
        return None
    converted = convert(_signed(target, result), result.unit, target.unit if fit is Fit.DIRECT else result.unit)
    factor = 1.0
    if converted is None:
        if {_family(target.unit), _family(result.unit)} != {"person", "visit"}:
            return None
        converted, factor = Converted(result.value), 0.8
    certainty, why = names * of_kind * factor, [_name_words(target, result, names), told]
    for weight, words in (
        *_unit(target, result, fit),
        *_period(target, result),
        *_size(target, result, fit, converted),
    ):
        certainty *= weight
        why.append(words)
    if len(target.name.signs) <= _SHORT and len(result.name.signs) <= _SHORT and not target.name.qualifiers:
        certainty *= 0.85
        why.append(
            Message(
                "名称很短，请看原句确认是不是一回事",
                "the name is short: please see in the sentence that it is the same",
            )
        )
    return Match(target, result, fit, names, min(certainty, _SUREST), tuple(why), converted)


def kind_words(kind: FigureKind) -> Message:
    """Return what people call a kind of figure."""
    return _KINDS[kind]


def _says_nothing(name: QuantityName) -> bool:
    return not name.signs or _IDLE.fullmatch("".join(name.signs)) is not None or len("".join(name.signs)) < 2


def _alike(one: QuantityName, other: QuantityName) -> float:
    likeness = one.alike(other)
    if likeness >= ALIKE:
        return likeness
    stands_for = _PROXIES.get("".join(one.signs), ())
    if any(_HARMLESS.sub("", "".join(other.signs)) == _HARMLESS.sub("", word) for word in stands_for):
        return _PROXY
    bare, plain = (_HARMLESS.sub("", "".join(name.signs)) for name in (one, other))
    return 0.9 if bare == plain and len(bare) >= _SHORT and one.qualifiers == other.qualifiers else 0.0


def _name_words(target: ResultTarget, result: Reported, names: float) -> Message:
    if names == 1.0 and target.words == result.words:
        return Message(f"名称相同：{target.words}", f"same name: {target.words}")
    if names == _PROXY:
        return Message(f"评估中通常以“{result.words}”代表“{target.words}”",
                       f"evaluations commonly take “{result.words}” for “{target.words}”")  # fmt: skip
    if names == 1.0:
        return Message(f"名称同义：规划“{target.words}”，报告“{result.words}”",
                       f"names of one thing: plan “{target.words}”, report “{result.words}”")  # fmt: skip
    return Message(f"名称相近（{names:.2f}）：规划“{target.words}”，报告“{result.words}”",
                   f"like names ({names:.2f}): plan “{target.words}”, report “{result.words}”")  # fmt: skip


def _kind(target: ResultTarget, result: Reported) -> tuple[Fit, float, Message] | None:
    wanted, given = target.kind.kind, result.kind.kind
    said = _KINDS[given]
    if given in (FigureKind.GROWTH, FigureKind.POINTS) and not _spans_alike(target, result):
        return None
    if result.averaged and target.item is TargetKind.INDICATOR and wanted is given:
        return Fit.BESIDE, 0.8, Message("年均数，不是某一年的数，供参考", "a yearly average, not the value of one year")
    if wanted is given:
        return Fit.DIRECT, 1.0, Message(f"同为{said.zh}", f"both are: {said.en}")
    if given is FigureKind.TOTAL and (wanted is FigureKind.ADDITION or (wanted is FigureKind.LEVEL and target.total)):
        return Fit.DIRECT, 1.0, Message(f"{said.zh}，对应期间目标", f"{said.en}, for a target of the whole period")
    amount = target.kind if wanted is FigureKind.LEVEL else result.kind
    if {wanted, given} == {FigureKind.LEVEL, FigureKind.ADDITION} and amount.done:
        return (
            Fit.DIRECT,
            0.9,
            Message("当年完成数；规划或报告没有写“新增”", "done within the year; one of the two does not say “new”"),
        )
    if {wanted, given} <= {FigureKind.LEVEL, FigureKind.GROWTH}:
        other = _KINDS[wanted]
        told = Message(
            f"目标是{other.zh}，这是同一数量的{said.zh}，供参考",
            f"the target is a {other.en}; this is the same quantity's {said.en}",
        )
        return Fit.BESIDE, 0.8, told
    return None


def _spans_alike(target: ResultTarget, result: Reported) -> bool:
    """Whether growth is over as long a time as the target's: an average of years is no growth of one, nor a total."""
    if result.averaged:
        return target.average or target.item is TargetKind.INDICATOR
    return result.period.kind is not PeriodKind.YEARS or target.total


def _signed(target: ResultTarget, result: Reported) -> float:
    """The value as the target counts it: a cut of 3 % is 3 where the target is named a cut, -3 where it is growth."""
    return (
        result.value * target.kind.sign if result.kind.kind in (FigureKind.GROWTH, FigureKind.POINTS) else result.value
    )


def _family(unit: str | None) -> str:
    found = measure(unit)
    return found.family if found else ""


def _homes_against_things(target: ResultTarget, result: Reported) -> bool:
    """Whether one counts households and the other things (惠及3.2万户, 改造120个); firms are counted in both."""
    units = {(unit or "").lstrip("十百千万亿") for unit in (target.unit, result.unit)}
    return "户" in units and bool(units & {"个", "项", "处", "条", "座", "所"}) and not _FIRMS.search(target.words)


def _unit(target: ResultTarget, result: Reported, fit: Fit) -> list[tuple[float, Message]]:
    if fit is Fit.BESIDE:
        return []
    if not target.unit and not result.unit:
        return []
    if not target.unit or not result.unit:
        return [(0.85, Message("有一处没有写单位", "one of the two prints no unit"))]
    if _family(target.unit) != _family(result.unit):
        return [
            (
                1.0,
                Message(
                    f"单位不同：规划“{target.unit}”，报告“{result.unit}”",
                    f"units differ: plan “{target.unit}”, report “{result.unit}”",
                ),
            )
        ]
    return [(1.0, Message("单位同类", "units of one kind"))]


def _period(target: ResultTarget, result: Reported) -> list[tuple[float, Message]]:
    when = str(result.period)
    if result.assumed:
        return [
            (
                0.75,
                Message(
                    f"句中没有写时期，按报告其余各处记作 {when}",
                    f"no period is told here: {when}, as elsewhere in the report",
                ),
            )
        ]
    if result.period.kind not in (PeriodKind.YEAR, PeriodKind.YEARS, PeriodKind.DAY):
        return [(0.9, Message(f"{when} 不是全年数", f"{when} is not a whole year"))]
    if (target.total or target.average) and result.period.kind is PeriodKind.YEAR:
        return [
            (
                0.9,
                Message(
                    f"目标说的是多年（累计或年均），这是 {when} 一年的数",
                    f"the target speaks of several years; this is {when} alone",
                ),
            )
        ]
    if target.first == target.last:
        return [(1.0, Message(f"时期 {when} 就是目标年", f"period {when}: the target's year"))]
    return [
        (
            1.0,
            Message(
                f"时期 {when} 在目标期 {target.first}—{target.last} 内",
                f"period {when}, within {target.first}-{target.last}",
            ),
        )
    ]


def _size(target: ResultTarget, result: Reported, fit: Fit, converted: Converted) -> list[tuple[float, Message]]:
    """A value of quite another size is likely of a part, of a larger area, or in another unit."""
    said: list[tuple[float, Message]] = []
    if result.basis == "real":
        said.append((1.0, Message("按可比价（实际）计算", "in real terms")))
    elif result.basis:
        said.append((1.0, Message("按可比口径计算", "on a comparable basis")))
    known = target.value if target.value else target.base
    if fit is Fit.BESIDE or not known or not converted.value:
        return said
    if target.kind.kind in (FigureKind.GROWTH, FigureKind.POINTS, FigureKind.RATIO):
        far = abs(converted.value - known) > 40
    elif target.total:
        far = converted.value / known > 5
    else:
        far = not 0.2 <= converted.value / known <= 5
    if far:
        said.append(
            (
                0.6,
                Message(
                    "与目标值相差很大，可能是部分数或另一口径",
                    "far from the target's size: perhaps of a part, or counted otherwise",
                ),
            )
        )
    return said
