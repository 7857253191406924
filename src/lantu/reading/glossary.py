"""Glossaries: what stands under 名词解释 explains words and promises nothing."""

from __future__ import annotations

import re

from lantu.plan.section import Section
from lantu.reading.passage import Passage

_TITLE = re.compile(
    r"(?:附\s*[件录]?\s*\d*\s*[:：]?\s*)?(?:主要|相关|有关|部分|专业|专有)?(?:名词|术语)(?:解释|释义|注释|说明)|glossary",
    re.IGNORECASE,
)


def heads_glossary(section: Section) -> bool:
    """Whether a heading opens a glossary."""
    return _TITLE.fullmatch(section.title.strip()) is not None


def in_glossary(passage: Passage) -> bool:
    """Whether a passage belongs to a glossary: running text that says what words mean."""
    return any(map(heads_glossary, passage.chain))
