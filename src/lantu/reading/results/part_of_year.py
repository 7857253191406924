"""Whether a figure is of a part of a year: half-year and quarterly figures are never taken for those of a year."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lantu.plan.citation import Citation
from lantu.plan.document import Document

# 1-6月, 1月至6月, 2024年1～6月: from January to some month, with any dash, with or without the first 月.
_FROM_JANUARY = r"(?<!\d)[1１一]\s*月?(?:份)?\s*[-—–－~～〜至到]\s*"
_PARTS = (
    ("H1", rf"上半年|前[6六]个月|{_FROM_JANUARY}[6６六]\s*月|(?:first half of|\bH1\b)"),
    ("Q1", rf"(?:第?一|首)季度|前[3三]个月|{_FROM_JANUARY}[3３三]\s*月|first quarter"),
    (
        "",
        rf"前三季度|前[\d一二三四五六七八九十]+个月|{_FROM_JANUARY}[\d０-９一二三四五六七八九十]{{1,2}}\s*月"
        r"|(?:first three quarters)",
    ),
    ("H2", r"下半年|second half of"),
    ("Q2", r"第?二季度|second quarter"),
    ("Q3", r"第?三季度|third quarter"),
    ("Q4", r"第?四季度|fourth quarter"),
    (None, r"全年|年末|年底|(?:19|20)\d\d年(?!\s*(?:上半年|下半年|第?[一二三四首]季度|前|" + _FROM_JANUARY + "))"),
)
_REACH = 1000  # how far back in a paragraph a time is looked for, in characters
_TIMES = re.compile("|".join(f"(?P<p{place}>{words})" for place, (_, words) in enumerate(_PARTS)), re.IGNORECASE)
_PART_OF_TITLE = re.compile("|".join(f"(?P<p{place}>{words})" for place, (_, words) in enumerate(_PARTS[:-1])))


def part_of_year(document: Document | None, citation: Citation, front: Sequence[str]) -> str | None:
    """Return the part of a year a figure is of, as a period writes it behind the year (`H1`, `Q3`).

    None for a whole year; "" for a run of months that is no half and no quarter. The last time named before the figure
    in its paragraph says it, else the title of the document. front: the title and the first lines.
    """
    block = document.block(citation.block) if document else None
    named = list(_TIMES.finditer(block.text, max(0, citation.start - _REACH), citation.end)) if block else []
    if named:
        return _part(named[-1])
    title = next((found for line in front[:3] if (found := _PART_OF_TITLE.search(line))), None)
    return _part(title) if title else None


def _part(found: re.Match[str]) -> str | None:
    return next(part for place, (part, _) in enumerate(_PARTS) if found.re.groups > place and found[f"p{place}"])
