"""What became of the decisions on an earlier version, as the screen tells it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from lantu.plan.message import Message
from lantu.plan.review.fates import APPLIES, Outcome
from lantu.web.look.figures import figure
from lantu.web.reviews.models import Review
from lantu.web.reviews.selectors import reviewed
from lantu.web.reviews.words import moment, what_was_done

_WORDS = {
    Outcome.KEPT: Message("照旧", "Kept"),
    Outcome.MOVED: Message("挪了地方", "Moved"),
    Outcome.CHANGED: Message("变了", "Changed"),
    Outcome.AMBIGUOUS: Message("分不清", "Not clear"),
    Outcome.GONE: Message("没有了", "Gone"),
    Outcome.NEEDLESS: Message("不必了", "Not needed"),
}
_QUOTE_AT_MOST = 80


@dataclass(frozen=True, slots=True)
class Told:
    """The fate of one decision on one item."""

    outcome: Outcome
    word: Message
    name: str
    quote: str
    reason: Message
    candidate: str
    by: str
    at: Message
    what: Message


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """All fates: those that ask for a look, those that moved, and the sum in one sentence."""

    lede: Message
    lost: tuple[Told, ...]
    moved: tuple[Told, ...]


def carried_over(row: Review) -> CarriedOver | None:
    """Return what became of the decisions of the review before; None where none were carried."""
    if not row.carried or row.previous is None:
        return None
    decisions = {decision.id: decision for decision in reviewed(row.previous).review.log}
    told = []
    for entry in row.carried:
        decision = decisions[entry["decision"]]
        outcome, quote = Outcome(entry["outcome"]), entry["quote"]
        short = quote if len(quote) <= _QUOTE_AT_MOST else f"{quote[: _QUOTE_AT_MOST - 1]}…"
        told.append(
            Told(outcome, _WORDS[outcome], entry["name"], short, Message(entry["zh"], entry["en"]), entry["candidate"],
                 decision.by, moment(decision.at), what_was_done(decision))
        )  # fmt: skip
    count = Counter(one.outcome for one in told)
    kept = sum(count[outcome] for outcome in APPLIES)
    lost = tuple(one for one in told if one.outcome not in (*APPLIES, Outcome.NEEDLESS))
    needless = count[Outcome.NEEDLESS]
    more = Message(f"，{needless}条不必了", f", {needless} are not needed any more") if needless else Message("", "")
    lede = Message(
        f"上一稿定过的，{figure(kept)}条照旧{more.zh}，{figure(len(lost))}条不再适用"
        f"{'，逐条列在下面' if lost else ''}。",
        f"Of the decisions on the version before, {figure(kept)} still apply{more.en}, {figure(len(lost))} do not"
        f"{': see below' if lost else ''}.",
    )
    return CarriedOver(lede, lost, tuple(one for one in told if one.outcome is Outcome.MOVED))
