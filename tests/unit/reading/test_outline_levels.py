"""Heading levels that a file declares, and how they agree with printed numbers."""

from __future__ import annotations

from lantu.plan.document import Block, BlockKind, Document
from lantu.plan.identity import Identities
from lantu.reading.grounds import Grounds
from lantu.reading.outline import read_outline

BODY = "完善制度，落实责任，强化督查，确保各项任务按期完成，让群众得到看得见的实惠，不断提高满意度。"


def outline(*lines: tuple[str, int]) -> list[tuple[str, str, bool]]:
    """Read headings with their declared levels (0 is a paragraph); give level, title and whether a heading is above."""
    blocks = tuple(
        Block(number, text, BlockKind.HEADING if level else BlockKind.PARAGRAPH, level)
        for number, (text, level) in enumerate(lines, 1)
    )
    sections = read_outline(Document("x.docx", "0", blocks), Identities(), Grounds()).sections
    return [(section.level.value, section.title, section.parent is not None) for section in sections]


def test_declared_levels_without_numbers_are_chapters_sections_and_topics() -> None:
    assert outline(("产业", 1), ("农业", 2), ("种业", 3), (BODY, 0), ("交通", 1), (BODY, 0)) == [
        ("chapter", "产业", False),
        ("section", "农业", True),
        ("topic", "种业", True),
        ("chapter", "交通", False),
    ]


def test_four_declared_levels_begin_with_parts() -> None:
    assert [level for level, *_ in outline(("甲", 1), ("乙", 2), ("丙", 3), ("丁", 4), (BODY, 0))] == [
        "part", "chapter", "section", "topic"
    ]  # fmt: skip


def test_a_printed_number_wins_over_the_declared_level() -> None:
    assert outline(("第一章 产业", 2), ("第一节 农业", 3), (BODY, 0)) == [
        ("chapter", "产业", False),
        ("section", "农业", True),
    ]


def test_an_unnumbered_heading_means_what_numbered_ones_of_its_level_mean() -> None:
    assert outline(("第一章 产业", 2), ("第一节 农业", 3), (BODY, 0), ("组织实施", 2), (BODY, 0)) == [
        ("chapter", "产业", False),
        ("section", "农业", True),
        ("chapter", "组织实施", False),
    ]


def test_lead_phrases_stand_under_declared_headings() -> None:
    assert outline(("产业", 1), ("发展种业。" + BODY, 0)) == [("chapter", "产业", False), ("topic", "发展种业", True)]


def test_a_heading_that_is_declared_stays_one_whatever_it_says() -> None:
    assert outline(("2025年完成投资20亿元。", 1), (BODY, 0)) == [("chapter", "2025年完成投资20亿元", False)]


def test_the_title_of_the_document_is_no_chapter() -> None:
    assert outline(("青石县发展规划", 1), ("产业", 2), ("农业", 3), (BODY, 0), ("民生", 2), (BODY, 0)) == [
        ("chapter", "产业", False),
        ("section", "农业", True),
        ("chapter", "民生", False),
    ]
