"""The forms over arrays say of every series what `monitor` says of it alone."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.monitoring.small_plan import indicator, observed, package

from lantu.monitoring import monitor
from lantu.monitoring.kernels.judging import Bands, Judged, Targets, judge
from lantu.monitoring.kernels.verdict import VERDICTS
from lantu.parameters import load
from lantu.plan.indicator import Direction, TargetForm
from lantu.plan.quantity import Comparator

ON = date(2025, 12, 31)
VERDICT = load("verdicts", ON)
BANDS = Bands(VERDICT["ahead_band"].value, VERDICT["lagging_band"].value, VERDICT["rounding_limit"].value)
YEARS = np.arange(2021.0, 2026.0)
FORMS = {
    TargetForm.LEVEL: {"name": "绿道长度", "unit": "公里"},
    TargetForm.FLOOR_EACH_YEAR: {"name": "粮食产量", "unit": "万吨"},
    TargetForm.CEILING_EACH_YEAR: {"name": "失业人数", "unit": "人"},
    TargetForm.CUMULATIVE: {"name": "新增就业", "unit": "万人"},
    TargetForm.ANNUAL_RATE: {"name": "工业增加值增长", "unit": "%"},
}


def judged_alone(form: TargetForm, base: float | None, target: float, sign: float, values: list[float | None]) -> Any:
    one = indicator(
        form, base, target, comparator=Comparator.AT_LEAST if sign > 0 else Comparator.AT_MOST,
        direction=Direction.INCREASE if sign > 0 else Direction.DECREASE, base_year=None if base is None else 2020,
        base_text="", text=f"{target:.6f}", **FORMS[form],
    )  # fmt: skip
    (standing,) = monitor(package([one], observed(dict(zip(range(2021, 2026), values, strict=True)))), ON).standings
    return standing


def judged_together(
    form: TargetForm, base: float | None, target: float, sign: float, values: list[float | None]
) -> Judged:
    """Judge the series between two others, so that a row that looks at its neighbours is caught."""
    rows = np.array([[1.0] * 5, [np.nan if v is None else v for v in values], [np.nan] * 5])
    targets = Targets(
        np.array([0.0, np.nan if base is None else base, np.nan]), np.array([2020.0] * 3), np.array([2.0, target, 1.0]),
        np.array([2021.0] * 3), np.array([2025.0] * 3), np.array([1.0, sign, 1.0]), np.array([False] * 3),
        np.array([5e-7] * 3),
    )  # fmt: skip
    return judge(form, rows, YEARS, targets, BANDS)


numbers = st.integers(-40, 400).map(lambda n: n / 4)


@given(
    st.sampled_from(list(FORMS)),
    st.none() | numbers,
    numbers,
    st.lists(st.none() | numbers, min_size=5, max_size=5),
    st.sampled_from([1.0, -1.0]),
)
@settings(max_examples=400)
def test_together_as_alone(
    form: TargetForm, base: float | None, target: float, values: list[float | None], sign: float
) -> None:
    if form is TargetForm.CEILING_EACH_YEAR:
        sign = -1.0
    if form is TargetForm.FLOOR_EACH_YEAR:
        sign = 1.0
    if form in (TargetForm.CUMULATIVE, TargetForm.ANNUAL_RATE):
        base = None
    alone = judged_alone(form, base, target, sign, values)
    if alone.reason.zh.startswith("目标是下降"):
        return  # what is printed is ambiguous; the arrays have no words to be ambiguous in
    together = judged_together(form, base, target, sign, values)
    assert VERDICTS[together.verdict[1]] is alone.verdict
    if alone.verdict.value == "not_assessed":
        return
    for name in ("value", "expected", "progress", "due", "needed"):
        mine, theirs = float(getattr(together, name)[1]), getattr(alone, name)
        assert mine == pytest.approx(np.nan if theirs is None else theirs, rel=1e-9, abs=1e-9, nan_ok=True), name
    assert together.year[1] == alone.period.last_year


def test_a_lead_over_a_comparator_is_averaged_over_the_years_both_have() -> None:
    found = judge(
        TargetForm.RELATIVE,
        np.array([[0.5, -0.2, np.nan, np.nan, np.nan], [0.1, -0.1, np.nan, np.nan, np.nan]]),
        YEARS,
        Targets(*(np.full(2, v) for v in (np.nan, 2020, 0, 2021, 2025, 1.0)), np.full(2, True), np.zeros(2)),
        BANDS,
    )  # fmt: skip
    assert [VERDICTS[code].value for code in found.verdict] == ["on_track", "lagging"]
    assert found.value.tolist() == [0.15, 0.0]


def test_targets_in_words_are_not_judged_by_numbers() -> None:
    with pytest.raises(ValueError, match="judged by people"):
        judge(TargetForm.WORDS, np.zeros((1, 5)), YEARS, Targets(*[np.zeros(1)] * 8), BANDS)
