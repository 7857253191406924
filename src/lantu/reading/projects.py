"""Projects that body text names: things to build, with a name of their own."""

from __future__ import annotations

from collections.abc import Iterator

from lantu.plan.citation import Citation
from lantu.reading.passage import Passage


def named_projects(passage: Passage) -> Iterator[tuple[Citation, str]]:
    """Yield the citation and the kind of each project a passage names."""
    yield from ()
