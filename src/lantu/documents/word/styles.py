"""Paragraph styles: which are headings, at what level, and which list they number by."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lantu.documents.word.markup import Element, W, number, value

# Word writes built-in names in English whatever its language; other programs write what their menu says.
_HEADING = re.compile(r"(?:heading|标题|標題|überschrift|titre|título|заголовок)\s*([1-9])(?:\s+char)?", re.IGNORECASE)
_GRADED = re.compile(r"([一二三四五六1-6])\s*[级級]\s*[标標][题題]|[标標][题題]\s*([一二三四五六])")
_TITLE = re.compile(r"title|文档标题|标题|標題|文件标题", re.IGNORECASE)
_GRADES = "一二三四五六"
_LONGEST_CHAIN = 20


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style says, its ancestors included.

    level: heading level from 1, or 0; title: whether it is the document's title; list, depth: the list it
    numbers by and the level in it; list is "" for none, depth is None where only the list can tell.
    """

    name: str = ""
    level: int = 0
    title: bool = False
    list: str = ""
    depth: int | None = None
    list_owner: str = ""


class Styles:
    """The paragraph styles of a document, by id."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._styles: dict[str, Style] = {}
        self.default = ""
        for item in () if root is None else root.iterfind(W + "style"):
            if item.get(W + "type", "paragraph") == "paragraph":
                key = item.get(W + "styleId", "")
                self._elements[key] = item
                if item.get(W + "default") in ("1", "true", "on"):
                    self.default = key

    def __getitem__(self, key: str) -> Style:
        """Return the style; an id that is not defined is judged by itself, as Word's own names are."""
        if key not in self._styles:
            self._styles[key] = self._resolve(key)
        return self._styles[key]

    def _resolve(self, key: str) -> Style:
        chain: list[str] = []
        ancestor = key
        while ancestor in self._elements and ancestor not in chain and len(chain) < _LONGEST_CHAIN:
            chain.append(ancestor)
            ancestor = value(self._elements[ancestor], "basedOn")
        if not chain:
            return Style(key, level_of_name(key), _TITLE.fullmatch(key) is not None)
        level = 0
        for style in chain:
            found = self._own_level(style)
            if found is not None:
                level = found
                break
        name = value(self._elements[key], "name")
        title = any(_TITLE.fullmatch(value(self._elements[style], "name")) for style in chain)
        for style in chain:
            properties = self._elements[style].find(W + "pPr")
            numbered = None if properties is None else properties.find(W + "numPr")
            if numbered is not None and value(numbered, "numId"):
                depth = number(numbered, "ilvl", -1)
                own = "" if value(numbered, "numId") == "0" else value(numbered, "numId")
                return Style(name, level, title and not level, own, None if depth < 0 else depth, style)
        return Style(name, level, title and not level)

    def _own_level(self, key: str) -> int | None:
        """The level a style states itself: by its outline level, else by its name; None where it is silent."""
        element = self._elements[key]
        outline = number(element.find(W + "pPr"), "outlineLvl", -1)
        if 0 <= outline <= 8:
            return outline + 1
        if outline == 9:
            return 0
        names = (value(element, "name"), *value(element, "aliases").split(","))
        return next((level for name in names if (level := level_of_name(name))), None)


def level_of_name(name: str) -> int:
    """Return the heading level that a style's name or id states, or 0: heading 1, 标题 1, 一级标题, Heading1."""
    if match := _HEADING.fullmatch(name.strip()):
        return int(match[1])
    if match := _GRADED.fullmatch(name.strip()):
        grade = match[1] or match[2]
        return int(grade) if grade.isdigit() else _GRADES.index(grade) + 1
    return 0
