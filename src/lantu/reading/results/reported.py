"""What a report gives as results: its facts, each with kind, quantity, period and the sentence around it.

Pledges of a report are never looked at: a target is no result. Only a statistical bulletin promises nothing, so there
what no word turns back is a result of its year all the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lantu.plan.citation import Citation
from lantu.plan.document import Document
from lantu.plan.period import Period, PeriodKind
from lantu.plan.quantity_name import QuantityName, quantity_name
from lantu.plan.reading import Reading
from lantu.plan.result import FigureKind
from lantu.plan.statement import Fact
from lantu.reading.results.english_names import in_chinese
from lantu.reading.results.figure_kind import Kind, deeds_of, kind_of_statement, quantity_words

# 从X提高到Y: X is where the way began, not what was reached.
_START = re.compile(r"[从由自]\s*(?:(?:19|20)\d\d年底?的?)?\s*(?:\d[\d,.]*|[〇一二两三四五六七八九十百千万亿]+)[^\d]*$")
_SENTENCE = re.compile(r"[^。！？!?\n；;]*[。！？!?；;]?")
_SENTENCE_EN = re.compile(r"(?:[^.!?\n;]|\.(?=\d))*[.!?;]?")
_LARGER = re.compile(r"全([国省市县区旗州盟])(?!域)")
_RANK = ("国", "省", "市州盟", "县区旗")
_BULLETIN = re.compile(
    r"((?:19|20)\d\d)年?.{0,30}(?:公报|统计月报|经济运行情况)|statistical (?:communiqu|bulletin)", re.IGNORECASE
)
_FRONT = 8
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
    deeds: which building work its words tell of.
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


def reported(report: Reading, area: str) -> Iterator[Reported]:
    """Yield the results of a report in reading order. area: the plan's, whose name tells nothing in it."""
    usual = _usual_year(report)
    own = area or report.plan.region.name
    for fact in (*report.facts, *_of_bulletin(report)):
        if fact.value is None or not fact.subject.strip() or _START.search(fact.source.quote):
            continue
        kind = kind_of_statement(fact.subject, fact.comparator, fact.unit, fact.source.quote)
        period = _period(fact.period, kind) or usual
        if kind is None or period is None:
            continue
        if period.kind is PeriodKind.YEARS and kind.kind is FigureKind.ADDITION:
            kind = Kind(FigureKind.TOTAL, kind.sign, kind.done)
        words = quantity_words(fact.subject, kind)
        sentence, before = _around(report.document, fact.source)
        quote = f"{before[-24:]}{fact.source.quote}"
        yield Reported(
            fact.id, words, quantity_name(in_chinese(words), own), kind, kind.sign * fact.value, fact.unit, period,
            not fact.period, _is_elsewhere(before, fact.source.quote, own), _basis(quote), _status(sentence),
            fact.source, sentence, deeds_of(fact.source.quote),
        )  # fmt: skip


def _of_bulletin(report: Reading) -> Iterator[Fact]:
    """The statements of a statistical bulletin that the reader took for pledges, since no word in them looks back."""
    front = [block.text for block in report.document.blocks if block.text.strip()][:_FRONT] if report.document else []
    found = next((match for line in (report.plan.title, *front) if (match := _BULLETIN.search(line[:80]))), None)
    if found is None or not found[1]:
        return
    year = int(found[1])
    for pledge in report.plan.pledges:
        if not pledge.deadline or int(pledge.deadline[:4]) <= year + 1:
            yield Fact(pledge.id, pledge.subject, pledge.comparator, pledge.value, pledge.unit, str(year),
                       pledge.section, pledge.source)  # fmt: skip


def _usual_year(report: Reading) -> Period | None:
    """The period most of a report's figures speak of, for those that tell none."""
    told = Counter(fact.period for fact in report.facts if fact.period)
    return _period(told.most_common(1)[0][0], None) if told else None


def _period(text: str | None, kind: Kind | None) -> Period | None:
    if not text:
        return None
    try:
        period = Period.parse(text)
    except ValueError:
        return None
    if period.kind is PeriodKind.YEARS and kind is not None and kind.kind in (FigureKind.LEVEL, FigureKind.RATIO):
        return Period.year(period.last_year)  # a level of several years is that of their end
    return period


def _around(document: Document | None, citation: Citation) -> tuple[str, str]:
    """The whole sentence of a citation, and its words before the cited ones."""
    block = document.block(citation.block) if document else None
    if block is None:
        return citation.quote, ""
    pattern = _SENTENCE if re.search(r"[\u4e00-\u9fff]", citation.quote) else _SENTENCE_EN
    for match in pattern.finditer(block.text):
        if match.start() <= citation.start < match.end():
            end = max(match.end(), citation.end)
            return block.text[match.start() : end].strip(), block.text[match.start() : citation.start]
    return citation.quote, ""


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
