"""The name cell of an indicator table taken apart: serial number, marks, name, unit, "of which"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lantu.reading.indicator_unit import is_unit

_SERIAL = re.compile(r"\s*(?:[(（]?\d{1,3}[)）]|\d{1,3}\s*[.、．](?!\d)|[①-⑳])\s*")
_MARKS = re.compile(r"[★☆*＊△▲※◆#＃]+")
_FOOTNOTE = re.compile(r"\s*(?:[①-⑳¹²³⁴⁵⁶⁷⁸⁹]+|\[\d{1,2}\]|[(（]注\d*[)）])\s*$")
_OF_WHICH = re.compile(r"\s*(?:其中|#|of which)\s*[:：,，]?\s*", re.IGNORECASE)
_LAST_BRACKET = re.compile(r"[(（\[［【]([^()（）\[\]［］【】]*)[)）\]］】]\s*$")
_SHORT_SIGN = re.compile(r"(?<=[\u4e00-\u9fff])\s*([%‰])$")


@dataclass(frozen=True, slots=True)
class IndicatorName:
    """A name cell taken apart.

    name: without serial number, marks and unit. unit: None where the cell names none. starred: marked ★.
    asterisk: marked *. of_which: a sub-row, "其中：…". serial: its number as printed.
    """

    name: str
    unit: str | None = None
    starred: bool = False
    asterisk: bool = False
    of_which: bool = False
    serial: str = ""


def read_name(text: str) -> IndicatorName:
    """Take the words of a name cell apart; the unit is the last bracket where that holds a unit."""
    starred = asterisk = of_which = False
    serial = ""
    rest = text.strip()
    for _ in range(3):  # marks, number and "of which" stand in any order
        if match := _MARKS.match(rest):
            starred, asterisk = (
                starred or "★" in match[0] or "☆" in match[0],
                asterisk or bool(set(match[0]) & {"*", "＊"}),
            )
            rest = rest[match.end() :].lstrip()
        if (match := _SERIAL.match(rest)) and match.end() < len(rest):
            serial = serial or match[0].strip(" .、．()（）")
            rest = rest[match.end() :]
        if (match := _OF_WHICH.match(rest)) and match.end() < len(rest):
            of_which, rest = True, rest[match.end() :]
    unit = None
    for _ in range(3):  # a mark may stand after the name, before or after the bracket
        if match := re.search(rf"{_MARKS.pattern}$", rest):
            starred, asterisk = (
                starred or "★" in match[0] or "☆" in match[0],
                asterisk or bool(set(match[0]) & {"*", "＊"}),
            )
            rest = rest[: match.start()].rstrip()
        rest = _FOOTNOTE.sub("", rest)
        if unit is None and (match := _LAST_BRACKET.search(rest)) and match.start() > 0 and is_unit(match[1]):
            unit, rest = match[1].strip(), rest[: match.start()].rstrip()
    if unit is None and (match := _SHORT_SIGN.search(rest)):
        unit, rest = match[1], rest[: match.start()]
    return IndicatorName(rest.strip(" :：,，、—-"), unit, starred, asterisk, of_which, serial)
