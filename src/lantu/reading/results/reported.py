"""What a report gives as results: its facts, each with kind, quantity, period and the sentence around it.

Pledges of a report are never looked at: a target is no result. Only a statistical bulletin promises nothing, and an
evaluation tells what became of things, so there what no word turns forward is a result all the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lantu.plan.citation import Citation
from lantu.plan.document import Document
from lantu.plan.period import Period, PeriodKind
from lantu.plan.quantity_name import QuantityName, quantity_name
from lantu.plan.reading import Reading
from lantu.plan.result import FigureKind
from lantu.plan.section import Section
from lantu.plan.statement import Fact
from lantu.reading.results.english_names import in_chinese
from lantu.reading.results.figure_kind import Kind, deeds_of, kind_of_statement, quantity_words
from lantu.reading.results.part_of_year import part_of_year
from lantu.reading.results.reported_table import facts_in_tables

# 从X提高到Y: X is where the way began, not what was reached.
_START = re.compile(r"[从由自]\s*(?:(?:19|20)\d\d年底?的?)?\s*(?:\d[\d,.]*|[〇一二两三四五六七八九十百千万亿]+)[^\d]*$")
_END = re.compile(r"[。！？!?；;\n]")
_END_EN = re.compile(r"[!?;\n]|\.(?!\d)")
# So far a sentence is followed to either side, in characters.
_REACH = 400
_LARGER = re.compile(r"全([国省市县区旗州盟])(?!域)")
_RANK = ("国", "省", "市州盟", "县区旗")
_BULLETIN = re.compile(
    r"((?:19|20)\d\d)年?.{0,30}(?:公报|统计月报|经济运行情况)|statistical (?:communiqu|bulletin)", re.IGNORECASE
)
_EVALUATION = re.compile(
    r"评估|评价报告|(?:执行|完成|实施|落实|进展)情况|总结(?:报告)?$|\b(?:evaluation|progress report|review of)\b",
    re.IGNORECASE,
)
# Words by which a sentence tells what is wanted, not what was reached.
_AHEAD = re.compile(
    r"目标|力争|确保|争取|将|预计|计划|要求|需要?|\b(?:will|shall|should|target|expected)\b", re.IGNORECASE
)
_NEXT = re.compile(
    r"下一步|下步|建议|对策|展望|预测|安排|思路|打算|举措|措施|\b(?:outlook|next|recommend)", re.IGNORECASE
)
_WANTED = re.compile(r"目标|时序|预期值|计划数|任务数|规划值|target", re.IGNORECASE)
# 改造老旧小区126个，惠及3.2万户: whom it served is no amount of what was done.
_EFFECT = re.compile(r"惠及|受益|涉及|带动|吸引|服务|覆盖(?!率)|benefit", re.IGNORECASE)
_FRONT = 8
_YEAR = re.compile(r"(?:19|20)\d\d")
_TOTAL = re.compile(r"累[计积]|[五四三]年(?:共|来)|期间共|in total|cumulative", re.IGNORECASE)
_WHOLE = re.compile(r"五年(?:累[计积]|共|来)|“?十[一-九]五”?(?:时期|期间)累[计积]")
_AVERAGE = re.compile(r"年均|(?<!全)年平均(?!气温)|平均每年|每年平均|average annual|on average", re.IGNORECASE)
_PRELIMINARY = re.compile(r"初步核算|初步统计|快报|初步", re.IGNORECASE)
_ESTIMATE = re.compile(r"预计|预期|估计|\bestimated|\bexpected", re.IGNORECASE)
_REAL = re.compile(r"实际增长|实际下降|扣除价格|可比价|不变价|in real terms", re.IGNORECASE)
_COMPARABLE = re.compile(r"(?:可比|同)口径")


@dataclass(frozen=True, slots=True)
class Reported:
    """One result that a report states.

    words: the quantity's name without what carries the kind. value: as printed; a fall is negative where the kind is a
    change. assumed: whether the period was not told where the figure stands and is taken from the rest of the report.
    elsewhere: whether its sentence speaks of a larger area (全国, 全省). basis: in which way it was counted (实际,
    可比口径). status: preliminary or estimate where the sentence says so.
    deeds: which building work its words tell of. averaged: whether it is a yearly average of several years (年均).
    """

    id: str
    words: str
    name: QuantityName
    kind: Kind
    value: float
    unit: str | None
    period: Period
    assumed: bool
    elsewhere: bool
    basis: str
    status: str
    citation: Citation
    sentence: str
    deeds: frozenset[str]
    averaged: bool


def reported(report: Reading, area: str) -> Iterator[Reported]:
    """Yield the results of a report in reading order. area: the plan's, whose name tells nothing in it."""
    front = _front(report)
    usual, is_bulletin = _usual_year(report), _bulletin_year(front) is not None
    own = area or report.plan.region.name
    tables = facts_in_tables(report.document, usual.last_year if usual else None) if report.document else ()
    for fact in (*report.facts, *_unturned(report), *tables):
        if (
            fact.value is None
            or not fact.subject.strip()
            or _WANTED.search(fact.subject)
            or _START.search(fact.source.quote)
            or _EFFECT.match(fact.source.quote)
        ):
            continue
        sentence, before = _around(report.document, fact.source)
        clause = re.split(r"[，,；;：:]", before)[-1] + fact.source.quote
        kind = kind_of_statement(fact.subject, fact.comparator, fact.unit, clause)
        if kind is None:
            continue
        period = _period(fact.period)
        if period is None and report.plan.period and _WHOLE.search(clause):
            period = report.plan.period
        assumed = period is None and not is_bulletin
        if (period := period or usual) is None:
            continue
        if period.kind is PeriodKind.YEARS:
            if kind.kind in (FigureKind.LEVEL, FigureKind.ADDITION) and _is_total(kind, clause):
                kind = Kind(FigureKind.TOTAL, kind.sign, kind.done)
            elif kind.kind in (FigureKind.LEVEL, FigureKind.RATIO):
                period = Period.year(period.last_year)  # a level of several years is that of their end
            elif assumed:
                continue
        if (partly := part_of_year(report.document, fact.source, front)) is not None:
            if not partly or period.kind is PeriodKind.YEARS:
                continue  # a run of months has no name as a period
            period = Period.parse(f"{period.last_year}{partly}")
        words = quantity_words(fact.subject, kind)
        quote = f"{before[-24:]}{fact.source.quote}"
        yield Reported(
            fact.id, words, quantity_name(in_chinese(words), own), kind, kind.sign * fact.value, fact.unit, period,
            assumed, _is_elsewhere(before, fact.source.quote, own), _basis(quote), _status(sentence),
            fact.source, sentence, deeds_of(fact.source.quote), _is_averaged(kind, clause + fact.subject),
        )  # fmt: skip


