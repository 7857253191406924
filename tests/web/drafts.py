"""Two drafts of a plan of a town that does not exist, and people who deal with what checking finds in them."""

from __future__ import annotations

import re
from hashlib import sha256

from lantu.plan.document import Block, BlockKind, Document
from lantu.plan.package import Package
from lantu.plan.period import Period
from lantu.plan.plan import Plan
from lantu.plan.reading import Reading
from lantu.plan.region import Region
from lantu.plan.section import Level, Section

_CHAPTER = re.compile(r"(第.章) (.+)")

TITLE = "梅岭镇国民经济和社会发展第十五个五年规划（虚构）"
FIRST = f"""{TITLE}
第一章 发展目标
全镇贫困村都通水泥路。
第二章 主要任务
镇上新装路灯九百盏。
第四章 保障措施
城镇登记失业率控制在4%以内。
"""
# The village stays, further down; unemployment is mended; a new outdated term comes.
SECOND = f"""{TITLE}
第一章 发展目标
这一段是新加的，说说镇里的情况。
全镇贫困村都通水泥路。
第二章 主要任务
镇上新装路灯九百盏，路上不再走黄标车。
第四章 保障措施
城镇调查失业率控制在4%以内。
"""


def draft(text: str) -> Package:
    """Return a text as a reading has it: a block a line, and a section for each heading."""
    blocks = tuple(
        Block(number, line, BlockKind.HEADING if _CHAPTER.match(line) else BlockKind.PARAGRAPH)
        for number, line in enumerate(text.splitlines(), 1)
    )
    sections = tuple(
        Section(f"sec-{block.number}", Level.CHAPTER, found[1], found[2], None, block.cite())
        for block in blocks
        if (found := _CHAPTER.match(block.text))
    )
    plan = Plan(TITLE, Region("梅岭镇", "999997"), Period.years(2026, 2030), sections=sections)
    digest = sha256(text.encode()).hexdigest()
    return Package(Reading(plan, Document("meiling.txt", digest, blocks, title=TITLE, language="zh")))
