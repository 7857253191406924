"""What a package knows of its series is kept with the plan, and what people decide of them stands beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from tests.web.conftest import TREES

from lantu.plan.area import Area, Over, RollUp, RollUpRule
from lantu.plan.balance import Balance
from lantu.plan.milestone import Milestone
from lantu.plan.package import Package
from lantu.plan.period import Period
from lantu.plan.series_break import BreakKind, Choice, SeriesBreak
from lantu.plan.verdict import Judgement, Verdict
from lantu.web.accounts.models import User
from lantu.web.registry.models import JudgementRow, Plan, SeriesTables
from lantu.web.registry.selectors import package_of
from lantu.web.registry.services import choose, enter_judgement, register

pytestmark = pytest.mark.django_db


def with_tables(package: Package) -> Package:
    """Return the package with a row in every table of its series, odd cells included."""
    year = Period.year
    return replace(
        package,
        milestones=(Milestone(TREES, "", year(2023), 3.4, "计划\n第二行"), Milestone(TREES, "9", year(2024), 0)),
        breaks=(
            SeriesBreak(TREES, "", year(2022), BreakKind.LINK, 1.1, "改按新街巷计", "镇统计（虚构）"),
            SeriesBreak(TREES, "9", year(2021), BreakKind.SPLIT),
        ),
        choices=(Choice(TREES, "", year(2024), "镇统计公报", "公报在后", "统计科"),),
        areas=(Area("9999991", "东街", "999999", "街道", 1, 2), Area("9999992", "=西村", "999999")),
        rollups=(
            RollUp(TREES, Over.AREAS, RollUpRule.WEIGHTED_MEAN, weight="quiet_nights", source="办法"),
            RollUp("quiet_nights", Over.TIME, RollUpRule.RATIO, numerator="a", denominator="b", factor=100.0),
        ),
        balances=(Balance("quiet_nights", ("a", "b"), "恒等"),),
    )  # fmt: skip


def test_nothing_of_the_tables_is_lost(db: None, package: Package) -> None:
    whole = with_tables(package)
    assert package_of(register(whole, "qinghe")) == whole


def test_serving_the_same_package_again_adds_nothing_and_a_changed_one_counts(db: None, package: Package) -> None:
    whole = with_tables(package)
    plan = register(whole, "qinghe")
    register(whole, "qinghe")
    assert SeriesTables.objects.count() == 1
    register(replace(whole, breaks=()), "qinghe")
    assert package_of(plan).breaks == ()
    assert package_of(plan).areas == whole.areas
    assert SeriesTables.objects.count() == 2, "what was known before is kept"


def test_a_choice_goes_after_the_packages_own_and_survives_a_new_package(
    db: None, package: Package, planner: User
) -> None:
    whole = with_tables(package)
    plan = register(whole, "qinghe")
    choose(plan, planner, Choice(TREES, "", Period.year(2024), "复核数", "镇里复核过"))
    register(replace(whole, milestones=()), "qinghe")
    assert [(c.source, c.by) for c in package_of(plan).choices] == [
        ("镇统计公报", "统计科"),
        ("复核数", "规划科 planner"),
    ]


def test_a_persons_verdict_stays_when_the_package_is_served_again(plan: Plan, package: Package, planner: User) -> None:
    given = Judgement(TREES, date(2025, 1, 1), Verdict.AHEAD, "补种的还没有数进去", "somebody else")
    enter_judgement(plan, planner, given)
    register(package, "qinghe")
    kept = package_of(plan).judgements
    assert [j.by for j in kept] == ["镇人大（虚构）", "规划科 planner"], "a verdict is given in one's own name"
    assert JudgementRow.objects.get(wording="补种的还没有数进去").entered_by == planner


def test_who_may_not_enter_values_may_neither_choose_nor_judge(plan: Plan, viewer: User) -> None:
    with pytest.raises(PermissionDenied):
        choose(plan, viewer, Choice(TREES, "", Period.year(2024), "x", "y"))
    with pytest.raises(PermissionDenied):
        enter_judgement(plan, viewer, Judgement(TREES, date(2025, 1, 1), Verdict.AHEAD))
