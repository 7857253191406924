"""STR806: a note explains a sign that the table does not use, or the table uses one that no note explains."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.document import Block
from lantu.plan.message import Message

_SIGNS = {"★": "★", "☆": "☆", "▲": "▲", "△": "△", "〔〕": r"[〔﹝]", "※": "※"}
_AFTER = 12
_NOTE = re.compile(r"^\s*(?:[注备]|[①-⑩]|[（(]?\d[）).、]|说明|[*])|标注|内为|标[有记]")
_BRACKET = re.compile(r"[〔﹝]\s*\d[\d.]*\s*[〕﹞]")


@rule("STR806", Severity.NOTE, Message("表注与表中符号不符", "sign without use"))
def sign_without_use(review: Review) -> Iterator[Remark]:
    """A note below the indicator table explains a sign the table does not use, or a sign in it has no note.

    What it checks
    --------------
    指标表及表后的注：注里解释了“★”“〔〕”等符号而表中没有用的；表中用了而注里、表头和表题都没有解释的。

    The indicator table and the notes below it: signs (★, 〔 〕) that a note explains and no row bears, and signs that
    rows bear and neither note, heading nor title explains.

    Why it matters
    --------------
    “〔12〕”没有注，不知是五年累计还是别的；注而不用，多半是表改了、注没改。

    Without a note nobody knows that 〔12〕 is a five-year total; a note without its sign was left over.

    Example
    -------
        注：〔 〕内为五年累计数        表中没有一个数带〔 〕

    How to mend
    -----------
    补上注，或删去用不着的注。

    Add the note, or strike the idle one.

    References
    ----------
    - 通行做法：表注说明的符号在表中出现，表中的符号在表注里说明。
    - General practice: signs that notes explain stand in the table, and the other way round.
    """
    rows = sorted(review.tabled)
    if not rows:
        return
    inside = [block for block in review.blocks if block.number in review.tabled]
    around = [block for block in review.blocks if rows[0] - 6 <= block.number <= rows[-1] + _AFTER]
    outside = [block for block in around if block.number not in review.tabled]
    notes = [block for block in outside if block.number > rows[-1] and _NOTE.search(block.text)]
    for sign, pattern in _SIGNS.items():
        used = [block for block in inside if re.search(pattern, block.text)]
        explained = [block for block in outside if re.search(pattern, block.text)]
        if explained and not used and (noted := [block for block in explained if block in notes]):
            yield _remark(
                Message(
                    f"注里解释了“{sign}”，表中没有用到。", f"A note explains “{sign}”, which the table does not use."
                ),
                Message("请删去这条注，或在表中标上。", "Strike the note, or mark the rows."),
                noted[0],
            )
        elif sign == "〔〕" and not explained and (bare := [b for b in used if _BRACKET.search(b.text)]):
            yield _remark(
                Message(
                    "表中有带“〔〕”的数，没有注说明是什么。", "Numbers stand in 〔 〕 and no note says what that means."
                ),
                Message("请加注，如“〔〕内为五年累计数”。", "Add a note such as “〔 〕: total over five years”."),
                bare[0],
            )


def _remark(message: Message, mend: Message, block: Block) -> Remark:
    return Remark(message, mend, (block.cite(),))
