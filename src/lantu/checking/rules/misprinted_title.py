"""NAM705: the title of a law or regulation is misprinted by a sign."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lantu.checking.finding import Severity
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.parameters import names
from lantu.plan.message import Message

_TITLE = re.compile(r"《([^《》]{5,40})》")
_WHOSE = re.compile(r"^(?:中华人民共和国|[\u4e00-\u9fff]{2,8}?(?:省|自治区|市|州|县))")
_SHORTEST = 5


@rule("NAM705", Severity.WARNING, Message("法规名称有误", "misprinted title"))
def misprinted_title(review: Review) -> Iterator[Remark]:
    """The title of a law or regulation differs in one sign from one that exists.

    What it checks
    --------------
    书名号里的法律、法规名称，去掉“中华人民共和国”或省市名以后，与 `parameters/word_lists/titles.yaml` 中的名称等长、
    只差一个字（或相邻两字颠倒）的。

    Titles in 《》, without the nation's or the province's name, that are as long as one in
    `parameters/word_lists/titles.yaml` and differ from it in one sign, or in two that changed places.

    Why it matters
    --------------
    名称错一个字，读者查不到依据；规划的合法性审查也过不了。

    With one sign wrong nobody finds the law, and the review of legality fails.

    Example
    -------
        《某省优化营销环境条例》        应为：优化营商环境条例

    How to mend
    -----------
    到国家法律法规数据库核对名称。

    Look the title up in the national database of laws and regulations.

    References
    ----------
    - 通行做法：引用公文先引标题、后引发文字号，标题用全称。
    - General practice: a document is cited by its full title, then its number.
    """
    told: set[str] = set()
    for block in review.blocks:
        if "《" not in block.text:
            continue
        for match in _TITLE.finditer(block.text):
            name = re.sub(r"[\s“”]", "", match[1])
            right = _misprint_of(_WHOSE.sub("", name))
            if right is None or name in told:
                continue
            told.add(name)
            yield Remark(
                Message(f"《{name}》疑有一字之误，通行的名称是“{right}”。",
                        f"《{name}》 seems misprinted by a sign; the usual title is “{right}”."),
                Message("请到国家法律法规数据库核对名称。", "Look the title up in the national database of laws."),
                (block.cite(match.start(), match.end()),),
            )  # fmt: skip


@cache
def _masked() -> dict[str, str]:
    """Every title with each of its signs hidden in turn."""
    return {f"{title[:n]}?{title[n + 1 :]}": title for title in names("titles") for n in range(len(title))}


def _misprint_of(name: str) -> str | None:
    if len(name) < _SHORTEST or name in names("titles"):
        return None
    for n in range(len(name)):
        if right := _masked().get(f"{name[:n]}?{name[n + 1 :]}"):
            return right
    for n in range(len(name) - 1):
        if (swapped := name[:n] + name[n + 1] + name[n] + name[n + 2 :]) in names("titles"):
            return swapped
    return None
