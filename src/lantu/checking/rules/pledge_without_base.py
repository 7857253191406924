"""TXT609: shares are promised in the text that have a present value nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lantu.checking.figures import Figure, Says
from lantu.checking.finding import Severity
from lantu.checking.name_search import NameSearch
from lantu.checking.review import Review
from lantu.checking.rule import Remark, rule
from lantu.plan.message import Message
from lantu.plan.quantity import Comparator

_FULL = 100.0
_MOST = 8
_STARTED = re.compile(r"[由从]|保持|稳定|维持")
_LIKE = 0.6  # a row that may well be the same thing is enough to say nothing
_OF_ALL = re.compile(r"[^\d]{0,6}\d+(?:\.\d+)?\s*[%％](?:以上|左右)?的")
_PER_HEAD = ("每千", "每万", "每百", "人均")


@rule("TXT609", Severity.NOTE, Message("正文目标没有现状数", "pledge without a base"))
def pledge_without_base(review: Review) -> Iterator[Remark]:
    """The text promises shares and per-head values that are in no table and have no present value anywhere.

    What it checks
    --------------
    有指标表的规划，正文承诺的比率（%）和“每千人、人均”类水平数，表中没有这一项、全文也没有报过现状的。合为一条。说增长的、
    “保持”的、区间外地区的不算；本来不报现状的文件（任务清单）不报。

    In a plan with an indicator table: levels in per cent and per-head values that the text pledges, that no row of the
    table holds and of which no present value is reported. One note. Growth and values of other areas are left out,
    and so are
    documents that report nothing at all (lists of tasks).

    Why it matters
    --------------
    没有起点，看不出是进是退，评估时也无从下手。

    Without a start nobody can tell progress from retreat.

    Example
    -------
        正文：公办幼儿园占比达到 55%        全文没有现状

    How to mend
    -----------
    在正文写“由…提高到…”，要紧的列入指标表。

    Write “from … to …”, and put what matters into the table.

    References
    ----------
    - 《中华人民共和国国家发展规划法》第二十八条（动态监测）。
    - National Development Planning Law of China (2026), article 28 (monitoring).
    """
    if not review.plan.indicators or not review.facts:
        return
    known = _Known(review)
    bare = [said for said in review.text_figures if _level(said) and not known.has(said)]
    if len(bare) < 2:
        return
    names = [f"{said.printed_name}{said.value:g}{said.unit}" for said in bare[:_MOST]]
    zh, en = "、".join(names) + ("等" if len(bare) > _MOST else ""), ", ".join(names)
    yield Remark(
        Message(f"正文有 {len(bare)} 个比率、人均类目标，表中没有，全文也没有现状数：{zh}。",
                f"{len(bare)} shares or per-head targets of the text are in no table and have no present value: {en}."),
        Message("请写成“由…提高到…”，要紧的列入指标表。", "Write “from … to …”, and put what matters into the table."),
        tuple(said.citation for said in bare[:_MOST]),
    )  # fmt: skip


def _level(said: Figure) -> bool:
    # “80% 以上的县级医院” names the whole and not the share; a run of names is no name.
    if "、" in said.printed_name or (said.citation is not None and _OF_ALL.match(said.citation.quote)):
        return False
    if said.says is not Says.PLEDGE or said.change or said.elsewhere or said.total or len(said.name.signs) < 4:
        return False
    if said.measure is not None and said.measure.family == "percent":
        return said.comparator in (None, Comparator.EQUAL, Comparator.AT_LEAST, Comparator.ABOVE) and said.value < _FULL
    return any(word in said.printed_name for word in _PER_HEAD)


class _Known:
    """What has a present value or a row: by like names, or where the one name stands in the other."""

    def __init__(self, review: Review) -> None:
        self._review = review
        rows = [row.name.strip("★ ") for row in review.plan.indicators]
        self._rows = NameSearch(rows)
        # Every run of four signs and more of a row's name, so that no pledge has to meet every row.
        self._pieces = {
            name[i:j] for name in rows for i in range(len(name)) for j in range(i + 4, min(len(name), i + 24) + 1)
        }

    def has(self, said: Figure) -> bool:
        if said.clause is not None and _STARTED.search(said.clause.lead[-24:]):
            return True
        if said.printed_name in self._pieces or any(True for _ in self._rows.find(said.printed_name)):
            return True
        if any(True for _ in self._review.same_in_results.of(said.name)):
            return True
        return any(True for _ in self._review.same_in_table.of(said.name, _LIKE))
