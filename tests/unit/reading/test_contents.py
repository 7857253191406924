"""Tables of contents: leaders and page numbers at the ends of lines."""

from __future__ import annotations

import time

import pytest

from lantu.plan.document import Block
from lantu.reading.contents import find_contents


def test_leaders_and_page_numbers_are_no_part_of_a_title() -> None:
    lines = ("第一章 总则" + "…" * 60 + "1", "第二章 产业……12", "第三章 保障 . . . . . 30")
    entries, blocks = find_contents([Block(n, line) for n, line in enumerate(("目录", *lines), 1)])
    assert [entry.title for entry in entries] == ["总则", "产业", "保障"]
    assert blocks == {1, 2, 3, 4}


@pytest.mark.parametrize("leader", [".", "…", "目录…………", " ", ". "])
def test_a_line_of_leaders_takes_no_longer_than_another(leader: str) -> None:
    """Every dot of a line was once tried as the beginning of its leaders: minutes for a line of this length."""
    begin = time.perf_counter()
    find_contents([Block(1, leader * (60_000 // len(leader)) + "甲")])
    assert time.perf_counter() - begin < 2
