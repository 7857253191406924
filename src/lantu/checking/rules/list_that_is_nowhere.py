"""TXT612: a numbered catchword names a list that stands nowhere in the text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.parameters import names
from lantu.plan.citation import Citation
from lantu.plan.document import Block
from lantu.plan.message import Message

_CATCHWORD = re.compile(
    r"[“\"](?P<word>[二两三四五六七八九十百千]{1,2}[大个项类种张条](?:重点)?[\u4e00-\u9fff]{2,6})[”\"]"
)
_LISTS = re.compile(r"[：:—（(]|即|包括|分别是|分别为|就是|指|一是|、")
_NEAR_BEFORE, _NEAR_AFTER, _MOST = 60, 30, 8


@rule("TXT612", Severity.NOTE, Message("有名无目的清单", "list that is nowhere"))
def list_that_is_nowhere(review: Review) -> Iterator[Remark]:
    """A catchword such as “six key tasks” is used and its contents are listed nowhere.

    What it checks
    --------------
    引号里“六项重点工作”“两个清单”一类的提法，全文各处都没有展开（前面没有列举，后面没有“即、包括、：”等）的。全国通用的提法
    （`parameters/word_lists/national_slogans.yaml`）不算；工作报告、年度计划不报。合为一条。

    Quoted catchwords with a number (“six key tasks”) that are spelt out nowhere: no enumeration before, no “namely” or
    colon after. Those that the whole nation uses (`parameters/word_lists/national_slogans.yaml`) are left alone, and
    so are yearly plans and
    work reports.

    Why it matters
    --------------
    只有名字没有内容，任务无法分解，外人也看不懂。

    A name without its contents cannot be broken down, and nobody outside understands it.

    Example
    -------
        加快建立“两个清单”制度        全文没有说是哪两个

    How to mend
    -----------
    第一次出现时写出内容，或加注。

    Spell it out where it occurs first, or add a note.

    References
    ----------
    - 通行做法：简称、统称第一次出现时写出全称或内容。
    - General practice: a short form is spelt out where it occurs first.
    """
    if review.is_yearly:
        return
    known = names("national_slogans")
    bare: dict[str, list[Citation]] = defaultdict(list)
    spelt: set[str] = set()
    for block in review.blocks:
        for match in _CATCHWORD.finditer(block.text):
            word = match["word"]
            if any(word.startswith(slogan) or slogan.startswith(word) for slogan in known):
                continue
            if _spelt_out(block, match):
                spelt.add(word)
            bare[word].append(block.cite(match.start(), match.end()))
    nowhere = {word: places for word, places in bare.items() if word not in spelt}
    if not nowhere:
        return
    zh, en = "、".join(f"“{word}”" for word in nowhere), ", ".join(f"“{word}”" for word in nowhere)
    yield Remark(
        Message(f"这些提法全文没有展开：{zh}。", f"These are spelt out nowhere: {en}."),
        Message("请在第一次出现时写出内容，或加注。", "Spell them out where they occur first, or add a note."),
        tuple(places[0] for places in nowhere.values())[:_MOST],
    )


def _spelt_out(block: Block, match: re.Match[str]) -> bool:
    before = block.text[max(0, match.start() - _NEAR_BEFORE) : match.start()]
    after = block.text[match.end() : match.end() + _NEAR_AFTER]
    return before.count("、") > 1 or bool(_LISTS.search(after)) or before.count("“") > 2
