"""Which of many quotes are worth comparing with one: those that share its rarest pairs of signs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from lantu.plan.review.kind import ItemKind

# Pairs looked up for a quote, and quotes given for it: enough for a sentence whose middle was written anew.
_PAIRS = 16
_AT_MOST = 12


class Likely:
    """An index of quotes by kind and pair of signs; looking one up takes a time that hardly grows with their number."""

    def __init__(self, quotes: Iterable[tuple[ItemKind, str]]) -> None:
        self._having: dict[tuple[ItemKind, str], list[str]] = defaultdict(list)
        for kind, words in quotes:
            for pair in _pairs(words):
                self._having[kind, pair].append(words)

    def of(self, kind: ItemKind, quote: str) -> list[str]:
        """Return the quotes of a kind that may be like this one, those that share most with it first."""
        shared = [having for pair in _pairs(quote) if (having := self._having.get((kind, pair)))]
        found: Counter[str] = Counter()
        for having in sorted(shared, key=len)[:_PAIRS]:
            found.update(having)
        return [words for words, _ in found.most_common(_AT_MOST)]


def _pairs(words: str) -> Iterator[str]:
    """The pairs of neighbouring signs, each once, in their order; the ends count as signs."""
    ended = f"\0{words}\0"
    return iter(dict.fromkeys(ended[at : at + 2] for at in range(len(ended) - 1)))
