"""A reading as one JSON object: the reading contract, version 1."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lantu.plan.citation import Citation
from lantu.plan.document import Document
from lantu.plan.ground import Ground
from lantu.plan.indicator import Indicator
from lantu.plan.message import Language
from lantu.plan.named_item import NamedItem
from lantu.plan.period import Period
from lantu.plan.reading import Reading

Json = dict[str, Any]


def reading_to_json(reading: Reading, language: Language = "zh") -> Json:
    """Return the reading as plain dicts and lists, ready for `json.dumps`.

    Shapes are those of docs/contracts.md, "The reading contract". Messages of doubts are in `language`. Where the
    document has pages, each source names the page its words begin on. An item that a person has set has no certainty.
    """
    plan, document = reading.plan, reading.document
    answer: Json = {
        "lantu": "1",
        "document": None
        if document is None
        else {
            "name": document.name,
            "sha256": document.sha256,
            "title": document.title,
            "language": document.language,
            "blocks": len(document.blocks),
        },
        "plan": {
            "title": plan.title,
            "region": {"name": plan.region.name, "code": plan.region.code},
            "period": None
            if plan.period is None
            else {"start": plan.period.first_year, "end": plan.period.last_year},
            "horizon": plan.horizon,
        },
        "sections": [
            {"id": s.id, "level": s.level.value, "number": s.number, "title": s.title, "parent": s.parent,
             "source": citation_to_json(s.source)}
            for s in plan.sections
        ],
        "indicators": [_indicator(indicator) for indicator in plan.indicators],
        "commitments": [
            {"id": p.id, "subject": p.subject, "comparator": p.comparator and p.comparator.value, "value": p.value,
             "value_high": p.value_high, "unit": p.unit, "deadline": year_or_date(p.deadline), "section": p.section,
             "source": citation_to_json(p.source)}
            for p in plan.pledges
        ],
        "facts": [
            {"id": f.id, "subject": f.subject, "comparator": f.comparator and f.comparator.value, "value": f.value,
             "unit": f.unit, "period": year_or_date(f.period), "section": f.section,
             "source": citation_to_json(f.source)}
            for f in reading.facts
        ],
        "tasks": [
            {"id": t.id, "title": t.title, "section": t.section, "lead": list(t.lead),
             "supporting": list(t.supporting), "deadline": year_or_date(t.deadline),
             "source": citation_to_json(t.source)}
            for t in plan.tasks
        ],
        "projects": [_named(item) for item in plan.projects],
        "systems": [_named(item) for item in plan.systems],
        "units": [_named(item) for item in plan.units],
        "policies": [_named(item) for item in plan.policies],
        "doubts": [
            {"about": d.about, "message": d.message.into(language), "source": citation_to_json(d.source)}
            for d in reading.doubts
        ],
    }  # fmt: skip
    _tell_certainty(answer, reading.grounds)
    if document is not None and any(block.page for block in document.blocks):
        _tell_pages(answer, document)
    return answer


def _tell_certainty(answer: Json, grounds: Mapping[str, Ground]) -> None:
    for items in answer.values():
        for item in items if isinstance(items, list) else ():
            if "id" in item:
                item["certainty"] = ground.certainty if (ground := grounds.get(item["id"])) else None


def _tell_pages(answer: Json, document: Document) -> None:
    for items in answer.values():
        for item in items if isinstance(items, list) else ():
            if (source := item["source"]) and (block := document.block(source["block"])) and block.page:
                source["page"] = block.page_at(source["start"])


def citation_to_json(citation: Citation | None) -> Json | None:
    """Return a source; None where there is none."""
    if citation is None:
        return None
    return {"block": citation.block, "start": citation.start, "end": citation.end, "quote": citation.quote}


def _period(period: Period | None) -> int | str | None:
    return None if period is None else year_or_date(str(period))


def year_or_date(text: str | None) -> int | str | None:
    """Return a plain year as a number; anything finer stays in its written form."""
    return int(text) if text and len(text) == 4 and text.isdigit() else text


def _indicator(indicator: Indicator) -> Json:
    baseline, target, growth = indicator.baseline, indicator.target, indicator.growth
    return {
        "id": indicator.id,
        "name": indicator.name,
        "group": indicator.group,
        "unit": indicator.unit,
        "commitment": indicator.commitment and indicator.commitment.value,
        "direction": indicator.direction and indicator.direction.value,
        "form": indicator.form and indicator.form.value,
        "baseline": {"period": _period(baseline.period), "value": baseline.value},
        "target": {
            "period": _period(target.period),
            "value": target.value,
            "comparator": target.comparator and target.comparator.value,
            "text": target.text,
        },
        "growth": {"kind": growth.kind.value, "value": growth.value, "text": growth.text},
        "source": citation_to_json(indicator.source),
    }


def _named(item: NamedItem) -> Json:
    return {"id": item.id, "name": item.name, "kind": item.kind, "section": item.section,
            "source": citation_to_json(item.source)}  # fmt: skip
