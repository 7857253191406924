"""Add plans, versions and values; nothing here changes or deletes what is there."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from lantu.plan.message import Message
from lantu.plan.observation import Observation
from lantu.plan.package import Package
from lantu.plan.reading import Reading
from lantu.plan.result import Result
from lantu.plan.series_break import Choice
from lantu.plan.verdict import Judgement
from lantu.web.accounts.models import User
from lantu.web.registry.bridge import (
    pack,
    pack_tables,
    to_judgement,
    to_judgement_row,
    to_observation,
    to_observation_row,
    to_result,
    to_result_row,
)
from lantu.web.registry.models import (
    ChoiceRow,
    JudgementRow,
    ObservationRow,
    Plan,
    PlanVersion,
    ResultRow,
    SeriesTables,
)

MAY_ENTER = "registry.add_observationrow"


@transaction.atomic
def register(package: Package, slug: str) -> Plan:
    """Take a package in: a new version if the plan says something new, and the rows that are new.

    Rows that came with an earlier package and are not in this one are withdrawn; what people entered stays.
    """
    plan = Plan.objects.filter(slug=slug).first()
    digest, content = pack(package.reading)
    # What people adopted since stays in force as long as the package says the same as before.
    latest = plan.versions.filter(adopted_by=None).order_by("-pk").first() if plan else None
    if plan is None or latest is None or latest.sha256 != digest:
        title = (package.reading.plan.title or slug)[:500]
        plan, _ = Plan.objects.update_or_create(slug=slug, defaults={"title": title})
        PlanVersion.objects.create(plan=plan, sha256=digest, content=content)
    _take_observations(plan, package)
    _take_judgements(plan, package)
    _take_results(plan, package)
    _take_tables(plan, package)
    return plan


@transaction.atomic
def add_version(reading: Reading, slug: str, *, adopted_by: User) -> PlanVersion:
    """Add the version of a plan that somebody adopted, and show it; its observations and verdicts stay as they are."""
    title = (reading.plan.title or slug)[:500]
    plan, _ = Plan.objects.update_or_create(slug=slug, defaults={"title": title, "is_served": True})
    digest, content = pack(reading)
    return PlanVersion.objects.create(plan=plan, sha256=digest, content=content, adopted_by=adopted_by)


@transaction.atomic
def serve_only(slugs: Collection[str]) -> list[str]:
    """Show these plans and those that never were a package but were adopted here; return the titles of the others."""
    Plan.objects.update(is_served=False)
    of_packages = PlanVersion.objects.filter(adopted_by=None).values("plan")
    Plan.objects.filter(Q(slug__in=slugs) | ~Q(pk__in=of_packages)).update(is_served=True)
    return list(Plan.objects.filter(is_served=False).order_by("pk").values_list("title", flat=True))


def _take_observations(plan: Plan, package: Package) -> None:
    kept = ObservationRow.objects.filter(plan=plan, entered_by=None, withdrawn_at=None)
    known = {to_observation(row): row.pk for row in kept}
    fresh = dict.fromkeys(package.observations)
    kept.filter(pk__in=[pk for value, pk in known.items() if value not in fresh]).update(withdrawn_at=timezone.now())
    ObservationRow.objects.bulk_create(to_observation_row(plan, value) for value in fresh if value not in known)


def _take_tables(plan: Plan, package: Package) -> None:
    digest, content = pack_tables(package)
    latest = plan.series_tables.order_by("-pk").first()
    if latest is None or latest.sha256 != digest:
        SeriesTables.objects.create(plan=plan, sha256=digest, content=content)


def _take_judgements(plan: Plan, package: Package) -> None:
    kept = JudgementRow.objects.filter(plan=plan, entered_by=None, withdrawn_at=None)
    known = {to_judgement(row): row.pk for row in kept}
    fresh = dict.fromkeys(package.judgements)
    kept.filter(pk__in=[pk for value, pk in known.items() if value not in fresh]).update(withdrawn_at=timezone.now())
    JudgementRow.objects.bulk_create(to_judgement_row(plan, value) for value in fresh if value not in known)


def _take_results(plan: Plan, package: Package) -> None:
    kept = ResultRow.objects.filter(plan=plan, entered_by=None, withdrawn_at=None)
    known = {to_result(row): row.pk for row in kept}
    fresh = dict.fromkeys(package.results)
    kept.filter(pk__in=[pk for value, pk in known.items() if value not in fresh]).update(withdrawn_at=timezone.now())
    ResultRow.objects.bulk_create(to_result_row(plan, value) for value in fresh if value not in known)


def enter_observation(
    plan: Plan, user: User, observation: Observation, *, is_revision: bool, doubts: Sequence[Message] = ()
) -> ObservationRow:
    """Keep a value that a user gives; as a revision it takes the place of earlier ones of the same period.

    doubts: the warnings that the user has seen and kept the value in spite of.
    Raises PermissionDenied when the user may not enter values.
    """
    if not user.has_perm(MAY_ENTER):
        raise PermissionDenied
    row = to_observation_row(plan, observation)
    row.entered_by = user
    row.is_revision = is_revision
    row.doubts = [[doubt.zh, doubt.en] for doubt in doubts]
    row.save()
    return row


def enter_judgement(plan: Plan, user: User, judgement: Judgement) -> JudgementRow:
    """Keep a verdict that a user gives in their own name; it stands beside the computed one and earlier ones.

    Raises PermissionDenied when the user may not enter values.
    """
    if not user.has_perm(MAY_ENTER):
        raise PermissionDenied
    row = to_judgement_row(plan, judgement)
    row.by = user.display_name[:300]
    row.entered_by = user
    row.save()
    return row


def choose(plan: Plan, user: User, choice: Choice) -> ChoiceRow:
    """Keep which source a user chose for a period, in their own name; earlier choices stay on record.

    Raises PermissionDenied when the user may not enter values.
    """
    if not user.has_perm(MAY_ENTER):
        raise PermissionDenied
    return ChoiceRow.objects.create(
        plan=plan, indicator=choice.indicator, region=choice.region, period=str(choice.period), source=choice.source,
        reason=choice.reason, entered_by=user,
    )  # fmt: skip


def enter_result(plan: Plan, user: User, result: Result) -> ResultRow:
    """Keep a reported result that a user has accepted; it stands beside what was there.

    Raises PermissionDenied when the user may not enter values.
    """
    if not user.has_perm(MAY_ENTER):
        raise PermissionDenied
    row = to_result_row(plan, result)
    row.entered_by = user
    row.save()
    return row
