"""Automatic numbers: what `numbering.xml` prints before a paragraph although no run holds it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lantu.documents.word.markup import Element, W, number, switched_on, value, whole
from lantu.documents.word.numerals import written

_PLACE = re.compile(r"%([1-9])")
_DEEPEST = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts and what it prints, such as 第%1章.

    style: the paragraph style that takes its number from this level, or "".
    follow: what Word puts between number and text: tab, space or nothing.
    restart: the level, from 1, whose change restarts this one; 0 never; None any higher level.
    """

    start: int
    form: str
    text: str
    follow: str
    style: str
    legal: bool
    restart: int | None


class Numbering:
    """The lists of a document and how far each has counted; paragraphs must be asked in document order."""

    def __init__(self, root: Element | None) -> None:
        self._levels: dict[str, dict[int, Level]] = {}  # by abstract list
        self._abstract: dict[str, str] = {}  # abstract list by list
        self._own_levels: dict[str, dict[int, Level]] = {}
        self._own_starts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._load(root)

    def _load(self, root: Element) -> None:
        style_lists: dict[str, str] = {}
        links: dict[str, str] = {}
        for item in root.iterfind(W + "abstractNum"):
            key = item.get(W + "abstractNumId", "")
            self._levels[key] = _levels(item)
            if own := value(item, "styleLink"):
                style_lists[own] = key
            if link := value(item, "numStyleLink"):
                links[key] = link
        for key, link in links.items():
            if not self._levels[key] and link in style_lists:
                self._levels[key] = self._levels[style_lists[link]]
        for item in root.iterfind(W + "num"):
            key = item.get(W + "numId", "")
            self._abstract[key] = value(item, "abstractNumId")
            for override in item.iterfind(W + "lvlOverride"):
                depth = whole(override.get(W + "ilvl", ""), -1)
                if override.find(W + "startOverride") is not None:
                    self._own_starts.setdefault(key, {})[depth] = number(override, "startOverride", 1)
                self._own_levels.setdefault(key, {}).update(_levels(override))

    def level_of_style(self, key: str, style: str) -> int | None:
        """Return the level of a list that a paragraph style is bound to, or None."""
        levels = self._levels.get(self._abstract.get(key, ""), {})
        return next((depth for depth, level in levels.items() if level.style == style), None)

    def is_bullet(self, key: str, depth: int) -> bool:
        """Return whether a level prints a sign, not a number; so does a list that is not defined."""
        levels = self._levels_of(key)
        return depth not in levels or levels[depth].form == "bullet"

    def advance(self, key: str, depth: int) -> str:
        """Count one paragraph on a level and return the number printed before it, with what follows it.

        Empty for bullets and for lists that are not defined.
        """
        levels = self._levels_of(key)
        if depth not in levels:
            return ""
        counts = self._counts.setdefault(self._abstract[key], {})
        starts = self._own_starts.get(key, {})
        if depth in starts and (key, depth) not in self._begun:
            counts[depth] = starts[depth]
        else:
            counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        self._begun.add((key, depth))
        for deeper in [d for d in counts if d > depth]:
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or depth < restart:
                del counts[deeper]
        level = levels[depth]
        if level.form == "bullet":
            return ""

        def shown(place: re.Match[str]) -> str:
            above = int(place[1]) - 1
            if above not in levels:
                return ""
            form = "decimal" if level.legal and above < depth else levels[above].form
            return written(counts.get(above, levels[above].start), form)

        text = _PLACE.sub(shown, level.text)
        return text + ("" if level.follow == "nothing" or not text else " ")

    def _levels_of(self, key: str) -> Mapping[int, Level]:
        levels = self._levels.get(self._abstract.get(key, ""), {})
        own = self._own_levels.get(key)
        return {**levels, **own} if own else levels


def _levels(parent: Element) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for item in parent.iterfind(W + "lvl"):
        depth = whole(item.get(W + "ilvl", ""), -1)
        if 0 <= depth < _DEEPEST:
            restart = number(item, "lvlRestart", -1)
            levels[depth] = Level(
                number(item, "start", 0),
                _form(item),
                value(item, "lvlText"),
                value(item, "suff", "tab"),
                value(item, "pStyle"),
                switched_on(item, "isLgl"),
                None if restart < 0 else restart,
            )
    return levels


def _form(level: Element) -> str:
    """The number format; a custom one stands beside its fallback in an alternate content."""
    form = level.find(W + "numFmt")
    if form is None:
        form = next(level.iter(W + "numFmt"), None)
    return "decimal" if form is None else form.get(W + "val", "decimal")
