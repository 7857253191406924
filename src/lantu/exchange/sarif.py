"""Findings as SARIF 2.1.0, which editors and code-review tools show beside the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "note": "note"}


@dataclass(frozen=True, slots=True)
class SarifRule:
    """A rule as SARIF describes it: its code, name and severity, a title and its page as plain text."""

    code: str
    name: str
    severity: str
    title: str
    page: str


@dataclass(frozen=True, slots=True)
class SarifSource:
    """A checked file: its address as given, and whether its blocks are the lines of a text file."""

    address: str
    is_text: bool


def sarif(
    findings: Sequence[Mapping[str, Any]],
    rules: Sequence[SarifRule],
    sources: Mapping[str, SarifSource],
    version: str,
    waived: Sequence[tuple[Mapping[str, Any], str]] = (),
) -> dict[str, Any]:
    """Return one SARIF run.

    findings: in the shape of the checking contract. rules: those the findings are of, or more. sources: by document
    name. waived: findings that may stand, each with its justification; they become suppressed results.
    Source: OASIS, Static Analysis Results Interchange Format 2.1.0. Columns count Unicode code points.
    """
    index = {rule.code: n for n, rule in enumerate(rules)}
    results = [_result(finding, index, sources) for finding in findings]
    for finding, why in waived:
        result = _result(finding, index, sources)
        results.append(result | {"suppressions": [{"kind": "external", "status": "accepted", "justification": why}]})
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "Lantu", "version": version, "rules": [_rule(rule) for rule in rules]}},
                "columnKind": "unicodeCodePoints",
                "results": results,
            }
        ],
    }


def _rule(rule: SarifRule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.title},
        "help": {"text": rule.page or rule.title},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Mapping[str, Any], index: Mapping[str, int], sources: Mapping[str, SarifSource]) -> dict[str, Any]:
    places = [_location(place, sources) for place in finding["citations"]]
    result: dict[str, Any] = {
        "ruleId": finding["code"],
        "level": _LEVELS[finding["severity"]],
        "message": {"text": f"{finding['message']} {finding['how_to_mend']}"},
        "locations": places[:1],
    }
    if finding["code"] in index:
        result["ruleIndex"] = index[finding["code"]]
    if len(places) > 1:
        result["relatedLocations"] = places[1:]
    return result


def _location(place: Mapping[str, Any], sources: Mapping[str, SarifSource]) -> dict[str, Any]:
    source = sources.get(place["document"], SarifSource(place["document"], False))
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(source.address)}}
    if source.is_text:
        physical["region"] = {
            "startLine": place["block"],
            "startColumn": place["start"] + 1,
            "endColumn": max(place["end"], place["start"]) + 1,
            "snippet": {"text": place["quote"]},
        }
    return {
        "physicalLocation": physical,
        "logicalLocations": [{"name": f"block {place['block']}", "kind": "element"}],
        "message": {"text": place["quote"] or f"block {place['block']}"},
    }
