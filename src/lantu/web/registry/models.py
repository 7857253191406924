"""Tables: plans, their versions, and the rows that people add to them."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models


class Plan(models.Model):
    """A plan that is kept here, by the name it has in addresses.

    is_served: whether the server was asked to show it; what is kept of others stays, and is not shown.
    """

    slug = models.CharField(max_length=100, unique=True)
    title = models.CharField(max_length=500)
    is_served = models.BooleanField(default=True)
    added_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.title


class PlanVersion(models.Model):
    """One version of what the plan says: never changed, known by the digest of its content.

    adopted_by: who adopted it after a review; None for what came as a package.
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="versions")
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField()
    adopted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.plan_id} {self.sha256[:12]}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the version. Raises ValueError when it is already there: versions never change."""
        if not self._state.adding:
            raise ValueError("a plan version never changes; register a new one")
        super().save(*args, **kwargs)


class ObservationRow(models.Model):
    """One value of one indicator for one period, as imported or entered; never overwritten.

    A revision takes the place of the rows of the same indicator, region and period that came before
    it, and of those that a package brings later; they are kept and shown. A row that a package
    no longer holds is withdrawn, not deleted. doubts: the warnings that were shown before somebody kept the value all
    the same, [[Chinese, English], ...].
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="observation_rows")
    indicator = models.CharField(max_length=200)
    region = models.CharField(max_length=50, blank=True)
    period = models.CharField(max_length=20)
    value = models.FloatField(null=True)
    status = models.CharField(max_length=200, blank=True)
    verified = models.CharField(max_length=20, blank=True)
    source = models.TextField(blank=True)
    note = models.TextField(blank=True)
    is_revision = models.BooleanField(default=False)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True)
    entered_at = models.DateTimeField(auto_now_add=True)
    doubts = models.JSONField(default=list)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        """Read by plan and indicator, in the order they came."""

        ordering = ("pk",)
        indexes = (models.Index(fields=("plan", "indicator")),)

    def __str__(self) -> str:
        return f"{self.indicator} {self.period}: {self.value}"


class JudgementRow(models.Model):
    """A verdict that somebody gave; it stands beside the computed one.

    entered_by: who gave it here; None for what came with a package.
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="judgement_rows")
    indicator = models.CharField(max_length=200)
    on = models.DateField()
    verdict = models.CharField(max_length=20)
    wording = models.TextField(blank=True)
    by = models.CharField(max_length=300, blank=True)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    entered_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        """Read in the order they came."""

        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.indicator} {self.on}: {self.verdict}"


class ResultRow(models.Model):
    """One reported result of a commitment, or of an indicator in another form; never overwritten."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="result_rows")
    item = models.CharField(max_length=200)
    region = models.CharField(max_length=50, blank=True)
    period = models.CharField(max_length=20)
    kind = models.CharField(max_length=20)
    value = models.FloatField()
    unit = models.CharField(max_length=100, blank=True)
    status = models.CharField(max_length=200, blank=True)
    verified = models.CharField(max_length=20, blank=True)
    source = models.TextField(blank=True)
    note = models.TextField(blank=True)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    entered_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        """Read by plan, in the order they came."""

        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.item} {self.period}: {self.value}"


class SeriesTables(models.Model):
    """What a package brings to know its series by: yearly targets, breaks, choices, areas, roll-up rules, balances.

    Kept whole and never changed; the latest counts.
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="series_tables")
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField()
    added_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.plan_id} {self.sha256[:12]}"


class ChoiceRow(models.Model):
    """Which source somebody chose where several give a value of a period; the latest of a period counts."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="choice_rows")
    indicator = models.CharField(max_length=200)
    region = models.CharField(max_length=50, blank=True)
    period = models.CharField(max_length=20)
    source = models.TextField()
    reason = models.TextField()
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    entered_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Read in the order they came."""

        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.indicator} {self.period}: {self.source}"
