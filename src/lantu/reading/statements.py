"""Numbers in running text: pledges look forward, facts look back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from lantu.plan.identity import Identities
from lantu.plan.period import Period
from lantu.plan.reading import Doubt
from lantu.plan.statement import Fact, Pledge
from lantu.reading.passage import Passage


def find_statements(
    passages: Sequence[Passage], period: Period | None, issued: date | None, identities: Identities
) -> tuple[tuple[Pledge, ...], tuple[Fact, ...], tuple[Doubt, ...]]:
    """Find the commitments and the results that passages state in numbers."""
    return (), (), ()
