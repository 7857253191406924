"""Times in sentences, as deadlines and as periods."""

from __future__ import annotations

import pytest

from lantu.reading.grammar.moment import Moment, moments


def _times(text: str, now: int | None = 2022) -> list[Moment]:
    return list(moments(text, now, (2021, 2025)))


@pytest.mark.parametrize(
    ("text", "period", "deadline"),
    [
        ("到2024年底完成", "2024", "2024"),
        ("2023年6月底前投用", "2023-06", "2023-06"),
        ("2023年9月15日开工", "2023-09-15", "2023-09-15"),
        ("“十四五”末达到", "2021-2025", "2025"),
        ("十三五期间累计", "2016-2020", "2020"),
        ("2021—2025年新增", "2021-2025", "2025"),
        ("到二〇三五年建成", "2035", "2035"),
        ("今年新建", "2022", "2022"),
        ("明年建成", "2023", "2023"),
        ("去年完成", "2021", "2021"),
        ("今后五年要", "2021-2025", "2025"),
        ("过去五年里", "2017-2021", "2021"),
    ],
)
def test_a_time_is_read(text: str, period: str, deadline: str) -> None:
    (time,) = _times(text)
    assert (time.period, time.deadline) == (period, deadline)


@pytest.mark.parametrize("text", ["比2020年增加三成", "较“十三五”末翻一番", "相比2015年提高", "是2010年的2倍"])
def test_a_year_that_is_only_compared_with_is_no_deadline(text: str) -> None:
    assert [time.against for time in _times(text)] == [True]


def test_words_that_count_from_today_stay_unread_where_today_is_not_known() -> None:
    assert _times("今年和明年", now=None) == []


def test_a_month_that_does_not_exist_leaves_its_year() -> None:
    assert [time.deadline for time in _times("2023年13月")] == ["2023"]
