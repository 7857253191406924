"""The one place of this room where rows become findings and waivers, and these rows."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from typing import Any

from lantu.checking import Finding, Severity
from lantu.checking.finding import Place
from lantu.checking.waivers import Waiver
from lantu.plan.citation import Citation
from lantu.plan.message import Message
from lantu.web.examinations.models import Examination, WaiverRow


def pack(findings: Sequence[Finding]) -> tuple[str, bytes]:
    """Return findings as (sha256, content); equal findings have equal digests."""
    told = json.dumps([_to_json(finding) for finding in findings], ensure_ascii=False, separators=(",", ":")).encode()
    return sha256(told).hexdigest(), zlib.compress(told)


@lru_cache(maxsize=64)
def findings_in(examination: Examination) -> tuple[Finding, ...]:
    """Return the findings of an examination, in their order; unpacked once."""
    return tuple(_from_json(told) for told in json.loads(zlib.decompress(bytes(examination.content))))


def to_waiver(row: WaiverRow, line: int = 0) -> Waiver:
    """Return the waiver a row holds; line: the number it is told by."""
    return Waiver(row.rule, row.item, row.quote, row.reason, row.allowed_by, row.until, line)


def _to_json(finding: Finding) -> dict[str, Any]:
    places = [
        [place.document, place.citation.block, place.citation.start, place.citation.end, place.citation.quote]
        for place in finding.places
    ]
    return {
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": [finding.message.zh, finding.message.en],
        "how_to_mend": [finding.how_to_mend.zh, finding.how_to_mend.en],
        "places": places,
    }


def _from_json(told: dict[str, Any]) -> Finding:
    return Finding(
        told["code"],
        told["rule"],
        Severity(told["severity"]),
        Message(*told["message"]),
        Message(*told["how_to_mend"]),
        tuple(Place(document, Citation(*cited)) for document, *cited in told["places"]),
    )
