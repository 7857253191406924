"""STR801: a heading's number is skipped or repeated."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.chinese_number import SIGNS, whole_number
from lantu.plan.message import Message
from lantu.plan.section import Section

_WIDTHS = str.maketrans("（）．，", "().,")
_NUMBER = re.compile(rf"(\d{{1,3}}|[{SIGNS}]{{1,6}})")


@rule("STR801", Severity.WARNING, Message("标题编号不连续", "heading out of order"))
def heading_out_of_order(review: Review) -> Iterator[Remark]:
    """The numbers of headings skip or repeat one.

    What it checks
    --------------
    同一上级标题下、同一种写法的编号（第一节、第二节；一、二；（一）（二））应从一数起、逐个加一。章号可以跨篇连排，也可以每篇从一
    重排。

    Under one heading, numbers of one style start at one and go up by one. Chapters may run on from part to part or
    start again in each.

    Why it matters
    --------------
    跳号多半是丢了一个标题，或者标题与正文粘在了一起；引用“第八章第一节”时会找不到。

    A skipped number mostly means that a heading was lost or ran into the text; nobody can then cite it.

    Example
    -------
        第八章　……　第二节 加快农业现代化        没有第一节

    How to mend
    -----------
    补上所缺的标题，或改正编号。

    Restore the missing heading, or correct the number.

    References
    ----------
    - GB/T 9704—2012《党政机关公文格式》（结构层次序数）。
    - GB/T 9704-2012, on numbering.
    """
    before: dict[tuple[str, str], tuple[int, Section]] = {}
    running: dict[str, int] = {}  # tasks may be numbered through the whole text, whatever headings stand between them
    by_id = {section.id: section for section in review.plan.sections}
    for section in review.plan.sections:
        place = _place(section)
        if place is None:
            continue
        style, number = place
        key = (section.level.value, style)
        previous = before.get(key)
        before[key] = (number, section)
        goes_on = number == running.get(style, 0) + 1
        running[style] = number
        parent = by_id.get(section.parent) if section.parent else None
        last, neighbour = previous if previous else (0, None)
        sibling = neighbour is not None and neighbour.parent == section.parent
        if goes_on or number == last + 1 or (number == 1 and not sibling):
            continue
        if not sibling:
            if parent is not None and number > 1 and not _opens_a_paragraph(review, section, number - 1):
                yield _remark(section, number, 0, parent)
            continue
        yield _remark(section, number, last, neighbour)


def _opens_a_paragraph(review: Review, section: Section, number: int) -> bool:
    """Whether an earlier paragraph that is no heading opens with the number before: 4. in running text, then 5."""
    printed = re.sub(r"\d+", str(number), section.number or "").strip()
    if str(number) not in printed:
        return False
    return any(b.number < section.source.block and b.text.strip().startswith(printed) for b in review.blocks)


def _place(section: Section) -> tuple[str, int] | None:
    """The style of a printed number and its value: 第十二章 is (第#章, 12)."""
    if not section.number:
        return None
    match = _NUMBER.search(section.number)
    value = whole_number(match[1]) if match else None
    if match is None or value is None or "." in section.number.strip(".") or "．" in section.number.strip("．"):
        return None
    style = section.number[: match.start()] + "#" + section.number[match.end() :]
    return re.sub(r"\s", "", style.translate(_WIDTHS)) + ("d" if match[1].isdecimal() else ""), value


def _remark(section: Section, number: int, last: int, neighbour: Section | None) -> Remark:
    title = f"{section.number} {section.title}".strip()
    other = f"{neighbour.number or ''} {neighbour.title}".strip() if neighbour else ""
    beside = neighbour.source if neighbour else None
    if last == 0:
        message = Message(
            f"“{other}”之下的第一个标题就是“{title}”，前面缺了编号。",
            f"The first heading under “{other}” is “{title}”: the numbers before it are missing.",
        )
    elif number == last:
        message = Message(
            f"编号重复：“{other}”之后又是“{title}”。", f"A number is repeated: “{other}”, then “{title}”."
        )
    elif number < last:
        message = Message(f"编号倒退：“{other}”之后是“{title}”。", f"Numbers go back: “{title}” comes after “{other}”.")
    else:
        message = Message(f"编号跳过 {number - last - 1} 个：“{other}”之后是“{title}”。",
                          f"{number - last - 1} number(s) are skipped: “{other}”, then “{title}”.")  # fmt: skip
    return Remark(
        message,
        Message("请补上所缺的标题（也许与上文粘在了一起），或改正编号。",
                "Restore the missing heading (it may have run into the text above), or correct the number."),
        (section.source, beside),
    )  # fmt: skip
