"""Whether the numbers of headings run on, and whether the contents and the text say the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lantu.plan.message import Message
from lantu.plan.reading import Doubt
from lantu.plan.section import Level, Section
from lantu.reading.contents import Entry, key_of
from lantu.reading.heading import Heading
from lantu.reading.heading_mark import Style


def number_doubts(pairs: Sequence[tuple[Heading, Section]]) -> Iterator[Doubt]:
    """Yield a doubt for each number that is skipped or comes twice among parts, chapters and sections.

    Chapters may run on through the parts or begin again in each: either is in order.
    """
    last: dict[tuple[str | None, Style], int] = {}
    last_anywhere: dict[Style, int] = {}
    for heading, section in pairs:
        mark = heading.mark
        if mark is None or mark.value is None or section.level is Level.TOPIC:
            continue
        before = last.get((section.parent, mark.style), 0)
        runs_on = mark.value == last_anywhere.get(mark.style, 0) + 1
        last[section.parent, mark.style] = mark.value
        last_anywhere[mark.style] = mark.value
        if mark.value == before + 1 or runs_on:
            continue
        if mark.value == before:
            yield _doubt(
                section,
                f"编号“{mark.text}”重复：同级的前一个标题已用过；请核对编号。",
                f"The number “{mark.text}” comes twice: the heading before it has it too. Please check.",
            )
        else:
            expected = before + 1
            yield _doubt(
                section,
                f"编号不连续：此处应为第{expected}个，原文为“{mark.text}”；可能缺少标题，或编号有误，请核对。",
                f"The numbers do not run on: number {expected} is due here, “{mark.text}” is printed. "
                "A heading may be missing or misnumbered; please check.",
            )


def contents_doubts(entries: Sequence[Entry], pairs: Sequence[tuple[Heading, Section]]) -> Iterator[Doubt]:
    """Yield a doubt for each entry of the contents that the text lacks, and for each part or chapter they lack."""
    if not entries:
        return
    words = {key_of(None, section.title)[2] for _, section in pairs}
    numbers = {(heading.mark.style, heading.mark.value) for heading, _ in pairs if heading.mark}
    for entry in entries:
        title = key_of(None, entry.title)[2]
        if title and title not in words and entry.mark and (entry.mark.style, entry.mark.value) not in numbers:
            yield Doubt(
                "heading",
                Message(
                    f"目录列有“{entry.mark.text} {entry.title}”，正文中没有找到这个标题；请核对目录与正文。",
                    f"The contents list “{entry.mark.text} {entry.title}”, but no such heading was found in the text. "
                    "Please compare the two.",
                ),
                entry.block.cite(),
            )
    listed = {key_of(None, entry.title)[2] for entry in entries}
    styles = {entry.mark.style for entry in entries if entry.mark}
    for heading, section in pairs:
        if section.level not in (Level.PART, Level.CHAPTER) or heading.style not in styles:
            continue
        if key_of(None, section.title)[2] not in listed:
            yield _doubt(
                section,
                f"目录中没有“{section.number or ''} {section.title}”；请核对目录与正文。",
                f"The contents do not list “{section.number or ''} {section.title}”. Please compare contents and text.",
            )


def _doubt(section: Section, zh: str, en: str) -> Doubt:
    return Doubt("heading", Message(zh, en), section.source)
