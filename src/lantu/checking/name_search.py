"""Finds names in a text, thousands of them in one pass.

Method: names are filed by their first signs; a place in the text is looked at only where it begins like one of them, so
the work grows with the text and the names, not with their product (an alternation of all names would).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_HEAD = 3


@dataclass(frozen=True, slots=True)
class Found:
    """A name and where it stands in a text."""

    name: str
    start: int
    end: int


class NameSearch:
    """Names to look for; names shorter than three signs are left out."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_head: dict[str, list[str]] = defaultdict(list)
        for name in sorted(set(names), key=lambda name: (-len(name), name)):
            if len(name) >= _HEAD:
                self._by_head[name[:_HEAD]].append(name)
        firsts = "".join(sorted({re.escape(head[0]) for head in self._by_head}))
        self._first = re.compile(f"[{firsts}]") if firsts else None

    def find(self, text: str) -> Iterator[Found]:
        """Yield the names in a text from left to right, the longest where several begin, none inside another."""
        if self._first is None:
            return
        at = 0
        while (begins := self._first.search(text, at)) is not None:
            start = begins.start()
            names = self._by_head.get(text[start : start + _HEAD], ())
            name = next((name for name in names if text.startswith(name, start)), None)
            if name is not None:
                yield Found(name, start, start + len(name))
            at = start + (len(name) if name else 1)
