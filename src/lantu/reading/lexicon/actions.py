"""Words that begin an order: the verbs of plans, and the adverbs before them."""

from __future__ import annotations

import re

from lantu.reading.lexicon import any_of, words

ADVERBS = words("adverbs")
VERBS = words("verbs")
# Where a heading that runs on into the next words can be cut.
CUTTING = (*ADVERBS, *words("cutting_verbs"))

_ORDER = re.compile(rf"(?:(?:{any_of(ADVERBS)})[地的]?)*(?:{any_of(VERBS)})")


def begins_with_order(text: str) -> bool:
    """Whether a phrase begins with a verb of orders, with an adverb before it or not."""
    return _ORDER.match(text) is not None or text.startswith(ADVERBS)
