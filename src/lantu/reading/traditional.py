"""Documents in traditional characters: read as simplified, given back as printed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from lantu.plan.citation import Citation
from lantu.plan.document import Block, Document
from lantu.plan.ground import Ground, Step
from lantu.plan.reading import Reading
from lantu.reading.lexicon import words
from lantu.reading.phenomenon import Phenomenon

_Value = TypeVar("_Value")
# A simplified text holds next to none of them; a traditional one is made of them by a third.
_FEWEST = 0.1
_SAMPLE = 20_000  # characters
_HANZI = re.compile(r"[\u4e00-\u9fff]")
_QUOTES = {"「": "“", "」": "”", "『": "‘", "』": "’"}


@cache
def _simple() -> dict[int, str]:
    return str.maketrans({pair[0]: pair[1] for pair in words("traditional")} | _QUOTES)


def is_traditional(document: Document) -> bool:
    """Return whether a document is written in traditional characters."""
    sample = "".join(block.text[:_SAMPLE] for block in document.blocks[:200])[:_SAMPLE]
    hanzi = len(_HANZI.findall(sample))
    return len(sample) - len(sample.translate(dict.fromkeys(_simple()))) > max(_FEWEST * hanzi, 2)


def simplified(document: Document) -> Document:
    """Return the document in simplified characters; each stands where the traditional one stood."""
    return replace(
        document,
        title=document.title.translate(_simple()),
        blocks=tuple(
            replace(
                block,
                text=block.text.translate(_simple()),
                cells=tuple(replace(cell, text=cell.text.translate(_simple())) for cell in block.cells),
            )
            for block in document.blocks
        ),
    )


def as_printed(reading: Reading, document: Document) -> Reading:
    """Return what was read of the simplified document with the words of the printed one.

    Where one simplified character stands for several, the one that an item's own block has is taken.
    """
    simple = reading.document
    assert simple is not None
    back: dict[int, str] = {}
    for one, printed in zip(simple.blocks, document.blocks, strict=True):
        back.update(_differing(one, printed))

    def own(value: _Value) -> _Value:
        source = getattr(value, "source", None)
        if source is None:
            return _printed(value, back, document)
        one, printed = simple.block(source.block), document.block(source.block)
        assert one is not None and printed is not None
        return _printed(value, back | _differing(one, printed), document)

    plan: Any = reading.plan
    parts = {field.name: getattr(plan, field.name) for field in fields(plan)}
    as_was = {name: tuple(map(own, part)) if isinstance(part, tuple) else own(part) for name, part in parts.items()}
    plan = replace(plan, **as_was)
    read_so = Step(Phenomenon.TRADITIONAL_CHARACTERS)
    grounds = {
        id: Ground(ground.certainty, (read_so, *(_printed(step, back, document) for step in ground.steps)))
        for id, ground in reading.grounds.items()
    }
    doubts = tuple(replace(d, source=_printed(d.source, back, document)) for d in reading.doubts)
    return Reading(plan, document, tuple(map(own, reading.facts)), doubts, grounds)


def _differing(simple: Block, printed: Block) -> dict[int, str]:
    return {ord(one): other for one, other in zip(simple.text, printed.text, strict=True) if one != other}


def _printed(value: _Value, back: Mapping[int, str], document: Document) -> _Value:
    """A value with its words as printed, and its citations as they stand in the document."""
    changed: Any = value
    if isinstance(value, Citation):
        block = document.block(value.block)
        changed = block.cite(value.start, value.end) if block else value
    elif isinstance(value, str) and not isinstance(value, Enum):
        changed = value.translate(back)
    elif isinstance(value, tuple):
        changed = tuple(_printed(part, back, document) for part in value)
    elif is_dataclass(value) and not isinstance(value, type):
        parts = {field.name: getattr(value, field.name) for field in fields(value)}
        changed = replace(value, **{name: _printed(part, back, document) for name, part in parts.items()})
    return changed  # type: ignore[no-any-return]  # each branch keeps the type
