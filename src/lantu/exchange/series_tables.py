"""The tables of what people know of a series: when values are due, where it breaks, what it is rolled up from."""

from __future__ import annotations

from lantu.exchange.row import Row
from lantu.exchange.tables import Column, Table
from lantu.plan.area import Area, Over, RollUp, RollUpRule
from lantu.plan.balance import Balance
from lantu.plan.milestone import Milestone
from lantu.plan.period import Period
from lantu.plan.series_break import BreakKind, Choice, SeriesBreak


def _period(row: Row) -> Period:
    period = row.period("period")
    if period is None:
        raise row.fault("period", "缺少时期", "no period is given")
    return period


def _make_milestone(row: Row) -> Milestone:
    value = row.number("value")
    if value is None:
        raise row.fault("value", "缺少应到的数值", "the value that is due is missing")
    return Milestone(row.text("indicator"), row.text("region"), _period(row), value, row.text("source"))


MILESTONES: Table[Milestone] = Table(
    "milestones",
    (
        Column("indicator", "string", lambda m: m.indicator),
        Column("region", "string", lambda m: m.region),
        Column("period", "string", lambda m: m.period),
        Column("value", "number", lambda m: m.value),
        Column("source", "string", lambda m: m.source),
    ),
    _make_milestone,
    must=("indicator", "period", "value"),
)


def _make_break(row: Row) -> SeriesBreak:
    kind, factor = row.choice("kind", BreakKind), row.number("factor")
    if kind is None:
        raise row.fault("kind", "缺少处理方式（split 断开，link 衔接）", "the kind is missing: split or link")
    if kind is BreakKind.LINK and (factor is None or factor <= 0):
        raise row.fault("factor", "衔接需要一个大于零的系数（新口径 ÷ 旧口径）",
                        "a link needs a factor above zero: new over old")  # fmt: skip
    return SeriesBreak(row.text("indicator"), row.text("region"), _period(row), kind,
                       factor if kind is BreakKind.LINK else None, row.text("reason"), row.text("source"))  # fmt: skip


BREAKS: Table[SeriesBreak] = Table(
    "breaks",
    (
        Column("indicator", "string", lambda b: b.indicator),
        Column("region", "string", lambda b: b.region),
        Column("period", "string", lambda b: b.period),
        Column("kind", "string", lambda b: b.kind),
        Column("factor", "number", lambda b: b.factor),
        Column("reason", "string", lambda b: b.reason),
        Column("source", "string", lambda b: b.source),
    ),
    _make_break,
    must=("indicator", "period", "kind"),
)

CHOICES: Table[Choice] = Table(
    "choices",
    (
        Column("indicator", "string", lambda c: c.indicator),
        Column("region", "string", lambda c: c.region),
        Column("period", "string", lambda c: c.period),
        Column("source", "string", lambda c: c.source),
        Column("reason", "string", lambda c: c.reason),
        Column("by", "string", lambda c: c.by),
    ),
    lambda row: Choice(row.text("indicator"), row.text("region"), _period(row), row.text("source"),
                       row.text("reason"), row.text("by")),
    must=("indicator", "period", "source"),
)  # fmt: skip

AREAS: Table[Area] = Table(
    "areas",
    (
        Column("code", "string", lambda a: a.code),
        Column("name", "string", lambda a: a.name),
        Column("parent", "string", lambda a: a.parent),
        Column("group", "string", lambda a: a.group),
        Column("row", "integer", lambda a: a.row),
        Column("column", "integer", lambda a: a.column),
    ),
    lambda row: Area(row.text("code"), row.text("name"), row.text("parent"), row.text("group"),
                     row.whole("row") or None, row.whole("column") or None),
    must=("code", "name"),
)  # fmt: skip


def _make_rollup(row: Row) -> RollUp:
    over, rule, factor = row.choice("over", Over), row.choice("rule", RollUpRule), row.number("factor")
    if over is None or rule is None:
        raise row.fault("rule", "缺少汇总的对象或办法", "what is rolled up, or how, is missing")
    if rule is RollUpRule.WEIGHTED_MEAN and not row.text("weight"):
        raise row.fault("weight", "加权平均需要一个权重指标", "a weighted mean needs an indicator that weighs")
    if rule is RollUpRule.RATIO and not (row.text("numerator") and row.text("denominator")):
        raise row.fault("numerator", "比率需要分子指标和分母指标", "a ratio needs a numerator and a denominator")
    return RollUp(row.text("indicator"), over, rule, row.text("weight"), row.text("numerator"),
                  row.text("denominator"), 1.0 if factor is None else factor, row.text("source"))  # fmt: skip


ROLLUPS: Table[RollUp] = Table(
    "rollups",
    (
        Column("indicator", "string", lambda r: r.indicator),
        Column("over", "string", lambda r: r.over),
        Column("rule", "string", lambda r: r.rule),
        Column("weight", "string", lambda r: r.weight),
        Column("numerator", "string", lambda r: r.numerator),
        Column("denominator", "string", lambda r: r.denominator),
        Column("factor", "number", lambda r: None if r.factor == 1.0 else r.factor),
        Column("source", "string", lambda r: r.source),
    ),
    _make_rollup,
    must=("indicator", "over", "rule"),
)


def _make_balance(row: Row) -> Balance:
    parts = tuple(part.strip() for part in row.text("parts").replace(";", "；").split("；") if part.strip())
    if len(parts) < 2:
        raise row.fault("parts", "至少要有两个分项，用“；”隔开", "at least two parts are needed, with ； between them")
    return Balance(row.text("whole"), parts, row.text("source"))


BALANCES: Table[Balance] = Table(
    "balances",
    (
        Column("whole", "string", lambda b: b.whole),
        Column("parts", "string", lambda b: "；".join(b.parts)),
        Column("source", "string", lambda b: b.source),
    ),
    _make_balance,
    must=("whole", "parts"),
)
