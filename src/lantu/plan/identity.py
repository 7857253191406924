"""Ids that stay the same when a document is read again after small edits elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from hashlib import blake2s

_NOISE = re.compile(r"[\W_]+")


class Identities:
    """Gives out ids for the items of one reading.

    An id is made from what an item says (its kind and its own words), never from where it stands,
    so an edit in another paragraph moves no id. Items that say the same get a count in reading order.
    """

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def give(self, kind: str, *words: str | None) -> str:
        """Return the next id for an item of this kind: `kind-xxxxxxxx`, or `kind-xxxxxxxx-2` for its double.

        kind: a short lower-case word. words: what identifies the item; signs, blanks and case do not count.
        """
        key = "\x1f".join(_NOISE.sub("", word or "").lower() for word in words)
        digest = blake2s(f"{kind}\x1e{key}".encode(), digest_size=4).hexdigest()
        stem = f"{kind}-{digest}"
        self._seen[stem] += 1
        count = self._seen[stem]
        return stem if count == 1 else f"{stem}-{count}"
