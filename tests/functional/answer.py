"""What a command printed and how it ended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Answer:
    """One run of the command line."""

    status: int
    out: str
    err: str


Lantu = Callable[..., Answer]
