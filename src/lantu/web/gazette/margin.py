"""Notes in the margin: what else is known of the words beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lantu.checking import Finding, Severity
from lantu.plan.indicator import Indicator
from lantu.plan.message import Message
from lantu.plan.reading import Doubt
from lantu.plan.statement import Pledge
from lantu.plan.task import Task
from lantu.plan.verdict import Verdict
from lantu.reports.finding_words import SEVERITY_WORDS
from lantu.web.evaluations.selectors import Monitored
from lantu.web.evaluations.target_words import target_figure
from lantu.web.gazette.addresses import Addresses
from lantu.web.gazette.item_words import value_words, when_words
from lantu.web.gazette.items import Item, Kind
from lantu.web.look.figures import decimals_of, figure, period_words

# A note takes about as much height as so many characters of the text beside it.
_CHARACTERS_A_NOTE = 85
_NAME_AT_MOST = 24


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its mark, what it is about in the plan's words, what we say, where it leads.

    anchor: its id, "" for none. is_urgent: whether it needs attention.
    """

    mark: Message
    name: str
    words: Message
    address: str = ""
    link: Message = Message("", "")
    anchor: str = ""
    verdict: Verdict | None = None
    is_urgent: bool = False


def notes_beside(
    text: str,
    items: Sequence[Item],
    doubts: Iterable[tuple[int, Doubt]],
    findings: Iterable[tuple[int, Finding, Message | None]],
    shown: Monitored,
    addresses: Addresses,
) -> tuple[Note, ...]:
    """Return the notes beside a text: every doubt and finding, and as many others as there is room for.

    A finding comes with what was decided of it, None while it is open.
    """
    pressing = [_of_finding(number, finding, settled, addresses) for number, finding, settled in findings]
    pressing += [_of_doubt(number, doubt) for number, doubt in doubts]
    others = list(_of_items(items, shown, addresses))
    room = max(1, len(text) // _CHARACTERS_A_NOTE) - len(pressing)
    return (*pressing, *others[: max(0, room)])


def _of_finding(number: int, finding: Finding, settled: Message | None, addresses: Addresses) -> Note:
    severity = SEVERITY_WORDS[finding.severity]
    return Note(
        mark=Message(f"{severity.zh}，{settled.zh}", f"{severity.en}, {settled.en.lower()}") if settled else severity,
        name=finding.code,
        words=finding.message,
        address=addresses.finding(number),
        link=Message("怎么改", "How to mend"),
        is_urgent=finding.severity is Severity.ERROR and settled is None,
    )


def _of_doubt(number: int, doubt: Doubt) -> Note:
    name = doubt.source.quote if doubt.source else ""
    return Note(Message("疑", "Doubt"), _short(name), doubt.message, anchor=f"doubt-{number}", is_urgent=True)


def _of_items(items: Sequence[Item], shown: Monitored, addresses: Addresses) -> Iterator[Note]:
    for item in items:
        if isinstance(item.what, Indicator):
            yield _of_indicator(item, item.what, shown, addresses)
    named = {indicator.name: indicator for indicator in shown.indicators}
    pledges = [item for item in items if isinstance(item.what, Pledge)]
    # A commitment about an indicator is told by how the indicator stands, once for each.
    for name in dict.fromkeys(item.name for item in pledges if item.name in named):
        item = next(item for item in pledges if item.name == name)
        yield _of_indicator(replace(item, kind=Kind.INDICATOR, id=named[name].id), named[name], shown, addresses)
    for item in pledges:
        if isinstance(item.what, Pledge) and item.what.value is not None and item.name not in named:
            yield _of_pledge(item, item.what, addresses)
    for item in items:
        if isinstance(item.what, Task) and (item.what.lead or item.what.supporting):
            yield _of_task(item, item.what, addresses)


def _of_indicator(item: Item, indicator: Indicator, shown: Monitored, addresses: Addresses) -> Note:
    standing = shown.standings.get(indicator.id)
    target, unit = target_figure(indicator), indicator.unit or ""
    if standing is not None and standing.value is not None:
        latest, when = figure(standing.value, min(3, decimals_of(standing.value))), period_words(standing.period)
        words = Message(f"{when.zh}{latest}，目标{target}{unit}。", f"{latest} in {when.en}; target {target} {unit}.")
    else:
        words = Message(f"目标{target}{unit}，还没有数据。", f"Target {target} {unit}; no data yet.")
    return Note(
        Message("指", "Indicator"), _short(item.name), words, addresses.row(item), Message("看指标", "See it"),
        verdict=standing.verdict if standing else Verdict.NOT_ASSESSED,
    )  # fmt: skip


def _of_pledge(item: Item, pledge: Pledge, addresses: Addresses) -> Note:
    value, when = value_words(pledge), when_words(pledge.deadline)
    words = Message(
        f"{value.zh}，{when.zh}" if when.zh else value.zh, f"{value.en}, {when.en}" if when.en else value.en
    )
    return Note(
        Message("诺", "Commitment"), _short(item.name), words, addresses.row(item), Message("入表", "In the list")
    )


def _of_task(item: Item, task: Task, addresses: Addresses) -> Note:
    lead, supporting = "、".join(task.lead), "、".join(task.supporting)
    zh = "；".join(part for part in (lead and f"{lead}牵头", supporting and f"{supporting}配合") if part)
    en = "; ".join(part for part in (lead and f"Lead: {lead}", supporting and f"supporting: {supporting}") if part)
    return Note(Message("任", "Task"), _short(item.name), Message(f"{zh}。", f"{en}."), addresses.row(item),
                Message("入表", "In the list"))  # fmt: skip


def _short(name: str) -> str:
    words = " ".join(name.split())
    return words if len(words) <= _NAME_AT_MOST else f"{words[: _NAME_AT_MOST - 1]}…"
