"""STR802: the table of contents lacks headings, or lists some that are not there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.chinese_number import SIGNS, whole_number
from lantu.plan.citation import Citation
from lantu.plan.message import Message

_CONTENTS = re.compile(r"^\s*目\s*录\s*$|^\s*(?:table of )?contents\s*$", re.IGNORECASE)
_NUMBERED = re.compile(rf"^\s*第\s*([{SIGNS}]{{1,6}}|\d{{1,3}})\s*([篇编章])")


@rule("STR802", Severity.WARNING, Message("目录与标题不符", "contents against headings"))
def contents_against_headings(review: Review) -> Iterator[Remark]:
    """The table of contents and the headings do not hold the same parts or chapters.

    What it checks
    --------------
    目录中列出的“第几篇”“第几章”，与正文标题逐号相比：缺的、多的，以及同一号下名称用字不同的（标点、空格、页码不计，一个包含另一个的
    不报）。目录没有列到的层级不比；章号每篇重排的不比。

    Parts and chapters in the table of contents against the headings, by number: those that are missing, those too many,
    and those that bear other words under one number (marks, blanks and page numbers aside; one title within the other
    is left alone). Levels that the contents do not list, and numbers that start again in each part, are not compared.

    Why it matters
    --------------
    目录漏一篇，读者以为全文到此为止。

    With a part missing from the contents, readers take the document to end before it.

    Example
    -------
        目录：第一篇、第二篇        正文：第一篇、第二篇、第三篇

    How to mend
    -----------
    重新生成目录。

    Make the table of contents anew.

    References
    ----------
    - 通行做法：目录与标题一致（GB/T 1.1—2020 对标准文件的目次有规定）。
    - General practice: contents and headings agree (GB/T 1.1-2020 rules it for standards).
    """
    opening = next((b.number for b in review.blocks if _CONTENTS.match(b.text)), None)
    if opening is None:
        return
    headings: dict[str, dict[int, list[Citation]]] = defaultdict(lambda: defaultdict(list))
    titles: dict[str, dict[int, str]] = defaultdict(dict)
    for section in review.plan.sections:
        if section.number and (match := _NUMBERED.match(section.number)) and (n := whole_number(match[1])):
            headings[match[2]][n].append(section.source)
            titles[match[2]][n] = section.title
    first = min((s.source.block for s in review.plan.sections if s.source.block > opening), default=0)
    listed: dict[str, dict[int, Citation]] = defaultdict(dict)
    for block in review.blocks:
        if opening < block.number < first and (match := _NUMBERED.match(block.text)) and (n := whole_number(match[1])):
            listed[match[2]].setdefault(n, block.cite())
    for kind, entries in listed.items():
        found = headings[kind]
        if any(len(places) > 1 for places in found.values()):
            continue
        yield from _other_titles(kind, entries, titles[kind])
        missing, extra = sorted(found.keys() - entries.keys()), sorted(entries.keys() - found.keys())
        if missing or extra:
            last = entries[max(entries)]
            yield Remark(
                Message("目录与正文标题不符：" + "；".join(filter(None, (
                    f"正文有而目录没有的，第 {_join(missing)} {kind}" if missing else "",
                    f"目录有而正文没有的，第 {_join(extra)} {kind}" if extra else ""))) + "。",
                    "The contents do not match the headings: " + "; ".join(filter(None, (
                        f"not in the contents: {kind} {_join(missing)}" if missing else "",
                        f"not in the text: {kind} {_join(extra)}" if extra else ""))) + "."),
                Message("请重新生成目录。", "Make the table of contents anew."),
                (last, *(found[n][0] for n in missing), *(entries[n] for n in extra)),
            )  # fmt: skip


def _other_titles(kind: str, entries: dict[int, Citation], titles: dict[int, str]) -> Iterator[Remark]:
    """Titles that differ under one number."""
    for number, place in entries.items():
        listed = _signs(_NUMBERED.sub("", place.quote))
        printed = _signs(titles.get(number, ""))
        if not listed or not printed or listed in printed or printed in listed:
            continue
        yield Remark(
            Message(f"第 {number} {kind}，目录写“{listed}”，正文标题写“{printed}”。",
                    f"{kind} {number} is “{listed}” in the contents and “{printed}” in the text."),
            Message("请重新生成目录。", "Make the table of contents anew."),
            (place,),
        )  # fmt: skip


def _signs(title: str) -> str:
    """The hanzi and letters of a title, without marks and page numbers."""
    return "".join(re.findall(r"[\u4e00-\u9fffA-Za-z]", title))


def _join(numbers: list[int]) -> str:
    return "、".join(map(str, numbers))
