"""The chapters of a plan, and how many things each of them promises."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from lantu.plan.reading import Reading
from lantu.plan.section import Level, Section


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter (a part, where there are no chapters) with what was found in it."""

    section: Section
    commitments: int
    tasks: int
    projects: int
    indicators: int
    facts: int

    @property
    def items(self) -> int:
        """How many things were found in all."""
        return self.commitments + self.tasks + self.projects + self.indicators + self.facts


def chapters_of(reading: Reading) -> tuple[Chapter, ...]:
    """Return the chapters in the document's order, each with its counts; none where the text has no headings."""
    plan = reading.plan
    level = next(
        (lv for lv in (Level.CHAPTER, Level.PART, Level.SECTION) if any(s.level is lv for s in plan.sections)), None
    )
    if level is None:
        return ()
    parents = {section.id: section for section in plan.sections}

    def home(section_id: str | None) -> str | None:
        while section_id is not None and (section := parents.get(section_id)) is not None:
            if section.level is level:
                return section.id
            section_id = section.parent
        return None

    def counted(items: Iterable[str | None]) -> Counter[str | None]:
        return Counter(home(item) for item in items)

    starts = [(s.source.block, s.id) for s in plan.sections if s.level is level]

    def home_of_block(block: int) -> str | None:
        return next((section_id for start, section_id in reversed(starts) if start <= block), None)

    commitments = counted(p.section for p in plan.pledges)
    tasks = counted(t.section for t in plan.tasks)
    projects = counted(p.section for p in plan.projects)
    facts = counted(f.section for f in reading.facts)
    indicators = Counter(home_of_block(i.source.block) for i in plan.indicators if i.source)
    return tuple(
        Chapter(s, commitments[s.id], tasks[s.id], projects[s.id], indicators[s.id], facts[s.id])
        for s in plan.sections
        if s.level is level
    )
