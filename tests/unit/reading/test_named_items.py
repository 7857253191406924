"""Named items: places that list projects, what counts twice, and any input at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lantu.documents.opening import open_document
from lantu.plan.document import Block, BlockKind
from lantu.plan.identity import Identities
from lantu.reading import read
from lantu.reading.grounds import Grounds
from lantu.reading.named_items import find_policies, find_projects, find_systems
from lantu.reading.noun_phrases import phrases
from lantu.reading.passage import Passage


def _passages(*lines: str, kind: BlockKind = BlockKind.PARAGRAPH) -> list[Passage]:
    return [Passage(Block(i, line, kind), 0, len(line), ()) for i, line in enumerate(lines, 1)]


def _names(*lines: str, kind: BlockKind = BlockKind.PARAGRAPH) -> list[str]:
    return [project.name for project in find_projects(_passages(*lines, kind=kind), Identities(), Grounds())]


def test_a_box_of_projects_lists_them_without_any_verb() -> None:
    assert _names("专栏4 交通重点工程", "铁路：云岭至临江城际铁路、青柳港铁路专用线。") == [
        "云岭至临江城际铁路",
        "青柳港铁路专用线",
    ]


def test_the_same_words_without_the_box_name_nothing_to_build() -> None:
    assert _names("铁路：云岭至临江城际铁路、青柳港铁路专用线。") == []


def test_a_table_with_a_column_of_projects_lists_them() -> None:
    rows = ("领域 | 项目 | 年限", "水利 | 青柳河水库、云岭泵站更新改造 | 2022-2025")
    assert _names(*rows) == ["青柳河水库", "云岭泵站更新改造"]


def test_a_column_of_names_holds_names_whatever_they_end_in_and_empty_cells_keep_their_places() -> None:
    rows = ("序号\t镇\t项目名称\t投资（万元）", "1\t\t云岭共享车间\t860", "2\t河口镇\t数字渔场\t1200", "\t\t合计\t2060")
    assert _names(*rows) == ["云岭共享车间", "数字渔场"]


def test_a_table_without_such_a_column_lists_none() -> None:
    assert _names("领域 | 现状 | 年限", "水利 | 青柳河水库、云岭泵站 | 2022-2025") == []


def test_two_blocks_that_name_the_same_project_each_hold_it_and_ids_differ() -> None:
    projects = find_projects(_passages("新建青柳河水库。", "推进青柳河水库建设。"), Identities(), Grounds())
    assert [(p.name, p.source.block) for p in projects] == [("青柳河水库", 1), ("青柳河水库", 2)]
    assert len({p.id for p in projects}) == 2


def test_phrases_hide_what_stands_in_quotes_so_that_its_commas_do_not_cut() -> None:
    (passage,) = _passages("实施“一村一品，一镇一业”行动。")
    assert [phrase.text() for phrase in phrases(passage)] == ["“一村一品，一镇一业”行动"]


def test_a_member_keeps_the_verb_and_the_noun_its_enumeration_shares() -> None:
    (passage,) = _passages("建设东站、西站等枢纽项目。")
    assert [(p.text(), p.verb, p.shared, p.members) for p in phrases(passage)] == [
        ("东站", "建设", "枢纽项目", 2),
        ("西站", "建设", "枢纽项目", 2),
    ]


@settings(max_examples=60)
@given(st.text(alphabet="建设推进和、等的项目工程平台“”《》()，。|方案 \t试点系统一2中心全面", max_size=120))
def test_any_words_give_names_that_are_exact_runs_of_their_block(text: str) -> None:
    passages = _passages(text)
    for find in (find_projects, find_systems, find_policies):
        for item in find(passages, Identities(), Grounds()):
            assert item.name == text[item.source.start : item.source.end]


@pytest.mark.shared
def test_a_real_plan_names_most_of_what_two_readers_agreed_on(shared: Path) -> None:
    plan = read(open_document(shared / "plans" / "haicheng-14fyp" / "plan.txt")).plan
    assert 100 < len(plan.projects) < 220
    assert 40 < len(plan.systems) < 110
    assert 90 < len(plan.policies) < 200
