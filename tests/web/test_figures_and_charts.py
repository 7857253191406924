"""Numbers, periods and drawings."""

from __future__ import annotations

import re
from datetime import date
from xml.etree import ElementTree

import pytest
from django.utils.translation import override
from hypothesis import example, given
from hypothesis import strategies as st

from lantu.monitoring import Component, Rule, Standing
from lantu.monitoring.printed import chance_words
from lantu.plan.message import Message
from lantu.plan.period import Period
from lantu.plan.verdict import Verdict
from lantu.web.evaluations.working import working_of
from lantu.web.look.charts.label import Labels
from lantu.web.look.charts.ruler import draw_ruler, share_passed
from lantu.web.look.charts.scale import moment, round_ticks
from lantu.web.look.charts.sparkline import draw_sparkline
from lantu.web.look.charts.trajectory import Goal, Outlook, Point, Trajectory, draw_trajectory
from lantu.web.look.figures import figure, period_words
from lantu.web.look.language import language_of
from lantu.web.look.templatetags.language import title_words
from lantu.web.look.verdicts import status_words


@pytest.mark.parametrize(
    ("value", "decimals", "set_as"),
    [
        (None, None, "—"),
        (0.0, None, "0"),
        (4.08, None, "4.08"),
        (1295.0, None, "1\u00a0295"),
        (-0.4, None, "−0.4"),
        (-0.04, 1, "0.0"),
        (3.9600000001, None, "3.96"),
        (2 / 3, 2, "0.67"),
    ],
)
def test_numbers_are_set_with_minus_and_groups_and_without_noise(
    value: float | None, decimals: int | None, set_as: str
) -> None:
    assert figure(value, decimals) == set_as


def test_a_missing_value_is_never_a_zero() -> None:
    assert "0" not in figure(None)


def test_signs_are_shown_where_a_change_is_meant() -> None:
    assert figure(0.7, signed=True) == "＋0.7"
    assert figure(-0.7, signed=True) == "−0.7"
    assert figure(0.0, signed=True) == "0"


def test_a_chance_is_never_said_to_be_certain() -> None:
    assert chance_words(1.0) == Message("超过99%", "over 99%")
    assert chance_words(0.006) == Message("不足1%", "under 1%")
    assert chance_words(0.684) == Message("68%", "68%")


@pytest.mark.parametrize(
    ("period", "zh", "en"),
    [
        ("2024", "2024年", "2024"),
        ("2021-2025", "2021—2025年", "2021–2025"),
        ("2024H2", "2024年下半年", "2nd half of 2024"),
        ("2024Q3", "2024年第三季度", "Q3 2024"),
        ("2024-05", "2024年5月", "May 2024"),
        ("2020-11-01", "2020年11月1日", "1 November 2020"),
    ],
)
def test_periods_are_said_in_both_languages(period: str, zh: str, en: str) -> None:
    assert period_words(Period.parse(period)) == Message(zh, en)


def test_a_status_that_we_do_not_know_stays_as_the_publisher_wrote_it() -> None:
    assert status_words("final, raw") == Message("终值，原始值", "final, raw")
    assert status_words("final(七普)") == Message("终值（七普）", "final (7th census)")
    assert status_words("plan statement (second value)").zh == "规划表述（第二个数）"
    assert status_words("plan table 2025 base, constant prices").zh == "规划表所列2025年基数，不变价"
    assert status_words("reported (>95)").zh == "报告值（>95）"
    assert status_words("final cumulative").zh == "终值累计"
    assert status_words("as told by telephone").zh == "as told by telephone"


def test_words_are_marked_by_their_script() -> None:
    assert language_of("GDP增长") == "zh"
    assert language_of("annual count") == "en"
    assert language_of("4.08") is None


def test_the_end_of_a_year_stands_on_that_year() -> None:
    assert moment(date(2024, 12, 31)) == 2024
    assert 2023.4 < moment(date(2024, 6, 30)) < 2023.6


