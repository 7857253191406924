"""Proposals as one JSON object: the proposals contract, version 1."""

from __future__ import annotations

from typing import Any

from lantu.exchange.reading_json import citation_to_json, year_or_date
from lantu.plan.message import Language
from lantu.plan.plan import Plan
from lantu.plan.proposal import Proposal
from lantu.plan.reading import Reading

Json = dict[str, Any]


def proposals_to_json(proposals: tuple[Proposal, ...], report: Reading, plan: Plan, language: Language = "zh") -> Json:
    """Return proposals as plain dicts and lists, ready for `json.dumps`.

    Shapes are those of docs/contracts.md, "The proposals contract". Words for people are in `language`.
    """
    document = report.document
    return {
        "lantu": "1",
        "document": None if document is None else {"name": document.name, "sha256": document.sha256},
        "plan": {"title": plan.title, "region": {"name": plan.region.name, "code": plan.region.code}},
        "proposals": [proposal_to_json(proposal, language) for proposal in proposals],
    }


def proposal_to_json(proposal: Proposal, language: Language) -> Json:
    """Return one proposal; its alternatives have the same shape and no alternatives of their own."""
    observation = proposal.observation
    return {
        "id": proposal.id,
        "target": {
            "id": proposal.target,
            "name": proposal.target_name,
            "kind": proposal.target_kind.value,
            "asked": proposal.asked.into(language),
        },
        "fit": proposal.fit.value,
        "figure": proposal.kind.value,
        "observation": {
            "region": observation.region,
            "period": year_or_date(str(observation.period)),
            "value": observation.value,
            "unit": proposal.unit,
            "status": observation.status,
            "source": observation.source,
        },
        "working": proposal.working,
        "certainty": proposal.certainty,
        "why": proposal.why.into(language),
        "sentence": proposal.sentence,
        "source": citation_to_json(proposal.citation),
        "rivals": list(proposal.rivals),
        "conflicting": proposal.conflicting,
        "alternatives": [proposal_to_json(other, language) for other in proposal.alternatives],
    }
