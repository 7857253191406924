"""What a rule looks at: a plan with its document, the plans beside it, and its figures filed by quantity."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import cached_property

from lantu.checking.alignment import Alignment, align
from lantu.checking.figures import Figure, SameQuantity, Says, figure_of_statement, figures_of_indicator
from lantu.checking.project_table import ProjectTable, project_tables
from lantu.checking.wording import Clause, clause_of
from lantu.plan.citation import Citation
from lantu.plan.document import Block
from lantu.plan.plan import Plan
from lantu.plan.reading import Reading
from lantu.plan.section import Level, Section
from lantu.plan.statement import Fact, Pledge

_RESULTS = re.compile(r"发展基础|成就|成效|回顾|成绩|完成情况|实施情况|工作总结|现实基础|建设基础|取得.{0,6}进展")
_YEARLY = re.compile(r"计划执行情况|年度计划|工作报告|\d{4}年国民经济和社会发展计划")
_AHEAD = re.compile(r"任务|目标|举措|推动|推进|加快|构建|打造|提升|建设|实施|深入|强化|优化|努力|巩固|扩大")


class Review:
    """One plan under review, and the plans above or beside it. Rules read it and change nothing."""

    def __init__(self, reading: Reading, others: tuple[Reading, ...] = ()) -> None:
        self.reading = reading
        self.others = others
        self._alignments: dict[int, tuple[Alignment, ...]] = {}

    @property
    def plan(self) -> Plan:
        """The plan to check."""
        return self.reading.plan

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What the document reports as done."""
        return self.reading.facts

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The document's blocks; none for a plan made without a document."""
        return self.reading.document.blocks if self.reading.document else ()

    @cached_property
    def text(self) -> str:
        """The text of all blocks, a line each, to ask whether words stand anywhere at all."""
        return "\n".join(block.text for block in self.blocks)

    @property
    def document_name(self) -> str:
        """The name findings give to the plan's document."""
        return name_of(self.reading)

    @property
    def first_year(self) -> int | None:
        """The plan's first year."""
        return self.plan.period.first_year if self.plan.period else None

    @property
    def last_year(self) -> int | None:
        """The plan's last year."""
        return self.plan.period.last_year if self.plan.period else None

    @property
    def is_yearly(self) -> bool:
        """Whether it is a plan or a report of one year, by its period or its title."""
        same = self.plan.period is not None and self.first_year == self.last_year
        return same or bool(_YEARLY.search(self.plan.title))

    @cached_property
    def text_figures(self) -> tuple[Figure, ...]:
        """The numbers of the text outside the indicator table: pledges first, then facts, each in reading order."""
        area = self.plan.region.name
        items: list[Pledge | Fact] = [*self.plan.pledges, *self.facts]
        items = [item for item in items if item.source.block not in self.tabled]
        found = (figure_of_statement(item, area, self._clause(item)) for item in items)
        return tuple(figure for figure in found if figure is not None)

    @cached_property
    def table_figures(self) -> tuple[Figure, ...]:
        """The bases and targets of the indicators, in table order."""
        area = self.plan.region.name
        return tuple(figure for row in self.plan.indicators for figure in figures_of_indicator(row, area))

    @cached_property
    def same_in_text(self) -> SameQuantity:
        """The numbers of the text, filed by quantity."""
        return SameQuantity(self.text_figures)

    @cached_property
    def same_in_results(self) -> SameQuantity:
        """The numbers of the text that are reported as done, filed by quantity."""
        return SameQuantity(figure for figure in self.text_figures if figure.says is Says.FACT)

    @cached_property
    def same_in_table(self) -> SameQuantity:
        """The numbers of the indicator table, filed by quantity."""
        return SameQuantity(self.table_figures)

    @cached_property
    def tabled(self) -> frozenset[int]:
        """Blocks that indicators were read from."""
        return frozenset(row.source.block for row in self.plan.indicators if row.source)

    @cached_property
    def past(self) -> frozenset[int]:
        """Blocks of the chapters that look back, by their headings; else those that facts were read from."""
        found: set[int] = set()
        sections = sorted(self.plan.sections, key=lambda s: s.source.block)
        for section, following in itertools.zip_longest(sections, sections[1:]):
            chain = [s.title for s in self.chain(section.id)]
            if any(_RESULTS.search(title) and not _AHEAD.match(title) for title in chain):
                end = following.source.block if following else section.source.block + 400
                found.update(range(section.source.block, end))
        return frozenset(found) or frozenset(fact.source.block for fact in self.facts)

    @cached_property
    def goals(self) -> frozenset[int]:
        """Blocks of the chapters and sections whose heading speaks of goals."""
        found: set[int] = set()
        sections = sorted(self.plan.sections, key=lambda s: s.source.block)
        for section, following in itertools.pairwise(sections):
            if any("目标" in s.title and s.level is not Level.TOPIC for s in self.chain(section.id)):
                found.update(range(section.source.block, following.source.block))
        return frozenset(found)

    def aligned(self, other: Reading) -> tuple[Alignment, ...]:
        """Return which indicators of the plan are which of another plan; worked out once for each."""
        place = next(n for n, reading in enumerate(self.others) if reading is other)
        if place not in self._alignments:
            self._alignments[place] = align(self.reading, other)
        return self._alignments[place]

    @cached_property
    def beside(self) -> tuple[Review, ...]:
        """The plans above and beside, each as a review of its own, in the order of `others`."""
        return tuple(Review(other) for other in self.others)

    @cached_property
    def project_tables(self) -> tuple[ProjectTable, ...]:
        """The tables of the document that list projects."""
        return tuple(project_tables(self.blocks))

    def text_of(self, citation: Citation) -> str:
        """Return the text of the block that a citation points into; "" where there is no document."""
        block = self.reading.document.block(citation.block) if self.reading.document else None
        return block.text if block else ""

    @cached_property
    def _sections(self) -> dict[str, Section]:
        return {section.id: section for section in self.plan.sections}

    def chain(self, section: str | None) -> Iterator[Section]:
        """Yield a section and those above it, innermost first."""
        seen: set[str] = set()
        while section is not None and section in self._sections and section not in seen:
            seen.add(section)
            yield self._sections[section]
            section = self._sections[section].parent

    def _clause(self, item: Pledge | Fact) -> Clause | None:
        if item.value is None:
            return None
        text = self.text_of(item.source)
        if not text:
            alone = Citation(item.source.block, 0, len(item.source.quote), item.source.quote)
            return clause_of(item.source.quote, alone, item.value)
        return clause_of(text, item.source, item.value)


def name_of(reading: Reading) -> str:
    """Return a reading's document name, else its plan's title."""
    return reading.document.name if reading.document else reading.plan.title
