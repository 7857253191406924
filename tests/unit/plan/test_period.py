"""Periods are read from their written form and written back the same."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.plan.period import Period

years = st.integers(1000, 9998)
written = st.one_of(
    years.map(str),
    st.tuples(years, st.integers(1, 9)).map(lambda p: f"{p[0]}-{min(p[0] + p[1], 9999)}"),
    st.tuples(years, st.integers(1, 2)).map(lambda p: f"{p[0]}H{p[1]}"),
    st.tuples(years, st.integers(1, 4)).map(lambda p: f"{p[0]}Q{p[1]}"),
    st.tuples(years, st.integers(1, 12)).map(lambda p: f"{p[0]}-{p[1]:02}"),
    st.dates(date(1000, 1, 1)).map(date.isoformat),
)


@given(written)
def test_a_period_is_written_back_as_it_was_read(text: str) -> None:
    assert str(Period.parse(text)) == text


@given(written, written)
def test_periods_sort_by_their_end(one: str, other: str) -> None:
    first, second = Period.parse(one), Period.parse(other)
    if first.end < second.end:
        assert first < second


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2021-2025", date(2021, 1, 1), date(2025, 12, 31)),
        ("2021—2025", date(2021, 1, 1), date(2025, 12, 31)),
        ("2024H1", date(2024, 1, 1), date(2024, 6, 30)),
        ("2024Q1", date(2024, 1, 1), date(2024, 3, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
    ],
)
def test_a_period_covers_whole_days(text: str, start: date, end: date) -> None:
    period = Period.parse(text)
    assert (period.start, period.end) == (start, end)


@pytest.mark.parametrize("text", ["", "soon", "2025-13", "2023-02-30", "2025-2021", "25", "2024Q5"])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Period.parse(text)
