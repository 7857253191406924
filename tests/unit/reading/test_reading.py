"""Whole readings: ids that stay, documents that are no plans, and texts that nobody would write."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lantu.plan.citation import Citation
from lantu.plan.document import Block, Document
from lantu.plan.reading import Reading
from lantu.reading import read

PLAN = """\
青石县国民经济和社会发展第十五个五年规划纲要
青石县人民政府
2026年3月1日
第一章 发展基础
第一节 主要成就
综合实力不断增强。2025年全县地区生产总值达到120亿元，年均增长6%，财政收入达到8亿元。
第二章 发展现代农业
第一节 提高粮食产能
加快高标准农田建设。建设高标准农田10万亩，实施东干渠改造工程，由县农业农村局组织实施。
推广优良品种。依托青石种业有限公司建设良种繁育基地，到2030年良种覆盖率达到98%以上。
第二节 发展特色种植
扶持中药材、食用菌生产，建设产地初加工设施，打造区域公用品牌，促进农民持续增收。
第三章 改善民生
第一节 办好教育
扩大优质学位供给。新建青石县第二小学，新增学位3000个，建立教师轮岗交流制度。
"""


def document(text: str) -> Document:
    return Document("x.txt", "0", tuple(Block(number, line) for number, line in enumerate(text.split("\n"), 1)))


def ids(reading: Reading) -> set[str]:
    plan = reading.plan
    named = (plan.tasks, plan.projects, plan.systems, plan.units, plan.policies)
    lists = (plan.sections, plan.indicators, plan.pledges, reading.facts, *named)
    return {item.id for items in lists for item in items}


def test_no_id_moves_when_a_paragraph_is_edited_or_put_in() -> None:
    before = ids(read(document(PLAN)))
    edited = PLAN.replace("扶持中药材、食用菌生产", "大力扶持中药材和食用菌的生产").replace(
        "第三章 改善民生", "县乡两级要形成合力，把各项惠农政策落到实处，让农民得到更多实惠。\n第三章 改善民生"
    )
    after = ids(read(document(edited)))
    assert before and before <= after


def test_a_heading_put_in_moves_no_other_id() -> None:
    before = ids(read(document(PLAN)))
    after = ids(read(document(PLAN.replace("第三章 改善", "第三章 绿色发展\n第四章 改善"))))
    assert before <= after


def test_all_ids_differ() -> None:
    reading = read(document(PLAN + PLAN))
    plan = reading.plan
    given_ids = [item.id for items in (plan.sections, plan.tasks, plan.units, plan.projects) for item in items]
    assert len(given_ids) == len(set(given_ids))


def test_every_quote_stands_in_its_block() -> None:
    read_from = document(PLAN)
    reading = read(read_from)
    sources = [
        item.source
        for items in (reading.plan.sections, reading.plan.tasks, reading.plan.units, reading.plan.projects)
        for item in items
    ]
    assert sources
    for source in sources:
        assert_quoted(read_from, source)


def test_every_section_it_names_is_in_the_outline() -> None:
    plan = read(document(PLAN)).plan
    known = {section.id for section in plan.sections} | {None}
    assert {section.parent for section in plan.sections} <= known
    assert {item.section for items in (plan.tasks, plan.units, plan.projects, plan.pledges) for item in items} <= known


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("", "document"),
        ("今天天气很好，我们去公园散步，看见许多花。", "document"),
        ("Dear Sir or Madam, thank you for your letter of last week about the garden fence.", "document"),
        ("Sehr geehrte Damen und Herren, vielen Dank fuer den Brief von letzter Woche zum Gartenzaun.", "language"),
        ("字" * 6000, "document"),
    ],
)
def test_a_document_that_is_no_plan_says_so(text: str, about: str) -> None:
    reading = read(document(text))
    assert about in {doubt.about for doubt in reading.doubts}
    assert not reading.plan.tasks


WORDS = """
第一篇 第二章 第三节 第4章 一、 （一） 1. （1） 1.1 —— 一是 专栏1 目录 ........3
。 ， 、 ； ： ？ ！ “ ” （ ） 《 》 | ★ 〔 〕 ％
推进 加快 建设 发展 经济 开发区 有限公司 大学 局 镇 街道 人民政府 各有关部门
牵头单位： 责任单位： 完成时限： 由 牵头 配合 企业 项目 工程 平台 体系 行动计划
2025年 “十四五” 到 达到 增长 7.5% 100亿元 万亩 个 年均 左右 以上 的 和 与 等
指标 属性 预期性 约束性 2027年6月 Chapter Part 1
"""
TOKENS = st.sampled_from([*WORDS.split(), "\n", "\n", "\u3000", " "])


@given(st.lists(TOKENS, max_size=120))
@settings(max_examples=150)
def test_no_text_of_the_genres_words_crashes_the_reader(tokens: list[str]) -> None:
    read_from = document("".join(tokens))
    for section in read(read_from).plan.sections:
        assert_quoted(read_from, section.source)


@given(st.text(max_size=300))
@settings(max_examples=100)
def test_whatever_the_text_every_quote_is_its_exact_words(text: str) -> None:
    read_from = document(text)
    reading = read(read_from)
    plan = reading.plan
    items = (*plan.sections, *plan.pledges, *plan.tasks, *plan.projects, *plan.systems, *plan.units, *plan.policies)
    for item in (*items, *reading.facts):
        assert_quoted(read_from, item.source)


@pytest.mark.parametrize(
    "unit",
    [
        "（",
        "由甲",
        "第一章",
        "、和",
        "甲镇",
        "公司",
        "1.",
        "“",
        "等",
        "推进",
        "一是",
        "责任单位：",
        "....3",
        "　",
        "10%",
    ],
)
def test_time_grows_with_the_length_of_the_text(unit: str) -> None:
    started = time.perf_counter()
    read(document(unit * (20_000 // len(unit))))
    assert time.perf_counter() - started < 4


def assert_quoted(read_from: Document, source: Citation) -> None:
    block = read_from.block(source.block)
    assert block is not None
    assert block.text[source.start : source.end] == source.quote
    assert source.quote
