"""The outline of a document: parts, chapters, sections and topics."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from lantu.plan.citation import Citation


class Level(StrEnum):
    """篇, 章, 节, and the lead phrase that opens a paragraph."""

    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading; number is as printed (第一章), None where the heading has none; parent is a section id."""

    id: str
    level: Level
    number: str | None
    title: str
    parent: str | None
    source: Citation
