"""A warehouse built from packages says what `monitor` says of each of them."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st
from tests.unit.monitoring.small_plan import HOME, indicator, observed, package
from tests.unit.warehouse.small_nation import answers

from lantu.monitoring import Standing, monitor
from lantu.monitoring.kernels.verdict import VERDICTS
from lantu.plan.area import Area, Over, RollUp, RollUpRule
from lantu.plan.fault import Fault
from lantu.plan.indicator import Direction, Growth, GrowthKind, Indicator, TargetForm
from lantu.plan.milestone import Milestone, PathShape
from lantu.plan.observation import Observation
from lantu.plan.package import Package
from lantu.plan.period import Period
from lantu.plan.plan import Plan
from lantu.plan.quantity import Comparator
from lantu.plan.reading import Reading
from lantu.plan.region import Region
from lantu.warehouse.aims import aims_of
from lantu.warehouse.gathering import Built, areas_of, build

TODAY = date(2025, 12, 31)
EAST, WEST = "990101", "990102"
AREAS = (Area(HOME, "示例市"), Area(EAST, "东县", HOME), Area(WEST, "西县", HOME))
FORMS = {
    TargetForm.LEVEL: ("绿道长度", "公里"),
    TargetForm.FLOOR_EACH_YEAR: ("粮食产量", "万吨"),
    TargetForm.CEILING_EACH_YEAR: ("调查失业率", "%"),
    TargetForm.CUMULATIVE: ("城镇新增就业", "万人"),
    TargetForm.ANNUAL_RATE: ("工业增加值增长", "%"),
    TargetForm.RELATIVE: ("居民收入增长", "%"),
}
numbers = st.integers(-40, 400).map(lambda n: n / 4)
series = st.lists(st.none() | numbers, min_size=7, max_size=7)


@st.composite
def indicators(draw: st.DrawFn, form: TargetForm) -> Indicator:
    name, unit = FORMS[form]
    if form is TargetForm.LEVEL and draw(st.booleans()):
        name, unit = "常住人口城镇化率", "%"
    target = draw(numbers)
    growing = draw(st.sampled_from([Comparator.AT_LEAST, Comparator.AT_MOST, Comparator.ABOVE, Comparator.BELOW, None]))
    if form is TargetForm.RELATIVE:
        sides = [Comparator.ABOVE, Comparator.AT_LEAST, Comparator.ABOUT, Comparator.BELOW]
        return indicator(
            form, None, None, name=name, unit=unit, text="与经济增长比较", reference="gdp",
            comparator=draw(st.sampled_from(sides)),
        )  # fmt: skip
    based = form not in (TargetForm.CUMULATIVE, TargetForm.ANNUAL_RATE) and draw(st.booleans())
    return indicator(
        form, draw(numbers) if based else None, target, name=name, unit=unit, comparator=growing,
        direction=draw(st.sampled_from([Direction.INCREASE, Direction.DECREASE])), base_year=2020 if based else None,
    )  # fmt: skip


def values(draw: st.DrawFn, id: str, region: str) -> list[Observation]:
    return observed(dict(zip(range(2019, 2026), draw(series), strict=True)), id=id, region=region)


def one_of(built: Built, found: dict[str, np.ndarray], id: str, region: str) -> dict[str, float]:
    manifest = built.store.manifest
    at = next(n for n, aim in enumerate(manifest.aims) if aim.indicator == id)
    row = np.flatnonzero((found["indicator"] == at) & (found["area"] == manifest.codes.index(region)))[0]
    return {name: column[row].item() for name, column in found.items()}


def agrees(row: dict[str, float], standing: Standing) -> None:
    assert VERDICTS[int(row["verdict"])] is standing.verdict
    if standing.verdict is VERDICTS[0]:
        assert math.isnan(row["probability"])
        return
    relative = standing.rule.name == "relative" or (math.isnan(row["progress"]) and standing.progress is None)
    for name in ("progress", "needed") if relative else ("value", "expected", "progress", "needed"):
        theirs = getattr(standing, name)
        assert row[name] == pytest.approx(math.nan if theirs is None else theirs, rel=1e-9, abs=1e-9, nan_ok=True), name
    assert standing.period is not None
    assert row["year"] == standing.period.last_year
    outlook = standing.outlook
    if standing.settled or outlook is None:
        return
    for name in ("probability", "low", "high"):
        assert row[name] == pytest.approx(getattr(outlook, name), rel=1e-6, abs=1e-9), name


@pytest.mark.parametrize("form", FORMS)
@given(st.data())
@settings(max_examples=25, phases=(Phase.generate,))
def test_every_form_is_judged_and_foretold_as_monitor_does(
    tmp_path_factory: pytest.TempPathFactory, form: TargetForm, data: st.DataObject
) -> None:
    draw, one = data.draw, data.draw(indicators(form))
    plan = [one, *([indicator(TargetForm.ANNUAL_RATE, None, 5.0, id="gdp", name="地区生产总值增长", unit="%",
                              base_year=None)] if form is TargetForm.RELATIVE else [])]  # fmt: skip
    regions = (HOME, EAST, WEST)
    seen = [o for i in plan for region in regions for o in values(draw, i.id, region)]
    # What areas make together is a value that `monitor` does not know of.
    apart = tuple(RollUp(i.id, Over.AREAS, RollUpRule.NONE) for i in plan)
    whole = replace(package(plan, seen), areas=AREAS, rollups=apart)
    on = draw(st.sampled_from([TODAY, date(2023, 12, 31), date(2022, 6, 30)]))
    _, left = aims_of(whole, on)
    if left:
        # What is printed is ambiguous (a fall written as a plus); arrays have no words to be ambiguous in.
        assert left[0].reason.en.startswith("it is not clear")
        return
    folder = tmp_path_factory.mktemp("w") / "w"
    built = build([whole], folder, on)
    found = answers(built.store, on)
    checked = 0
    for standing in monitor(whole, on).standings:
        if standing.indicator_id == one.id and standing.history:
            agrees(one_of(built, found, one.id, standing.region), standing)
            checked += 1
    assume(checked)  # an example without a value that was known on the date says nothing


@given(st.data())
@settings(max_examples=25, phases=(Phase.generate,))
def test_an_area_is_judged_by_the_targets_of_its_own_plan(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    one = indicator(TargetForm.LEVEL, 50.0, 100.0, comparator=Comparator.AT_LEAST)
    own = replace(
        one, target=replace(one.target, value=data.draw(numbers)),
        baseline=data.draw(st.sampled_from([one.baseline, replace(one.baseline, value=20.0, text="20.0")])),
    )  # fmt: skip
    whole = replace(package([one], values(data.draw, "it", HOME)), areas=AREAS)
    county = Package(
        Reading(Plan("县规划", Region("东县", EAST), Period.years(2021, 2025), indicators=(own,))),
        tuple(values(data.draw, "it", EAST)),
    )
    built = build([whole, county], tmp_path_factory.mktemp("w") / "w", TODAY)
    assert built.own == 1
    found = answers(built.store, TODAY)
    (standing,) = monitor(county, TODAY).standings
    agrees(one_of(built, found, "it", EAST), standing)


def test_the_base_that_a_census_moved_is_that_of_its_area(tmp_path: Path) -> None:
    one = indicator(TargetForm.LEVEL, 50.0, 70.0, name="常住人口城镇化率", unit="%")
    seen = [
        *observed({2020: 48.0}, region=EAST, status="七普"), *observed({2023: 60.0}, region=EAST),
        *observed({2020: 52.0}, status="七普"), *observed({2023: 61.0}),
    ]  # fmt: skip
    whole = replace(package([one], seen), areas=AREAS)
    built = build([whole], tmp_path / "w", TODAY)
    found = answers(built.store, TODAY)
    for standing in monitor(whole, TODAY).standings:
        agrees(one_of(built, found, "it", standing.region), standing)


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (indicator(TargetForm.WORDS, text="明显改善"), "in words"),
        (indicator(TargetForm.LEVEL, 1.0, 2.0, comparator=Comparator.ABOUT), "about"),
        (indicator(TargetForm.LEVEL, 1.0, 2.0, high=3.0, comparator=Comparator.RANGE), "range"),
        (indicator(TargetForm.LEVEL, 1.0, growth=Growth(GrowthKind.ANNUAL_RATE, 5.0)), "growth column"),
        (indicator(TargetForm.ANNUAL_RATE, 1.0, 5.0), "levels"),
        (indicator(TargetForm.CUMULATIVE, 10.0, 5.0), "levels"),
        (replace(indicator(TargetForm.LEVEL, 1.0, 2.0), path=PathShape.STEPS), "not even"),
        (indicator(TargetForm.RELATIVE, text="高于全省", reference="全省"), "comparator"),
    ],
)
def test_what_arrays_cannot_judge_is_left_to_monitor_with_the_reason(one: Indicator, words: str) -> None:
    aims, left = aims_of(package([one], []), TODAY)
    assert aims == ()
    assert words in left[0].reason.en


def test_official_yearly_targets_are_left_to_monitor() -> None:
    plan = package([indicator(TargetForm.LEVEL, 1.0, 2.0)], [])
    assert len(aims_of(plan, TODAY)[0]) == 1
    with_target = replace(plan, milestones=(Milestone("it", "", Period.year(2023), 1.5),))
    assert "official yearly targets" in aims_of(with_target, TODAY)[1][0].reason.en


def test_areas_that_do_not_fit_are_one_line() -> None:
    plan = package([indicator()], [])
    for areas, words in (
        ((*AREAS, Area(EAST, "东")), "stands twice"),
        ((Area(EAST, "东", "nowhere"),), "is not listed"),
        ((Area("a", "a", "b"), Area("b", "b", "a")), "in a circle"),
    ):
        with pytest.raises(Fault, match=words):
            areas_of(replace(plan, areas=areas))


def test_a_build_that_fails_leaves_no_half_warehouse(tmp_path: Path) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text("indicator,region,period,value\nit,nowhere,2022,1\n")
    with pytest.raises(Fault, match="1 rows with a region"):
        build([package([indicator(base=1.0, target=2.0)], [])], tmp_path / "w", TODAY, [bad])
    assert not (tmp_path / "w").exists()
