"""PRJ502: the state of a project changes from page to page: running, under way, still to be prepared."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from enum import Enum

from lantu.checking.finding import Severity
from lantu.checking.name_search import NameSearch
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
_BEGUN_AFTER = re.compile(
    r"^(?:项目|工程)?(?:等[^，。；,;]{0,8})?(?:已|顺利|全面|正式|如期)*(?:开工|动工|破土|在建|加[快速]建设|正在建设|进入(?:全面)?施工|主体(?:完工|封顶))"
)
_PREPARED_BEFORE = re.compile(
    r"(?:谋划|谋划建设|规划建设|规划新建|规划布局|筹划|储备|(?:启动|开展|加快|推进|做好)[^，。；,;]{0,4}前期工作的|研究建设|论证)(?:一批)?$"
)
_PREPARED_AFTER = re.compile(
    r"^(?:项目|工程)?(?:等[^，。；,;]{0,8})?(?:的)?(?:[^，。；,;]{0,4}前期(?:工作|研究)|可行性研究|立项|选址|(?:争取|力争|适时)(?:早日|尽快)?(?:开工|动工|立项|列入|纳入))"
)
_LATER = re.compile(r"^(?:[一二三四]期|东延|西延|南延|北延|扩建|续建|改造|提升|配套)")
_SHORTEST = 5


class _State(Enum):
    RUNNING = Message("像已投用的", "as if it were running")
    UNDER_WAY = Message("要建设或在建的", "to be built or under construction")
    BEGUN = Message("已经开工的", "begun")
    PREPARED = Message("还在前期谋划的", "still to be prepared")


# What cannot both be true of one thing at one time; a start reported as a result and work that goes on agree.
_APART = ((_State.UNDER_WAY, _State.RUNNING), (_State.BEGUN, _State.PREPARED), (_State.PREPARED, _State.RUNNING))


@rule("PRJ502", Severity.NOTE, Message("建设状态前后不一", "status that changes"))
def status_that_changes(review: Review) -> Iterator[Remark]:
    """A named project is running or begun on one page, and still to be built or prepared on another.

    What it checks
    --------------
    同一个项目名称，一段写“推进、建设”，另一段写“提升……服务水平”“发挥……作用”，像已经在运营的；或回顾里写“开工、加快建设”，
    后面又写“谋划”“开展前期工作”“争取开工”的。同一段里先建后用的不报；二期、扩建、改造的不报。成绩里写“建成”、任务里又写“建设”的
    见 PRJ501。

    One project name that is to be built in one paragraph and, in another, to serve better or play its part, as if it
    were running; or that the results report as begun and a later page is still planning or preparing. Building and
    using in one paragraph, second phases and renovation are left alone. For “finished yet planned” see PRJ501.

    Why it matters
    --------------
    谋划、在建、已用各有各的考核；状态不清，年底各说各话。

    Works that are planned, under way and in use are judged by different things.

    Example
    -------
        第六章：推进东港物流园项目建设。        第九章：提升东港物流园服务水平。

    How to mend
    -----------
    写明状态：“前期”“在建”“已投用的一期”“建成后”。

    Say how it stands: in preparation, under construction, first phase in use, once built.

    References
    ----------
    - 《政府投资条例》（国务院令第 712 号）。
    - Regulation on Government Investment (State Council Decree 712).
    """
    names = {_bare(item.name) for item in review.plan.projects}
    search = NameSearch(name for name in names if _SHORTEST <= len(name) <= 20)
    told: dict[str, dict[_State, list[Citation]]] = defaultdict(lambda: defaultdict(list))
    for block in review.blocks if names else ():
        for found in search.find(block.text):
            begin, end = sentence_around(block.text, found.start, found.end)
            before, after = block.text[begin : found.start], block.text[found.end : end]
            if _LATER.match(after):
                continue
            if (state := _state(before, after, block.number in review.past)) is not None:
                cited = block.cite(max(begin, found.start - 12), min(end, found.end + 12))
                told[found.name][state].append(cited)
    for name, states in told.items():
        for one, two in _APART:
            if not states[one] or not states[two]:
                continue
            if any(a.block == b.block for a in states[one] for b in states[two]):
                continue
            yield Remark(
                Message(f"“{name}”一处写成{one.value.zh}，一处写成{two.value.zh}。",
                        f"“{name}” is {one.value.en} in one place and {two.value.en} in another."),
                Message("请写明状态：前期、在建、已投用的一期，还是建成以后。",
                        "Say how it stands: in preparation, under construction, first phase in use, or once built."),
                (*states[one][:2], *states[two][:2]),
            )  # fmt: skip
            break


def _state(before: str, after: str, past: bool) -> _State | None:
    if _PREPARED_BEFORE.search(before) or _PREPARED_AFTER.search(after):
        return None if past else _State.PREPARED
    if _EXISTS_BEFORE.search(before) and _EXISTS_AFTER.search(after):
        return _State.RUNNING
    if past and _BEGUN_AFTER.search(after):
        return _State.BEGUN
    if _BUILD_AFTER.search(after) or ("建设" in after[:8] and _BUILD_BEFORE.search(before)):
        return _State.UNDER_WAY
    return None


def _bare(name: str) -> str:
    return re.sub(r"(?:项目|工程)$", "", name.strip('“”"'))
