"""Reasons, workings, units and notes, in both languages."""

from __future__ import annotations

import math
import re

import pytest
from tests.unit.monitoring.national import on
from tests.unit.monitoring.small_plan import indicator, standing

from lantu.monitoring import Component
from lantu.monitoring.printed import chance, computed, decimals_of, exact, half_digit, rounded, shown
from lantu.monitoring.units import POINTS, with_unit
from lantu.plan.indicator import Direction, TargetForm
from lantu.plan.message import Message
from lantu.plan.verdict import Verdict

DAYS = [f"{year}-12-31" for year in range(2021, 2026)]
HAN = re.compile(r"[\u4e00-\u9fff]")


def result_of(working: str) -> float:
    """Work out what a working says, as a reader with a calculator would."""
    sum_ = working.rpartition(" = ")[0] or working
    sum_ = sum_.partition(" ± ")[0]
    sum_ = re.sub(r"(\d+(?:\.\d+)?)%", r"(\1/100)", sum_.replace("−", "-"))
    sum_ = sum_.replace("×", "*").replace("÷", "/").replace("^", "**")
    sum_ = re.sub(r"√\(", "root(", sum_)
    assert re.fullmatch(r"[\d.()+\-*/ root]+", sum_), sum_
    return float(eval(sum_, {"root": math.sqrt}))


def workings(day: str) -> list[tuple[str, Component]]:
    return [
        (s.indicator_id, c) for s in on(day).standings for c in s.components if c.working and isinstance(c.value, float)
    ]


@pytest.mark.parametrize("day", DAYS)
def test_every_working_comes_out_as_the_number_beside_it(day: str) -> None:
    assert workings(day)
    for id, part in workings(day):
        assert isinstance(part.value, float)
        result = result_of(part.working)
        if part.name in ("mean_rate",) or (part.name == "gap"):
            result *= 100
        # Rounded parts leave a little; a tenth of a point where shares are shown with one decimal.
        allowed = 0.11 if part.name == "gap" else 0.004 * max(abs(part.value), 0.01)
        assert result == pytest.approx(part.value, abs=allowed), (id, part.name, part.working)


@pytest.mark.parametrize("day", [*DAYS, "2019-12-31", "2030-01-01"])
def test_english_says_no_chinese_but_the_plans_own_words(day: str) -> None:
    for s in on(day).standings:
        own = " ".join(c.label.en for c in s.components if c.name == "comparator_values")
        for message in (s.rule.sentence, s.rule.source, *s.notes, *(c.label for c in s.components)):
            assert not HAN.search(message.en) or message.en == own, message.en
        assert "百分点" not in s.reason.en
        for c in s.components:
            assert "百分点" not in c.unit.en
            assert "百分点" not in c.working


@pytest.mark.parametrize("day", DAYS)
def test_reasons_end_as_sentences_and_notes_do_not(day: str) -> None:
    for s in on(day).standings:
        assert s.reason.zh.endswith("。")
        assert s.reason.en.endswith(".")
        for note in s.notes:
            assert not note.zh.endswith("。")
            assert not note.en.endswith(".")


def test_changes_of_shares_are_points() -> None:
    found = standing(indicator(TargetForm.LEVEL, 50, 60, unit="%", name="覆盖率"), {2022: 53}, "2022-12-31")
    units = {c.name: c.unit for c in found.components}
    assert units["value"] == Message("%", "%")
    assert all(units[name] == POINTS for name in ("gap", "needed_change"))
    # The outlook of a share is worked out on log odds; what it says of the target year is in per cent.
    assert units["forecast_error"] == Message("比率对数", "log odds")
    assert units["interval"] == Message("%", "%")


def test_units_close_up_in_chinese_and_stand_apart_in_english() -> None:
    assert with_unit("3", Message("公里", "公里")) == Message("3公里", "3 公里")
    assert with_unit("3", Message("%", "%")) == Message("3%", "3%")
    assert with_unit("0.5", POINTS) == Message("0.5个百分点", "0.5 points")


def test_one_year_is_no_average() -> None:
    found = standing(indicator(TargetForm.FLOOR_EACH_YEAR, 7, 6), {2021: 7.5}, "2021-12-31")
    assert found.reason.zh.startswith("2021年为7.5公里")
    assert "average" not in found.reason.en


def test_a_missed_floor_is_told_with_its_year() -> None:
    found = standing(indicator(TargetForm.FLOOR_EACH_YEAR, 7, 6), {2021: 7.5, 2022: 5.5}, "2022-12-31")
    assert "2022年5.5公里，低于下限" in found.reason.zh
    assert "below it: 5.5 公里 in 2022" in found.reason.en


def test_a_target_that_was_missed_at_the_end_is_called_missed() -> None:
    found = standing(indicator(TargetForm.LEVEL, 50, 100), {2025: 90})
    assert found.verdict is Verdict.LAGGING
    assert "没有达到目标100公里" in found.reason.zh


def test_what_is_still_needed_leads_to_the_target() -> None:
    falling = indicator(TargetForm.LEVEL, 20, 10, direction=Direction.DECREASE)
    found = standing(falling, {2023: 16}, "2023-12-31")
    assert found.needed == -3
    rate = indicator(TargetForm.ANNUAL_RATE, None, 7, name="工业增长", unit="%")
    found = standing(rate, {2021: 5, 2022: 5}, "2022-12-31")
    assert found.needed is not None
    assert 1.05**2 * (1 + found.needed / 100) ** 3 == pytest.approx(1.07**5)


@pytest.mark.parametrize(
    ("probability", "said"),
    [(1.0, ">99%"), (0.9951, ">99%"), (0.994, "99%"), (0.5, "50%"), (0.01, "1%"), (0.006, "<1%"), (0, "<1%")],
)
def test_a_probability_is_never_called_certain(probability: float, said: str) -> None:
    assert chance(probability) == said


def test_numbers_are_written_in_full_and_without_noise() -> None:
    assert exact(6.8285) == "6.8285"
    assert exact(0.1 + 0.2) == "0.3"
    assert exact(-5.0) == "−5"
    assert exact(1e15) == "1000000000000000"
    assert exact(0.00012) == "0.00012"
    assert shown(-0.001) == "0"
    assert computed(0.0001234567) == "0.0001235"
    assert rounded(0.016667) == "0.017"


def test_printed_digits_are_read_from_the_number_that_is_meant() -> None:
    assert decimals_of("到2025年达到87.5", 87.5) == 1
    assert decimals_of("1,234.56") == 2
    assert decimals_of("进入前列") == 0
    assert half_digit([("10.8", 10.8), ("11", 11)]) == pytest.approx(0.05)
    assert half_digit([("", None)]) == 0
