"""PRJ501: something is reported as finished and pledged to be built."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from lantu.checking.finding import Severity
from lantu.checking.name_search import NameSearch
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.checking.wording import sentence_around
from lantu.plan.citation import Citation
from lantu.plan.document import Block
from lantu.plan.message import Message

_DONE = re.compile(
    r"(?:已|已经|全面|顺利|成功|如期|建成)?(?:打通|通车|建成投产|建成投用|建成投入使用|建成使用|竣工投产|竣工投用|竣工验收|投入使用|投入运营|"
    r"正式运营|建成通车|全面竣工|全面建成|全线贯通|全线通车|已建成|已竣工)"
)
_TO_BUILD = re.compile(r"(?:规划建设|启动建设|开工建设|新建|兴建|建设|修建|建成|打通)$")
_LATER = re.compile(
    r"二期|三期|续建|扩建|改扩建|改造|提升|升级|完善|配套|周边|沿线|运营|管理|作用|优势|功能|机遇|为依托|依托|融入|参与|对接|服务|支撑|服务于"
)
_QUOTED = re.compile(r"[“\"]([\u4e00-\u9fff]{3,12})[”\"]")
_KIND = re.compile(
    r"大通道|通道|大桥|公路|高速|铁路|机场|港口|产业园|物流园|园区|中心|基地|水库|工程|项目|管网|电站|场馆|学校|医院|市场"
)


@dataclass(frozen=True, slots=True)
class _Mention:
    citation: Citation
    done: bool


@rule("PRJ501", Severity.WARNING, Message("已完成的又列为待建", "finished yet planned"))
def finished_yet_planned(review: Review) -> Iterator[Remark]:
    """A named thing is reported as finished among the results and is to be built among the tasks.

    What it checks
    --------------
    同一个名称，在发展基础里写“建成、打通、投入使用”，在后面的任务里又写“建设、新建、打通”。带“二期、改造、提升、依托、完善”等字样的
    不算。

    One name that the results report as completed, opened or put into use, and that the tasks order to be built. Second
    phases, renovation, upgrading and mere use are left alone.

    Why it matters
    --------------
    完成了的再列一遍，分解时会重复立项；没完成的写成完成了，中期评估时就要解释。

    Work done and ordered again is funded twice; work not done and reported as done has to be explained at mid-term.

    Example
    -------
        第一章：东环公路全线通车。        第五章：建设东环公路。

    How to mend
    -----------
    核对现状：已完成的，改写后面的任务（写二期或提升）；没完成的，改写前面的成绩。

    Check what is true: if finished, reword the task (second phase, upgrade); if not, reword the result.

    References
    ----------
    - 《政府投资条例》（国务院令第 712 号）：项目须经审批，按批准的建设内容实施。
    - Regulation on Government Investment (State Council Decree 712): projects are approved, and built as approved.
    """
    mentions: dict[str, list[_Mention]] = defaultdict(list)
    past = review.past
    names = _names(review)
    if not names or not past:
        return
    search = NameSearch(names)
    for block in review.blocks:
        for found in search.find(block.text):
            begin, end = sentence_around(block.text, found.start, found.end)
            before, after = block.text[begin : found.start], block.text[found.end : end]
            near = re.split(r"[，,]", after)[0]
            if _LATER.search(near[:12]) or _LATER.search(re.split(r"[，,]", before)[-1][-12:]):
                continue
            if block.number in past and _DONE.search(near[:24]):
                mentions[found.name].append(_Mention(_clause(block, found.start, begin, end), True))
            elif block.number not in past and _TO_BUILD.search(_verb(before)):
                mentions[found.name].append(_Mention(_clause(block, found.start, begin, end), False))
    pairs: dict[tuple[Citation, Citation], list[str]] = defaultdict(list)
    for name, known in mentions.items():
        done = next((m.citation for m in known if m.done), None)
        planned = next((m.citation for m in known if not m.done), None)
        if done is not None and planned is not None and done.block < planned.block:
            pairs[done, planned].append(name)
    for (done, planned), together in pairs.items():
        zh, en = "、".join(f"“{name}”" for name in together), ", ".join(f"“{name}”" for name in together)
        yield Remark(
            Message(f"{zh}前面写已完成，后面又写要建。", f"{en}: reported as finished, and to be built."),
            Message("请核对现状：已完成的，改写任务；没完成的，改写成绩。",
                    "Check what is true: if finished, reword the task; if not, reword the result."),
            (done, planned),
        )  # fmt: skip


def _clause(block: Block, place: int, begin: int, end: int) -> Citation:
    """The clause of a sentence that holds a place."""
    start = max((m.end() for m in re.finditer("[，,]", block.text[:place]) if m.end() > begin), default=begin)
    stop = re.search("[，,]", block.text[place:end])
    return block.cite(start, place + stop.start() if stop else end)


def _verb(before: str) -> str:
    """The words before a name, without the other quoted names in the same run: 建设“A”“B”."""
    return re.sub(r"(?:[“\"][^”\"]{1,14}[”\"][、和与及]?)+$", "", before.rstrip('“"')).rstrip('“"、')


def _names(review: Review) -> frozenset[str]:
    plan = review.plan
    named = {item.name.strip('“”"') for item in (*plan.projects, *plan.systems)}
    quoted: set[str] = set()
    for block in review.blocks:
        for match in _QUOTED.finditer(block.text):
            if _KIND.search(block.text[match.end() : match.end() + 16]):
                quoted.add(match[1])
    return frozenset(name for name in named | quoted if 4 <= len(name) <= 30 and not re.search('[“”"]', name))
