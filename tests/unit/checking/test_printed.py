"""A printed number stands for what its digits allow, no more and no less."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.checking.printed import Span, figure, printed, stated, step
from lantu.plan.quantity import Comparator

values = st.integers(1, 10**7).map(lambda n: n / 100)


@pytest.mark.parametrize(
    ("value", "text", "expected"),
    [(34.2, "34.2", 0.1), (34.0, "34.0%", 0.1), (48.0, "48", 1), (48.0, "", 1), (0.26, "", 0.01),
     (52000.0, "5.2万人", 1000), (1234.0, "1,234亿元", 1), (2025.0, "２０２５", 1)],
)  # fmt: skip
def test_the_last_printed_digit_is_the_step(value: float, text: str, expected: float) -> None:
    assert math.isclose(step(value, text), expected)


@given(values)
def test_a_value_lies_within_what_it_is_printed_as(value: float) -> None:
    span = printed(value)
    assert span.low < value < span.high
    assert math.isclose(span.high - span.low, step(value))


@given(values, values)
def test_meeting_is_mutual_and_a_span_meets_itself(one: float, two: float) -> None:
    a, b = printed(one), printed(two)
    assert a.meets(a)
    assert a.meets(b) == b.meets(a)


@given(values, st.integers(0, 3))
def test_rounding_never_makes_a_contradiction(value: float, digits: int) -> None:
    rounded = round(value, digits)
    assert printed(value).meets(printed(rounded, f"{rounded:.{digits}f}"))


@given(values, st.floats(0, 30), st.integers(1, 15))
def test_growth_computed_from_the_ends_leads_back(base: float, rate: float, years: int) -> None:
    led = Span(base, base).compound(Span(rate, rate), years)
    assert led.meets(Span(base * (1 + rate / 100) ** years, base * (1 + rate / 100) ** years))


def test_bounds_open_one_end() -> None:
    assert printed(32, "32%", Comparator.AT_LEAST) == Span(31.5, math.inf)
    assert printed(2.7, "2.7%", Comparator.BELOW).low == -math.inf
    assert printed(7.5, "7.5%", Comparator.ABOUT).low == pytest.approx(7.45 - 0.225)
    assert printed(5, "5-6%", Comparator.RANGE, 6) == Span(4.5, 6.5)


def test_a_bound_counts_only_where_it_is_printed() -> None:
    assert stated(Comparator.AT_LEAST, "73") is None
    assert stated(Comparator.AT_LEAST, "≥73") is Comparator.AT_LEAST
    assert stated(Comparator.AT_MOST, "5.5以内") is Comparator.AT_MOST
    assert stated(Comparator.AT_MOST, "") is Comparator.AT_MOST


@pytest.mark.parametrize(
    ("value", "words"),
    [(443.6, "443.6"), (0.00012345, "0.000123"), (125000.0, "125000"), (-1.5, "-1.5"), (0.0, "0"), (math.inf, "∞")],
)
def test_figures_are_written_without_exponent_or_idle_zeros(value: float, words: str) -> None:
    assert figure(value) == words


@given(st.floats(-1e12, 1e12), st.floats(-200, 200), st.integers(0, 60))
def test_no_growth_breaks_the_arithmetic(base: float, rate: float, years: int) -> None:
    assert not math.isnan(Span(base, base).compound(Span(rate, rate), years).low)
