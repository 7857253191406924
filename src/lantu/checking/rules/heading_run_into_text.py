"""STR803: a heading and the text below it have run into one another, or a heading is broken over two lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.citation import Citation
from lantu.plan.message import Message
from lantu.plan.section import Level

_NUMBERED = re.compile(r"^\s*第[一二三四五六七八九十百\d]+[篇章节]\s*\S")
_STOP = re.compile(r"。\s*$")
_FRAGMENT = re.compile(r"^[^。；：，,;:]{4,20}$")
_SHORT = 3
_MOST = 8


@rule("STR803", Severity.WARNING, Message("标题与正文粘连", "heading run into text"))
def heading_run_into_text(review: Review) -> Iterator[Remark]:
    """A numbered heading ends in a full stop, or goes on in the next line.

    What it checks
    --------------
    “第几章”“第几节”的标题行以句号结尾（后面粘了正文的领句）；或者标题只有两三个字、下一行又是没有标点的短行（标题断成两行）。
    全文合为一条。

    Lines that open with 第…章 or 第…节 and end in a full stop (the first sentence of the text has run into them), or
    that hold two or three signs and go on in a short line without punctuation. One finding for the whole text.

    Why it matters
    --------------
    目录、导航和任务分解都按标题走；粘连的标题会把一项任务带进标题里。

    Contents, navigation and the allocation of tasks follow the headings; a task that runs into one is lost.

    Example
    -------
        第二节 推进农村改革巩固试点成果。

    How to mend
    -----------
    把标题与正文分成两行；断开的标题合成一行。

    Put heading and text on lines of their own, and a broken heading on one.

    References
    ----------
    - 通行做法：章节标题独占一行，末尾不用句号。
    - General practice: a heading has a line of its own and no full stop.
    """
    numbered = [
        section for section in review.plan.sections if section.level is not Level.TOPIC and section.number is not None
    ]
    glued: list[Citation] = []
    stops = 0
    blocks = {block.number: block for block in review.blocks}
    for section in numbered:
        block = blocks.get(section.source.block)
        if block is None or not _NUMBERED.match(block.text) or len(block.text) > 80:
            continue
        following = blocks.get(block.number + 1)
        title = section.title.strip()
        if _STOP.search(block.text):
            stops += 1
            glued.append(block.cite())
        elif len(title) <= _SHORT and following is not None and _goes_on(following.text):
            glued += [block.cite(), following.cite()]
    # Where most headings end in a full stop, that is the document's style.
    if not glued or 2 * stops > len(numbered):
        return
    yield Remark(
        Message(
            f"{len(glued)} 处标题与正文粘连或断行：“{glued[0].quote.strip()}”{'等' if len(glued) > 1 else ''}。",
            f"Headings have run into the text or are broken at {len(glued)} places, first “{glued[0].quote.strip()}”.",
        ),
        Message(
            "请把标题与正文分行；断开的标题合成一行。",
            "Put heading and text on lines of their own, and a broken heading on one.",
        ),
        tuple(glued[:_MOST]),
    )


def _goes_on(line: str) -> bool:
    return bool(_FRAGMENT.match(line.strip())) and not _NUMBERED.match(line)
