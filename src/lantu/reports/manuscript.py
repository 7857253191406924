"""What is to be set on paper, whoever writes it: a title, headings, paragraphs and tables in one language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from lantu.plan.message import Language


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one hand; quoted: words of the plan; strong: what weighs."""

    words: str
    strong: bool = False
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its printed number in it; level from 1."""

    level: int
    words: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs one after the other.

    kind: "body"; "point" opens a numbered point and stays with what follows; "signature" stands to the right.
    """

    runs: tuple[Run, ...]
    kind: Literal["body", "point", "signature"] = "body"


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose header is repeated on every page.

    widths: share of each column, adding to 1. centred: columns whose words stand in the middle.
    """

    caption: str
    header: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    centred: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Annex:
    """Begins a new page for what is attached; words head it."""

    words: str


Part = Heading | Paragraph | Table | Annex


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A paper ready to be written.

    on: the day it bears; it also dates the file, so that the same paper is the same file. author: "" where none is
    named.
    """

    title: str
    language: Language
    on: date
    author: str
    parts: tuple[Part, ...]
