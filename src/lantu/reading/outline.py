"""The headings of a document, by the numbers and words of the genre."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from lantu.plan.document import Document
from lantu.plan.identity import Identities
from lantu.plan.reading import Doubt
from lantu.plan.section import Level, Section

_HEADING = re.compile(r"\s*(第\s*[一二三四五六七八九十百零〇\d]+\s*([篇章节]))[\s.]*(.+?)\s*$")
_LEAD = re.compile(r"\s*(?:——)?([^。]{4,28})。")
_LEVELS = {"篇": Level.PART, "章": Level.CHAPTER, "节": Level.SECTION}
_DEPTHS = list(Level)


@dataclass(frozen=True, slots=True)
class Outline:
    """The headings in reading order, what is in doubt about them, and the blocks that are no running text."""

    sections: tuple[Section, ...]
    doubts: tuple[Doubt, ...]
    idle: frozenset[int]


def read_outline(document: Document, identities: Identities, skip: Collection[int] = frozenset()) -> Outline:
    """Find the headings of a document; blocks numbered in `skip` belong to tables and hold none."""
    sections: list[Section] = []
    chain: list[Section] = []
    for block in document.blocks:
        if block.number in skip:
            continue
        number = None
        if match := _HEADING.match(block.text):
            level, number, title, source = (
                _LEVELS[match[2]],
                match[1],
                match[3],
                block.cite(match.start(1), match.end(3)),
            )
        elif chain and (match := _LEAD.match(block.text)):
            level, title, source = Level.TOPIC, match[1], block.cite(match.start(1), match.end(1))
        else:
            continue
        while chain and _DEPTHS.index(chain[-1].level) >= _DEPTHS.index(level):
            chain.pop()
        parent = chain[-1].id if chain else None
        section = Section(identities.give("section", level.value, title), level, number, title, parent, source)
        sections.append(section)
        chain.append(section)
    return Outline(tuple(sections), (), frozenset())
