"""A made-up plan of which much is known: yearly targets, breaks, rival values, areas. Its numbers are simulated."""

from __future__ import annotations

from lantu.plan.area import Area, Over, RollUp, RollUpRule
from lantu.plan.balance import Balance
from lantu.plan.indicator import Baseline, Commitment, Direction, Indicator, Target, TargetForm
from lantu.plan.milestone import Milestone
from lantu.plan.observation import Observation
from lantu.plan.package import Package
from lantu.plan.period import Period
from lantu.plan.plan import Plan
from lantu.plan.quantity import Comparator
from lantu.plan.reading import Reading
from lantu.plan.region import Region
from lantu.plan.series_break import BreakKind, Choice, SeriesBreak
from lantu.plan.verdict import Judgement, Verdict

HOME = "999900"
MARKET, INCOME, CLEAN, YOUNG = "market", "income", "clean_water", "young"
BULLETIN, REPORT = "镇统计公报（虚构）", "镇工作报告（虚构）"
_AREAS = (
    ("桥东街道", "街道", 1, 2), ("桥西街道", "街道", 1, 3), ("东四方台街道", "街道", 2, 2), ("上湾镇", "镇", 2, 1),
    ("下湾镇", "镇", 2, 4), ("柳沟镇", "镇", 3, 1), ("石门镇", "镇", 3, 2), ("北岭镇", "镇", 3, 3),
)  # fmt: skip


def _level(key: str, name: str, unit: str, base: float, target: float, group: str = "水陆") -> Indicator:
    return Indicator(
        key, name, group, unit, Commitment.BINDING, Direction.INCREASE, TargetForm.LEVEL,
        Baseline(Period.year(2020), base, str(base)),
        Target(Period.year(2025), target, comparator=Comparator.AT_LEAST, text=str(target)),
    )  # fmt: skip


def known_package() -> Package:
    """Return the plan of a county that does not exist, every number of it simulated."""
    year = Period.year
    plan = Plan(
        title="临湾县五年规划（虚构，数字为模拟）",
        region=Region("临湾县", HOME),
        period=Period.years(2021, 2025),
        indicators=(
            _level(MARKET, "集市成交额", "亿元", 40, 60),
            _level(INCOME, "居民人均收入", "元", 18000, 26000),
            _level(CLEAN, "清水河段占比", "%", 62.5, 80),
            _level(YOUNG, "返乡青年", "人", 1200, 3000, "人气"),
        ),
    )
    observations = [
        *(Observation(MARKET, HOME, year(y), v, s, "yes", BULLETIN)
          for y, v, s in ((2021, 43.1, "final"), (2022, 47.0, "final"), (2023, 50.6, "final"))),
        Observation(MARKET, HOME, year(2024), 55.2, "final", "yes", "https://example.org/bulletin-2024"),
        Observation(MARKET, HOME, year(2024), 54.1, "final", "yes", REPORT),
        Observation(MARKET, HOME, Period.parse("2025H1"), 27.4, "preliminary", "no", BULLETIN),
        *(Observation(INCOME, HOME, year(y), v, "final", "yes", BULLETIN)
          for y, v in ((2020, 18000), (2021, 19100), (2022, 20500), (2023, 24400), (2024, 25900))),
        *(Observation(CLEAN, HOME, year(y), v, s, "yes", BULLETIN)
          for y, v, s in ((2021, 64.0, "final"), (2022, 67.2, "final"), (2023, 71.0, "final"))),
        Observation(CLEAN, HOME, year(2024), 7.35, "preliminary", "yes", BULLETIN),
        Observation(YOUNG, HOME, year(2023), 2010, "final", "yes", BULLETIN),
        Observation(YOUNG, HOME, year(2023), 1950, "final", "yes", REPORT),
        Observation(YOUNG, HOME, year(2024), 2480, "final", "yes", BULLETIN),
    ]  # fmt: skip
    areas = tuple(Area(f"{HOME}{n:02}", name, HOME, group, row, column)
                  for n, (name, group, row, column) in enumerate(_AREAS, 1))  # fmt: skip
    for n, area in enumerate(areas, 1):
        if n != 5:  # one area has not reported
            observations.append(
                Observation(YOUNG, area.code, year(2024), 150.0 + 45 * n, "final", "yes", "各镇街月报（模拟）")
            )
        for y, v in ((2020, 55.0), (2024, 60.0 + 3 * n)):
            observations.append(Observation(CLEAN, area.code, year(y), v, "final", "yes", "各镇街月报（模拟）"))
    return Package(
        Reading(plan),
        tuple(observations),
        (Judgement(MARKET, year(2023).end, Verdict.ON_TRACK, "大体合拍", "县人大（虚构）"),),
        milestones=(Milestone(MARKET, "", year(2023), 53, "2023年度计划（虚构）"),
                    Milestone(MARKET, "", year(2024), 56.5, "2024年度计划（虚构）")),
        breaks=(SeriesBreak(MARKET, "", year(2022), BreakKind.LINK, 1.05, "改按新名录统计", BULLETIN),
                SeriesBreak(INCOME, "", year(2023), BreakKind.SPLIT, None, "改用住户调查新口径", BULLETIN)),
        areas=areas,
        rollups=(RollUp(CLEAN, Over.AREAS, RollUpRule.WEIGHTED_MEAN, weight=YOUNG, source="示例办法"),),
        balances=(Balance(MARKET, ("market_a", "market_b"), "恒等"),),
        choices=(Choice(YOUNG, "", year(2023), BULLETIN, "公报晚于工作报告，且核过底册", "县统计科（虚构）"),),
    )  # fmt: skip
