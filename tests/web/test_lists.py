"""The lists of a plan's items: what they say, how they are narrowed down and sorted, and the file they come in."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from tests.web.conftest import page_of, text_of
from tests.web.rich_plan import rich_package

from lantu.cli.source import load
from lantu.plan.guarded_cell import guarded
from lantu.plan.package import Package
from lantu.plan.reading import Reading
from lantu.web.gazette.addresses import Addresses
from lantu.web.gazette.item_words import kind_words
from lantu.web.gazette.items import Kind
from lantu.web.gazette.plan_text import plan_text
from lantu.web.look.csv_files import csv_response
from lantu.web.registry.services import register

KINDS = ("tasks", "commitments", "projects", "systems", "units", "policies", "facts")


@pytest.fixture
def wanhe(db: None) -> Package:
    package = rich_package()
    register(package, "wanhe")
    return package


def rows(html: str) -> list[str]:
    return [text_of(row) for row in re.findall(r"<tr id=.*?</tr>", html, re.DOTALL)]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("face", ["", "/workbench"])
def test_each_kind_has_a_list_whose_rows_lead_to_their_words(
    kind: str, face: str, planner_client: Client, wanhe: Package
) -> None:
    html = page_of(planner_client, f"{face}/plans/wanhe/{kind}/")
    anchors = re.findall(r'<tr id="([^"]+)"', html)
    assert anchors
    document = page_of(planner_client, f"{face}/plans/wanhe/document/")
    for anchor in anchors:
        assert f'href="{face}/plans/wanhe/document/#{anchor}"' in html
        assert f' id="{anchor}"' in document
        assert f'href="{face}/plans/wanhe/{kind}/#{anchor}"' in document or "data-doubt" in document


def test_a_task_shows_who_leads_who_supports_when_and_where(client: Client, wanhe: Package) -> None:
    first, second = rows(page_of(client, "/plans/wanhe/tasks/"))
    for words in ("点亮三十条暗巷", "镇路灯所", "镇财政所", "2025年", "第一章 街巷", "第3段"):
        assert words in first
    assert second.count("未写明") == 2
    assert "从文中读出2项任务，1项没有写牵头单位，1项没有写时限。" in text_of(page_of(client, "/plans/wanhe/tasks/"))


def test_a_commitment_shows_its_value_with_bound_and_unit(client: Client, wanhe: Package) -> None:
    first, second = rows(page_of(client, "/plans/wanhe/commitments/"))
    assert "≥30条" in first
    assert "增100%" in second
    assert "up by 100%" in text_of(page_of(client, "/en/plans/wanhe/commitments/"))


@pytest.mark.parametrize(
    ("kind", "query", "expected"),
    [
        ("tasks", "q=暗巷", ["点亮三十条暗巷"]),
        ("tasks", "q=镇路灯所", ["点亮三十条暗巷"]),
        ("tasks", "chapter=sec-4", ["让河水清起来"]),
        ("tasks", "unit=镇财政所", ["点亮三十条暗巷"]),
        ("tasks", "unit=-", ["让河水清起来"]),
        ("tasks", "when=2025", ["点亮三十条暗巷"]),
        ("tasks", "when=-", ["让河水清起来"]),
        ("tasks", "chapter=nonsense&unit=nobody&page=99&sort=colour", ["点亮三十条暗巷", "让河水清起来"]),
        ("tasks", "sort=-place", ["让河水清起来", "点亮三十条暗巷"]),
        ("tasks", "sort=-lead", ["点亮三十条暗巷", "让河水清起来"]),
        ("commitments", "sort=value", ["过河人次", "亮灯巷子"]),
        ("units", "kind=department", ["镇路灯所", "=镇财政所"]),
        ("tasks", "q=nothing", []),
    ],
)
def test_lists_answer_what_is_asked(kind: str, query: str, expected: list[str], client: Client, wanhe: Package) -> None:
    html = page_of(client, f"/plans/wanhe/{kind}/?{query}")
    names = re.findall(r'<th scope="row"><a [^>]*>([^<]+)</a>', html)
    assert names == expected
    if not expected:
        assert "没有一项合你所问" in text_of(html)


def test_the_sorted_column_says_so_and_leads_the_other_way(client: Client, wanhe: Package) -> None:
    html = page_of(client, "/plans/wanhe/tasks/?sort=name&q=巷")
    assert html.count("aria-sort") == 1
    head = re.search(r'aria-sort="ascending"><a href="([^"]+)">任务</a>', html)
    assert head
    assert "sort=-name" in head[1]
    assert "q=" in head[1], "sorting keeps what was asked for"


def test_a_list_without_items_says_so_plainly(client: Client, wanhe: Package) -> None:
    reading = wanhe.reading
    register(Package(Reading(replace(reading.plan, tasks=()), reading.document)), "idle")
    assert "文中没有读到任务。" in text_of(page_of(client, "/plans/idle/tasks/")).replace("项任务", "任务")
    register(Package(Reading(replace(reading.plan, tasks=()))), "bare")
    assert "没有随附原文" in text_of(page_of(client, "/plans/bare/tasks/"))
    assert "<table" not in page_of(client, "/plans/bare/tasks/")


def test_where_no_task_names_a_lead_the_list_says_it_once(client: Client, wanhe: Package) -> None:
    plan = replace(wanhe.reading.plan, tasks=wanhe.reading.plan.tasks[1:])
    register(Package(Reading(plan, wanhe.reading.document)), "leadless")
    html = page_of(client, "/plans/leadless/tasks/")
    assert "1项任务，都没有写牵头单位，都没有写时限。" in text_of(html)
    assert "未写明" not in html


def test_long_lists_are_cut_into_pages_and_the_text_leads_to_the_right_one(client: Client, wanhe: Package) -> None:
    unit = wanhe.reading.plan.units[0]
    many = tuple(replace(unit, id=f"unit-x{n}") for n in range(150))
    register(Package(Reading(replace(wanhe.reading.plan, units=many), wanhe.reading.document)), "many")
    first, second = page_of(client, "/plans/many/units/"), page_of(client, "/plans/many/units/?page=2")
    assert [first.count('<tr id="'), second.count('<tr id="')] == [100, 50]
    assert "第101—150行，共150行" in text_of(second)
    text = plan_text(Reading(replace(wanhe.reading.plan, units=many), wanhe.reading.document))
    rows = [Addresses("portal", "many", text).row(text.of_kind(Kind.UNIT)[n]) for n in (99, 100)]
    assert rows == ["/plans/many/units/#unit-x99", "/plans/many/units/?page=2#unit-x100"]
    assert 'aria-current="page">2</a>' in second
    assert len(client.get("/plans/many/units.csv").content.decode("utf-8-sig").splitlines()) == 151


def test_the_file_holds_what_was_asked_for_and_nothing_that_runs(client: Client, wanhe: Package) -> None:
    response = client.get("/plans/wanhe/units.csv")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response.content.startswith(b"\xef\xbb\xbf")
    table = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert [row["名称"] for row in table] == ["镇路灯所", "'=镇财政所"]
    tasks = client.get("/en/plans/wanhe/tasks.csv?chapter=sec-4").content.decode("utf-8-sig")
    table = list(csv.DictReader(io.StringIO(tasks)))
    assert [(row["name"], row["block"], row["lead"]) for row in table] == [("让河水清起来", "10", "")]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("=1+1", "'=1+1"), ("+86", "+86"), ("-3.5", "-3.5"), ("-", "'-"), ("@sum", "'@sum"), ("-A1", "'-A1"),
        ("1e5", "1e5"), ("-inf", "'-inf"), ("  =1", "'  =1"), ("\t=1", "'\t=1"), ("镇", "镇"), ("", ""),
    ],
)  # fmt: skip
def test_formulas_are_disarmed_and_numbers_are_left_alone(cell: str, expected: str) -> None:
    assert guarded(cell) == expected


@given(st.text(max_size=12))
def test_no_cell_begins_a_formula(cell: str) -> None:
    made = guarded(cell)
    assert made.removeprefix("'") == cell.removeprefix("'") or made == f"'{cell}"
    if made[:1] in ("=", "+", "-", "@"):
        float(made)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("qinghe", 'attachment; filename="qinghe.csv"'),
        ("规划-tasks", "attachment; filename*=utf-8''%E8%A7%84%E5%88%92-tasks.csv"),
        ('a"b', 'attachment; filename="a\\"b.csv"'),
        ("a\r\nX-Evil: 1\x00", 'attachment; filename="aX-Evil: 1.csv"'),
    ],
)
def test_a_download_s_name_is_written_safely_in_any_script(name: str, said: str) -> None:
    assert csv_response(name, (), ())["Content-Disposition"] == said


def test_both_kinds_of_download_have_names_in_the_plan_s_script_and_the_same_disarming(
    client: Client, db: None
) -> None:
    register(rich_package(), "规划")
    for address in ("/plans/规划/tasks.csv", "/plans/规划/data/indicators.csv"):
        response = client.get(address)
        assert "filename*=utf-8''%E8%A7%84%E5%88%92-" in response["Content-Disposition"]
    cells = ["  =1", "-inf", "\n@a", "a\rb"]
    assert list(csv.reader(io.StringIO(csv_response("a", ["h"], [cells]).content.decode("utf-8-sig"), newline="")))[
        1
    ] == ["'  =1", "'-inf", "'\n@a", "a\rb"]


def test_every_kind_that_the_example_holds_has_words_in_chinese(examples: Path) -> None:
    plan = load(examples / "haicheng-14fyp" / "plan.docx").reading.plan
    kinds = {named.kind for named in (*plan.projects, *plan.systems, *plan.units, *plan.policies)}
    assert [kind for kind in sorted(kinds) if kind_words(kind).zh.isascii()] == []
