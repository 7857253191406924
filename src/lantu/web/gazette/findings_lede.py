"""The sentence that opens the findings: what was looked at, and how much needs attention."""

from __future__ import annotations

from lantu.checking import Severity
from lantu.plan.message import Message
from lantu.plan.reading import Reading
from lantu.web.evaluations.phrases import Phrase, ours
from lantu.web.gazette.findings_page import FindingsPage
from lantu.web.look.figures import figure

SEVERITY_MEANINGS: dict[Severity, Message] = {
    Severity.ERROR: Message("改正或说明后方可报批", "to mend or explain before approval"),
    Severity.WARNING: Message("请核对", "to check"),
    Severity.NOTE: Message("供参考", "for information"),
}
_COUNTED: dict[Severity, Message] = {
    Severity.ERROR: Message("处错误", "error"),
    Severity.WARNING: Message("处提醒", "warning"),
    Severity.NOTE: Message("处说明", "note"),
}


def findings_lede(page: FindingsPage, reading: Reading) -> tuple[Phrase, ...]:
    """Say what was looked at, then how many findings there are of each severity, or how many answer."""
    blocks = reading.document.blocks if reading.document else ()
    texts = sum(1 for block in blocks if block.text.strip())
    tables = len({block.table for block in blocks if block.table})
    indicators = len(reading.plan.indicators)
    if texts:
        looked = ours(
            f"查了{figure(texts)}段{f'、{tables}张表' if tables else ''}。",
            f"{figure(texts)} blocks of text{f' and {tables} table{_s(tables)}' if tables else ''} were checked. ",
        )
    else:
        looked = ours(
            f"这部规划没有随附原文，只查了{indicators}项指标。",
            f"This plan came without its text; only its {indicators} indicators were checked. ",
        )
    if not page.total:
        return (looked, ours("没有发现问题。", "Nothing was found."))
    if page.is_used:
        return (
            looked,
            ours(f"{page.total}处所见里有{page.found}处合你所问。",
                 f"{page.found} of {page.total} findings answer what you asked."),
        )  # fmt: skip
    phrases = [looked]
    for at, (severity, n) in enumerate(page.counts):
        last = at == len(page.counts) - 1
        words = _COUNTED[severity]
        phrases.append(ours(f"{n}{words.zh}", f"{n} {words.en}{_s(n)}", strong=severity is Severity.ERROR))
        phrases.append(ours("。", ".") if last else ours("，", ", "))
    return tuple(phrases)


def _s(count: int) -> str:
    return "" if count == 1 else "s"
