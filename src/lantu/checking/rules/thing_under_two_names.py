"""NAM702: one project, platform or place seems to go under two names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from lantu.checking.finding import Severity
from lantu.checking.name_search import NameSearch
from lantu.checking.project_name import bare_project
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.citation import Citation
from lantu.plan.message import Message

# What tells two things apart although all else agrees: a side, a size, a count, an order, a level.
_TELLING = re.compile(r"[东西南北中上下内外大小新老一二三四五六七八九十\d省市县区镇乡村国级里前后左右公民高低第A-Za-z]")
_SHORTEST, _LONGEST, _EDGE = 6, 16, 2
_ADDED = 2
_MOST = 20  # names that begin and end alike; no plan has more of one thing


@rule("NAM702", Severity.WARNING, Message("一事疑有两名", "thing under two names"))
def thing_under_two_names(review: Review) -> Iterator[Remark]:
    """Two project names begin and end alike, differ by a word, and never stand side by side.

    What it checks
    --------------
    文中的项目、系统名称，去掉本地名和“建设、工程、项目”以后：首尾各两字相同，中间只差一个字，或一个比另一个只多两个字，又从不在同一段
    里并列的。只差方位、序号、级别、地名的是两件事，不报。

    Names of projects and systems, without the own area and words such as “project”: the first and last two signs
    agree, one sign differs or one name has two signs more, and the two never stand in one paragraph. Those that differ
    in a side, a number, a level or an area are two things.

    Why it matters
    --------------
    一件事两个名字，立项、分解、统计时就成了两件。

    Under two names one thing is approved, allocated and counted twice.

    Example
    -------
        第五章：推进花田文旅小镇建设。        第七章：打造花田文化小镇。

    How to mend
    -----------
    是一件事的，统一名称；是两件事的，在名称里写明区别。

    If it is one thing, use one name; if two, say in the names how they differ.

    References
    ----------
    - 《政府投资条例》（国务院令第 712 号）：项目使用统一代码；一个项目一个名称（通行做法）。
    - Regulation on Government Investment (State Council Decree 712): projects have one code (one project, one entry is
      general practice).
    """
    area = review.plan.region.name
    first: dict[str, tuple[str, Citation]] = {}
    for item in (*review.plan.projects, *review.plan.systems):
        if (bare := bare_project(item.name, area)) and _EDGE * 2 <= len(bare) <= _LONGEST:
            first.setdefault(bare, (item.name, item.source))
    alike: dict[str, list[str]] = defaultdict(list)
    for bare in first:
        alike[bare[:_EDGE] + bare[-_EDGE:]].append(bare)
    pairs = [(one, two) for group in alike.values() for one, two in _pairs(group[:_MOST])]
    places = _places(review, {name for pair in pairs for name in pair})
    for group in alike.values():
        for names in _together(places, group[:_MOST]):
            found = sorted((first[name] for name in names), key=lambda f: (f[1].block, f[1].start))
            zh, en = "、".join(f"“{name}”" for name, _ in found), ", ".join(f"“{name}”" for name, _ in found)
            yield Remark(
                Message(f"{zh}疑为一事。", f"{en} seem to be one thing."),
                Message("是一件事的，请统一名称；是两件事的，请写明区别。",
                        "If it is one thing, use one name; if two, say how they differ."),
                tuple(place for _, place in found),
            )  # fmt: skip


def _pairs(group: list[str]) -> Iterator[tuple[str, str]]:
    for one, two in combinations(group, 2):
        short, long = sorted((one, two), key=len)
        if _one_thing(short, long):
            yield short, long


def _places(review: Review, names: set[str]) -> dict[str, set[int]]:
    """The blocks in which each name stands."""
    search = NameSearch(names)
    found: dict[str, set[int]] = defaultdict(set)
    for block in review.blocks if names else ():
        for hit in search.find(block.text):
            found[hit.name].add(block.number)
    return found


def _together(places: dict[str, set[int]], group: list[str]) -> list[set[str]]:
    """Join names that are alike into sets; names of one set may be alike through a third."""
    sets: list[set[str]] = []
    for short, long in _pairs(group):
        if not places[short] & places[long]:
            joined = [known for known in sets if known & {short, long}]
            sets = [known for known in sets if not known & {short, long}] + [{short, long}.union(*joined)]
    return sets


def _one_thing(short: str, long: str) -> bool:
    before = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    rest, more = short[before:], long[before:]
    after = next((n for n, (a, b) in enumerate(zip(rest[::-1], more[::-1], strict=False)) if a != b), len(rest))
    gone, added = rest[: len(rest) - after], more[: len(more) - after]
    if before < _EDGE or after < _EDGE or _TELLING.search(gone + added):
        return False
    if len(gone) == len(added) == 1:
        return len(short) >= _SHORTEST
    return not gone and 0 < len(added) <= _ADDED
