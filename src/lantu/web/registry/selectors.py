"""Read plans and their rows; what was parsed once is kept in memory until a row changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from django.db.models import Count, Max, QuerySet

from lantu.plan.message import Message
from lantu.plan.observation import Observation
from lantu.plan.package import Package
from lantu.plan.reading import Reading
from lantu.plan.series_break import Choice
from lantu.web.registry.bridge import to_choice, to_judgement, to_observation, to_result, unpack, unpack_tables
from lantu.web.registry.models import (
    ChoiceRow,
    JudgementRow,
    ObservationRow,
    Plan,
    PlanVersion,
    ResultRow,
    SeriesTables,
)

Stamp = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """An observation with its row's history: who entered it, when, and whether it still counts.

    by: "" for values that came with the package. replaced: a person's revision stands in its place.
    came_later: it came with the package after the revision that stands in its place. doubts: the warnings in spite of
    which it was kept.
    """

    row: int
    observation: Observation
    by: str
    at: datetime
    replaced: bool
    came_later: bool = False
    doubts: tuple[Message, ...] = ()


def plans() -> QuerySet[Plan]:
    """Return every plan that is to be shown, in the order they were added."""
    return Plan.objects.filter(is_served=True).order_by("pk")


def stamp(plan: Plan) -> Stamp:
    """Return numbers that change whenever the plan's version or a row of it changes."""
    version = plan.versions.aggregate(last=Max("pk"))["last"] or 0
    observed = plan.observation_rows.aggregate(last=Max("pk"), withdrawn=Count("withdrawn_at"))
    judged = plan.judgement_rows.aggregate(last=Max("pk"), withdrawn=Count("withdrawn_at"))
    reported = plan.result_rows.aggregate(last=Max("pk"), withdrawn=Count("withdrawn_at"))
    tables = plan.series_tables.aggregate(last=Max("pk"))["last"] or 0
    chosen = plan.choice_rows.aggregate(last=Max("pk"))["last"] or 0
    counts = (one[key] or 0 for one in (observed, judged, reported) for key in ("last", "withdrawn"))
    return (version, *counts, tables, chosen)


def package_of(plan: Plan, at: Stamp | None = None) -> Package:
    """Return everything known of the plan now: its latest version and the rows that count.

    at: the plan's stamp, where the caller has just taken it.
    """
    return _package(plan.pk, at or stamp(plan))


def reading_of(version: PlanVersion) -> Reading:
    """Return what a version of a plan says."""
    return _reading(version.pk)


def entries(plan: Plan, indicator: str) -> list[Entry]:
    """Return every value ever given for an indicator and not withdrawn, oldest entry first."""
    rows = list(
        plan.observation_rows.filter(indicator=indicator, withdrawn_at=None).select_related("entered_by").order_by("pk")
    )
    in_force = _in_force(rows)
    counting = {row.pk for row in in_force}
    revised = {(row.region, row.period): row.pk for row in in_force if row.is_revision}
    return [
        Entry(
            row=row.pk,
            observation=to_observation(row),
            by=row.entered_by.display_name if row.entered_by else "",
            at=row.entered_at,
            replaced=row.pk not in counting,
            came_later=row.pk not in counting and row.pk > revised[row.region, row.period],
            doubts=tuple(Message(zh, en) for zh, en in row.doubts),
        )
        for row in rows
    ]


def choices_made(plan: Plan, indicator: str) -> dict[Choice, datetime]:
    """Return when people chose the sources of an indicator's values; of equal choices the last time."""
    rows = plan.choice_rows.filter(indicator=indicator).select_related("entered_by").order_by("pk")
    return {to_choice(row): row.entered_at for row in rows}


@lru_cache(maxsize=32)
def _package(plan: int, at: Stamp) -> Package:
    observed = ObservationRow.objects.filter(plan_id=plan, withdrawn_at=None).order_by("pk")
    judged = JudgementRow.objects.filter(plan_id=plan, withdrawn_at=None).order_by("pk")
    reported = ResultRow.objects.filter(plan_id=plan, withdrawn_at=None).order_by("pk")
    chosen = ChoiceRow.objects.filter(plan_id=plan).select_related("entered_by").order_by("pk")
    tables = SeriesTables.objects.filter(plan_id=plan).order_by("-pk").first()
    parts = unpack_tables(bytes(tables.content)) if tables else {}
    # A person's choice goes after the package's: of one period the last counts.
    choices = (*parts.pop("choices", ()), *(to_choice(row) for row in chosen))
    return Package(
        _reading(at[0]),
        tuple(to_observation(row) for row in _in_force(observed)),
        tuple(to_judgement(row) for row in judged),
        tuple(to_result(row) for row in reported),
        choices=choices,
        **parts,
    )


@lru_cache(maxsize=32)
def _reading(version: int) -> Reading:
    return unpack(bytes(PlanVersion.objects.get(pk=version).content))


def _in_force(rows: Iterable[ObservationRow]) -> list[ObservationRow]:
    """Return the rows that no revision of the same indicator, region and period replaced.

    A revision replaces what came before it, and what a package brings later too: it stays in force until a person
    decides otherwise.
    """
    counting: dict[tuple[str, str, str], list[ObservationRow]] = {}
    revised: set[tuple[str, str, str]] = set()
    for row in rows:
        key = (row.indicator, row.region, row.period)
        if row.is_revision:
            counting[key] = [row]
            revised.add(key)
        elif row.entered_by_id is not None or key not in revised:
            counting.setdefault(key, []).append(row)
    return sorted((row for group in counting.values() for row in group), key=lambda row: row.pk)
