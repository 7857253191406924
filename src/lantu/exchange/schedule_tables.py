"""The tables of what people know of a series: when values are due, where it breaks, which source was chosen."""

from __future__ import annotations

from lantu.exchange.row import Row
from lantu.exchange.tables import Column, Table
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
