"""The sentences that open the list: what was looked at, how much needs attention, and how far people are with it."""

from __future__ import annotations

from lantu.checking import Severity
from lantu.plan.message import Message
from lantu.plan.reading import Reading
from lantu.web.evaluations.phrases import Phrase, ours
from lantu.web.examinations.list_page import FindingsPage
from lantu.web.examinations.matters import State
from lantu.web.look.figures import figure

_COUNTED: dict[Severity, Message] = {
    Severity.ERROR: Message("处错误", "error"),
    Severity.WARNING: Message("处提醒", "warning"),
    Severity.NOTE: Message("处说明", "note"),
}


def findings_lede(page: FindingsPage, reading: Reading) -> tuple[Phrase, ...]:
    """Say what was looked at, then how many findings there are of each severity and state, or how many answer."""
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
    if page.asked.is_used:
        if page.asked.state == State.GONE.value:
            return (ours(f"先前版本里有、新稿已没有的{page.found}处。",
                         f"{page.found} that former versions had and the latest has no more."),)  # fmt: skip
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
        phrases.append(ours("。", ". ") if last else ours("，", ", "))
    return (*phrases, *_handled(page))


def _handled(page: FindingsPage) -> tuple[Phrase, ...]:
    """How far people are: nothing while all is open and nobody has any of it."""
    resolved, waived, open_ = (page.count(state) for state in (State.RESOLVED, State.WAIVED, State.OPEN))
    if not resolved and not waived and not page.mine:
        return ()
    parts = [(open_, "待办", "open"), (resolved, "已改待核", "mended, to be confirmed by the next version"),
             (waived, "准予保留", "allowed to stand")]  # fmt: skip
    zh = "，".join(f"{n}处{word}" for n, word, _ in parts if n)
    en = ", ".join(f"{n} {word}" for n, _, word in parts if n)
    mine_zh = f"归你办的{page.mine}处。" if page.mine else ""
    mine_en = f"; {page.mine} {'is' if page.mine == 1 else 'are'} yours" if page.mine else ""
    return (ours(f"现{zh}。{mine_zh}", f"Now {en}{mine_en}."),)


def _s(count: int) -> str:
    return "" if count == 1 else "s"
