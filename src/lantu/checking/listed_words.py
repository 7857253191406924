"""Words of a dated list that a plan uses after they were replaced, with the places where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.checking.review import Review
from lantu.parameters import Word, words
from lantu.plan.citation import Citation

_CLAUSE = re.compile(r"[，。；！？,;!?\n]")
_REACH = 100  # a longer clause is none


def used(review: Review, name: str, past: bool = False) -> Iterator[tuple[Word, tuple[Citation, ...]]]:
    """Yield each word of a list that the plan uses although it no longer holds, in the order of the list.

    name: the list in `parameters/word_lists/`. past: whether chapters that look back are read too.
    Words inside 《 》 belong to a title and are left alone. A plan without a period is taken to be of today.
    """
    found: dict[str, list[Citation]] = {}
    standing = {
        word.shown: word
        for word in words(name)
        if _replaced(word, review.first_year) and re.search(word.pattern, review.text)
    }
    if not standing:
        return
    anywhere, groups = _pattern(tuple(standing.values()))
    for block in review.blocks:
        if not past and block.number in review.past:
            continue
        for match in anywhere.finditer(block.text):
            shown = groups[match.lastgroup or ""]
            word = standing[shown]
            before = block.text[max(0, match.start() - _REACH) : match.start()]
            after = block.text[match.end() : match.end() + _REACH]
            clause = _CLAUSE.split(before)[-1] + match[0] + _CLAUSE.split(after)[0]
            if word.unless is not None and word.unless.search(clause):
                continue
            if block.text.rfind("《", 0, match.start()) > block.text.rfind("》", 0, match.start()):
                continue
            found.setdefault(shown, []).append(block.cite(match.start(), match.end()))
    for shown, word in standing.items():
        if shown in found:
            yield word, tuple(found[shown])


def _replaced(word: Word, first_year: int | None) -> bool:
    return first_year is None or word.since.year <= first_year


def _pattern(standing: tuple[Word, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    groups = {f"w{number}": word.shown for number, word in enumerate(standing)}
    return re.compile("|".join(f"(?P<w{n}>{word.pattern})" for n, word in enumerate(standing))), groups
