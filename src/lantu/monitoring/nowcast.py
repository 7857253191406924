"""The year that is still running: its whole from the part that is known and the same part of the year before."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass

from lantu.monitoring.case import Case
from lantu.monitoring.printed import bracketed, exact
from lantu.plan.period import PeriodKind
from lantu.plan.status import is_total

_MONTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF: 6}


@dataclass(frozen=True, slots=True)
class Nowcast:
    """The value a running year is heading for.

    share: how much of the year is known, above 0 and below 1. working: the sum behind the value.
    """

    year: int
    value: float
    share: float
    working: str


def nowcast(case: Case, last_year: int, last: float, by_ratio: bool) -> Nowcast | None:
    """Return what the year after the last whole one is heading for; None where no part of it can be compared.

    Parts count where the same part of the year before is known in the same way (a total since January beside a total
    since January). The whole changes as the known part did: by ratio for amounts, else by difference. Of several ways
    the one that knows most of the year is used.
    """
    known: defaultdict[tuple[PeriodKind, bool], dict[tuple[int, int], float]] = defaultdict(dict)
    for part in case.series.parts:
        if part.period.kind in _MONTHS and part.value is not None:
            known[part.period.kind, is_total(part)][part.period.last_year, part.period.end.month] = part.value
    found = [
        one
        for (kind, since_january), values in known.items()
        if (one := _from(values, kind, since_january, last_year, last, by_ratio)) is not None
    ]
    return max(found, key=lambda one: one.share, default=None)


def _from(
    values: dict[tuple[int, int], float],
    kind: PeriodKind,
    since_january: bool,
    last_year: int,
    last: float,
    by_ratio: bool,
) -> Nowcast | None:
    months = sorted(month for year, month in values if year == last_year + 1 and (last_year, month) in values)
    if not months:
        return None
    used = months[-1:] if since_january else months
    now = math.fsum(values[last_year + 1, month] for month in used)
    before = math.fsum(values[last_year, month] for month in used)
    share = months[-1] / 12 if since_january else len(used) * _MONTHS[kind] / 12
    if share >= 1:
        return None
    if by_ratio:
        if min(now, before) <= 0:
            return None
        return Nowcast(last_year + 1, last * now / before, share, f"{exact(last)} × {exact(now)} ÷ {exact(before)}")
    # Levels of several months are compared by their mean.
    change = (now - before) / len(used)
    return Nowcast(
        last_year + 1, last + change, share,
        f"{exact(last)} + ({exact(now)} − {bracketed(exact(before))}) ÷ {len(used)}",
    )  # fmt: skip
