"""Sentences that open a page: the conclusion first, in both languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lantu.plan.indicator import Commitment, Indicator
from lantu.plan.message import Message
from lantu.plan.period import Period
from lantu.plan.verdict import Verdict
from lantu.web.evaluations.selectors import Monitored
from lantu.web.look.charts.ruler import share_passed
from lantu.web.look.figures import percentage

_NUMERALS = "零一二三四五六七八九十"
_COUNTED: dict[tuple[Verdict, bool], Message] = {
    (Verdict.ACHIEVED, True): Message("项已经实现", "met"),
    (Verdict.ACHIEVED, False): Message("项提前实现", "met early"),
    (Verdict.AHEAD, False): Message("项快于预期", "ahead of schedule"),
    (Verdict.ON_TRACK, False): Message("项基本符合预期", "on track"),
    (Verdict.LAGGING, True): Message("项未实现", "missed"),
    (Verdict.LAGGING, False): Message("项滞后", "lagging"),
    (Verdict.NOT_ASSESSED, False): Message("项未评", "not assessed"),
}
_NAMED_AT_MOST = 3


@dataclass(frozen=True, slots=True)
class Phrase:
    """A part of a sentence: ours in both languages, or the plan's own words (both alike); strong where it weighs."""

    words: Message
    strong: bool = False


def ours(zh: str, en: str, *, strong: bool = False) -> Phrase:
    """Return a phrase of ours."""
    return Phrase(Message(zh, en), strong)


def own(words: str) -> Phrase:
    """Return a phrase in the plan's own words."""
    return Phrase(Message(words, words))


def overview_lede(shown: Monitored) -> tuple[Phrase, ...]:
    """Say how much of the period has passed and how many indicators stand where."""
    indicators = shown.indicators
    phrases = [_time_passed(shown.package.reading.plan.period, shown.on)]
    if not indicators:
        return (*phrases, ours("规划文本里没有读到指标表。", "No indicator table was found in the text."))
    stands = {indicator.id: stand_of(shown, indicator) for indicator in indicators}
    counts = Counter(stands.values())
    if not any(standing.observation for standing in shown.standings.values()):
        waiting = sum(o.period.end > shown.on for o in shown.package.observations)
        nothing = (
            ours(
                f"收到的{waiting}行数，时期都还没有结束，都未评。",
                f"The {waiting} row{'' if waiting == 1 else 's'} that came in speak of times that have not ended yet, "
                "so none is assessed.",
                strong=True,
            )
            if waiting
            else ours("还没有收到数据，都未评。", "No values have come in yet, so none is assessed.", strong=True)
        )
        return (
            *phrases,
            ours(f"规划定了{len(indicators)}项指标，", f"The plan sets {len(indicators)} indicators. "),
            nothing,
        )
    if counts[Verdict.NOT_ASSESSED, False] == len(indicators):
        return (*phrases, *_none_assessed(shown))
    phrases.append(ours(f"{len(indicators)}项指标中，", f"Of {len(indicators)} indicators, "))
    present = [stand for stand in _COUNTED if counts[stand]]
    for stand in present:
        n, last, said = counts[stand], stand is present[-1], _COUNTED[stand]
        strong = stand[0] in (Verdict.ACHIEVED, Verdict.LAGGING)
        phrases.append(ours(f"{n}{said.zh}", f"{n} {'is' if n == 1 else 'are'} {said.en}", strong=strong))
        if stand[0] is Verdict.LAGGING and n <= _NAMED_AT_MOST:
            phrases += _names([i for i in indicators if stands[i.id] == stand])
        phrases.append(ours("。", ".") if last else ours("，", ", "))
    return tuple(phrases)


def _none_assessed(shown: Monitored) -> tuple[Phrase, ...]:
    """Say why nothing is assessed: what has no value at all, and what has none that can be judged."""
    every = len(shown.indicators)
    known = sum(bool((s := shown.standings.get(i.id)) and s.observation) for i in shown.indicators)
    return (
        ours(f"{every}项指标都未评：", f"None of {every} indicators is assessed: "),
        ours(
            f"{every - known}项没有数据，{known}项没有规划期内可比的数。",
            f"{every - known} without any data, {known} without a comparable value in the period.",
            strong=True,
        ),
    )


def verdict_of(shown: Monitored, indicator: Indicator) -> Verdict:
    """Return the computed verdict of an indicator."""
    standing = shown.standings.get(indicator.id)
    return standing.verdict if standing else Verdict.NOT_ASSESSED


def stand_of(shown: Monitored, indicator: Indicator) -> tuple[Verdict, bool]:
    """Return the verdict of an indicator and whether it is the last word: only what is met or missed can be."""
    standing, verdict = shown.standings.get(indicator.id), verdict_of(shown, indicator)
    return verdict, bool(standing and standing.settled) and verdict in (Verdict.ACHIEVED, Verdict.LAGGING)


def _names(lagging: Sequence[Indicator]) -> list[Phrase]:
    phrases = [ours("（", " (")]
    for number, indicator in enumerate(lagging):
        if number:
            phrases.append(ours("；", "; "))
        phrases.append(own(indicator.name))
        if indicator.commitment is Commitment.BINDING:
            phrases.append(ours("〔约束性〕", ", binding"))
    return [*phrases, ours("）", ")")]


def _time_passed(period: Period | None, on: date) -> Phrase:
    if period is None:
        return ours("", "")
    share = share_passed(period, on)
    if share <= 0:
        return ours("规划期还没有开始。", "The plan's period has not begun. ")
    if share >= 1:
        return ours("规划期已满。", "The plan's period is over. ")
    whole = period.last_year - period.first_year + 1
    years = share * whole
    if abs(years - round(years)) < 0.02 and round(years) > 0 and whole <= 10:
        n = round(years)
        return ours(
            f"{_NUMERALS[whole]}年过了{'两' if n == 2 else _NUMERALS[n]}年。",
            f"{n} of {whole} years {'has' if n == 1 else 'have'} passed. ",
        )
    return ours(f"规划期过了{percentage(share)}。", f"{percentage(share)} of the period has passed. ")
