"""The plan's text as a page: everything recognised is marked and linked, and the words stay what they are."""

from __future__ import annotations

import re
import time
from html import unescape
from pathlib import Path
from statistics import median

import pytest
from django.test import Client
from tests.web.conftest import page_of, text_of
from tests.web.rich_plan import rich_package

from lantu.cli.source import load
from lantu.plan.document import Block, BlockKind, Cell
from lantu.plan.package import Package
from lantu.plan.reading import Reading
from lantu.web.gazette import plan_text as texts
from lantu.web.gazette.grid import grid_of
from lantu.web.gazette.items import items_of
from lantu.web.registry.services import register

pytestmark = pytest.mark.django_db
PLACE = "/plans/wanhe/document/"


@pytest.fixture
def wanhe(db: None) -> Package:
    package = rich_package()
    register(package, "wanhe")
    return package


def block_of(html: str, number: int) -> str:
    """The element of a block, up to the next one."""
    start = html.index(f'id="b{number}"')
    following = re.search(r'id="b\d+"', html[start + 5 :])
    return html[html.rindex("<", 0, start) : start + 5 + following.start() if following else len(html)]


def element(html: str, anchor: str) -> str:
    found = re.search(rf'<(a|span)[^>]* id="{anchor}"[^>]*>', html)
    assert found, anchor
    return found[0]


def test_headings_stand_at_their_levels_with_anchors(client: Client, wanhe: Package) -> None:
    html = page_of(client, PLACE)
    assert '<h2 id="b2" data-level="chapter">第一章 街巷</h2>' in html
    assert '<h3 id="b4" data-level="section">第一节 桥与渡</h3>' in html


def test_every_item_is_marked_with_its_kind_and_can_be_linked_to(client: Client, wanhe: Package) -> None:
    html = page_of(client, PLACE)
    for item in items_of(wanhe.reading):
        assert f'data-kind="{item.kind.value}"' in element(html, item.id), item.id
    anchors = re.findall(r' id="([^"]+)"', html)
    assert len(anchors) == len(set(anchors))


def test_items_within_items_are_nested_and_lead_where_they_should(client: Client, wanhe: Package) -> None:
    html = block_of(page_of(client, PLACE), 3)
    assert element(html, "task-1").startswith("<span")
    assert '<a class="run" href="/plans/wanhe/tasks/#task-1">由</a>' in html
    assert re.search(
        r'<a class="item" data-kind="unit" id="unit-1" href="/plans/wanhe/units/#unit-1">镇路灯所</a>', html
    )
    assert not re.search(r"<a [^>]*>[^<]*<a ", html), "links never stand inside links"


def test_the_words_of_a_block_are_exactly_the_documents(client: Client, wanhe: Package) -> None:
    html = page_of(client, PLACE)
    assert wanhe.reading.document is not None
    for block in wanhe.reading.document.blocks:
        if not block.cells:
            paragraph = re.search(r"<p>(.*?)</p>|>(.*?)</h[23]>", block_of(html, block.number), re.DOTALL)
            assert paragraph
            said = re.sub(r'<a class="also".*?</a>', "", paragraph[1] or paragraph[2])
            assert unescape(re.sub(r"<[^>]+>", "", said)) == block.text


def test_markup_in_a_plan_is_shown_and_never_run(client: Client, wanhe: Package) -> None:
    assert "&lt;b&gt;&amp;标记不生效&lt;/b&gt;" in page_of(client, PLACE)


def test_an_indicator_leads_to_its_page_from_its_row_of_the_table(client: Client, wanhe: Package) -> None:
    html = page_of(client, PLACE)
    assert 'id="lamps" href="/plans/wanhe/indicators/lamps/">亮灯巷子（条）</a></td>' in html


def test_a_commitment_about_an_indicator_has_its_verdict_in_the_margin(client: Client, wanhe: Package) -> None:
    html = block_of(page_of(client, PLACE), 3)
    notes = html[html.index('class="notes"') :]
    assert 'data-verdict="not_assessed"' in notes
    assert "目标30条，还没有数据。" in text_of(notes)


def test_doubts_are_listed_first_and_shown_at_their_place(client: Client, wanhe: Package) -> None:
    html = page_of(client, PLACE)
    assert "已识别11项，2处存疑" in text_of(html)
    assert "data-doubt" in element(html, "pledge-2")
    assert 'href="#doubt-1"' in element(html, "pledge-2")
    assert '<div class="note" id="doubt-1" data-urgent>' in html
    assert f'<a href="{PLACE}#doubt-2">' in html
    assert '<div class="note" id="doubt-2" data-urgent>' in html


def test_the_contents_count_items_and_tell_doubts(client: Client, wanhe: Package) -> None:
    html = page_of(client, PLACE)
    contents = html[html.index('class="outline"') : html.index("</nav>", html.index('class="outline"'))]
    assert (
        '<a href="/plans/wanhe/document/#b2"><span>第一章　街巷</span><span class="count" data-urgent>疑 1</span>'
        in contents
    )
    assert text_of(contents).count("疑") == 3
    assert "in doubt: 1" in re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page_of(client, f"/en{PLACE}")))


