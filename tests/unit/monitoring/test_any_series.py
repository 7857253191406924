"""What must hold whatever the numbers are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.unit.monitoring.small_plan import indicator, observed, package, standing

from lantu.monitoring import Standing, monitor
from lantu.plan.indicator import Direction, Indicator, TargetForm
from lantu.plan.observation import Observation
from lantu.plan.quantity import Comparator
from lantu.plan.verdict import Verdict

RANK = {verdict: n for n, verdict in enumerate(
    (Verdict.LAGGING, Verdict.ON_TRACK, Verdict.AHEAD, Verdict.ACHIEVED)
)}  # fmt: skip
NUMBER = st.floats(-1000, 1000, allow_nan=False).map(lambda value: round(value, 2))
RATE = st.floats(-30, 30, allow_nan=False).map(lambda value: round(value, 1))
VALUES = st.dictionaries(st.integers(2021, 2025), NUMBER, min_size=1)
DAYS = st.sampled_from([f"{year}-12-31" for year in range(2021, 2027)])

FORMS = st.sampled_from(TargetForm)


def level(base: float, target: float, comparator: Comparator | None = None) -> Indicator:
    return indicator(TargetForm.LEVEL, base, target, comparator=comparator, direction=None)


@given(NUMBER, NUMBER, VALUES, st.floats(0, 100), DAYS)
def test_a_better_level_is_never_judged_worse(
    base: float, target: float, values: dict[int, float], more: float, on: str
) -> None:
    sign = 1 if target >= base else -1
    before = standing(level(base, target), values, on)
    last = max((year for year in values if f"{year}-12-31" <= on), default=None)
    assume(last is not None)
    assert last is not None
    after = standing(level(base, target), {**values, last: values[last] + sign * more}, on)
    assert RANK[after.verdict] >= RANK[before.verdict]


@given(
    st.floats(-20, 20).filter(lambda t: abs(t) > 0.1), st.lists(RATE, min_size=1, max_size=5), st.floats(0, 10), DAYS
)
def test_a_better_rate_is_never_judged_worse(target: float, rates: list[float], more: float, on: str) -> None:
    one = indicator(TargetForm.ANNUAL_RATE, None, target, name="工业增长", unit="%", comparator=Comparator.AT_LEAST)
    values = dict(zip(range(2021, 2026), rates, strict=False))
    before = standing(one, values, on)
    after = standing(one, {**values, 2021: values[2021] + more}, on)
    assert RANK[after.verdict] >= RANK[before.verdict]


@given(
    st.floats(-20, 20).filter(lambda t: abs(t) > 0.1), st.lists(RATE, min_size=1, max_size=5), st.floats(0, 10), DAYS
)
def test_a_lower_rate_is_never_judged_worse_where_it_is_to_fall(
    target: float, rates: list[float], less: float, on: str
) -> None:
    one = indicator(
        TargetForm.ANNUAL_RATE, None, target, name="工业能耗变化率", unit="%", comparator=Comparator.AT_MOST,
        direction=Direction.DECREASE,
    )  # fmt: skip
    values = dict(zip(range(2021, 2026), rates, strict=False))
    before = standing(one, values, on)
    after = standing(one, {**values, 2021: values[2021] - less}, on)
    assert RANK[after.verdict] >= RANK[before.verdict]


@given(st.floats(1, 100), st.floats(-50, 150), st.floats(0, 50), st.integers(2021, 2025))
def test_a_larger_total_is_never_judged_worse(target: float, total: float, more: float, year: int) -> None:
    one = indicator(TargetForm.CUMULATIVE, None, target, name="能耗降低", unit="%", direction=Direction.DECREASE)
    ranks = [
        RANK[standing(one, observed({f"2021-{year}": value}, status="cumulative")).verdict]
        for value in (total, total + more)
    ]
    assert ranks[1] >= ranks[0]


@given(
    st.sampled_from([(TargetForm.FLOOR_EACH_YEAR, 1), (TargetForm.CEILING_EACH_YEAR, -1)]),
    st.one_of(st.none(), NUMBER),
    NUMBER,
    VALUES,
    st.floats(0, 100),
    DAYS,
)
def test_a_better_value_under_a_bound_is_never_judged_worse(
    form: tuple[TargetForm, int], base: float | None, bound: float, values: dict[int, float], more: float, on: str
) -> None:
    known = [year for year in values if f"{year}-12-31" <= on]
    # Without a base the first value is the base; another first value is another question.
    assume(len(known) > (0 if base is not None else 1))
    one = indicator(form[0], base, bound, direction=None)
    before = standing(one, values, on)
    after = standing(one, {**values, max(known): values[max(known)] + form[1] * more}, on)
    assert RANK[after.verdict] >= RANK[before.verdict]


@given(st.lists(RATE, min_size=1, max_size=5), st.lists(RATE, min_size=5, max_size=5), st.floats(0, 10))
def test_a_better_lead_is_never_judged_worse(mine: list[float], theirs: list[float], more: float) -> None:
    ranks = []
    for extra in (0.0, more):
        values = {2021 + n: rate + extra for n, rate in enumerate(mine)}
        ranks.append(RANK[_against(values, dict(zip(range(2021, 2026), theirs, strict=True))).verdict])
    assert ranks[1] >= ranks[0]


def _against(mine: dict[int, float], theirs: dict[int, float]) -> Standing:
    one = indicator(TargetForm.RELATIVE, None, None, name="收入增长", unit="%", text="高于GDP增长", reference="gdp")
    other = indicator(TargetForm.ANNUAL_RATE, None, 5, id="gdp", name="GDP增长", unit="%")
    everything = observed(mine) + observed(theirs, id="gdp")
    return monitor(package([one, other], everything), date(2025, 12, 31)).standings[0]


@given(NUMBER, NUMBER, VALUES, DAYS)
def test_the_mirrored_goal_gets_the_same_verdict(base: float, target: float, values: dict[int, float], on: str) -> None:
    assume(base != target)
    up = standing(level(base, target), values, on)
    down = standing(
        replace(
            level(-base, -target),
            target=replace(level(-base, -target).target, text=up_text(target)),
            baseline=replace(level(-base, -target).baseline, text=up_text(base)),
        ),
        {year: -value for year, value in values.items()},
        on,
    )
    assert down.verdict is up.verdict
    if up.outlook and down.outlook:
        assert down.outlook.probability == pytest.approx(up.outlook.probability)


def up_text(value: float) -> str:
    return f"{value:g}"


@given(NUMBER, st.floats(0.5, 500), st.integers(2021, 2024), st.floats(0, 100))
def test_what_is_reached_early_is_never_lagging(base: float, way: float, year: int, beyond: float) -> None:
    target = base + way
    found = standing(level(base, target), {year: target + beyond}, f"{year}-12-31")
    assert found.verdict is Verdict.ACHIEVED


@given(FORMS, st.lists(st.integers(2021, 2025), unique=True), DAYS)
def test_missing_never_becomes_a_verdict(form: TargetForm, years: list[int], on: str) -> None:
    found = standing(indicator(form, 10, 20, reference="it"), dict.fromkeys(years), on)
    assert found.verdict is Verdict.NOT_ASSESSED
    assert found.value is None
    assert found.reason.zh
    assert found.reason.en


@settings(max_examples=300)
@given(
    FORMS,
    st.one_of(st.none(), NUMBER, st.just(1e200)),
    st.one_of(st.none(), NUMBER, st.just(-1e200)),
    st.one_of(st.none(), NUMBER),
    st.one_of(st.none(), st.sampled_from(Comparator)),
    st.one_of(st.none(), st.sampled_from(Direction)),
    st.sampled_from(["%", "公里", None, "‰", "岁"]),
    st.sampled_from(["绿道长度", "能耗降低", "旅游收入增长", "城镇新增就业", "森林覆盖率"]),
    st.dictionaries(
        st.one_of(st.integers(2018, 2028), st.sampled_from(["2021-2023", "2022-2024", "2023H1", "2024-05"])),
        st.one_of(
            st.none(),
            NUMBER,
            st.just(0.0),
            st.just(float("nan")),
            st.sampled_from([1e15, -1e99, 1e300, 1e-300, float("inf")]),
        ),
    ),
    DAYS,
)
def test_no_input_crashes_and_every_verdict_shows_its_numbers(
    form: TargetForm,
    base: float | None,
    target: float | None,
    high: float | None,
    comparator: Comparator | None,
    direction: Direction | None,
    unit: str | None,
    name: str,
    values: dict[int | str, float | None],
    on: str,
) -> None:
    one = indicator(
        form, base, target, name=name, unit=unit, comparator=comparator, direction=direction, high=high, reference="it"
    )
    found = standing(one, values, on)
    assert found.rule.sentence.zh
    if found.verdict is not Verdict.NOT_ASSESSED:
        assert found.components
        assert found.value is not None
    if found.outlook:
        assert 0 <= found.outlook.probability <= 1
        assert found.outlook.low <= found.outlook.high
    used = {id(o) for o in found.history}
    aside = {id(o) for o, _ in found.set_aside}
    assert not used & aside
    # Nothing is dropped: at most the base itself is neither used nor set aside.
    assert len(used | aside) >= len(values) - 1


@given(st.permutations(observed({2021: 11.0, 2022: 12.0, 2023: 14.0})))
def test_the_order_of_rows_does_not_matter(rows: list[Observation]) -> None:
    assert standing(level(10, 20), list(rows)) == standing(
        level(10, 20), observed({2021: 11.0, 2022: 12.0, 2023: 14.0})
    )
