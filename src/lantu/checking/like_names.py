"""Finds, among many names, those that may be alike, without meeting the others.

Method: prefix filtering for set similarity joins (Chaudhuri, Ganti and Kaushik 2006; Bayardo, Ma and Srikant 2007),
with prefixes long enough to share two signs (Wang, Li and Feng 2012). A name is the set of its pairs of neighbouring
signs, put in one order for all, the rarest first. Two sets whose Dice coefficient is at least t have at least
a = ⌈t·|A| ÷ (2 − t)⌉ pairs in common, so two of these stand among the first |A| − a + 2 of each. A name is filed under
every two of these few rare pairs together with a key (qualifiers, unit), and meets what is filed under the same two;
no likeness is missed. Two rare pairs together are so telling that what a name meets hardly grows with their number.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations

MOST = 200
"""A family of names that all but agree (a thousand numbered plots) is cut off here: each then meets this many."""


class LikeNames:
    """Names filed by their rare pairs; a name is the number it came with."""

    def __init__(self, named: Sequence[tuple[frozenset[str], Hashable]], alike: float) -> None:
        """File names under their keys; alike: Dice's coefficient, above 0, below which names need not meet."""
        self._alike = alike
        self._often = Counter(pair for pairs, _ in named for pair in pairs)
        self._filed: dict[tuple[Hashable, ...], list[int]] = defaultdict(list)
        self._sizes = [len(pairs) for pairs, _ in named]
        for number, (pairs, key) in enumerate(named):
            for rare in self._rare(pairs):
                self._filed[key, *rare].append(number)

    def near(self, pairs: frozenset[str], keys: Iterable[Hashable]) -> list[int]:
        """Return the names under the keys that share two rare pairs and are of fitting length, in filing order.

        Of a family with more than MOST members those come that share most, the earlier first.
        """
        room = self._alike / (2 - self._alike)
        fewest, most = len(pairs) * room - 1e-9, len(pairs) / room + 1e-9
        wanted = tuple(dict.fromkeys(keys))
        shared: Counter[int] = Counter()
        for rare in self._rare(pairs):
            for key in wanted:
                if (filed := self._filed.get((key, *rare))) is not None:
                    shared.update(filed[: 4 * MOST])
        fitting = [number for number in shared if fewest <= self._sizes[number] <= most]
        if len(fitting) > MOST:
            fitting = sorted(fitting, key=lambda number: (-shared[number], number))[:MOST]
        return sorted(fitting)

    def _rare(self, pairs: frozenset[str]) -> Iterator[tuple[str, ...]]:
        """Every two of the rare pairs; where names so short may share a single one, every pair too."""
        often = self._often
        ordered = sorted(pairs, key=lambda pair: (often[pair], pair))
        common = math.ceil(len(pairs) * self._alike / (2 - self._alike) - 1e-9)
        yield from combinations(ordered[: len(pairs) - max(common, 2) + 2], 2)
        if common < 2:
            for pair in ordered:
                yield (pair,)
