"""What holds for statements whatever the text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lantu.plan.document import Block
from lantu.plan.identity import Identities
from lantu.plan.period import Period
from lantu.plan.section import Level, Section
from lantu.reading.grounds import Grounds
from lantu.reading.passage import Passage
from lantu.reading.statements import find_statements

_WORDS = (
    "到2025年 “十四五”末 今年 全市 新增 建成 达到 增长 降低 分别 均 年均 不低于 控制在 比2020年 由 提高到 翻一番 "
    "粮食产量 城镇和农村居民收入 覆盖率 污水处理厂 12 3.5 1,200 5:3:2 三 百分之 一万二千 % 亿元 万亩 个 家 左右 以上 "
    "、 ， 。 ； 和 的 （ ） “ ” 5G 第 号 《 》 全覆盖 居全省第3位 不发生事故 与经济增长同步 ％ — -"
)
_TOKENS = [*_WORDS.split(), " ", "\t"]


def _read(text: str, *titles: str, issued: date | None = date(2021, 3, 1)):  # type: ignore[no-untyped-def]
    chain = tuple(
        Section(f"s{number}", Level.CHAPTER, None, title, None, Block(number, title).cite())
        for number, title in enumerate(titles, 1)
    )
    return find_statements(
        [Passage(Block(7, text), 0, len(text), chain)], Period.years(2021, 2025), issued, Identities(), Grounds()
    )


@settings(max_examples=300)
@given(st.lists(st.sampled_from(_TOKENS), max_size=60).map("".join))
def test_whatever_the_words_each_statement_quotes_the_text_and_has_its_own_id(text: str) -> None:
    pledges, facts, doubts = _read(text)
    items = [*pledges, *facts]
    assert len({item.id for item in items}) == len(items)
    for item in items:
        assert item.source.quote
        assert text[item.source.start : item.source.end] == item.source.quote
    assert {doubt.about for doubt in doubts} <= {item.id for item in items}


@settings(max_examples=100)
@given(st.text(max_size=80))
def test_any_text_at_all_is_quoted_exactly(text: str) -> None:
    pledges, facts, _ = _read(text)
    assert all(text[item.source.start : item.source.end] == item.source.quote for item in (*pledges, *facts))


@pytest.mark.parametrize(
    "piece",
    ["新增学位300个、改造校舍2万平方米，分别增长5%和6%；", "2024年5个", "9", "1.", "5个全覆盖", "“", "第", "甲、"],
)
def test_ten_times_the_text_gives_ten_times_the_statements_and_no_more(piece: str) -> None:
    few, many = (len(_read(piece * times)[0]) for times in (40, 400))
    assert many <= 10 * few + 10


def test_headings_are_context_and_never_statements() -> None:
    block = Block(3, "第二节 新增就业5万人")
    passage = Passage(block, 0, len(block.text), (), heading=True)
    assert find_statements([passage], None, None, Identities(), Grounds()) == ((), (), ())


def test_without_a_period_or_a_date_sentences_are_still_read() -> None:
    block = Block(3, "新建书屋20家。")
    (pledge,), facts, doubts = find_statements([Passage(block, 0, 8, ())], None, None, Identities(), Grounds())
    assert (pledge.subject, pledge.value, pledge.unit, pledge.deadline) == ("书屋", 20, "家", None)
    assert facts == doubts == ()


def test_a_passage_that_begins_within_its_block_is_cited_by_the_block() -> None:
    block = Block(3, "便民服务提速。新增自助终端60台。")
    (pledge,), _, _ = find_statements([Passage(block, 7, len(block.text), ())], None, None, Identities(), Grounds())
    assert block.text[pledge.source.start : pledge.source.end] == "新增自助终端60台"


def test_the_year_of_a_report_comes_from_its_heading_where_it_has_no_date() -> None:
    section = Section("a", Level.CHAPTER, "二、", "2019年工作安排", None, Block(1, "x").cite())
    (pledge,), _, _ = find_statements(
        [Passage(Block(5, "建成泵站3座。"), 0, 7, (section,))], None, None, Identities(), Grounds()
    )
    assert pledge.deadline == "2019"


def test_past_times_of_a_heading_follow_the_paragraphs() -> None:
    section = Section("a", Level.CHAPTER, "一、", "2021年工作和“十三五”发展成就", None, Block(1, "x").cite())
    texts = ["全县新建水库4座。", "“十三五”时期，我们稳步前行。", "整治河道30公里。"]
    blocks = [Block(number, text) for number, text in enumerate(texts, 2)]
    passages = [Passage(block, 0, len(block.text), (section,)) for block in blocks]
    _, facts, _ = find_statements(passages, None, date(2022, 1, 20), Identities(), Grounds())
    assert [(fact.subject, fact.period) for fact in facts] == [("水库", "2021"), ("河道", "2016-2020")]
