"""Findings of two states of a plan set against each other: what is new, what stayed, what is solved.

Method: two findings are the same when code and cited words are the same (blanks aside), wherever they stand; what is
left is paired by code and the first name the message quotes, so that a mended number does not hide what remains.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lantu.checking.finding import Finding
from lantu.plan.fault import Fault

_NAMED = re.compile(r"“([^”]+)”")
_FORMAT = "1"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a new draft solved, kept and brought; solved ones are the old draft's findings, the others the new one's."""

    solved: tuple[Finding, ...]
    kept: tuple[Finding, ...]
    brought: tuple[Finding, ...]

    def only(self, findings: Sequence[Finding]) -> Comparison:
        """Return the comparison without what is not among the findings to tell: waived, or in a baseline.

        What is told and stands in neither draft (a waiver that has expired) counts as brought.
        """
        told, kept, brought = set(findings), set(self.kept), set(self.brought)
        return Comparison(
            self.solved,
            tuple(finding for finding in self.kept if finding in told),
            tuple(finding for finding in findings if finding in brought or finding not in kept),
        )


def compare(old: Sequence[Finding], new: Sequence[Finding]) -> Comparison:
    """Set the findings of a new draft against those of an old one; orders are kept."""
    same = pairs(old, new)
    kept = set(same.values())
    return Comparison(
        tuple(finding for n, finding in enumerate(old) if n not in same),
        tuple(finding for n, finding in enumerate(new) if n in kept),
        tuple(finding for n, finding in enumerate(new) if n not in kept),
    )


def pairs(old: Sequence[Finding], new: Sequence[Finding]) -> dict[int, int]:
    """Return which finding of a new draft each of an old one is, by their places in the two; what is alone is left out.

    One of the old is never two of the new, nor the other way round.
    """
    found: dict[int, int] = {}
    taken: set[int] = set()
    for key in (fingerprint, _matter):
        waiting: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for n in reversed(range(len(old))):
            if n not in found:
                waiting[key(old[n])].append(n)
        for n, finding in enumerate(new):
            if n not in taken and (those := waiting[key(finding)]):
                found[those.pop()] = n
                taken.add(n)
    return found


def fingerprint(finding: Finding) -> tuple[str, ...]:
    """Return what makes a finding the same after edits elsewhere: its code and its cited words, never block numbers."""
    quotes = sorted("".join(place.citation.quote.split()) for place in finding.places)
    return (finding.code, *(quotes or [finding.message.zh]))


def _matter(finding: Finding) -> tuple[str, ...]:
    named = _NAMED.search(finding.message.zh)
    return (finding.code, named[1] if named else "")


def baseline_to_json(findings: Sequence[Finding]) -> dict[str, Any]:
    """Return the findings of today as a baseline."""
    return {"lantu": _FORMAT, "baseline": [list(fingerprint(finding)) for finding in findings]}


def only_new(findings: Sequence[Finding], path: Path) -> tuple[Finding, ...]:
    """Return the findings that a baseline file does not hold; one that stands twice must be held twice.

    Raises Fault when the file cannot be read or is no baseline.
    """
    known: dict[tuple[str, ...], int] = defaultdict(int)
    for key in _read(path):
        known[key] += 1
    new = []
    for finding in findings:
        if known[fingerprint(finding)] > 0:
            known[fingerprint(finding)] -= 1
        else:
            new.append(finding)
    return tuple(new)


def _read(path: Path) -> list[tuple[str, ...]]:
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))["baseline"]
        if not all(isinstance(row, list) and row and all(isinstance(word, str) for word in row) for row in rows):
            raise TypeError
        return [tuple(row) for row in rows]
    except FileNotFoundError:
        raise Fault(
            f"没有基线文件“{path}”。请先用 lantu check 规划 --write-baseline {path} 生成。",
            f"There is no baseline “{path}”. Make one with: lantu check PLAN --write-baseline {path}.",
        ) from None
    except (OSError, UnicodeDecodeError, ValueError, KeyError, TypeError):
        raise Fault(
            f"“{path}”不是基线文件。请用 --write-baseline 重新生成。",
            f"“{path}” is no baseline. Make it anew with --write-baseline.",
        ) from None
