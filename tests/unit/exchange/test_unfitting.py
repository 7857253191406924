"""Rows that fit nothing of the plan are told with their file and how to mend them."""

from __future__ import annotations

from lantu.exchange.indicator_names import with_ids
from lantu.exchange.unfitting import unfitting
from lantu.plan.area import Area, Over, RollUp, RollUpRule
from lantu.plan.balance import Balance
from lantu.plan.indicator import Indicator
from lantu.plan.observation import Observation
from lantu.plan.package import Package
from lantu.plan.period import Period
from lantu.plan.plan import Plan
from lantu.plan.reading import Reading
from lantu.plan.region import Region
from lantu.plan.series_break import BreakKind, SeriesBreak

YEAR = Period.year(2023)
PLAN = Plan(region=Region("甲县", "990100"), indicators=(Indicator("gdp", "地区生产总值"),))


def told(**more: object) -> list[str]:
    package, strays = with_ids(Package(Reading(PLAN), **more))  # type: ignore[arg-type]
    return [message.zh for message in unfitting(package, strays)]


def test_rows_that_fit_are_not_told() -> None:
    assert told(
        observations=(Observation("地区生产总值", "990100", YEAR, 1.0),),
        breaks=(SeriesBreak("gdp", "", YEAR, BreakKind.SPLIT),),
    ) == []  # fmt: skip


def test_each_file_says_which_names_fit_no_indicator() -> None:
    said = told(
        observations=(Observation("人口", "", YEAR, 1.0),),
        breaks=(SeriesBreak("人口", "", YEAR, BreakKind.SPLIT),),
        rollups=(RollUp("gdp", Over.AREAS, RollUpRule.RATIO, numerator="a", denominator="gdp"),),
        balances=(Balance("gdp", ("b", "c")),),
    )
    assert [one.split(" ")[0] for one in said] == ["observations.csv", "breaks.csv", "rollups.csv", "balances.csv"]
    assert said[0] == "observations.csv 里有对不上指标的名称（人口），没有用上；请写指标的 id 或原名。"


def test_a_value_of_an_area_that_is_not_listed_is_told() -> None:
    areas = (Area("1", "甲镇", "990100"),)
    (said,) = told(areas=areas, observations=(Observation("gdp", "1", YEAR, 1.0), Observation("gdp", "9", YEAR, 1.0)))
    assert "对不上areas.csv 里的地区的名称（9）" in said