@example(0.0, 1.133e-10)
@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
def test_ticks_enclose_what_they_measure_and_are_few(one: float, other: float) -> None:
    low, high = sorted((one, other))
    ticks = round_ticks(low, high)
    assert 2 <= len(ticks) <= 12
    slack = 1e-6 * max(1.0, abs(low), abs(high))
    assert ticks[0] <= low + slack
    assert ticks[-1] >= high - slack
    assert ticks == sorted(set(ticks))


def test_the_ruler_shows_the_share_that_has_passed() -> None:
    period = Period.years(2021, 2025)
    assert share_passed(period, date(2020, 1, 1)) == 0
    assert share_passed(period, date(2024, 12, 31)) == pytest.approx(0.8, abs=0.001)
    assert share_passed(period, date(2030, 1, 1)) == 1
    assert "H256.0" in draw_ruler(period, date(2024, 12, 31), "四年")


def _trajectory(values: list[float], title: str = "x") -> Trajectory:
    points = tuple(Point(2020.0 + k, v, f"{v:g}", "final" if k % 2 else "open") for k, v in enumerate(values))
    return Trajectory(
        title, points, ((2020.0, 1.0), (2025.0, 4.5)), Goal(2025.0, 4.5, "目标4.5"),
        Outlook(2025.0, 4.0, 5.0, "下沿4", "上沿5"), "应到路径",
    )  # fmt: skip


@given(st.lists(st.floats(-1e9, 1e9, allow_nan=False), min_size=0, max_size=12))
def test_any_series_is_drawn_as_whole_svg_without_styles(values: list[float]) -> None:
    drawn = draw_trajectory(_trajectory(values, title="<&>")) + draw_sparkline(_trajectory(values, "<&>"), "lagging")
    root = ElementTree.fromstring(f"<r>{drawn}</r>")
    assert "nan" not in drawn
    assert "inf" not in drawn
    assert not re.search(r"\sstyle=", drawn)
    for svg in root:
        assert svg.get("role") == "img"


def test_the_line_breaks_where_the_series_breaks() -> None:
    points = (Point(2020, 1, "1"), Point(2021, 2, "2"), Point(2022, 9, "9", joined=False), Point(2023, 10, "10"))
    assert draw_trajectory(Trajectory("x", points)).count('class="line"') == 2 * 2


def test_a_label_keeps_off_the_line_it_belongs_to() -> None:
    rising = [(0.0, 100.0), (100.0, 100.0), (100.0, 0.0)]
    labels = Labels((0, 0, 300, 200), [rising])
    labels.keep_free(rising)
    placed = labels.beside((100.0, 100.0), "4.08")
    y = float(re.search(r'y="([\d.]+)"', placed)[1])  # type: ignore[index]
    assert y > 100, "above and to the left the line is in the way"


def test_a_title_keeps_the_count_of_its_years_on_one_line() -> None:
    with override("en"):
        assert title_words("某市第十四个五年规划<纲要>") == (
            '<span lang="zh-CN">某市<span class="keep">第十四个五年规划</span>&lt;纲要&gt;</span>'
        )


def test_an_arithmetic_keeps_its_result_in_its_own_column() -> None:
    label = Message("完成度", "progress")
    standing = Standing(
        "x", "", Verdict.ON_TRACK, Rule("r", label, label), label,
        components=(
            Component("progress", label, 0.8444, "", "(4.08 − 1.8) ÷ (4.5 − 1.8) = 84.4%"),
            Component("value", label, 4.08, "个"),
            Component("drift", label, 0.5700000000000001, "个", "2.28 ÷ 4"),
        ),
    )  # fmt: skip
    verdict, outlook = working_of(standing)
    assert [(line.sum, line.result) for line in verdict] == [("(4.08 − 1.8) ÷ (4.5 − 1.8)", "84.4%"), ("", "4.08")]
    assert [(line.sum, line.result, line.unit) for line in outlook] == [("2.28 ÷ 4", "0.57", "个")]


def test_an_axis_leaves_room_under_the_lowest_point_but_keeps_its_zero() -> None:
    low = draw_trajectory(Trajectory("x", (Point(2020, 86.5, "86.5"), Point(2021, 88, "88"))))
    assert ">86.0<" in low
    zero = draw_trajectory(Trajectory("x", (Point(2020, 0, "0"), Point(2021, 10, "10"))))
    assert "−" not in zero
