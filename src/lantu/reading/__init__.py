"""A document into a reading, in passes that each add one kind of thing."""

from __future__ import annotations

from lantu.plan.document import Document
from lantu.plan.identity import Identities
from lantu.plan.plan import Plan
from lantu.plan.reading import Reading
from lantu.reading.glossary import in_glossary
from lantu.reading.grounds import Grounds
from lantu.reading.header import read_header
from lantu.reading.indicator_table import find_indicators
from lantu.reading.named_items import find_policies, find_projects, find_systems
from lantu.reading.outline import read_outline
from lantu.reading.passages import cut_passages
from lantu.reading.statements import find_statements
from lantu.reading.tasks import find_tasks
from lantu.reading.traditional import as_printed, is_traditional, simplified
from lantu.reading.units import find_units
from lantu.reading.whole_document import document_doubts


def read(document: Document) -> Reading:
    """Read a document: what it promises, what it reports, and what the reader is not sure of.

    Never raises for what a document holds; a document that is no plan gives an empty plan and doubts that say so.
    Traditional characters are read as simplified and given back as printed.
    """
    if is_traditional(document):
        return as_printed(_read(simplified(document)), document)
    return _read(document)


def _read(document: Document) -> Reading:
    identities, grounds = Identities(), Grounds()
    header = read_header(document)
    indicators, table_doubts, table_blocks = find_indicators(document, header.period, identities, grounds)
    outline = read_outline(document, identities, grounds, table_blocks)
    cut = cut_passages(document, outline.sections, table_blocks | outline.idle.keys())
    passages = tuple(passage for passage in cut if not in_glossary(passage))
    pledges, facts, statement_doubts = find_statements(passages, header.period, header.issued, identities, grounds)
    tasks, task_doubts = find_tasks(passages, header.period, identities, grounds)
    plan = Plan(
        title=header.title,
        region=header.region,
        period=header.period,
        horizon=header.horizon,
        sections=outline.sections,
        indicators=indicators,
        pledges=pledges,
        tasks=tasks,
        projects=find_projects(passages, identities, grounds),
        systems=find_systems(passages, identities, grounds),
        units=find_units(passages, header.region, identities, grounds),
        policies=find_policies(passages, identities, grounds),
    )
    doubts = (
        *document_doubts(document, plan),
        *outline.doubts,
        *table_doubts,
        *statement_doubts,
        *task_doubts,
    )
    return Reading(plan, document, facts, doubts, grounds.laid)
