"""Part, chapter, section or topic: what the styles of numbers mean in one document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lantu.plan.section import Level
from lantu.reading.heading import Heading
from lantu.reading.heading_mark import Style
from lantu.reading.phenomenon import Phenomenon

_FIXED = {Style.PART: Level.PART, Style.CHAPTER: Level.CHAPTER, Style.SECTION: Level.SECTION}
_ALWAYS_TOPICS = (Style.ORDINAL, Style.DASHED, Style.BOX)
_LEVELS = tuple(Level)
_OF_RANK = (Level.CHAPTER, Level.SECTION)


def levels_of(headings: Sequence[Heading]) -> list[tuple[Level, int]]:
    """Return for each heading its level and its depth among all headings (a smaller depth is further out).

    篇, 章 and 节 are what they say. In a document without them 一、 makes chapters, （一） sections and 1. topics;
    below 章 the outermost style that is used makes the sections, and so on. Heading levels that a file declares mean
    what its numbered headings of the same level mean.
    """
    printed = _printed_levels(headings)
    declared = _declared_levels(headings, printed)
    ranked = any(heading.rank for heading in headings)
    result: list[tuple[Level, int]] = []
    for heading in headings:
        style = heading.style
        if heading.block.level and style is Style.NONE:
            level = declared[heading.block.level]
            depth = _LEVELS.index(level) * 100 + (heading.block.level if level is Level.TOPIC else 0)
        elif heading.how is Phenomenon.ANNEX:
            level = Level.TOPIC
            depth = _LEVELS.index(level) * 100
        elif heading.rank:
            level = _OF_RANK[heading.rank - 1]
            depth = _LEVELS.index(level) * 100
        elif heading.top:
            level = Level.CHAPTER if ranked else _outermost(printed)
            depth = _LEVELS.index(level) * 100
        else:
            level = printed.get(style, Level.TOPIC)
            depth = _LEVELS.index(level) * 100 + (50 + style if level is Level.TOPIC else 0)
        result.append((level, depth))
    return result


def _printed_levels(headings: Sequence[Heading]) -> dict[Style, Level]:
    used = sorted({heading.style for heading in headings} - {Style.NONE})
    levels = {style: _FIXED[style] for style in used if style in _FIXED}
    free = [Level.CHAPTER, Level.SECTION, Level.TOPIC]
    if Style.CHAPTER in levels or any(heading.rank for heading in headings):
        free.remove(Level.CHAPTER)
    if Style.SECTION in levels or any(heading.rank == len(_OF_RANK) for heading in headings):
        free = [Level.TOPIC]
    for style in used:
        if style in levels:
            continue
        if style in _ALWAYS_TOPICS:
            levels[style] = Level.TOPIC
        else:
            levels[style] = free.pop(0) if len(free) > 1 else Level.TOPIC
    return levels


def _declared_levels(headings: Sequence[Heading], printed: dict[Style, Level]) -> dict[int, Level]:
    seen: dict[int, Counter[Level]] = {}
    for heading in headings:
        if heading.block.level:
            counts = seen.setdefault(heading.block.level, Counter())
            if heading.style is not Style.NONE:
                counts[printed[heading.style]] += 1
    result: dict[int, Level] = {}
    ladder = list(Level) if len(seen) > 3 else [Level.CHAPTER, Level.SECTION, Level.TOPIC]
    index = 0
    for declared in sorted(seen):
        if seen[declared]:
            level = seen[declared].most_common(1)[0][0]
            index = ladder.index(level) if level in ladder else 0
        result[declared] = ladder[min(index, len(ladder) - 1)]
        index += 1
    return result


def _outermost(printed: dict[Style, Level]) -> Level:
    """The level of 前言 or 结语, which stand beside the chapters whatever these are called."""
    return (
        Level.CHAPTER if Level.CHAPTER in printed.values() or not printed else min(printed.values(), key=_LEVELS.index)
    )
