"""A name found in running text, and what told that it is one."""

from __future__ import annotations

from dataclasses import dataclass

from lantu.plan.citation import Citation
from lantu.plan.ground import Step


@dataclass(frozen=True, slots=True)
class Named:
    """A name at its place, the finer sort of what it names, and what fired on it."""

    source: Citation
    kind: str
    steps: tuple[Step, ...]
