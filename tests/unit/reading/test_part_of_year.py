"""Figures of a part of a year are told from those of a year, however the months are written."""

from __future__ import annotations

import pytest

from lantu.plan.document import Block, Document
from lantu.reading.results.part_of_year import part_of_year


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("2024年1-6月，", "H1"),
        ("2024年1～6月，", "H1"),
        ("1－6月，", "H1"),
        ("1月至6月，", "H1"),
        ("1月—6月，", "H1"),
        ("前六个月，", "H1"),
        ("一至三月份，", "Q1"),
        ("1—3月，", "Q1"),
        ("1月至11月，", ""),
        ("前十个月，", ""),
        ("2024年，", None),
        ("2024年11月至6月底，", None),
        ("全年", None),
    ],
)
def test_the_part_of_a_year_that_words_name(words: str, part: str | None) -> None:
    block = Block(1, f"{words}全县完成投资30亿元。")
    citation = block.cite(len(words), len(words) + 10)
    assert part_of_year(Document("报告.txt", "", (block,)), citation, ()) == part
