"""Breaks split or link a series; of two sources one is chosen, with a reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.unit.monitoring.small_plan import HOME, indicator, observed, package

from lantu.monitoring import Standing, monitor
from lantu.plan.observation import Observation
from lantu.plan.period import Period
from lantu.plan.series_break import BreakKind, Choice, SeriesBreak
from lantu.plan.verdict import Verdict

ONE = indicator(base=100, target=150)


def judged(
    observations: list[Observation], breaks: tuple[SeriesBreak, ...] = (), choices: tuple[Choice, ...] = ()
) -> Standing:
    plan = replace(package([ONE], observations), breaks=breaks, choices=choices)
    (only,) = monitor(plan, date(2023, 12, 31)).standings
    return only


def broken(year: int, factor: float | None, region: str = "") -> SeriesBreak:
    kind = BreakKind.LINK if factor else BreakKind.SPLIT
    return SeriesBreak("it", region, Period.year(year), kind, factor, "普查", "统计局")


def test_without_a_break_a_changed_definition_reads_as_a_fall() -> None:
    assert judged(observed({2021: 110, 2022: 90, 2023: 98})).verdict is Verdict.LAGGING


def test_a_link_multiplies_base_and_earlier_values_and_says_so() -> None:
    found = judged(observed({2021: 110, 2022: 96, 2023: 104}), (broken(2022, 0.8),))
    assert [o.value for o in found.history] == [pytest.approx(88), 96, 104]
    assert found.history[0].verified == "derived"
    assert found.history[0].note == "×0.8（普查）"
    assert found.expected == pytest.approx(80 + (150 - 80) * 3 / 5)
    assert any("100 × 0.8 = 80" in note.zh for note in found.notes)


def test_a_split_leaves_earlier_values_and_the_printed_base_out() -> None:
    found = judged(observed({2021: 110, 2022: 90, 2023: 98}), (broken(2022, None),))
    assert [o.period.last_year for o in found.history] == [2022, 2023]
    ((aside, why),) = found.set_aside
    assert aside.value == 110
    assert "不与以后的数连接" in why.zh
    assert found.path[0] == (2022.0, 90)


def test_a_period_that_spans_a_change_follows_the_new_definition_base_and_values_alike() -> None:
    change = SeriesBreak("it", "", Period.parse("2020-07"), BreakKind.LINK, 2.0)
    found = judged(observed({2020: 100, 2021: 110}), (change,))
    assert found.path[0] == (2020.0, 100)
    assert [o.value for o in found.history] == [110]


def test_two_links_multiply() -> None:
    found = judged(observed({2021: 100, 2023: 120}), (broken(2022, 1.1), broken(2023, 1.2)))
    assert found.history[0].value == pytest.approx(132)


def test_a_break_of_another_region_changes_nothing() -> None:
    assert judged(observed({2021: 110}), (broken(2022, 2.0, "990200"),)).history[0].value == 110


def test_a_break_that_is_still_to_come_is_not_known_yet() -> None:
    found = judged(observed({2021: 110, 2022: 90}), (broken(2024, None),))
    assert len(found.history) == 2
    assert not found.notes


def told(value: float, source: str) -> Observation:
    return Observation("it", HOME, Period.year(2022), value, "final", source=source)


def test_two_values_that_count_as_much_are_told_and_the_later_row_is_used() -> None:
    found = judged([told(120, "公报"), told(125, "年鉴")])
    assert found.value == 125
    assert any("120（公报）" in note.zh and "125（年鉴）" in note.zh for note in found.notes)


def test_the_same_value_twice_is_no_conflict() -> None:
    assert not judged([told(120, "公报"), told(120, "年鉴")]).notes


def test_a_chosen_source_is_used_with_its_reason_and_settles_the_conflict() -> None:
    choice = Choice("it", "", Period.year(2022), "公报", "年鉴口径不含开发区", "统计局")
    found = judged([told(120, "公报"), told(125, "年鉴")], choices=(choice,))
    assert found.value == 120
    assert not found.notes
    ((aside, why),) = found.set_aside
    assert (aside.value, why.zh) == (125, "选用了“公报”的数：年鉴口径不含开发区（统计局）")


def test_a_chosen_source_that_gives_no_value_is_told() -> None:
    found = judged([told(120, "公报"), told(125, "年鉴")], choices=(Choice("it", "", Period.year(2022), "公告"),))
    assert found.value == 125
    assert any("选用的来源“公告”没有数" in note.zh for note in found.notes)
