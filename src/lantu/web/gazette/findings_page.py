"""What checking found, beside the words it speaks of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.safestring import SafeString

from lantu.checking import Finding, Rule, Severity, find_rule
from lantu.plan.citation import Citation
from lantu.plan.document import Block, Cell
from lantu.plan.message import Message
from lantu.web.gazette.addresses import FINDINGS_A_PAGE, Addresses
from lantu.web.gazette.drawn_table import DrawnTable, draw_table
from lantu.web.gazette.findings import findings_of
from lantu.web.gazette.marking import Mark, marked
from lantu.web.gazette.outline import Heading
from lantu.web.gazette.plan_text import PlanText

_LONG = 160
_STOPS = "。；！？;!?\n"
SUBJECTS: dict[str, Message] = {
    "ALN": Message("与上级规划衔接", "Other plans"),
    "IND": Message("指标", "Indicators"),
    "NAM": Message("名称", "Names"),
    "PRJ": Message("项目", "Projects"),
    "STR": Message("结构", "Structure"),
    "SUM": Message("算术", "Arithmetic"),
    "TIM": Message("时间", "Time"),
    "TXT": Message("前后文字", "Text against text"),
    "UNI": Message("单位", "Units and duties"),
}


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence of the plan with the words a finding speaks of; where leads to it, place says where it stands."""

    place: str
    block: int
    where: str
    html: SafeString
    shape: str = "words"


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding with its number, its rule and the words it speaks of."""

    number: int
    finding: Finding
    rule: Rule
    words: tuple[Words | DrawnTable, ...]


@dataclass(frozen=True, slots=True)
class FindingsPage:
    """Everything the page says; asked for: severity, subject or code, chapter ("" for all)."""

    total: int
    found: int
    shown: tuple[FindingView, ...]
    counts: tuple[tuple[Severity, int], ...]
    codes: tuple[tuple[str, Message, tuple[Rule, ...]], ...]
    chapters: tuple[Heading, ...]
    severity: str
    code: str
    chapter: str
    page: int
    pages: tuple[tuple[int, str], ...]

    @property
    def is_used(self) -> bool:
        """Whether anything was asked for."""
        return any((self.severity, self.code, self.chapter))


def findings_page(text: PlanText, addresses: Addresses, asked: Mapping[str, str], path: str) -> FindingsPage:
    """Return the findings an address asks for (severity, code, chapter, page), with the words they speak of."""
    findings = list(enumerate(findings_of(text.reading), 1))
    rules = {finding.code: find_rule(finding.code) for _, finding in findings}
    homes = {number: _chapters_of(finding, text) for number, finding in findings}
    present = frozenset(chapter for home in homes.values() for chapter in home)
    chapters = tuple(h for h in text.outline.headings if h.section.id in present)
    severity = _one_of(asked, "severity", [s.value for s in Severity])
    code = _one_of(asked, "code", [*rules, *(code[:3] for code in rules)])
    chapter = _one_of(asked, "chapter", [h.section.id for h in chapters])
    found = [
        (number, finding)
        for number, finding in findings
        if (not severity or finding.severity.value == severity)
        and finding.code.startswith(code)
        and (not chapter or chapter in homes[number])
    ]
    count = max(1, -(-len(found) // FINDINGS_A_PAGE))
    wanted = asked.get("page", "")
    page = min(int(wanted), count) if wanted.isascii() and wanted.isdigit() and 0 < len(wanted) < 7 else 1
    page = max(1, page)
    query = {key: value for key, value in (("severity", severity), ("code", code), ("chapter", chapter)) if value}
    counts = Counter(finding.severity for _, finding in findings)
    subjects = sorted({code[:3] for code in rules})
    return FindingsPage(
        total=len(findings),
        found=len(found),
        shown=tuple(
            FindingView(number, finding, rules[finding.code], tuple(_words(number, finding, text, addresses)))
            for number, finding in found[(page - 1) * FINDINGS_A_PAGE : page * FINDINGS_A_PAGE]
        ),
        counts=tuple((s, counts[s]) for s in Severity if counts[s]),
        codes=tuple(
            (subject, SUBJECTS.get(subject, Message(subject, subject)),
             tuple(rules[label] for label in sorted(rules) if label.startswith(subject)))
            for subject in subjects
        ),
        chapters=chapters,
        severity=severity,
        code=code,
        chapter=chapter,
        page=page,
        pages=tuple(
            (n, path + ("?" + urlencode(asks) if (asks := {**query, **({"page": str(n)} if n > 1 else {})}) else ""))
            for n in range(1, count + 1)
        ),
    )  # fmt: skip


def _one_of(asked: Mapping[str, str], name: str, known: Sequence[str]) -> str:
    value = asked.get(name, "")
    return value if value in known else ""


def _chapters_of(finding: Finding, text: PlanText) -> frozenset[str]:
    at = (text.outline.chapter_at(p.citation.block, p.citation.start) for p in finding.places)
    return frozenset(heading.section.id for heading in at if heading is not None)


def _words(number: int, finding: Finding, text: PlanText, addresses: Addresses) -> Iterator[Words | DrawnTable]:
    """The finding's words in its own order: a sentence for each block, one table for the rows of a table."""
    document = text.reading.document
    if document is None:
        return
    cited: dict[int, list[tuple[int, Citation]]] = {}
    for at, place in enumerate(finding.places, 1):
        if place.document == document.name and document.block(place.citation.block) is not None:
            cited.setdefault(place.citation.block, []).append((at, place.citation))
    drawn: set[int] = set()
    for block_number, citations in cited.items():
        block = document.block(block_number)
        if block is None or block.table in drawn:
            continue
        if not block.cells:
            yield _sentence(number, block, citations, text, addresses)
            continue
        drawn.add(block.table)

        def marks_of(row: Block) -> list[Mark]:
            return [_mark(number, at, citation, addresses) for at, citation in cited.get(row.number, ())]

        yield draw_table(text.tables[block.table], marks_of, _cell_words, only=frozenset(cited), has_anchors=False)


