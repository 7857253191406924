"""ALN908: the target of a yearly plan leaves too much for the years that remain."""

from __future__ import annotations

from collections.abc import Iterator

from lantu.checking.alignment import same_area, title_of
from lantu.checking.amounts import amount_of
from lantu.checking.figures import Figure, Says
from lantu.checking.finding import Place, Severity
from lantu.checking.printed import figure
from lantu.checking.review import Review, name_of
from lantu.checking.rule import Remark, rule
from lantu.plan.change_name import is_addition, is_cut, is_growth
from lantu.plan.indicator import Indicator, TargetForm
from lantu.plan.message import Message
from lantu.plan.period import Period

_MORE = 1.5
_FASTER = 1.25  # rates are compared by their size; a quarter more than the average is a change of pace


@rule("ALN908", Severity.WARNING, Message("年度目标到不了期末", "yearly plan off the path"))
def yearly_plan_off_path(review: Review) -> Iterator[Remark]:
    """The target of a yearly plan leaves more than half as much again for each remaining year of the period.

    What it checks
    --------------
    同一地区的五年规划和其中一年的年度计划（先后不拘），按五年目标的形式分三种：
    水平类，照年度目标，余下各年平均每年要走的路超过整个规划期平均每年的 1.5 倍的（按每年相等的数量算）；
    五年累计和新增、降低类，年年照此，合计不到目标三分之二的；年均增速类，年度增速低于年均、余下各年要快四分之一以上的。

    A plan of several years and the plan of one year within it, for one area, in either order, by the form of the long
    target. A level: after the yearly target every remaining year has to bring more than 1.5 times the average of the
    whole period, in equal steps. A total over the period, additions and cuts: if every year were like this one, less
    than two thirds would be reached. A yearly rate: the year is below it, and the years left need a quarter more.

    Why it matters
    --------------
    每年都低一点，最后一年就补不上了；早说还来得及。

    A little less each year cannot be made up in the last; said early there is still time.

    Example
    -------
        五年规划：50 → 100（每年 10）        第三年计划到 65：余下两年每年要 17.5

    How to mend
    -----------
    提高年度目标，或写明后几年靠什么补上。

    Raise the yearly target, or say what will make up for it later.

    References
    ----------
    - 《中华人民共和国国家发展规划法》第二十三条（年度计划分解主要指标）。
    - National Development Planning Law of China (2026), article 23 (yearly targets).
    """
    own = review.plan.period
    for other in review.others:
        period = other.plan.period
        if own is None or period is None or not same_area(review.reading, other):
            continue
        yearly = own.first_year == own.last_year
        if yearly == (period.first_year == period.last_year):
            continue
        long, short = (other, review.reading) if yearly else (review.reading, other)
        for pair in review.aligned(other):
            base = pair.figure(long, Says.BASELINE, not yearly)
            end = pair.figure(long, Says.TARGET, not yearly)
            step = pair.figure(short, Says.TARGET, yearly)
            if end is None or step is None or pair.definition or not step.comparable(end):
                continue
            row = pair.theirs if yearly else pair.own
            if (told := _told(row, base, end, step, long.plan.period)) is None:
                continue
            mine, theirs = (step, end) if yearly else (end, step)
            aim, goal = amount_of(step), amount_of(end)
            yield Remark(
                Message(
                    f"“{pair.own.name.strip('★ ')}”{step.year} 年计划{aim.zh}，{end.year} 年目标{goal.zh}：{told.zh}"
                    f"（对照《{title_of(other)}》；{pair.why.zh}）。",
                    f"“{pair.own.name.strip('★ ')}”: {aim.en} planned for {step.year}, {goal.en} for {end.year}: "
                    f"{told.en} (beside “{title_of(other)}”; {pair.why.en}).",
                ),
                Message(
                    "请提高年度目标，或写明后几年靠什么补上。",
                    "Raise the yearly target, or say what makes up for it later.",
                ),
                (mine.citation,),
                (Place(name_of(other), theirs.citation),) if theirs.citation else (),
            )


def _told(
    row: Indicator, base: Figure | None, end: Figure, step: Figure, period: Period | None
) -> Message | None:  # fmt: skip
    """How far off the path the step is, by the form of the long target; row: the indicator of the long plan."""
    if period is None or step.year is None or not period.first_year <= step.year < period.last_year:
        return None
    if row.form is TargetForm.ANNUAL_RATE or is_growth(row.name):
        return _rate(end, step, period)
    if row.form is TargetForm.CUMULATIVE or is_addition(row.name) or is_cut(row.name):
        return _total(end, step, period)
    return _off(base, end, step) if base is not None and not end.change else None


def _rate(end: Figure, step: Figure, period: Period) -> Message | None:
    """A yearly rate: what the years left need on average, if the years before went as planned."""
    years, left = period.last_year - period.first_year + 1, period.last_year - (step.year or 0)
    rate, now = 1 + end.value / 100, 1 + step.value / 100
    if end.value <= 0 or now <= 0 or step.value >= end.value:
        return None
    need = 100 * ((rate ** (left + 1) / now) ** (1 / left) - 1)
    if need / end.value <= _FASTER:
        return None
    return Message(
        f"余下 {left} 年年均要 {figure(need, 3)}%，规划是 {years} 年年均 {figure(end.value)}%",
        f"{figure(need, 3)} % a year from {step.year} to {period.last_year}, "
        f"against {figure(end.value)} % over {years} years",
    )


def _total(end: Figure, step: Figure, period: Period) -> Message | None:
    """A sum over the period: what it comes to if every year is like this one."""
    if end.measure is None or step.measure is None or end.value <= 0:
        return None
    years, factor = period.last_year - period.first_year + 1, step.measure.factor / end.measure.factor
    each = step.value * factor
    if each * years * _MORE >= end.value:
        return None
    return Message(
        f"照此每年 {figure(each)}，{years} 年合计 {figure(each * years)}，只到目标的 "
        f"{100 * each * years / end.value:.0f}%",
        f"{figure(each)} each year makes {figure(each * years)} in {years} years, "
        f"{100 * each * years / end.value:.0f} % of "
        "the target",
    )


def _off(base: Figure, end: Figure, step: Figure) -> Message | None:
    if base.year is None or end.year is None or step.year is None or not base.year < step.year < end.year:
        return None
    if not (base.measure and end.measure and step.measure) or not base.comparable(end) or not step.comparable(end):
        return None
    first, last = base.value * base.measure.factor, end.value * end.measure.factor
    now, factor = step.value * step.measure.factor, end.measure.factor
    whole = (last - first) / (end.year - base.year)
    left = (last - now) / (end.year - step.year)
    if whole == 0 or left / whole <= _MORE:
        return None
    return Message(
        f"余下 {end.year - step.year} 年每年要 {figure(left / factor)}，规划期平均每年是 {figure(whole / factor)}",
        f"{figure(left / factor)} a year from {step.year} to {end.year}, against {figure(whole / factor)} a year "
        "over the whole period",
    )
