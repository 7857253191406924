"""STR805: the text refers to a box, a table, an annex or a chapter that is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.chinese_number import whole_number
from lantu.plan.message import Message

_N = r"[一二三四五六七八九十\d]{1,3}"
_REFERENCE = re.compile(
    rf"(?:详?见|参见|列入|如|按照?|根据)(?:本规划|本纲要)?(?P<what>专栏|附表|附件|附图|表|图)\s*(?P<n>{_N})"
)
_CHAPTER = re.compile(rf"(?:详?见|参见|按照?)(?:本规划|本纲要|前述)?第(?P<n>{_N})(?P<what>[篇章])")
_CAPTION = re.compile(rf"^\s*[#*|（(]*\s*(?P<what>专栏|附表|附件|附图|表|图)\s*(?P<n>{_N})")


@rule("STR805", Severity.WARNING, Message("引用处查无此文", "reference to nowhere"))
def reference_to_nowhere(review: Review) -> Iterator[Remark]:
    """The text refers to a box, table, annex or chapter of this document that is not there.

    What it checks
    --------------
    “见专栏 3”“详见附表 2”“见第九章”：全文没有这一专栏、表、附件或章的。没有任何带编号的同类标题、而引用只有附件的
    不报（附件可能另册印发）。

    “See box 3”, “see annexed table 2”, “see chapter 9” where the document has none of that number. Annexes are left
    alone where the document carries none at all: they may be printed apart.

    Why it matters
    --------------
    读者照着去找，找不到；多半是删改以后没有同步，或漏印了附表。

    Readers look and find nothing: mostly the text was cut and the reference stayed.

    Example
    -------
        重点项目见专栏 6        全文只有专栏 1 至 5

    How to mend
    -----------
    改正编号，或补上所缺的内容。

    Correct the number, or restore what is missing.

    References
    ----------
    - 通行做法：引用本文件的章节、图表须查有此处（GB/T 1.1—2020 对标准文件有规定）。
    - General practice: what a text refers to is there (GB/T 1.1-2020 rules it for standards).
    """
    here: set[tuple[str, int]] = set()
    for block in review.blocks:
        if match := _CAPTION.match(block.text):
            here.add((match["what"], whole_number(match["n"]) or 0))
    for section in review.plan.sections:
        if section.number and (match := re.match(rf"第({_N})([篇章])", section.number)):
            here.add((match[2], whole_number(match[1]) or 0))
    kinds = {kind for kind, _ in here}
    for block in review.blocks:
        for match in (*_REFERENCE.finditer(block.text), *_CHAPTER.finditer(block.text)):
            what, number = match["what"], whole_number(match["n"]) or 0
            if (what, number) in here or what not in kinds:
                continue
            yield Remark(
                Message(
                    f"文中说见“{what}{match['n']}”，全文没有。",
                    f"The text refers to {what}{match['n']}, which is not there.",
                ),
                Message("请改正编号，或补上所缺的内容。", "Correct the number, or restore what is missing."),
                (block.cite(match.start(), match.end()),),
            )
