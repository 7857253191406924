"""UNI410: a unit is named once and looks like another that is named often."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.citation import Citation
from lantu.plan.message import Message

_OFTEN = 3
_SHORTEST = 4
_KIND = re.compile(r"(?:局|委|办|厅|部|中心|院|公司|政府|办公室|委员会|集团)$")
# One sign that tells two units apart.
_TELLING = re.compile(r"[东西南北中上下省市县区州旗镇乡村国一二三四五六七八九十\d]")


@rule("UNI410", Severity.WARNING, Message("查无此单位", "unit that is nowhere"))
def unit_that_is_nowhere(review: Review) -> Iterator[Remark]:
    """A duty names a unit that stands nowhere else and differs in one sign from one that is named often.

    What it checks
    --------------
    任务的牵头、配合单位：只出现一次、全文别处没有、又与另一个出现三次以上的单位只差一个字（多一字、少一字、错一字）的。
    只差方位、层级、序号的是两个单位，不报。已经更名、撤并的见 UNI406。

    Units that lead or support a task: those named once and nowhere else in the text that differ by one sign (more, less
    or another) from a unit named three times and more. A side, a level or a number makes two units. For units that were
    renamed or merged see UNI406.

    Why it matters
    --------------
    任务派给一个不存在的单位，到时没有人认领。

    A task given to a unit that does not exist is claimed by nobody.

    Example
    -------
        牵头单位：县交同运输局        别处 12 次都写“县交通运输局”

    How to mend
    -----------
    改为单位的现行全称；确是另一个单位的，与机构编制名录核对后保留。

    Write the unit's present full name; if it is another unit, check it against the register of institutions.

    References
    ----------
    - 《中华人民共和国国家发展规划法》第二十二条（落实责任到部门）；单位名称以机构编制部门公布的为准（通行做法）。
    - National Development Planning Law of China (2026), article 22 (work of each department); names follow the register
      of institutions (general practice).
    """
    named: Counter[str] = Counter()
    first: dict[str, Citation] = {}
    for task in review.plan.tasks:
        for unit in (*task.lead, *task.supporting):
            if len(unit) >= _SHORTEST and _KIND.search(unit):
                named[unit] += 1
                first.setdefault(unit, task.source)
    often: dict[str, list[str]] = defaultdict(list)
    for unit, times in named.items():
        if times >= _OFTEN:
            for key in _without_one(unit):
                often[key].append(unit)
    if not often:
        return
    for unit, times in named.items():
        if times > 1:
            continue
        like = next(
            (other for key in _without_one(unit) for other in often.get(key, ()) if _misprint(unit, other)), None
        )
        if like is None or sum(unit in block.text for block in review.blocks) > 1:
            continue
        yield Remark(
            Message(f"“{unit}”只出现一次，疑为“{like}”（出现 {named[like]} 次）之误。",
                    f"“{unit}” is named once and may be a misprint of “{like}” (named {named[like]} times)."),
            Message("请改为单位的现行全称；确是另一个单位的，请核对后保留。",
                    "Write the unit's present full name; if it is another unit, check and keep it."),
            (_place(unit, first[unit], review),),
        )  # fmt: skip


def _without_one(unit: str) -> set[str]:
    """The name, and the name without each of its signs: two names one sign apart share one of these."""
    return {unit, *(unit[:n] + unit[n + 1 :] for n in range(len(unit)))}


def _misprint(one: str, two: str) -> bool:
    if one == two or abs(len(one) - len(two)) > 1:
        return False
    before = next((n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    after = 0
    while after < min(len(one), len(two)) - before and one[-1 - after] == two[-1 - after]:
        after += 1
    gone, come = one[before : len(one) - after], two[before : len(two) - after]
    return len(gone) <= 1 and len(come) <= 1 and not _TELLING.search(gone + come)


def _place(unit: str, source: Citation, review: Review) -> Citation:
    text = review.text_of(source)
    at = text.find(unit)
    return Citation(source.block, at, at + len(unit), unit) if at >= 0 else source
