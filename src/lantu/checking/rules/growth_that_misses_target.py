"""SUM201: base and growth do not lead to the target."""

from __future__ import annotations

from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.printed import Span, figure, grown, printed, stated
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.change_name import is_change
from lantu.plan.indicator import Growth, GrowthKind, Indicator, TargetForm
from lantu.plan.message import Message
from lantu.plan.quantity import Comparator

_OTHER_KIND = {TargetForm.ANNUAL_RATE, TargetForm.CUMULATIVE, TargetForm.RELATIVE, TargetForm.WORDS}
_INCREMENTS = {GrowthKind.ANNUAL_INCREMENT, GrowthKind.ANNUAL_ABSOLUTE}


@rule("SUM201", Severity.ERROR, Message("增速与目标不合", "growth that misses the target"))
def growth_that_misses_target(review: Review) -> Iterator[Remark]:
    """A baseline grown at the stated rate over the stated years does not give the stated target.

    What it checks
    --------------
    由基期和增速推算目标：年均增速按复利，年增量按年相加，累计数一次加上。三个数都按所印位数取可能的范围（7.5 代表
    7.45 至 7.55，“左右”再放宽数值的 3%），范围内有一组数相合就不报。增速栏没有写明是哪一种时，各种读法都算不通才报。

    The target is computed from baseline and growth: rates compound, yearly amounts add up, totals are added once.
    Each number stands for every value its printed digits allow (7.5 is 7.45 to 7.55; “about” adds 3% of the value), and
    nothing is said if any of them agree. Where the column does not say what it holds, every reading must fail.

    Why it matters
    --------------
    三个数互相推不出来，至少有一个是错的；年度计划照哪个分解都会落空。

    If the three do not follow from one another, one of them is wrong, and yearly targets cannot serve both.

    Example
    -------
        地区生产总值（亿元） | 预期性 | 309 | 420 | 7.5%        309 × 1.075^5 = 443.6

    How to mend
    -----------
    核对基期、目标和增速；目标按现价、增速按不变价的，请在表注中写明。

    Check all three; where the target is in current and the growth in constant prices, say so in a note.

    References
    ----------
    - 国家统计局：平均发展速度按几何平均（水平法）计算。
    - National Bureau of Statistics: average growth by the geometric (level) method.
    """
    for indicator in review.plan.indicators:
        base, target, growth = indicator.baseline, indicator.target, indicator.growth
        if base.value is None or target.value is None or growth.value is None or base.value <= 0:
            continue
        if indicator.form in _OTHER_KIND or is_change(indicator.name):
            continue
        years = _years(indicator, review)
        if years is None:
            continue
        start = printed(base.value, base.text)
        wanted = printed(target.value, target.text, stated(target.comparator, target.text), target.value_high)
        ways = _ways(indicator, growth, start, years)
        if ways and not any(led.meets(wanted) for _, led in ways):
            yield _remark(indicator, ways[0][0], years)


def _years(indicator: Indicator, review: Review) -> int | None:
    start = indicator.baseline.period.last_year if indicator.baseline.period else None
    end = indicator.target.period.last_year if indicator.target.period else review.last_year
    if start is None and review.first_year is not None:
        start = review.first_year - 1
    return end - start if start is not None and end is not None and end > start else None


def _ways(indicator: Indicator, growth: Growth, start: Span, years: int) -> list[tuple[GrowthKind, Span]]:
    """Every reading of the growth column that its words allow, the likeliest first, with where it leads."""
    assert growth.value is not None
    rate = printed(growth.value, growth.text, stated(growth.comparator, growth.text))
    text = growth.text
    total = any(mark in text for mark in "〔﹝[［累") or growth.kind is GrowthKind.CUMULATIVE
    points = "点" in text or "point" in text.lower()
    per_cent = "%" in text or "％" in text
    added = Span(start.low + rate.low * (1 if total else years), start.high + rate.high * (1 if total else years))
    compounded, once = start.compound(rate, years), start.compound(rate, 1)
    yearly_rate = (GrowthKind.ANNUAL_RATE, compounded)
    increment = (GrowthKind.ANNUAL_INCREMENT, added)
    whole = (GrowthKind.CUMULATIVE, once)
    if growth.kind in (GrowthKind.NONE, GrowthKind.COMPARATIVE):
        return []
    if total:
        return [(GrowthKind.CUMULATIVE, added), whole] if not per_cent or _is_per_cent(indicator) else [whole]
    if points or growth.kind is GrowthKind.ANNUAL_ABSOLUTE:
        return [increment, (GrowthKind.CUMULATIVE, start + rate)] if points else [increment]
    if per_cent and not _is_per_cent(indicator):
        return [yearly_rate] if "年均" in text else [yearly_rate, whole]
    likely = [increment, yearly_rate] if growth.kind in _INCREMENTS else [yearly_rate, increment]
    return [*likely, whole, (GrowthKind.CUMULATIVE, start + rate)]


def _is_per_cent(indicator: Indicator) -> bool:
    return bool(indicator.unit) and indicator.unit in ("%", "％", "‰")


def _remark(indicator: Indicator, way: GrowthKind, years: int) -> Remark:
    base, target, growth = indicator.baseline.value, indicator.target.value, indicator.growth.value
    assert base is not None and target is not None and growth is not None
    unit = indicator.unit or ""
    b, t, g = figure(base, 8), figure(target, 8), figure(growth, 8)
    if way is GrowthKind.ANNUAL_RATE:
        led = grown(base, growth, years)
        sum_ = f"{b} × (1 + {g}%)^{years} = {figure(led)}"
        ratio = target / base
        back = f"{figure((ratio ** (1 / years) - 1) * 100, 3)}%" if ratio > 0 else "—"
        need = Message(f"由两头反推，年均增速为 {back}", f"the two ends imply {back} a year")
    elif way is GrowthKind.CUMULATIVE:
        grown_by_rate = "%" in indicator.growth.text and not _is_per_cent(indicator)
        led = base * (1 + growth / 100) if grown_by_rate else base + growth
        sum_ = f"{b} × (1 + {g}%) = {figure(led)}" if grown_by_rate else f"{b} + {g} = {figure(led)}"
        need = Message(
            f"由两头反推，累计为 {figure(target - base)}", f"the two ends imply {figure(target - base)} in all"
        )
    else:
        led = base + growth * years
        sum_ = f"{b} + {g} × {years} = {figure(led)}"
        back = figure((target - base) / years, 3)
        need = Message(f"由两头反推，每年为 {back}", f"the two ends imply {back} a year")
    bounded = stated(indicator.target.comparator, indicator.target.text) not in (None, Comparator.EQUAL)
    bound = f"（{indicator.target.text}）" if bounded and indicator.target.text else ""
    return Remark(
        Message(f"“{indicator.name}”按增速推不到目标：{sum_} {unit}，表中目标为 {t} {unit}{bound}，相差 "
                f"{figure(abs(led - target))}。".replace(" ，", "，"),
                f"“{indicator.name}” does not reach its target at the stated growth: {sum_} {unit}, but the target is "
                f"{t} {unit}, {figure(abs(led - target))} apart.".replace(" ,", ",")),
        Message(f"请核对三个数：{need.zh}。目标按现价、增速按不变价的，请在表注中写明。",
                f"Check the three numbers: {need.en}. If prices differ (current, constant), say so in a note."),
        (indicator.source,),
    )  # fmt: skip
