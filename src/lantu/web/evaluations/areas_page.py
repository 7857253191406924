"""One indicator over the areas of a plan: a tile grid, what they make together, and the published value beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from lantu.monitoring import Standing
from lantu.monitoring.rollup import Whole, over_areas, rule_of
from lantu.monitoring.series import series_of
from lantu.monitoring.units import unit_of_change
from lantu.plan.area import Area, Over, RollUp, RollUpRule
from lantu.plan.indicator import Indicator
from lantu.plan.message import Message
from lantu.plan.observation import Observation
from lantu.plan.package import Package
from lantu.plan.period import Period, PeriodKind
from lantu.plan.verdict import Verdict
from lantu.web.evaluations.drawing import is_unverified
from lantu.web.evaluations.known import region_of
from lantu.web.evaluations.selectors import Monitored
from lantu.web.evaluations.tiles import placed, short_name
from lantu.web.look.figures import at_most, decimals_of, figure

RULES: dict[RollUpRule, Message] = {
    RollUpRule.SUM: Message("各地相加", "areas add up"),
    RollUpRule.LAST: Message("取最后一个数", "the last value"),
    RollUpRule.MEAN: Message("各地平均", "mean of the areas"),
    RollUpRule.WEIGHTED_MEAN: Message("加权平均", "weighted mean"),
    RollUpRule.RATIO: Message("分子分母各自相加再相除", "numerators and denominators are added up, then divided"),
    RollUpRule.MIN: Message("取最小", "the least"),
    RollUpRule.MAX: Message("取最大", "the greatest"),
    RollUpRule.NONE: Message("不汇总", "not rolled up"),
}


@dataclass(frozen=True, slots=True)
class Tile:
    """One area: its place on the grid, its value of the period, its verdict where there is one.

    part: the value as a share of the greatest, in per cent; None where values cross zero or there is none.
    """

    area: Area
    short: str
    row: int
    column: int
    observation: Observation | None
    figure: str
    part: int | None
    standing: Standing | None
    unverified: bool

    @property
    def verdict(self) -> Verdict | None:
        """The computed verdict; None where the area is not assessed by itself."""
        assessed = self.standing is not None and self.standing.verdict is not Verdict.NOT_ASSESSED
        return self.standing.verdict if self.standing and assessed else None


@dataclass(frozen=True, slots=True)
class AreasPage:
    """Everything the page says. periods: those with a value of any area, latest first. parent: the area that is shown.

    parents: the areas that have parts. whole: what the parts make together; None without any value. published: the
    value of the whole that was published for the period. apart: whole less published, "" where
    either is unknown.
    """

    indicator: Indicator
    parent: Area
    parents: tuple[Area, ...]
    period: Period | None
    periods: tuple[Period, ...]
    columns: int
    tiles: tuple[Tile, ...]
    rule: RollUp
    rule_words: Message
    whole: Whole | None
    whole_figure: str
    published: Observation | None
    apart: str
    groups: tuple[tuple[Whole, str], ...]

    @property
    def known(self) -> int:
        """How many areas have a value."""
        return sum(tile.observation is not None for tile in self.tiles)

    @property
    def unit_of_apart(self) -> Message:
        """The unit of a difference: shares differ by points."""
        return unit_of_change(self.indicator.unit)

    @property
    def has_verdicts(self) -> bool:
        """Whether any area is assessed by itself."""
        return any(tile.verdict for tile in self.tiles)


def areas_page(shown: Monitored, indicator: Indicator, period: str, parent: str) -> AreasPage | None:
    """Return what the page of an indicator's areas shows; None where the plan has no areas.

    period, parent: as asked for in the address; what does not exist asks for nothing.
    """
    parents = _parents(shown.package)
    if not parents:
        return None
    home = region_of(shown, indicator)
    chosen = next((a for a in parents if a.code == parent), None)
    above = chosen or next((a for a in parents if a.code == home), parents[0])
    areas = [a for a in shown.package.areas if a.parent == above.code]
    wholes, grouped = _wholes(shown, indicator)
    ours = [w for w in wholes if w.region == above.code]
    periods = tuple(sorted({w.period for w in ours}, key=lambda p: (p.kind is PeriodKind.YEAR, p), reverse=True))
    at = next((p for p in periods if str(p) == period), periods[0] if periods else None)
    whole = next((w for w in ours if w.period == at), None)
    values = _values(shown, indicator, at)
    rule = rule_of(shown.package, indicator, Over.AREAS)
    decimals = max((decimals_of(o.value) for code, o in values.items() if code != above.code), default=0)
    published = values.get(above.code)
    groups = [w for w in grouped if w.region == above.code and w.period == at and w.group]
    return AreasPage(
        indicator=indicator,
        parent=above,
        parents=parents,
        period=at,
        periods=periods,
        columns=max((column for _, column in placed(areas).values()), default=1),
        tiles=_tiles(shown, indicator, areas, values),
        rule=rule,
        rule_words=_rule_words(shown.package, rule),
        whole=whole,
        whole_figure=_rolled(whole, decimals),
        published=published,
        apart=_apart(whole, published, decimals),
        groups=tuple((w, _rolled(w, decimals)) for w in groups),
    )


def areas_with_values(shown: Monitored) -> tuple[tuple[Indicator, int, int], ...]:
    """Return the indicators that any area has a value of, with how many areas do, and how many there are."""
    codes = {area.code for area in shown.package.areas if area.parent}
    known: dict[str, set[str]] = {}
    for o in shown.package.observations:
        if o.region in codes and o.value is not None and o.period.end <= shown.on:
            known.setdefault(o.indicator, set()).add(o.region)
    return tuple((i, len(known[i.id]), len(codes)) for i in shown.indicators if i.id in known)


@lru_cache(maxsize=128)
def _wholes(shown: Monitored, indicator: Indicator) -> tuple[tuple[Whole, ...], tuple[Whole, ...]]:
    """What areas make together, all of them and by group, of one indicator only."""
    reading = shown.package.reading
    rule = rule_of(shown.package, indicator, Over.AREAS)
    asked = {indicator.id, rule.weight, rule.numerator, rule.denominator}
    alone = replace(
        shown.package,
        reading=replace(reading, plan=replace(reading.plan, indicators=(indicator,))),
        observations=tuple(o for o in shown.package.observations if o.indicator in asked),
    )
    return over_areas(alone, shown.on), over_areas(alone, shown.on, by_group=True)


def _parents(package: Package) -> tuple[Area, ...]:
    """The areas that have parts, in the package's order; one that has no row of its own takes the plan's name."""
    rows = {area.code: area for area in package.areas}
    region = package.reading.plan.region
    codes = dict.fromkeys(area.parent for area in package.areas if area.parent)
    return tuple(
        rows.get(code) or Area(code, region.name if code == region.code and region.name else code) for code in codes
    )


def _values(shown: Monitored, indicator: Indicator, period: Period | None) -> dict[str, Observation]:
    """The value that counts of each region in a period."""
    home = region_of(shown, indicator)
    filed: dict[str, list[Observation]] = {}
    for o in shown.package.observations:
        if o.indicator == indicator.id and o.period == period:
            filed.setdefault(o.region or home, []).append(o)
    best: dict[str, Observation] = {}
    for region, observations in filed.items():
        series = series_of(observations, shown.on)
        for o in (*series.yearly, *series.totals, *series.parts):
            best[region] = o
    return best


def _tiles(
    shown: Monitored, indicator: Indicator, areas: Sequence[Area], values: dict[str, Observation]
) -> tuple[Tile, ...]:  # fmt: skip
    places = placed(areas)
    standings = {s.region: s for s in shown.monitoring.standings if s.indicator_id == indicator.id}
    numbers = [o.value for area in areas if (o := values.get(area.code)) and o.value is not None]
    greatest = max(numbers, default=0.0)
    tiles = []
    for area in areas:
        o = values.get(area.code)
        shared = o is not None and o.value is not None and greatest > 0 and min(numbers) >= 0
        row, column = places[area.code]
        tiles.append(
            Tile(
                area, short_name(area.name), row, column, o, figure(o.value) if o else "",
                round(100 * (o.value or 0) / greatest) if shared and o else None, standings.get(area.code),
                bool(o and is_unverified(o)),
            )
        )  # fmt: skip
    return tuple(sorted(tiles, key=lambda tile: (tile.row, tile.column)))


def _rolled(whole: Whole | None, decimals: int) -> str:
    """A rolled-up value: sums as exact as their parts, what is divided with one decimal more."""
    if whole is None or whole.value is None:
        return ""
    divided = whole.rule in (RollUpRule.MEAN, RollUpRule.WEIGHTED_MEAN, RollUpRule.RATIO)
    return at_most(whole.value, min(4, decimals + (1 if divided else 0)))


def _apart(whole: Whole | None, published: Observation | None, decimals: int) -> str:
    if whole is None or whole.value is None or published is None or published.value is None:
        return ""
    return figure(whole.value - published.value, max(decimals, decimals_of(published.value)), signed=True)


def _rule_words(package: Package, rule: RollUp) -> Message:
    names = {indicator.id: indicator.name for indicator in package.reading.plan.indicators}
    said = RULES[rule.rule]

    def named(key: str) -> str:
        return names.get(key, key)

    if rule.rule is RollUpRule.WEIGHTED_MEAN:
        return Message(f"按“{named(rule.weight)}”{said.zh}", f"{said.en} by “{named(rule.weight)}”")
    if rule.rule is RollUpRule.RATIO:
        above, below = named(rule.numerator), named(rule.denominator)
        return Message(f"“{above}”÷“{below}”，{said.zh}", f"“{above}” ÷ “{below}”: {said.en}")
    if rule.rule is RollUpRule.NONE:
        return Message(
            f"{said.zh}：比率、平均数不能相加，也不能不加权就平均",
            f"{said.en}: shares, rates and averages are never added, nor averaged unweighted",
        )
    return said
