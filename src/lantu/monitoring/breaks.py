"""Breaks in a series: values of an older definition are linked to the new one, or left out of what is compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from lantu.monitoring.printed import exact
from lantu.plan.message import Message
from lantu.plan.observation import Observation
from lantu.plan.period import Period
from lantu.plan.series_break import BreakKind, SeriesBreak


def in_region(breaks: Iterable[SeriesBreak], region: str, home: str) -> tuple[SeriesBreak, ...]:
    """Return the breaks that hold in a region, oldest first; one without a region holds in all."""
    return tuple(
        sorted((b for b in breaks if not b.region or b.region == (region or home)), key=lambda b: b.period.start)
    )


def across(
    observations: Iterable[Observation], breaks: Sequence[SeriesBreak]
) -> tuple[list[Observation], list[tuple[Observation, Message]]]:
    """Return observations that compare with the newest definition, and the others, each with the reason.

    Linked values carry their factor in the note, so that what was published can be told from what was worked out.
    """
    comparable: list[Observation] = []
    aside: list[tuple[Observation, Message]] = []
    for observation in observations:
        later = [one for one in breaks if is_before(observation.period, one)]
        split = next((one for one in later if one.kind is BreakKind.SPLIT), None)
        if split is not None:
            aside.append((observation, _before(split)))
        elif later and observation.value is not None:
            factor = factor_of(later)
            note = f"×{exact(factor)}" + (f"（{later[-1].reason}）" if later[-1].reason else "")
            comparable.append(
                replace(
                    observation,
                    value=observation.value * factor,
                    verified="derived" if observation.verified != "no" else "no",
                    note="；".join(filter(None, (observation.note, note))),
                )
            )
        else:
            comparable.append(observation)
    return comparable, aside


def factor_of(breaks: Iterable[SeriesBreak]) -> float:
    """Return what values before all these links are multiplied by."""
    factor = 1.0
    for one in breaks:
        factor *= one.factor or 1.0
    return factor


def after(breaks: Sequence[SeriesBreak], year: int) -> tuple[SeriesBreak, ...]:
    """Return the breaks that come after a year's end."""
    return tuple(one for one in breaks if is_before(Period.year(year), one))


def is_before(period: Period, one: SeriesBreak) -> bool:
    """Return whether a period ended before a definition changed; one that spans the change follows the new one."""
    return period.end < one.period.start


def _before(split: SeriesBreak) -> Message:
    zh, en = (f"（{split.reason}）", f" ({split.reason})") if split.reason else ("", "")
    return Message(
        f"在{split.period}口径改变之前{zh}，不与以后的数连接",
        f"before the definition changed in {split.period}{en}; not joined to later values",
    )
