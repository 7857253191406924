"""A report is read for a plan's results; only what a person ticks is entered, once, with who and when."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.web.conftest import QUIET, TREES
from tests.web.test_languages import Unmarked

from lantu.monitoring.series import series_of
from lantu.plan.citation import Citation
from lantu.plan.package import Package
from lantu.plan.period import Period
from lantu.plan.quantity import Comparator
from lantu.plan.result import FigureKind, Result
from lantu.plan.statement import Pledge
from lantu.web.accounts.models import User
from lantu.web.registry.models import ObservationRow, Plan, ResultRow
from lantu.web.registry.selectors import package_of
from lantu.web.registry.services import register
from lantu.web.workbench.models import Report

pytestmark = pytest.mark.django_db
RESULTS = "/workbench/plans/qinghe/results/"
REPORT = """青禾镇2025年国民经济和社会发展统计公报

2026年2月3日

一、街道

年末安静的街道达到8条，比上年增加1条。全年修补路面2.5万平方米。
"""


def send(client: Client, text: str = REPORT, name: str = "公报.txt") -> str:
    """Give a report to be read and return the address of its page."""
    response = client.post(RESULTS, {"report": SimpleUploadedFile(name, text.encode())})
    assert response.status_code == 302, response.content.decode()[:2000]
    return str(response["Location"])


def ticks(html: str) -> dict[str, str]:
    """Return the boxes of a page: the words of each, and its value."""
    html = re.sub(r"</?bdi[^>]*>|<span lang[^>]*>([^<]*)</span>", r"\1", html)
    found = re.findall(r'name="accept" value="([^"]+)"[^>]*><span class="vh">([^<]*)<', html)
    return {unescape(words).split()[0] + " " + unescape(words).split()[1]: value for value, words in found}


@pytest.fixture
def page(planner_client: Client, plan: Plan) -> str:
    return send(planner_client)


def test_results_are_proposed_with_their_sentence_and_nothing_is_entered(planner_client: Client, page: str) -> None:
    before = ObservationRow.objects.count()
    html = planner_client.get(page).content.decode()
    assert set(ticks(html)) == {"安静的街道 8"}
    assert "checked" not in html, "nothing is ticked for the person"
    assert '年末<span class="found">安静的街道达到8条</span>' in html
    assert "单位同类" in html and "很有把握" in html
    assert ObservationRow.objects.count() == before


def test_what_is_ticked_is_entered_once_with_who_and_when(
    planner_client: Client, planner: User, plan: Plan, page: str
) -> None:
    chosen = ticks(planner_client.get(page).content.decode())["安静的街道 8"]
    response = planner_client.post(page, {"accept": [chosen]}, follow=True)
    assert "已写入 1 个数" in response.content.decode()
    row = ObservationRow.objects.get(period="2025")
    assert (row.indicator, row.value, row.verified, row.entered_by) == (QUIET, 8, "yes", planner)
    assert row.source.startswith("公报.txt 第 7 段：") and "安静的街道达到8条" in row.source and "planner" in row.note
    again = planner_client.post(page, {"accept": [chosen]}, follow=True).content.decode()
    assert "没有重复写入" in again and ObservationRow.objects.filter(period="2025").count() == 1
    assert "安静的街道 8" not in ticks(again), "what is in has no box any more"


def test_who_may_only_look_can_neither_send_nor_accept(plan: Plan, viewer: User, page: str) -> None:
    client = Client()
    client.force_login(viewer)
    assert 'name="accept"' not in client.get(page).content.decode()
    assert client.post(page, {"accept": ["proposal-0000000000"]}).status_code == 403
    assert client.post(RESULTS, {"report": SimpleUploadedFile("a.txt", REPORT.encode())}).status_code == 403
    assert 'type="file"' not in client.get(RESULTS).content.decode()


def test_the_report_of_another_town_is_told_on_top_and_offers_nothing(planner_client: Client, plan: Plan) -> None:
    html = planner_client.get(send(planner_client, REPORT.replace("青禾镇", "麦田镇"))).content.decode()
    assert "报告属麦田镇2025年，规划属青禾镇2021—2025年" in html
    assert 'name="accept"' not in html


def test_another_value_of_the_period_is_told_before_one_is_accepted_and_the_verified_one_counts(
    planner_client: Client, plan: Plan, page: str
) -> None:
    address = f"/workbench/plans/qinghe/indicators/{QUIET}/"
    slip = {
        "period": "2025",
        "value": "800",
        "status": "final",
        "source": "手抄",
        "relation": "beside",
        "sure": "2025=800.0",
    }
    assert planner_client.post(address, slip).status_code == 302
    html = planner_client.get(page).content.decode()
    assert "同一时期库里已有不同的数：800（未核）" in html
    planner_client.post(page, {"accept": [ticks(html)["安静的街道 8"]]})
    used = [o for o in package_of(plan).observations if o.indicator == QUIET and str(o.period) == "2025"]
    assert [o.value for o in series_of(used, date(2026, 6, 1)).yearly] == [8]
    again = planner_client.post(address, slip | {"value": "801", "sure": ""})
    assert again.status_code == 422 and "800（未核）、8（已核）" in again.content.decode()


def test_a_tick_that_is_no_longer_proposed_is_refused_in_words(planner_client: Client, page: str) -> None:
    response = planner_client.post(page, {"accept": ["proposal-0000000000"]})
    assert response.status_code == 422 and "请刷新后重选" in response.content.decode()


def test_the_same_file_is_one_report(planner_client: Client, page: str) -> None:
    assert send(planner_client, name="again.txt") == page
    assert Report.objects.count() == 1


@pytest.mark.parametrize(("text", "words"), [("", "公报.txt"), ("大家好。\n", "没有读出任何数字结果")])
def test_a_file_without_results_is_told_in_words(planner_client: Client, plan: Plan, text: str, words: str) -> None:
    response = planner_client.post(RESULTS, {"report": SimpleUploadedFile("公报.txt", text.encode())})
    assert response.status_code == 422 and (words in response.content.decode() or not text)
    assert Report.objects.count() == 0


def test_no_file_is_told_in_words(planner_client: Client, plan: Plan) -> None:
    response = planner_client.post("/en" + RESULTS, {})
    assert response.status_code == 422 and "Choose a report first" in response.content.decode()


def test_the_english_page_marks_the_words_of_the_plan(planner_client: Client, page: str) -> None:
    html = planner_client.get("/en" + page).content.decode()
    assert "Accept what is ticked" in html and "same name" in html
    unmarked = Unmarked("en")
    unmarked.feed(re.sub(r"<title.*?</title>", "", html, flags=re.S))
    assert unmarked.found == []


def test_a_report_belongs_to_its_plan(planner_client: Client, page: str, package: Package) -> None:
    register(package, "other")
    assert planner_client.get(page.replace("qinghe", "other")).status_code == 404


def test_a_result_of_a_commitment_is_kept_and_told(planner_client: Client, plan: Plan, package: Package) -> None:
    pledge = Pledge("pledge-1", "路面", Comparator.EQUAL, 3, None, "万平方米", "2025", None, Citation(2, 0, 2, "夜里"))
    reading = replace(package.reading, plan=replace(package.reading.plan, pledges=(pledge,)))
    register(replace(package, reading=reading), "qinghe")
    page = send(planner_client, REPORT.replace("修补路面2.5万平方米", "路面达到25000平方米"))
    html = planner_client.get(page).content.decode()
    assert "25000 平方米 ÷ 10000 = 2.5 万平方米" in html
    planner_client.post(page, {"accept": [ticks(html)["路面 2.5"]]})
    kept = package_of(plan).results
    assert [(r.item, r.value, r.unit, r.kind, str(r.period)) for r in kept] == [
        ("pledge-1", 2.5, "万平方米", FigureKind.LEVEL, "2025")
    ]
    listed = planner_client.get(RESULTS).content.decode()
    assert "路面" in listed and "2.5万平方米" in listed and "规划科 planner" in listed


def test_results_of_a_package_are_taken_in_and_withdrawn_with_it(plan: Plan, package: Package) -> None:
    told = Result(TREES, "999999", Period.year(2024), FigureKind.GROWTH, 9.1, "%", source="镇统计公报")
    register(replace(package, results=(told,)), "qinghe")
    register(replace(package, results=(told,)), "qinghe")
    assert package_of(plan).results == (told,) and ResultRow.objects.count() == 1
    register(package, "qinghe")
    assert package_of(plan).results == ()
