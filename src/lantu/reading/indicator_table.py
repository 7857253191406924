"""The indicators of a document, read from its indicator tables."""

from __future__ import annotations

from lantu.plan.document import Document
from lantu.plan.identity import Identities
from lantu.plan.indicator import Indicator
from lantu.plan.period import Period
from lantu.plan.reading import Doubt


def find_indicators(
    document: Document, period: Period | None, identities: Identities
) -> tuple[tuple[Indicator, ...], tuple[Doubt, ...], frozenset[int]]:
    """Find the indicators of a document, in doubt or not, and the numbers of the blocks their tables take up."""
    return (), (), frozenset()
