"""A value that is entered is kept, changes the verdict and overwrites nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from tests.web.conftest import TREES, page_of

from lantu.plan.observation import Observation
from lantu.plan.package import Package
from lantu.plan.period import Period
from lantu.plan.verdict import Verdict
from lantu.web.accounts.models import User
from lantu.web.evaluations.selectors import monitored
from lantu.web.registry.models import ObservationRow, Plan
from lantu.web.registry.selectors import entries, package_of
from lantu.web.registry.services import enter_observation, register

pytestmark = pytest.mark.django_db
DESK = "/workbench/plans/qinghe/indicators/trees/"
VALUE = {
    "period": "2025",
    "value": "4.6",
    "status": "final",
    "relation": "revision",
    "source": "镇统计公报2025",
    "verified": "on",
    "note": "",
    "sure": "2025=4.6",  # it was 2.4 the year before: sent in spite of the doubt that this raises
}


def verdict_of(plan: Plan) -> Verdict:
    return monitored(plan).standings[TREES].verdict


def test_entering_a_value_changes_the_verdict(planner_client: Client, plan: Plan) -> None:
    assert verdict_of(plan) is Verdict.LAGGING
    response = planner_client.post(DESK, VALUE, follow=True)
    assert response.status_code == 200
    assert verdict_of(plan) is Verdict.ACHIEVED
    html = response.content.decode()
    assert "2025年4.6棵已入库。评价由滞后改为已实现。" in html
    assert "规划科 planner" in html
    assert "4.6" in page_of(Client(), "/plans/qinghe/indicators/trees/"), "the public page shows it too"


def test_who_and_when_are_kept(planner_client: Client, plan: Plan, planner: object) -> None:
    planner_client.post(DESK, VALUE)
    row = ObservationRow.objects.get(period="2025")
    assert row.entered_by == planner
    assert (row.value, row.status, row.verified, row.source, row.region) == (
        4.6,
        "final",
        "yes",
        "镇统计公报2025",
        "999999",
    )


def test_a_revision_takes_the_place_of_a_value_and_both_are_kept(planner_client: Client, plan: Plan) -> None:
    planner_client.post(DESK, VALUE | {"period": "2024", "value": "3.9"})
    counting = [o.value for o in package_of(plan).observations if o.indicator == TREES and str(o.period) == "2024"]
    assert counting == [3.9]
    kept = [(e.observation.value, e.replaced) for e in entries(plan, TREES) if str(e.observation.period) == "2024"]
    assert kept == [(2.4, True), (3.9, False)]
    assert "已被修订，留作记录" in page_of(planner_client, DESK)


@pytest.mark.parametrize("change", [{"value": 2.5}, {"note": "first print"}])
def test_a_person_s_revision_stays_in_force_when_the_package_brings_another_value(
    planner_client: Client, plan: Plan, package: Package, change: dict[str, Any]
) -> None:
    planner_client.post(DESK, VALUE | {"period": "2024", "value": "3.9"})
    later = replace(package.observations[-1], **change)
    register(replace(package, observations=(*package.observations[:-1], later)), "qinghe")
    assert [o.value for o in package_of(plan).observations if str(o.period) == "2024"] == [3.9]
    kept = [
        (e.observation, e.replaced, e.came_later) for e in entries(plan, TREES) if str(e.observation.period) == "2024"
    ]
    assert [(o.value, *fate) for o, *fate in kept] == [(3.9, False, False), (later.value, True, True)]
    assert "数据包后来的数；人工修订仍然有效" in page_of(planner_client, DESK)
    planner_client.post(DESK, VALUE | {"period": "2024", "value": "2.5"})
    assert [o.value for o in package_of(plan).observations if str(o.period) == "2024"] == [2.5], "a person decided"
    assert [e.came_later for e in entries(plan, TREES) if e.observation == later] == [False]


def test_another_definition_stands_beside_the_value(planner_client: Client, plan: Plan) -> None:
    beside = VALUE | {"period": "2024", "value": "2.3", "relation": "beside"}
    told = planner_client.post(DESK, beside).content.decode()
    assert "同一时期库里已有不同的数：2.4" in told
    planner_client.post(DESK, beside | {"sure": "2024=2.3"})
    counting = [o.value for o in package_of(plan).observations if o.indicator == TREES and str(o.period) == "2024"]
    assert counting == [2.4, 2.3]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"period": "去年"}, "写成2025年"),
        ({"period": "2025-13"}, "写成2025年"),
        ({"value": "很多"}, "这不是一个数"),
        ({"value": "nan"}, "这不是一个数"),
        ({"value": "1e999"}, "这不是一个数"),
        ({"value": ""}, "这一栏要填"),
        ({"source": ""}, "这一栏要填"),
        ({"source": "http://[bad"}, "这个网址打不开"),
        ({"source": "https://"}, "这个网址打不开"),
        ({"period": "2999"}, "还没有过完"),
        ({"status": "made-up"}, ""),
    ],
)
def test_a_wrong_entry_is_shown_again_with_what_to_mend(
    planner_client: Client, plan: Plan, wrong: dict[str, str], said: str
) -> None:
    before = ObservationRow.objects.count()
    response = planner_client.post(DESK, VALUE | wrong)
    assert response.status_code == 422
    assert ObservationRow.objects.count() == before
    html = response.content.decode()
    assert "还没有保存" in html
    assert said in html
    assert "镇统计公报2025" in html or "source" in wrong, "what was typed is still there"


def test_a_value_ten_times_the_last_is_asked_about_once(planner_client: Client, plan: Plan) -> None:
    far = VALUE | {"value": "24"}
    response = planner_client.post(DESK, far)
    assert response.status_code == 422
    assert "多打或少打了一位" in response.content.decode()
    assert planner_client.post(DESK, far | {"sure": "2025=24.0"}).status_code == 302


@pytest.mark.parametrize(("region", "answer"), [("999901", 302), ("", 422), ("999999", 422)])
def test_a_value_is_far_from_those_of_its_own_region_only(
    planner_client: Client, package: Package, region: str, answer: int
) -> None:
    other = Observation(TREES, region, Period.parse("2024"), 300.0)
    register(replace(package, observations=(*package.observations[:2], other)), "qinghe")
    assert planner_client.post(DESK, VALUE | {"sure": ""}).status_code == answer


@pytest.mark.parametrize(
    ("source", "linked"),
    [("http://[bad", False), ("javascript:alert(1)", False), ("ftp://example.org/a", False), ("http://", False),
     ("https://example.org/a", True)],
)  # fmt: skip
def test_a_source_that_is_no_address_of_the_web_is_shown_unlinked(
    client: Client, package: Package, source: str, linked: bool
) -> None:
    register(replace(package, observations=(replace(package.observations[0], source=source),)), "qinghe")
    html = page_of(client, "/plans/qinghe/indicators/trees/")
    assert (f'href="{source}"' in html) is linked
    assert linked or source in html


@pytest.mark.parametrize("typed", ["４．６", "4.6 ", "4.60"])
def test_numbers_are_understood_as_people_type_them(planner_client: Client, plan: Plan, typed: str) -> None:
    assert planner_client.post(DESK, VALUE | {"value": typed}).status_code == 302
    assert ObservationRow.objects.get(period="2025").value == 4.6


def test_a_viewer_sees_no_form_and_may_not_send_one(viewer_client: Client, plan: Plan) -> None:
    html = page_of(viewer_client, DESK)
    assert 'name="value"' not in html
    assert "你的账号只能看" in html
    before = ObservationRow.objects.count()
    assert viewer_client.post(DESK, VALUE).status_code == 403
    assert ObservationRow.objects.count() == before


def test_a_viewer_is_refused_before_what_they_typed_is_read(viewer_client: Client, plan: Plan) -> None:
    assert viewer_client.post(DESK, VALUE | {"value": "not a number"}).status_code == 403


def test_the_service_itself_refuses_who_may_not_enter(plan: Plan, viewer: User, package: Package) -> None:
    before = ObservationRow.objects.count()
    with pytest.raises(PermissionDenied):
        enter_observation(plan, viewer, package.observations[0], is_revision=True)
    assert ObservationRow.objects.count() == before


def test_what_is_typed_is_never_markup(planner_client: Client, plan: Plan) -> None:
    planner_client.post(DESK, VALUE | {"source": "<b onclick=x>公报</b>", "note": "<i>注</i>"})
    html = page_of(Client(), "/plans/qinghe/indicators/trees/")
    assert "<b onclick" not in html
    assert "&lt;b onclick=x&gt;公报&lt;/b&gt;" in html


def test_a_source_that_is_no_web_address_is_no_link(planner_client: Client, plan: Plan) -> None:
    planner_client.post(DESK, VALUE | {"source": "javascript:alert(1)"})
    assert 'href="javascript' not in page_of(Client(), "/plans/qinghe/indicators/trees/")


def test_the_series_opens_in_a_spreadsheet_and_runs_nothing(planner_client: Client, plan: Plan) -> None:
    planner_client.post(DESK, VALUE | {"note": "=1+1", "value": "-1", "sure": "2025=-1.0"})
    response = Client().get("/plans/qinghe/indicators/trees/series.csv")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    lines = response.content.decode("utf-8-sig").splitlines()
    assert lines[0] == "indicator,region,period,value,status,verified,source,note"
    assert lines[-1].endswith(",'=1+1")
    assert ",-1," in lines[-1]
