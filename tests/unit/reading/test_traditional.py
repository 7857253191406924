"""What is read of a document in traditional characters is what is read of the simplified one, quoted as printed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from lantu.documents.opening import open_document
from lantu.plan.document import Document
from lantu.reading import read
from lantu.reading.lexicon import words
from lantu.reading.traditional import is_traditional, simplified

PLAN = Path(__file__).parents[2] / "gold/qinghe/plan.md"
# Where several traditional characters became one, the first will do: it is read back alike.
TO_TRADITIONAL = str.maketrans({pair[1]: pair[0] for pair in reversed(words("traditional"))})


@pytest.fixture(scope="module")
def plain() -> Document:
    return open_document(PLAN)


@pytest.fixture(scope="module")
def printed(plain: Document) -> Document:
    blocks = tuple(
        replace(
            block,
            text=block.text.translate(TO_TRADITIONAL),
            cells=tuple(replace(cell, text=cell.text.translate(TO_TRADITIONAL)) for cell in block.cells),
        )
        for block in plain.blocks
    )
    return replace(plain, blocks=blocks, title=plain.title.translate(TO_TRADITIONAL))


def test_a_document_is_known_by_its_characters(plain: Document, printed: Document) -> None:
    assert is_traditional(printed) and not is_traditional(plain)
    assert [block.text for block in simplified(printed).blocks] == [block.text for block in plain.blocks]


def test_the_same_items_are_read(plain: Document, printed: Document) -> None:
    one, other = read(plain), read(printed)
    assert other.document is printed
    assert one.grounds.keys() == other.grounds.keys()
    assert [p.value for p in one.plan.pledges] == [p.value for p in other.plan.pledges]
    assert [i.baseline.value for i in one.plan.indicators] == [i.baseline.value for i in other.plan.indicators]


def test_names_and_quotes_stand_as_printed(printed: Document) -> None:
    reading = read(printed)
    for item in (*reading.plan.pledges, *reading.plan.projects, *reading.plan.units, *reading.facts):
        block = printed.block(item.source.block)
        assert block is not None and block.text[item.source.start : item.source.end] == item.source.quote
    assert all(project.name == project.source.quote for project in reading.plan.projects)
