"""Two versions of a plan side by side: what the newer one solved, kept and brought."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from lantu.checking.comparison import Comparison, compare
from lantu.checking.waivers import waive
from lantu.web.examinations.bridge import to_waiver
from lantu.web.examinations.selectors import waivers_of
from lantu.web.gazette.findings import findings_of
from lantu.web.registry.models import Plan, PlanVersion
from lantu.web.registry.selectors import reading_of


@dataclass(frozen=True, slots=True)
class Draft:
    """A version of a plan by its ordinal, from 1."""

    number: int
    row: int
    at: datetime


def chosen_versions(plan: Plan, wanted: Mapping[str, str]) -> tuple[list[Draft], Draft | None, Draft]:
    """Return every version, the latest first, and the two an address asks for (old, new by ordinal).

    Where nothing is asked for they are the last two; old is None for a plan of one version.
    """
    rows = list(plan.versions.order_by("pk").values_list("pk", "added_at"))
    drafts = [Draft(number, pk, at) for number, (pk, at) in enumerate(rows, 1)]
    by_number = {str(draft.number): draft for draft in drafts}
    new = by_number.get(wanted.get("new", ""), drafts[-1])
    before = drafts[new.number - 2] if new.number > 1 else None
    old = by_number.get(wanted.get("old", ""), before or (drafts[-1] if len(drafts) > 1 else None))
    return drafts[::-1], old, new


def between(plan: Plan, old: Draft, new: Draft, on: date) -> Comparison:
    """Return what the new version solved, kept and brought, as `lantu check --against` tells it.

    Both are checked with today's rules; what waivers let stand is neither kept nor brought.
    """
    reading = reading_of(PlanVersion.objects.get(pk=new.row))
    found = findings_of(reading)
    waivers = [to_waiver(row, number) for number, row in enumerate(waivers_of(plan), 1)]
    standing = waive(found, waivers, reading, on).standing
    before = findings_of(reading_of(PlanVersion.objects.get(pk=old.row)))
    of_this = set(found)
    return compare(before, found).only([finding for finding in standing if finding in of_this])
