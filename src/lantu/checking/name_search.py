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
        self._names = frozenset(name for name in names if len(name) >= _HEAD)
        lengths: dict[str, set[int]] = defaultdict(set)
        for name in self._names:
            lengths[name[:_HEAD]].add(len(name))
        self._lengths = {head: sorted(found, reverse=True) for head, found in lengths.items()}
        firsts = "".join(sorted({re.escape(head[0]) for head in lengths}))
        self._first = re.compile(f"[{firsts}]") if firsts else None

    def find(self, text: str) -> Iterator[Found]:
        """Yield the names in a text from left to right, the longest where several begin, none inside another."""
        if self._first is None:
            return
        end = 0
        for begins in self._first.finditer(text):
            start = begins.start()
            if start < end:
                continue
            for length in self._lengths.get(text[start : start + _HEAD], ()):
                if (name := text[start : start + length]) in self._names:
                    end = start + len(name)  # a name at the very end may be shorter than the length asked for
                    yield Found(name, start, end)
                    break