def _cell_words(block: Block, cell: Cell, marks: Sequence[Mark]) -> SafeString:
    # A row that is cited whole is told by its first cell; runs within a cell keep their bounds.
    runs = [(max(0, m.start - cell.start), min(len(cell.text), m.end - cell.start), m) for m in marks[:1]]
    return marked(cell.text, [Mark(a, b, m.kind, m.address) for a, b, m in runs])


def _mark(number: int, at: int, citation: Citation, addresses: Addresses) -> Mark:
    return Mark(citation.start, citation.end, "found", addresses.words(citation.block, f"finding-{number}-{at}"))


def _sentence(
    number: int, block: Block, citations: list[tuple[int, Citation]], text: PlanText, addresses: Addresses
) -> Words:
    ordered = sorted(citations, key=lambda entry: entry[1].start)
    apart: list[tuple[int, Citation]] = []
    for at, citation in ordered:
        if not apart or citation.start >= apart[-1][1].end:
            apart.append((at, citation))
    start, end = _bounds(block.text, apart[0][1].start, max(citation.end for _, citation in apart))
    marks = [
        Mark(c.start - start, c.end - start, "found", addresses.words(block.number, f"finding-{number}-{at}"))
        for at, c in apart
    ]
    before, after = "……" if start else "", "……" if end < len(block.text) else ""
    html = marked(block.text[start:end], marks)
    chain = text.outline.above(block.number, apart[0][1].start)
    place = " ".join(h.section.number or h.section.title for h in chain[-2:])
    return Words(place, block.number, addresses.words(block.number), SafeString(before + html + after))


def _bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """The whole text where it is short, else the sentences around a run."""
    if len(text) <= _LONG:
        return 0, len(text)
    left = max((text.rfind(stop, 0, start) for stop in _STOPS), default=-1) + 1
    rights = [at for stop in _STOPS if (at := text.find(stop, max(start, end - 1))) >= 0]
    return left, min(rights) + 1 if rights else len(text)
