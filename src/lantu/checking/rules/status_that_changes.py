"""PRJ502: something is under construction in one place and improved as existing in another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.checking.wording import sentence_around
from lantu.plan.citation import Citation
from lantu.plan.message import Message

_BUILD_BEFORE = re.compile(
    r"(?:加快|加速|全力|重点|启动|开工|扎实)?(?:推进|推动|建设|新建|开工|筹建)[^，。；,;]{0,24}$"
)
_BUILD_AFTER = re.compile(
    r"^(?:项目|工程)?(?:等[^，。；,;]{0,8})?(?:加速|加快|正在|开工|启动)?建设|^[^，。；,;]{0,12}(?:加速|加快|正在|开工)建设"
)
_EXISTS_BEFORE = re.compile(
    r"(?:^|[，。；,;])(?:持续|进一步|不断|着力|全面)?(?:提升|提高|发挥|盘活|扩建|改扩建)(?:[^，。；,;]{0,24}、)?$"
)
_EXISTS_AFTER = re.compile(r"服务(?:能力|水平|质量|功能)|运营水平|利用率|辐射(?:力|带动|能力)|作用")
_LATER = re.compile(r"^(?:[一二三]期|扩建|续建|改造|提升|配套)")
_SHORTEST = 5


@rule("PRJ502", Severity.NOTE, Message("建设状态前后不一", "status that changes"))
def status_that_changes(review: Review) -> Iterator[Remark]:
    """A named project is to be built in one paragraph, and its services are to be improved in another.

    What it checks
    --------------
    同一个项目名称，一段写“推进、建设”，另一段写“提升……服务水平”“发挥……作用”，像已经在运营的。同一段里先建后用的不报；二期、
    扩建、改造的不报。成绩里写“建成”、任务里又写“建设”的见 PRJ501。

    One project name that is to be built in one paragraph and, in another, to serve better or play its part, as if it
    were running. Building and using in one paragraph, second phases and renovation are left alone. For “finished yet
    planned” see PRJ501.

    Why it matters
    --------------
    在建、待建、已用各有各的考核；状态不清，年底各说各话。

    Works under way, planned and in use are judged by different things.

    Example
    -------
        第六章：推进东港物流园项目建设。        第九章：提升东港物流园服务水平。

    How to mend
    -----------
    写明状态：“已投用的一期”“在建”“建成后”。

    Say how it stands: first phase in use, under construction, once built.

    References
    ----------
    - 《政府投资条例》（国务院令第 712 号）。
    - Regulation on Government Investment (State Council Decree 712).
    """
    names = {_bare(item.name) for item in review.plan.projects}
    names = {name for name in names if _SHORTEST <= len(name) <= 20}
    if not names:
        return
    anywhere = re.compile("|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)))
    building: dict[str, list[Citation]] = defaultdict(list)
    running: dict[str, list[Citation]] = defaultdict(list)
    for block in review.blocks:
        for match in anywhere.finditer(block.text):
            begin, end = sentence_around(block.text, match.start(), match.end())
            before, after = block.text[begin : match.start()], block.text[match.end() : end]
            cited = block.cite(max(begin, match.start() - 12), min(end, match.end() + 12))
            if _LATER.match(after):
                continue
            if _EXISTS_BEFORE.search(before) and _EXISTS_AFTER.search(after):
                running[match[0]].append(cited)
            elif _BUILD_AFTER.search(after) or ("建设" in after[:8] and _BUILD_BEFORE.search(before)):
                building[match[0]].append(cited)
    for name, places in building.items():
        if name not in running or any(a.block == b.block for a in places for b in running[name]):
            continue
        yield Remark(
            Message(f"“{name}”一处写要建设，一处写提升服务、发挥作用，像已投用。",
                    f"“{name}” is to be built in one place and to serve better in another, as if it were running."),
            Message("请写明状态：已投用的一期、在建，还是建成以后。",
                    "Say how it stands: first phase in use, under construction, or once built."),
            (*places[:2], *running[name][:2]),
        )  # fmt: skip


def _bare(name: str) -> str:
    return re.sub(r"(?:项目|工程)$", "", name.strip('“”"'))
