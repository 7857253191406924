"""A review opinion says what was found, where, how to mend it, and what nobody looked at."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from tests.unit.reports.made_up import ON, TITLE, findings, opinion, reading

from lantu.checking import Severity, all_rules
from lantu.checking.waivers import Waived
from lantu.plan.message import Language
from lantu.reports.manuscript import Heading, Manuscript, Paragraph, Table
from lantu.reports.opinion import opinion_of
from lantu.reports.opinion_words import opinion_manuscript, overall_sentence

LANGUAGES: tuple[Language, ...] = ("zh", "en")


def words_of(manuscript: Manuscript) -> str:
    said = [manuscript.title]
    for part in manuscript.parts:
        match part:
            case Paragraph(runs):
                said.append("".join(run.words for run in runs))
            case Table():
                said += [*part.header, *(word for row in part.rows for word in row)]
            case _:
                said.append(part.words)
    return "\n".join(said)


def test_the_gravest_points_come_first_and_numbers_run_through_the_paper() -> None:
    points = opinion().points
    assert [(p.number, p.severity, p.chapter) for p in points] == [
        (1, Severity.ERROR, "第一章　树"),
        (2, Severity.WARNING, "第二章　桥"),
        (3, Severity.NOTE, ""),
    ]
    assert points[0].quoted[0].where == ("第一章", "第一节")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_point_is_told_with_its_words_its_place_and_how_to_mend_it(language: Language) -> None:
    made = opinion()
    said = words_of(opinion_manuscript(made, language))
    for point in made.points:
        assert point.message.into(language) in said
        assert point.how_to_mend.into(language) in said
        assert point.code in said
    assert "“年均二百棵”" in said
    assert ("第一章第一节（第3段）" if language == "zh" else "第一章 第一节, block 3") in said


def test_the_page_is_told_where_the_file_has_pages() -> None:
    printed = reading()
    assert printed.document is not None
    blocks = tuple(replace(block, page=7, page_turns=(8,)) for block in printed.document.blocks)
    paged = replace(printed, document=replace(printed.document, blocks=blocks))
    made = opinion_of([paged], Waived(findings(), ()), all_rules(), on=ON, version="9")
    assert made.points[0].quoted[0].page == 8, "the words stand after the turn of the page"
    assert "第一章第一节（第8页第3段）" in words_of(opinion_manuscript(made, "zh"))
    assert "第一章 第一节, page 8, block 3" in words_of(opinion_manuscript(made, "en"))


def test_the_overall_sentence_counts_and_says_what_to_do() -> None:
    said = overall_sentence(opinion())
    assert said.zh == (
        "共列出3处，其中错误1处、提醒1处、说明1处。1处错误应逐条改正或作出说明后，再行报批。另有1处经说明准予保留。"
    )
    assert said.en == (
        "3 points: 1 error, 1 warning, 1 note. Mend or explain the error before the plan goes to approval. "
        "1 more may stand, for the reasons given."
    )
    calm = replace(opinion(), points=(), let_stand=())
    assert overall_sentence(calm).zh == "所查事项未发现问题。"
    only_warnings = replace(calm, points=(opinion().points[1],) * 2)
    assert overall_sentence(only_warnings).zh == "共列出提醒2处。没有必须改正的问题；2处提醒请逐条核对。"
    assert overall_sentence(only_warnings).en == "2 warnings. Nothing must be mended; check each of the 2 warnings."


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_may_stand_is_told_with_reason_author_and_day(language: Language) -> None:
    said = words_of(opinion_manuscript(opinion(), language))
    for words in ("渡口另有规划", "镇长办公会", "2027-01-01"):
        assert words in said


def test_what_was_not_checked_is_said_and_depends_on_what_was_asked() -> None:
    alone = words_of(opinion_manuscript(opinion(), "zh"))
    assert "没有送来对照" in alone
    assert "与其他规划衔接（" not in alone, "what could not be checked is not said to be"
    own = sum(not rule.code.startswith("ALN") for rule in all_rules())
    assert f"的{own}条公开规则" in alone
    few = [rule for rule in all_rules() if rule.code.startswith("SUM")]
    other = replace(reading(), plan=replace(reading().plan, title="上级规划"))
    made = opinion_of([reading(), other], Waived((), ()), few, on=ON, version="9.9")
    said = words_of(opinion_manuscript(made, "zh"))
    assert "没有送来对照" not in said
    assert "并与《上级规划》作了对照" in said
    assert f"没有选用的{len(all_rules()) - len(few)}条规则" in said
    assert "所查事项未发现问题" in said


def test_quoted_words_keep_their_own_marks_as_inner_ones() -> None:
    made = opinion()
    quoted = replace(made.points[0].quoted[0], words="落实“三本账”")
    told = replace(made, points=(replace(made.points[0], quoted=(quoted,)),))
    assert "“落实‘三本账’”" in words_of(opinion_manuscript(told, "zh"))


def test_the_annex_has_a_row_for_every_point_and_room_for_a_reply() -> None:
    tables = [part for part in opinion_manuscript(opinion(), "zh").parts if isinstance(part, Table)]
    assert len(tables[-1].rows) == len(findings())
    assert tables[-1].header[-1] == "起草单位答复"
    assert all(row[-1] == "" for row in tables[-1].rows)
    for table in tables:
        assert abs(sum(table.widths) - 1) < 1e-9
        assert {len(row) for row in table.rows} == {len(table.header)}


def test_counts_by_chapter_add_up() -> None:
    table = next(part for part in opinion_manuscript(opinion(), "en").parts if isinstance(part, Table))
    numbers = [[int(word) if word != "—" else 0 for word in row[1:]] for row in table.rows]
    *chapters, total = numbers
    assert [sum(column) for column in zip(*chapters, strict=True)] == total == [1, 1, 1, 3]


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_are_numbered_without_gaps(language: Language) -> None:
    heads = [p.words for p in opinion_manuscript(opinion(), language).parts if isinstance(p, Heading) and p.level == 1]
    numbers = [re.split(r"[、.]", words)[0] for words in heads]
    assert numbers == (list("一二三四五") if language == "zh" else list("12345"))


def test_the_english_paper_has_no_chinese_of_ours() -> None:
    made = replace(opinion("The Office"), plan="The Plan", points=(), let_stand=())
    assert not re.search(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]", words_of(opinion_manuscript(made, "en")))


def test_a_plan_without_a_document_is_told_by_its_indicators() -> None:
    bare = replace(reading(), document=None)
    said = words_of(opinion_manuscript(opinion_of([bare], Waived((), ()), all_rules(), on=ON, version="9"), "zh"))
    assert "共查0项指标" in said
    assert "校验码" not in said
    assert TITLE in said
