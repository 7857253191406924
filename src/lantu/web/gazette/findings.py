"""What checking says of a plan, found once for each reading."""

from __future__ import annotations

from functools import lru_cache

from lantu.checking import Finding, check
from lantu.plan.message import Message
from lantu.plan.reading import Reading
from lantu.web.gazette.plan_text import Same

# Findings that need nobody's attention now: their places in the list, from 1, and what was decided.
Settled = tuple[tuple[int, Message], ...]


def findings_of(reading: Reading) -> tuple[Finding, ...]:
    """Return the findings of a plan checked against itself, the gravest first."""
    return _findings(Same(reading))


@lru_cache(maxsize=32)
def _findings(same: Same) -> tuple[Finding, ...]:
    return check([same.value])
