"""Add plans, versions and values; nothing here changes or deletes what is there."""

from __future__ import annotations

from collections.abc import Collection

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from lantu.plan.observation import Observation
from lantu.plan.package import Package
from lantu.web.accounts.models import User
from lantu.web.registry.bridge import pack, to_judgement, to_judgement_row, to_observation, to_observation_row
from lantu.web.registry.models import JudgementRow, ObservationRow, Plan, PlanVersion

MAY_ENTER = "registry.add_observationrow"


@transaction.atomic
def register(package: Package, slug: str) -> Plan:
    """Take a package in: a new version if the plan says something new, and the rows that are new.

    Rows that came with an earlier package and are not in this one are withdrawn; what people entered stays.
    """
    plan, _ = Plan.objects.update_or_create(slug=slug, defaults={"title": (package.reading.plan.title or slug)[:500]})
    digest, content = pack(package.reading)
    latest = plan.versions.order_by("-pk").first()
    if latest is None or latest.sha256 != digest:
        PlanVersion.objects.create(plan=plan, sha256=digest, content=content)
    _take_observations(plan, package)
    _take_judgements(plan, package)
    return plan


@transaction.atomic
def serve_only(slugs: Collection[str]) -> list[str]:
    """Show these plans and no others; return the titles of those that are kept and not shown."""
    Plan.objects.update(is_served=False)
    Plan.objects.filter(slug__in=slugs).update(is_served=True)
    return list(Plan.objects.filter(is_served=False).order_by("pk").values_list("title", flat=True))


def _take_observations(plan: Plan, package: Package) -> None:
    kept = ObservationRow.objects.filter(plan=plan, entered_by=None, withdrawn_at=None)
    known = {to_observation(row): row.pk for row in kept}
    fresh = dict.fromkeys(package.observations)
    kept.filter(pk__in=[pk for value, pk in known.items() if value not in fresh]).update(withdrawn_at=timezone.now())
    ObservationRow.objects.bulk_create(to_observation_row(plan, value) for value in fresh if value not in known)


def _take_judgements(plan: Plan, package: Package) -> None:
    kept = JudgementRow.objects.filter(plan=plan, withdrawn_at=None)
    known = {to_judgement(row): row.pk for row in kept}
    fresh = dict.fromkeys(package.judgements)
    kept.filter(pk__in=[pk for value, pk in known.items() if value not in fresh]).update(withdrawn_at=timezone.now())
    JudgementRow.objects.bulk_create(to_judgement_row(plan, value) for value in fresh if value not in known)


def enter_observation(plan: Plan, user: User, observation: Observation, *, is_revision: bool) -> ObservationRow:
    """Keep a value that a user gives; as a revision it takes the place of earlier ones of the same period.

    Raises PermissionDenied when the user may not enter values.
    """
    if not user.has_perm(MAY_ENTER):
        raise PermissionDenied
    row = to_observation_row(plan, observation)
    row.entered_by = user
    row.is_revision = is_revision
    row.save()
    return row
