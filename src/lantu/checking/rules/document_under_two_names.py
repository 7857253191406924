"""NAM701: one document is cited under two names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.checking.finding import Severity
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.citation import Citation
from lantu.plan.message import Message

_TITLE = re.compile(r"《([^《》]{6,60})》")
_TELLING = re.compile(
    r"[\d〇零一二三四五六七八九十]|[省市县区州]|修订|试行|暂行|草案|建议|意见|办法|细则|条例|方案|通知|法|中长期|专项"
)
_ALIKE = 0.88
_MOST = 400  # no plan cites more; every title meets every other


@rule("NAM701", Severity.WARNING, Message("同一文件两种名称", "document under two names"))
def document_under_two_names(review: Review) -> Iterator[Remark]:
    """Two titles in 《》 differ by a word or two and seem to be one document.

    What it checks
    --------------
    书名号里的名称，只有一处不同，字面九成相同。只差年份、届次、地区、文种（建议、意见、办法等）的是两个文件，不报。

    Titles in 《》 that differ in one place and agree in nine signs of ten. Those that differ in a year, a number, an
    area or the kind of document are two documents and are left alone.

    Why it matters
    --------------
    名称写错一字，就查不到所引的文件；也许根本没有那一份。

    With one sign wrong the document cannot be found; it may not even exist.

    Example
    -------
        《某省公共信用信息管理条例》与《某省公告信用信息管理条例》

    How to mend
    -----------
    对照原件，统一名称。

    Look the title up and use it throughout.

    References
    ----------
    - 通行做法：引用公文先引标题、后引发文字号，标题用全称。
    - General practice: a document is cited by its full title, then its number.
    """
    first: dict[str, Citation] = {}
    for block in review.blocks:
        if "《" in block.text:
            for match in _TITLE.finditer(block.text):
                first.setdefault(re.sub(r"\s", "", match[1]), block.cite(match.start(), match.end()))
    titles = sorted(first, key=lambda title: (first[title].block, first[title].start))
    for number, one in enumerate(titles[:_MOST]):
        for two in titles[number + 1 : _MOST]:
            if abs(len(one) - len(two)) <= 2 and _one_document(one, two):
                yield Remark(
                    Message(f"《{one}》与《{two}》疑为同一文件。", f"《{one}》 and 《{two}》 seem to be one document."),
                    Message("请对照原件，统一名称。", "Look the title up and use it throughout."),
                    (first[two], first[one]),
                )


def _one_document(one: str, two: str) -> bool:
    """Whether two titles differ in one place only, by little that tells documents apart."""
    before = _shared(one, two)
    after = _shared(one[before:][::-1], two[before:][::-1])
    if 2 * (before + after) < _ALIKE * (len(one) + len(two)):
        return False
    changed = one[before : len(one) - after] + two[before : len(two) - after]
    return not _TELLING.search(changed)


def _shared(one: str, two: str) -> int:
    """How many signs two texts begin with in common."""
    return next((n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
