"""Plain text: lines as blocks, in whatever encoding."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from lantu.documents.charset import decoded
from lantu.documents.opening import open_document
from lantu.plan.document import BlockKind

from .opened import opened, texts

SIMPLIFIED = (
    "青河县国民经济和社会发展第十五个五年规划纲要\n到2030年，全县地区生产总值年均增长6%左右，城镇化率达到58%。\n"
)
TRADITIONAL = (
    "青河縣經濟發展規劃\n到2030年，全縣地區生產總值年均增長6%左右，環境質量進一步改善，醫療服務體系更加完善。\n"
)


def test_a_blocks_number_is_its_line_number_and_blank_lines_give_no_block() -> None:
    document = opened("一\n\n　\n二\r\n\r\n三\r四")
    assert [(block.number, block.text) for block in document.blocks] == [(1, "一"), (4, "二"), (6, "三"), (7, "四")]
    assert document.block(4) is document.blocks[1]
    assert document.block(2) is None


def test_a_line_keeps_everything_but_control_characters() -> None:
    assert texts("　　甲\t乙 | 丙 |  \n丁\x00\x07\x0c戊\x85".replace("\x00", "")) == ["　　甲\t乙 | 丙 |  ", "丁戊"]


def test_only_line_ends_end_a_line() -> None:
    assert texts("甲\x0b乙\u2028丙\x1c丁\n戊") == ["甲乙\u2028丙丁", "戊"]


def test_a_drawn_table_stays_lines() -> None:
    document = opened("指标 | 2030年 |\n城镇化率 | 58 |\n粮食\t3\n")
    assert {block.kind for block in document.blocks} == {BlockKind.PARAGRAPH}
    assert document.blocks[0].text == "指标 | 2030年 |"


@pytest.mark.parametrize(
    "text", [SIMPLIFIED, SIMPLIFIED * 400, TRADITIONAL, "Targets for 2030: 6 %\nGrowth – steady\n"]
)
@pytest.mark.parametrize(
    ("encoding", "signature"),
    [
        ("utf-8", b""), ("utf-8", codecs.BOM_UTF8), ("utf-16-le", codecs.BOM_UTF16_LE), ("utf-16-le", b""),
        ("utf-16-be", codecs.BOM_UTF16_BE), ("utf-16-be", b""), ("utf-32-le", codecs.BOM_UTF32_LE), ("gb18030", b""),
    ],
)  # fmt: skip
def test_an_encoding_is_told_from_the_bytes(text: str, encoding: str, signature: bytes) -> None:
    assert decoded(signature + text.encode(encoding)) == text


@pytest.mark.parametrize("text", [TRADITIONAL, TRADITIONAL * 300, "年度計劃\n", "加強環境保護，發展經濟。"])
def test_big5_is_told_from_gb18030(text: str) -> None:
    assert decoded(text.encode("big5")) == text


@pytest.mark.parametrize(
    "text", ["年度计划\n", "实施方案", "第一章 总体要求", "城乡居民收入（元）｜约束性", "㎡、①、★"]
)
def test_a_few_characters_in_gb18030_are_enough(text: str) -> None:
    assert decoded(text.encode("gb18030")) == text


def test_wide_text_without_signature_and_without_ascii_is_told_too() -> None:
    text = "到二〇三〇年，全县经济社会发展取得新的成就，人民生活水平不断提高。"
    assert decoded(text.encode("utf-16-le")) == text


def test_western_accents_are_no_hanzi() -> None:
    text = "Le développement de la région élève le niveau de vie et réduit la pauvreté dès l'année prochaine."
    assert decoded(text.encode("cp1252")) == text


def test_a_text_with_one_damaged_byte_is_still_read_and_shows_it() -> None:
    for encoding in ("utf-8", "gb18030"):
        data = (SIMPLIFIED * 20).encode(encoding)
        damaged = decoded(data + b"\xff")
        assert damaged is not None
        assert damaged == SIMPLIFIED * 20 + "\ufffd"


@pytest.mark.parametrize("data", [bytes(100), bytes(range(256)) * 4, b"\x80\xff" * 300, b"a\x01\x02\x00\x03" * 50])
def test_what_is_no_text_is_not_made_text(data: bytes) -> None:
    assert decoded(data) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (SIMPLIFIED, "zh"), (TRADITIONAL, "zh"), ("The plan of the county for the next five years is to grow.", "en"),
        ("GDP（亿元）、R&D经费、PM2.5浓度", "zh"), ("Le plan fixe des objectifs pour cinq ans.", "und"),
        ("計画の目標を定める。", "ja"), ("계획의 목표", "ko"), ("План развития района", "ru"), ("خطة التنمية", "ar"),
        ("12345", "und"),
    ],
)  # fmt: skip
def test_the_language_is_guessed_from_the_scripts(text: str, language: str) -> None:
    assert opened(text).language == language


@pytest.mark.shared
def test_the_lines_of_real_documents_are_kept_exactly(shared: Path) -> None:
    for path in sorted((shared / "plans").rglob("*.txt")):
        lines = path.read_text(encoding="utf-8").split("\n")
        document = open_document(path)
        assert document.format == "text", path.name
        assert [block.number for block in document.blocks] == [n for n, line in enumerate(lines, 1) if line.strip()]
        assert all(block.text == lines[block.number - 1] for block in document.blocks), path.name
