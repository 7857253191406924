"""The organisations that a document names."""

from __future__ import annotations

from collections.abc import Sequence

from lantu.plan.identity import Identities
from lantu.plan.named_item import Unit
from lantu.plan.region import Region
from lantu.reading.passage import Passage


def find_units(passages: Sequence[Passage], region: Region, identities: Identities) -> tuple[Unit, ...]:
    """Find the organisations that passages name, each once, where it is named first."""
    return ()
