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
from collections.abc import Hashable, Iterable, Sequence
from itertools import combinations

MOST = 200
"""A family of names that all but agree (a thousand numbered plots) is cut off here: each then meets this many."""


class LikeNames:
    """Names filed by their rare pairs; a name is the number it came with."""

    def __init__(self, named: Sequence[tuple[frozenset[str], Hashable]], alike: float) -> None:
        """File names under their keys; alike: Dice's coefficient, above 0, below which names need not meet."""
        self._alike, self._room = alike, alike / (2 - alike)
        often = Counter(pair for pairs, _ in named for pair in pairs)
        by_rarity = sorted(often, key=lambda pair: (often[pair], pair))
        self._rank = {pair: rank for rank, pair in enumerate(by_rarity)}
        self._pairs = [pairs for pairs, _ in named]
        self._sizes = [len(pairs) for pairs, _ in named]
        self._filed: dict[Hashable, dict[int, list[int]]] = defaultdict(dict)
        for number, (pairs, key) in enumerate(named):
            filed = self._filed[key]
            for rare in self._rare(pairs):
                filed.setdefault(rare, []).append(number)

    def near(self, pairs: frozenset[str], keys: Iterable[Hashable]) -> list[int]:
        """Return the names under the keys whose Dice coefficient is high enough, in filing order.

        Of a family with more than MOST members those come that share most, the earlier first.
        """
        files = [self._filed[key] for key in dict.fromkeys(keys) if key in self._filed]
        if not files:
            return []
        met: set[int] = set()
        for rare in self._rare(pairs):
            for filed in files:
                if rare in filed:
                    met.update(filed[rare][: 4 * MOST])
        size, sizes, known = len(pairs), self._sizes, self._pairs
        fewest, most = size * self._room - 1e-9, size / self._room + 1e-9
        fitting = ((n, sizes[n]) for n in met if fewest <= sizes[n] <= most)
        shared = {n: 2 * len(pairs & known[n]) / (size + other) for n, other in fitting}
        alike = [n for n, likeness in shared.items() if likeness >= self._alike - 1e-9]
        if len(alike) > MOST:
            alike = sorted(alike, key=lambda n: (-shared[n], n))[:MOST]
        return sorted(alike)

    def _rare(self, pairs: frozenset[str]) -> list[int]:
        """Every two of the rare pairs as one number; where names so short may share a single one, every pair too.

        Pairs that no filed name holds are the rarest of all and meet nothing.
        """
        rank = self._rank
        ordered = sorted([rank[pair] for pair in pairs if pair in rank])
        common = math.ceil(len(pairs) * self._room - 1e-9)
        unknown = len(pairs) - len(ordered)
        first = ordered[: max(0, len(pairs) - max(common, 2) + 2 - unknown)]
        # A pair of ranks is written as one number, a single one as a pair with itself.
        found = [one * len(rank) + two for one, two in combinations(first, 2)]
        return found + [one * len(rank) + one for one in ordered] if common < 2 else found
