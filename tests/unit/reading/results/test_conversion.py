"""Values are converted within families of units, and the working is written out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.reading.results.conversion import convert


@pytest.mark.parametrize(
    ("value", "unit", "into", "result", "working"),
    [
        (1260582, "亿元", "万亿元", 126.0582, "1260582 亿元 ÷ 10000 = 126.0582 万亿元"),
        (12860, "人", "万人", 1.286, "12860 人 ÷ 10000 = 1.286 万人"),
        (18000, "公顷", "万亩", 27, "18000 公顷 × 0.0015 = 27 万亩"),
        (113, "万米", "公里", 1130, "113 万米 × 10 = 1130 公里"),
        (5.1, "‰", "%", 0.51, "5.1 ‰ ÷ 10 = 0.51 %"),
        (3, "trillion yuan", "亿元", 30000, "3 trillion yuan × 10000 = 30000 亿元"),
        (35, "家", "个", 35, ""),
        (33.8, "%", "%", 33.8, ""),
        (72, "%", None, 72, ""),
    ],
)
def test_a_value_is_converted_with_its_working(
    value: float, unit: str, into: str | None, result: float, working: str
) -> None:
    found = convert(value, unit, into)
    assert found is not None and found.value == pytest.approx(result, rel=1e-12) and found.working == working


@pytest.mark.parametrize(("unit", "into"), [("亿元", "万人"), ("亩", "公里"), ("%", "亿元"), ("美元", "元")])
def test_units_of_different_families_are_never_converted(unit: str, into: str) -> None:
    assert convert(1, unit, into) is None


@given(
    st.floats(0.001, 1e9).map(lambda value: float(f"{value:.6g}")),
    st.sampled_from([("万元", "亿元"), ("公顷", "亩"), ("斤", "万吨")]),
)
def test_there_and_back_is_the_same(value: float, units: tuple[str, str]) -> None:
    there = convert(value, *units)
    assert there is not None
    back = convert(there.value, *reversed(units))
    assert back is not None and back.value == pytest.approx(value, rel=1e-9)
