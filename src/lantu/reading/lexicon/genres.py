"""The words for the kinds of documents that plan: they stand in titles."""

from __future__ import annotations

import re

GENRES = "规划|计划|纲要|方案|报告|行动|意见|办法|战略|建议|分工|分解|清单|要点|草案|目标|决定"
LATIN_GENRES = re.compile(
    r"\b(?:plan|strategy|programme|program|outline|report|agenda|contributions?|policy)\b", re.IGNORECASE
)
_PLAN = re.compile(rf"(?:{GENRES})(?:[（(][^（）()]*[)）])?$")


def is_plan_title(title: str) -> bool:
    """Whether a heading is the title of a plan: 甲县发展规划, Plan of the County."""
    return _PLAN.search(title) is not None or LATIN_GENRES.search(title) is not None
