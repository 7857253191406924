"""STR807: two headings of one level bear the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.message import Message
from lantu.plan.section import Level, Section

_SHORTEST = 6


@rule("STR807", Severity.WARNING, Message("标题重复", "heading twice"))
def heading_twice(review: Review) -> Iterator[Remark]:
    """Two headings with the same words stand under one heading, or anywhere if the words are long.

    What it checks
    --------------
    同一上级标题下，两个标题文字相同的；六个字以上的章、节标题，全文中同级重复的（“主要任务”一类每章都有的短标题不算）。

    Two headings with the same words under one heading; and chapters or sections of six signs and more that occur
    twice at one level (short ones such as “main tasks”, which every chapter has, are left alone).

    Why it matters
    --------------
    多半是复制以后忘了改标题，或者一段内容排了两遍。

    Mostly a heading was copied and not changed, or a passage is printed twice.

    Example
    -------
        第二节 加快农业现代化　……　第四节 加快农业现代化

    How to mend
    -----------
    改掉重复的标题，或删去重复的内容。

    Reword one of them, or strike what is printed twice.

    References
    ----------
    - 通行做法：同一层级的标题不重复。
    - General practice: no two headings of one level are the same.
    """
    under_one: dict[tuple[str | None, Level, str], Section] = {}
    anywhere: dict[tuple[Level, str], Section] = {}
    for section in review.plan.sections:
        title = re.sub(r"[\s，,。]", "", section.title)
        if section.level is Level.TOPIC or len(title) < 2:
            continue
        before = under_one.get((section.parent, section.level, title))
        if before is None and len(title) >= _SHORTEST and section.level is not Level.PART and section.number:
            before = anywhere.get((section.level, title))
        under_one.setdefault((section.parent, section.level, title), section)
        anywhere.setdefault((section.level, title), section)
        if before is not None and before.source.block != section.source.block:
            yield Remark(
                Message(f"标题“{section.title}”出现两次。", f"The heading “{section.title}” occurs twice."),
                Message("请改掉重复的标题，或删去重复的内容。", "Reword one of them, or strike what is printed twice."),
                (section.source, before.source),
            )
