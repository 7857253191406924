"""The words of a paragraph as they would be printed: insertions in, deletions and reference marks out."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from lantu.documents.content import printable
from lantu.documents.word.markup import Element, W, switched_on

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_TEXT = frozenset({f"{W}t", f"{_MATH}t"})
_SIGNS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
# Deleted text stands in delText, field codes in instrText; neither is a `t`, so neither is seen.
_PASSED_OVER = frozenset({f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}rPr", f"{W}rt", f"{W}sdtPr", f"{_MATH}ctrlPr"})
_BLANKS = str.maketrans("\r\n\t", "   ")


@dataclass(slots=True)
class Words:
    """What a paragraph holds: pieces of text, and text boxes anchored in it.

    A soft line break is a `\\n` piece.
    """

    pieces: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The paragraph's text, soft line breaks kept."""
        return "".join(self.pieces)


def words_of(paragraph: Element) -> Words:
    """Return the words of a paragraph, in reading order."""
    words = Words()
    _collect(paragraph, words)
    return words


def _collect(parent: Element, words: Words) -> None:
    for child in parent:
        tag = child.tag
        if tag in _TEXT:
            words.pieces.append(printable((child.text or "").translate(_BLANKS)))
        elif tag in _SIGNS:
            words.pieces.append(_SIGNS[tag])
        elif tag == f"{W}br":
            if child.get(f"{W}type", "textWrapping") == "textWrapping":
                words.pieces.append("\n")
        elif tag == f"{W}sym":
            words.pieces.append(_symbol(child.get(f"{W}char", "")))
        elif tag == f"{W}txbxContent":
            words.boxes.append(child)
        elif tag == f"{_ALTERNATIVES}AlternateContent":
            _collect(alternative(child), words)
        elif tag in _PASSED_OVER or (tag == f"{W}r" and switched_on(child.find(f"{W}rPr"), "vanish")):
            continue
        elif len(child):
            _collect(child, words)


def alternative(choices: Element) -> Element:
    """Return the one of several renderings of the same thing that holds text: the first that does."""
    for choice in choices:
        if next(choice.iter(f"{W}t"), None) is not None:
            return choice
    return etree.Element("nothing")


def _symbol(code: str) -> str:
    """A character given by number; those of symbol fonts mean nothing without the font."""
    try:
        character = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return "" if "\ud800" <= character <= "\uf8ff" else printable(character)
