"""Names of areas with their GB/T 2260 codes.

The codes are those of 30 June 2023 (lexicon/divisions.csv, from china-division, MIT): provinces, cities, counties.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files

from lantu.plan.region import Region

NATION = Region("全国", "")
_NATION = re.compile(r"中华人民共和国|全国")
_LONGEST = 15
# A place that the table does not know: a new district, a town, a place of an example.
_PLACE = re.compile(
    r"[\u4e00-\u9fff]{2,7}?(?:特别行政区|自治区|自治州|自治县|自治旗|管理区|开发区|示范区|新区|街道|省|市|州|盟|县|旗|区|镇|乡)"
)


@cache
def divisions() -> dict[str, tuple[str, ...]]:
    """Return the codes of each name; more than one where several areas bear it."""
    codes: dict[str, list[str]] = {}
    text = (files("lantu.reading.lexicon") / "divisions.csv").read_text("utf-8")
    for row in csv.reader(text.splitlines()[1:]):
        codes.setdefault(row[1], []).append(row[0])
    return {name: tuple(found) for name, found in codes.items()}


@cache
def _names_of_codes() -> dict[str, str]:
    return {code: name for name, codes in divisions().items() for code in codes}


def find_region(title: str, surroundings: str) -> Region | None:
    """Return the area that a title names: the innermost of those in a row (鞍山市海城市 is 海城市), or None.

    surroundings: the text around, which tells apart areas of the same name by their city or province; the code is ""
    where it does not.
    """
    if _NATION.match(title.lstrip("关于《 ")):
        return NATION
    name, code = "", ""
    place = 0
    while place < len(title):
        known = _known_name(title, place)
        if known is None:
            if name:
                break
            place += 1
            continue
        name, place = known, place + len(known)
    if name:
        outer = title[: title.find(name)]
        code = _code(name, outer, surroundings)
        return Region(name, code)
    if match := _PLACE.search(re.sub(r"^(?:关于)?(?:印发)?[《“]?|\d{4}年", "", title)):
        return Region(match[0], "")
    return None


def _known_name(text: str, start: int) -> str | None:
    table = divisions()
    for length in range(min(_LONGEST, len(text) - start), 1, -1):
        name = text[start : start + length]
        if name in table and length > 2:
            return name
    return None


def _code(name: str, outer: str, surroundings: str) -> str:
    codes = divisions()[name]
    if len(codes) == 1:
        return codes[0]
    names = _names_of_codes()
    for text in (outer, surroundings):
        for digits in (4, 2):  # the city tells more than the province
            told = [code for code in codes if _is_told(names.get(code[:digits].ljust(6, "0"), ""), name, text)]
            if len(told) == 1:
                return told[0]
    return ""


def _is_told(parent: str, name: str, text: str) -> bool:
    return bool(parent) and parent != name and parent in text
