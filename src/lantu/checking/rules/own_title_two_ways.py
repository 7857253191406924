"""NAM706: the plan's own title is printed in two ways."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.message import Message

_QUOTED = re.compile(r"《([^《》]{8,80})》")
_SIGN = re.compile(r"[\u4e00-\u9fff\d]")
_ALIKE = 0.9


@rule("NAM706", Severity.NOTE, Message("题名前后两种写法", "own title in two ways"))
def own_title_two_ways(review: Review) -> Iterator[Remark]:
    """The plan is cited under a title that differs from the one it bears by the order or by a word.

    What it checks
    --------------
    全文书名号里与本文件标题用字九成以上相同、但写法不同的名称（印发通知、封面、正文之间）。相差年份、届次数字、草案与修订字样的不报。

    Titles in 《》 that share nine signs of ten with the document's own title and are not the same: in the notice that
    issues it, on the cover, in the text. Another number, “draft” and “revised” are left alone.

    Why it matters
    --------------
    印发的和表决的题名不一样，引用时就成了两份文件。

    If what is issued bears another title than what was voted, it is cited as two documents.

    Example
    -------
        通知：《……规划和二〇三五年远景目标纲要》        标题：……规划纲要和二〇三五年远景目标

    How to mend
    -----------
    以审议通过的题名为准，全文统一。

    Use the title that was adopted, throughout.

    References
    ----------
    - 通行做法：引用文件用审议通过的标题全称。
    - General practice: a document is cited by the full title that was adopted.
    """
    own = next((b for b in review.blocks if _bare(b.text) == _bare(review.plan.title) and len(b.text) < 90), None)
    if own is None or len(_bare(own.text)) < 10:
        return
    signs = Counter(_bare(own.text))
    for block in review.blocks:
        for match in _QUOTED.finditer(block.text):
            cited = _bare(match[1])
            if cited == _bare(own.text) or cited in _bare(own.text) or re.search("草案|修订|送审|征求", match[1]):
                continue
            other = Counter(cited)
            shared = 2 * (signs & other).total() / (signs.total() + other.total())
            apart = (signs - other) + (other - signs)
            if shared < _ALIKE or any(sign.isdigit() or sign in "一二三四五六七八九十" for sign in apart):
                continue
            yield Remark(
                Message(f"本文件标题是“{own.text.strip()}”，文中写作《{match[1]}》。",
                        f"The document's title is “{own.text.strip()}”; the text has 《{match[1]}》."),
                Message("请以审议通过的题名为准，全文统一。", "Use the title that was adopted, throughout."),
                (block.cite(match.start(), match.end()), own.cite()),
            )  # fmt: skip
            return


def _bare(title: str) -> str:
    return "".join(_SIGN.findall(title))
