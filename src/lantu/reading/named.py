"""A name found in running text, and what told that it is one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lantu.plan.citation import Citation
from lantu.plan.ground import Step


@dataclass(frozen=True, slots=True)
class Named:
    """A name at its place, the finer sort of what it names, and what fired on it."""

    source: Citation
    kind: str
    steps: tuple[Step, ...]


# These name a sort of things, or a direction, as often as a thing with a name.
_LOOSE = re.compile(r"(?:战略|改革|试点|规划|基地|示范区|网络|网|枢纽|园区|市场|智慧[\u4e00-\u9fff]{2})$")


def is_loose(name: str) -> bool:
    """Whether the ending of a name tells little: it names sorts of things as often as things."""
    return _LOOSE.search(name) is not None
