"""Markdown: lines as blocks, without the signs of layout."""

from __future__ import annotations

import pytest

from lantu.documents.formats.markdown import words
from lantu.plan.document import BlockKind

from .opened import opened, texts

PAGE = """---
author: 某人
---
# 青河县规划

正文**第一**段，见[附件](a.html)。

## 第一章 总体要求 ##
- 要点*甲*
1. 要点乙
> 引用一句

| 指标 | 2030年 |
|:-----|------:|
| **城镇化率** | 58 |
| 甲\\|乙 |  |

第二章 保障
----
***
```
# 不是标题
```
[^1]: 注释一条
"""


def test_signs_go_and_numbers_are_line_numbers() -> None:
    document = opened(PAGE)
    assert document.format == "markdown"
    assert document.title == "青河县规划"
    assert [(b.number, b.kind.value, b.level, b.text) for b in document.blocks] == [
        (4, "heading", 1, "青河县规划"),
        (6, "paragraph", 0, "正文第一段，见附件。"),
        (8, "heading", 2, "第一章 总体要求"),
        (9, "list_item", 0, "要点甲"),
        (10, "list_item", 0, "1. 要点乙"),
        (11, "paragraph", 0, "引用一句"),
        (13, "table_row", 0, "指标 | 2030年"),
        (15, "table_row", 0, "城镇化率 | 58"),
        (16, "table_row", 0, "甲|乙 | "),
        (18, "heading", 2, "第二章 保障"),
        (22, "paragraph", 0, "# 不是标题"),
        (24, "note", 0, "注释一条"),
    ]


def test_cells_stand_where_they_say() -> None:
    row = next(block for block in opened(PAGE).blocks if block.number == 15)
    assert row.table == 1
    assert [(cell.text, cell.column) for cell in row.cells] == [("城镇化率", 0), ("58", 1)]
    assert all(row.text[cell.start : cell.end] == cell.text for cell in row.cells)


def test_a_table_without_its_rule_stays_lines() -> None:
    document = opened("# 规划\n指标 | 2030年 |\n城镇化率 | 58 |\n")
    assert [block.kind for block in document.blocks[1:]] == [BlockKind.PARAGRAPH] * 2
    assert document.blocks[2].text == "城镇化率 | 58 |"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("3*4与5*6", "3*4与5*6"),
        ("带*号为约束性指标，*号另注", "带*号为约束性指标，*号另注"),
        ("file_name_here", "file_name_here"),
        ("**甲**乙，__丙__、`丁`、~~戊~~", "甲乙，丙、丁、戊"),
        ("***甲***", "甲"),
        (r"\*甲\*", "*甲*"),
        ("甲[^2]乙", "甲乙"),
        ("R&amp;D <b>投入</b><br>", "R&D 投入"),
        ("增长<6%且>3%", "增长<6%且>3%"),
        ("[12]", "[12]"),
        ("![图](a.png)", "图"),
    ],
)
def test_signs_that_mean_emphasis_go_and_others_stay(line: str, expected: str) -> None:
    assert words(line) == expected


@pytest.mark.parametrize("text", ["#1机组投产\n", "第一章\n- 要点\n", "a | b\n", "**一处**加粗\n", "甲\n--\n"])
def test_plain_text_is_not_taken_for_markdown(text: str) -> None:
    assert opened(text).format == "text"


def test_a_row_of_dashes_under_a_list_or_a_row_is_no_heading() -> None:
    assert texts("# 甲\n- 乙\n---\n") == ["甲", "乙"]