def _unturned(report: Reading) -> Iterator[Fact]:
    """What a bulletin or an evaluation says and the reader took for pledges, since no word in it looks back.

    Words that look forward, and headings over what comes next, are heeded; a pledge with a later deadline stays one.
    """
    front = _front(report)
    year = _bulletin_year(front)
    if year is None and not any(_EVALUATION.search(line) for line in front[:3]):
        return
    titles = {section.id: section for section in report.plan.sections}
    for pledge in report.plan.pledges:
        due = next((int(year) for year in _YEAR.findall(pledge.deadline or "")), None)
        late = due is not None and (year is None or due > year + 1)
        if (
            not late
            and not _AHEAD.search(_around(report.document, pledge.source)[1] + pledge.source.quote)
            and not any(_NEXT.search(title) for title in _chain(titles, pledge.section))
        ):
            when = str(year) if year else None
            yield Fact(pledge.id, pledge.subject, pledge.comparator, pledge.value, pledge.unit, when, pledge.section,
                       pledge.source)  # fmt: skip


def _chain(sections: Mapping[str, Section], id: str | None) -> Iterator[str]:
    while id is not None and id in sections:
        yield sections[id].title
        id = sections[id].parent


def _is_averaged(kind: Kind, words: str) -> bool:
    return kind.kind in (FigureKind.GROWTH, FigureKind.POINTS) and _AVERAGE.search(words) is not None


def _is_total(kind: Kind, clause: str) -> bool:
    """Whether an amount adds up several years; a level that was reached in them is that of their end."""
    return kind.kind is FigureKind.ADDITION or kind.done or _TOTAL.search(clause) is not None


def _front(report: Reading) -> tuple[str, ...]:
    """The title and the first lines of a report."""
    blocks = report.document.blocks if report.document else ()
    return (report.plan.title, *[block.text[:80] for block in blocks if block.text.strip()][:_FRONT])


def _bulletin_year(front: Sequence[str]) -> int | None:
    """The year that a statistical bulletin tells of by its title; None of any other report."""
    found = next((match for line in front if (match := _BULLETIN.search(line)) and match[1]), None)
    return int(found[1]) if found else None


def _usual_year(report: Reading) -> Period | None:
    """The period most of a report's figures speak of, for those that tell none."""
    if (year := _bulletin_year(_front(report))) is not None:
        return Period.year(year)
    told = Counter(fact.period for fact in report.facts if fact.period)
    return _period(told.most_common(1)[0][0]) if told else None


def _period(text: str | None) -> Period | None:
    try:
        return Period.parse(text or "")
    except ValueError:
        return None


def _around(document: Document | None, citation: Citation) -> tuple[str, str]:
    """The whole sentence of a citation, and its words before the cited ones."""
    block = document.block(citation.block) if document else None
    if block is None:
        return citation.quote, ""
    ends = _END if re.search(r"[\u4e00-\u9fff]", citation.quote) else _END_EN
    reach = max(0, citation.start - _REACH)
    before = block.text[reach : citation.start]
    start = max((match.end() for match in ends.finditer(before)), default=0)
    stop = ends.search(block.text, max(citation.start, citation.end - 1), citation.end + _REACH)
    after = block.text[citation.start : stop.end() if stop else citation.end + _REACH]
    return (before[start:] + after).strip(), before[start:]


def _is_elsewhere(before: str, quote: str, area: str) -> bool:
    """Whether the words say that the figure is of a larger area than the plan's."""
    clause = re.split(r"[，,：:]", before)[-1] + quote
    own = next((rank for rank, ends in enumerate(_RANK) if area.endswith(tuple(ends))), None)
    if area.endswith("自治区"):
        own = 1
    if own is None or area == "全国":
        return False
    found = [
        match[1]
        for match in _LARGER.finditer(clause)
        if not re.match("[^，,]{0,8}(?:前列|第|首|平均)", clause[match.end() :])
    ]
    if area.endswith("自治区"):
        found = [sign for sign in found if sign != "区"]
    if area.endswith("市"):  # 全市 of a county-level city is its own; 全县 and 全区 never are
        found = [sign for sign in found if sign in "国省"]
    return any(next(rank for rank, ends in enumerate(_RANK) if sign in ends) < own for sign in found)


def _basis(quote: str) -> str:
    if _REAL.search(quote):
        return "real"
    return "comparable" if _COMPARABLE.search(quote) else ""


def _status(sentence: str) -> str:
    if _ESTIMATE.search(sentence):
        return "estimate"
    return "preliminary" if _PRELIMINARY.search(sentence) else ""
