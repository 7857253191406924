"""Names of projects without what does not tell projects apart: verbs, the own area, “project”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lantu.checking.project_table import ProjectRow
from lantu.checking.review import Review
from lantu.plan.citation import Citation

_VERBS = re.compile(
    r"^(?:共同|做大做强|做强|做大|加快|配合|吸引|打造|建设|推进|建成|在|与|合作|开通|全面|重点|积极|大力|一批|现有|全市|全县|本市|我市)+"
)
_ENDS = re.compile(r"(?:建设|改造|新建|一期|二期|三期|工程|项目)+$")
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class NamedProject:
    """A project as a plan names it.

    bare: its name made comparable. row: its row in a project list; None where only the text names it.
    """

    name: str
    bare: str
    citation: Citation
    row: ProjectRow | None


def bare_project(name: str, area: str) -> str:
    """Return a project's name without verbs before it, the own area and words such as 工程 and 项目 at its end.

    area: the plan's region, whose name tells nothing within its own plan.
    """
    name = _VERBS.sub("", re.sub(r"[“”\"·・\s]", "", name))
    for word in filter(None, (area, area[:-1] if len(area) > 2 else "")):
        name = name.removeprefix(word)
    return _ENDS.sub("", name)


def listed_projects(review: Review) -> Iterator[NamedProject]:
    """Yield the projects of a plan's lists, in reading order, without names too short to tell projects apart."""
    area = review.plan.region.name
    for table in review.project_tables:
        for row in table.rows:
            bare = bare_project(row.name, area)
            if not row.total and len(bare) >= _SHORTEST:
                yield NamedProject(row.name, bare, row.block.cite(), row)


def told_projects(review: Review) -> Iterator[NamedProject]:
    """Yield the projects that the text outside the lists names, each name once."""
    area = review.plan.region.name
    listed = {row.block.number for table in review.project_tables for row in table.rows}
    seen: set[str] = set()
    for item in review.plan.projects:
        bare = bare_project(item.name, area)
        if item.source.block not in listed and len(bare) >= _SHORTEST and bare not in seen:
            seen.add(bare)
            yield NamedProject(item.name, bare, item.source, None)
