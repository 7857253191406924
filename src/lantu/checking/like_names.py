"""Finds, among many names, those that may be alike, without meeting the others.

Method: prefix filtering for set similarity joins (Chaudhuri, Ganti and Kaushik 2006; Bayardo, Ma and Srikant 2007). A
name is the set of its pairs of neighbouring signs, put in one order for all, the rarest pair first. Two sets whose Dice
coefficient is at least t share a pair within the first |A| − ⌈t·|A| ÷ (2 − t)⌉ + 1 of each, so only these few rare pairs
are filed and looked up, and no likeness is missed. A key (qualifiers, unit) is filed with each pair, so that names meet
only within it. What a name meets grows with the number of real likenesses, not with the number of names.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence

MOST = 200
"""A family of names that all but agree (a thousand numbered plots) is cut off here: each then meets this many."""


class LikeNames:
    """Names filed by their rare pairs; a name is the number it came with."""

    def __init__(self, named: Sequence[tuple[frozenset[str], Hashable]], alike: float) -> None:
        """File names under their keys; alike: Dice's coefficient, above 0, below which names need not meet."""
        self._alike = alike
        self._often = Counter(pair for pairs, _ in named for pair in pairs)
        self._filed: dict[tuple[str, Hashable], list[int]] = defaultdict(list)
        self._sizes = [len(pairs) for pairs, _ in named]
        for number, (pairs, key) in enumerate(named):
            for pair in self._rare(pairs):
                self._filed[pair, key].append(number)

    def near(self, pairs: frozenset[str], keys: Iterable[Hashable]) -> list[int]:
        """Return the names under the keys that share a rare pair and are of fitting length, in filing order.

        Where more than MOST do, those that share most pairs of the rare ones come, the earlier first.
        """
        room = self._alike / (2 - self._alike)
        fewest, most = len(pairs) * room - 1e-9, len(pairs) / room + 1e-9
        shared: Counter[int] = Counter()
        wanted = tuple(dict.fromkeys(keys))
        for pair in self._rare(pairs):
            for key in wanted:
                shared.update(self._filed.get((pair, key), ())[: MOST * 4])
        fitting = [number for number in shared if fewest <= self._sizes[number] <= most]
        if len(fitting) > MOST:
            fitting = sorted(fitting, key=lambda number: (-shared[number], number))[:MOST]
        return sorted(fitting)

    def _rare(self, pairs: frozenset[str]) -> list[str]:
        needed = math.ceil(len(pairs) * self._alike / (2 - self._alike) - 1e-9)
        return sorted(pairs, key=lambda pair: (self._often[pair], pair))[: len(pairs) - needed + 1]
