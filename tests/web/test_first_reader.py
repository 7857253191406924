"""What a first reader stumbled over, and does no longer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from tests.web.conftest import TREES, made_up_package, page_of, text_of, unassessed_package
from tests.web.rich_plan import rich_package

from lantu.cli.demo_command import example_packages
from lantu.plan.indicator import Commitment, Target, TargetForm
from lantu.plan.observation import Observation
from lantu.plan.package import Package
from lantu.plan.period import Period
from lantu.web.registry.services import register
from lantu.web.workbench.written_period import read_period

pytestmark = pytest.mark.django_db


def with_values(*values: tuple[int, float], indicator: str = TREES, **indicator_changes: object) -> Package:
    """Return the made-up plan with these values only; changes go to the first indicator."""
    package = made_up_package()
    reading = package.reading
    first, *others = reading.plan.indicators
    plan = replace(reading.plan, indicators=(replace(first, **indicator_changes), *others))  # type: ignore[arg-type]
    seen = tuple(
        Observation(indicator, "999999", Period.year(year), value, "final", "yes", "镇公报") for year, value in values
    )
    return Package(replace(reading, plan=plan), seen, ())


def test_each_binding_indicator_is_marked_for_itself(client: Client) -> None:
    package = made_up_package()
    quiet = Observation("quiet_nights", "999999", Period.year(2024), 3.5, "final", "yes", "镇公报")
    register(replace(package, observations=(*package.observations, quiet)), "qinghe")
    assert "2项滞后（每百米行道树〔约束性〕；安静的街道）" in text_of(page_of(client, "/plans/qinghe/"))


def test_in_the_target_s_own_time_nothing_is_early_or_late(client: Client) -> None:
    register(with_values((2025, 4.6)), "met")
    register(with_values((2025, 4.0)), "missed")
    register(with_values((2024, 4.6)), "early")
    for slug, zh, en in (
        ("met", "已实现", "Achieved"),
        ("missed", "未实现", "Missed"),
        ("early", "提前实现", "Achieved early"),
    ):
        for address in (f"/plans/{slug}/", f"/plans/{slug}/indicators/", f"/plans/{slug}/indicators/trees/"):
            assert f">{zh}</span>" in page_of(client, address)
            assert f">{en}</span>" in page_of(client, f"/en{address}")
    assert "滞后" not in text_of(page_of(client, "/plans/missed/").split('id="h-first"')[0].split("<main")[1])


def test_what_is_met_early_must_still_hold(client: Client) -> None:
    register(with_values((2024, 4.6)), "early")
    assert "要到2025年仍然达到" in text_of(page_of(client, "/plans/early/indicators/trees/"))


def test_a_gap_between_shares_is_counted_in_points(client: Client) -> None:
    register(with_values((2024, 4), unit="%"), "shares")
    zh = text_of(page_of(client, "/plans/shares/indicators/trees/"))
    assert "0.5百分点" in zh.replace("个", "")
    assert "0.5points" in text_of(page_of(client, "/en/plans/shares/indicators/trees/")).replace(" ", "")


def test_another_value_of_the_base_year_does_not_pass_for_the_base(client: Client) -> None:
    register(with_values((2020, 1.7)), "two")
    assert "规划写的基期2020年为1.8棵，同期另有公布数1.7棵" in text_of(page_of(client, "/plans/two/indicators/trees/"))


def test_digits_stay_as_they_were_entered(client: Client) -> None:
    register(with_values((2023, 3), (2024, 4.25)), "digits")
    html = page_of(client, "/plans/digits/indicators/trees/")
    assert ">3</td>" in html
    assert "3.0" not in text_of(html.split('id="values"')[1])


def test_what_is_due_has_no_digits_that_nobody_printed(client: Client) -> None:
    register(with_values((2025, 3.7), target=Target(Period.year(2025), 4, text="4")), "due")
    agenda = text_of(page_of(client, "/plans/due/").split('id="h-first"')[1].split("</li>")[0])
    assert "3.7 / 4实际" in agenda


def test_a_rate_without_a_number_is_a_target_in_words(client: Client) -> None:
    words = Target(Period.year(2025), text="看情况定")
    register(with_values(form=TargetForm.ANNUAL_RATE, target=words, commitment=Commitment.ANTICIPATORY), "words")
    row = page_of(client, "/plans/words/indicators/").split('<tr id="trees">')[1].split("</tr>")[0]
    assert "文字目标" in row
    assert "年均" not in row


def test_an_empty_answer_says_what_to_do(client: Client, plan: object) -> None:
    assert "没有找到" in page_of(client, "/plans/qinghe/indicators/?group=街道&data=unverified")
    assert "Nothing found" in page_of(client, "/en/plans/qinghe/indicators/?group=街道&data=unverified")


def test_a_status_is_said_in_the_page_s_language_and_keeps_its_own_words(client: Client) -> None:
    package = with_values((2024, 4))
    told = replace(package.observations[0], status="plan statement (second value)")
    register(replace(package, observations=(told,)), "told")
    html = page_of(client, "/plans/told/indicators/trees/")
    assert '<span lang="en" title="plan statement (second value)"><span lang="zh-CN">规划表述（第二个数）' in html


def test_names_in_the_other_language_are_marked_where_marks_are_described(client: Client, plan: object) -> None:
    html = page_of(client, "/en/plans/qinghe/")
    assert 'title="每百米行道树" lang="zh-CN">' in html
    assert 'aria-label="Values: 1.9 in 2021' in html


def test_a_status_is_chosen_and_not_presumed(planner_client: Client, plan: object) -> None:
    desk = "/workbench/plans/qinghe/indicators/trees/"
    assert '<option value="">—请选—</option>' in page_of(planner_client, desk)
    answer = planner_client.post(desk, {"period": "2025", "value": "4.6", "status": "", "source": "镇公报"})
    assert answer.status_code == 422
    assert 'id="x-status">这一栏要填。' in answer.content.decode()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2025年", "2025"),
        ("２０２５年 上半年", "2025H1"),
        ("2025年三季度", "2025Q3"),
        ("2025年第4季度", "2025Q4"),
        ("2025年6月", "2025-06"),
        ("2025年6月3日", "2025-06-03"),
        ("2021年—2025年", "2021-2025"),
        ("2025H2", "2025H2"),
    ],
)
def test_a_period_may_be_written_as_people_write_it(written: str, meant: str) -> None:
    assert str(read_period(written)) == meant


@pytest.mark.parametrize("written", ["2025年五季度", "2025年13月", "去年", "2025年2月30日"])
def test_what_is_no_period_is_refused(written: str) -> None:
    with pytest.raises(ValueError):
        read_period(written)


def test_the_plan_with_assessed_indicators_comes_first(client: Client) -> None:
    register(unassessed_package(), "nothing-yet")
    register(made_up_package(), "assessed")
    html = page_of(client, "/")
    assert html.index("/plans/assessed/") < html.index("/plans/nothing-yet/")
    assert "原文里读出3项指标" in text_of(html)


def test_the_demo_begins_with_the_plan_that_has_most_values() -> None:
    counts = [len(package.observations) for package in example_packages().values()]
    assert counts == sorted(counts, reverse=True)


def test_rows_of_times_to_come_are_not_called_missing(client: Client) -> None:
    register(with_values((2098, 3), (2099, 4)), "to-come")
    assert "收到的2行数，时期都还没有结束" in text_of(page_of(client, "/plans/to-come/"))
    assert "2行数的时期还没有结束" in text_of(page_of(client, "/plans/to-come/indicators/trees/"))


def test_the_chapters_tell_what_each_of_them_reports(client: Client) -> None:
    register(rich_package(), "wanhe")
    row = page_of(client, "/plans/wanhe/").split('aria-labelledby="h-chapters"')[1].split("</tr>")[1]
    assert 'data-label="事实">1</td>' in row


def test_links_that_paper_cannot_follow_are_not_printed(client: Client, plan: object) -> None:
    assert '<p class="row action">' in page_of(client, "/plans/qinghe/")
    style = Path(str(finders.find("look/lantu.css"))).read_text(encoding="utf-8")
    assert ".action" in style.split("@media print")[1]