def test_boxes_switch_the_marks_of_a_kind_off_by_the_stylesheet_alone(client: Client, wanhe: Package) -> None:
    html = page_of(client, PLACE)
    kinds = re.findall(r'id="kind-(\w+)" checked', html)
    assert kinds == ["indicator", "commitment", "task", "project", "system", "unit", "policy", "fact"]
    sheets = [client.get(address) for address in re.findall(r'<link rel="stylesheet" href="([^"]+)"', html)]
    css = "".join(b"".join(sheet.streaming_content).decode() for sheet in sheets)  # type: ignore[arg-type]
    for kind in kinds:
        assert f"#kind-{kind}:not(:checked)" in css, kind
        assert f'.item[data-kind="{kind}"]::after' in css, kind


def test_findings_stand_at_their_place_at_the_desk_and_never_in_public(
    client: Client, planner_client: Client, wanhe: Package
) -> None:
    public, desk = page_of(client, PLACE), page_of(planner_client, f"/workbench{PLACE}")
    assert "finding" not in public
    assert 'data-kind="finding"' in desk
    assert '/workbench/plans/wanhe/findings/#finding-1"' in desk


def test_a_plan_without_a_text_says_so_and_has_no_dead_link(client: Client, wanhe: Package) -> None:
    register(Package(Reading(wanhe.reading.plan)), "bare")
    html = page_of(client, "/plans/bare/document/")
    assert "没有随附原文" in text_of(html)
    for address in set(re.findall(r'href="(/[^"#]*)', html)):
        assert client.get(address).status_code == 200, address


def test_tables_keep_their_merged_cells(client: Client, wanhe: Package) -> None:
    html = page_of(client, PLACE)
    assert '<td class="short" rowspan="2">约束性</td>' in html
    assert 'colspan="2">—</td>' in html
    assert '<th scope="col" class="num">2020年</th>' in html


def test_merges_reach_as_far_as_they_do_in_the_file() -> None:
    def row(number: int, *cells: Cell) -> Block:
        return Block(number, "", BlockKind.TABLE_ROW, table=1, cells=cells)

    blocks = (
        row(1, Cell("a", 0, 1, 0), Cell("b", 0, 1, 1)),
        row(2, Cell("long", 0, 4, 0), Cell("1", 0, 1, 1)),
        row(3, Cell("long", 0, 0, 0, continued=True), Cell("2", 0, 1, 1)),
        row(4, Cell("long", 0, 0, 0, continued=True), Cell("3", 0, 1, 1)),
        row(5, Cell("across", 0, 6, 0, 2)),
    )
    grid = grid_of(blocks)
    assert [len(grid.head), len(grid.body), grid.columns] == [1, 4, 2]
    assert [cell.rows for cell in grid.body[0].cells] == [3, 1]
    assert [len(drawn.cells) for drawn in grid.body] == [2, 1, 1, 1]
    assert grid.body[3].is_group
    assert [cell.is_numeric for cell in grid.body[0].cells] == [False, True]


def test_a_long_document_is_shown_one_chapter_a_page(
    client: Client, wanhe: Package, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(texts, "_ONE_PAGE", 10)
    register(Package(rich_package().reading), "long")
    texts._plan_text.cache_clear()
    first = page_of(client, "/plans/long/document/2/")
    assert "第一章 街巷" in first
    assert 'id="b10"' not in first
    assert 'href="/plans/long/document/3/#b9"' in first, "the contents lead to every chapter"
    assert 'rel="next"' in first
    assert 'id="b10"' in page_of(client, "/plans/long/document/3/")
    assert '<a class="elsewhere" id="b10" href="/plans/long/document/3/#b10">' in page_of(
        client, "/plans/long/document/"
    )
    assert client.get("/plans/long/document/b10/")["Location"] == "/plans/long/document/3/#b10"
    assert client.get("/plans/long/document/4/").status_code == 404
    assert 'href="/plans/long/document/3/#task-2"' in page_of(client, "/plans/long/tasks/")


def test_an_old_way_to_a_block_leads_to_it(client: Client, wanhe: Package) -> None:
    assert client.get("/plans/wanhe/document/b5/")["Location"] == f"{PLACE}#b5"
    assert client.get("/plans/wanhe/document/b77/").status_code == 404
    assert client.get("/plans/wanhe/document/1/")["Location"] == PLACE


def test_the_example_plan_is_light_and_fast(client: Client, db: None, examples: Path) -> None:
    register(load(examples / "haicheng-14fyp" / "plan.docx"), "haicheng")
    page = page_of(client, "/plans/haicheng/document/")
    assert len(page.encode()) < 1_000_000
    taken = []
    for _ in range(7):
        start = time.perf_counter()
        page_of(client, "/plans/haicheng/document/")
        taken.append(time.perf_counter() - start)
    assert median(taken) < 0.15
    anchors = re.findall(r' id="([^"]+)"', page)
    assert len(anchors) == len(set(anchors))
