"""Tables: reviews, and the log of decisions, which only grows."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models

from lantu.web.registry.models import Plan, PlanVersion

_ENDING = {"plan", "version", "adopted_by", "adopted_at", "closed_by"}


class Review(models.Model):
    """One reading under review. What was read never changes; how it ended is written when it ends.

    plan: the plan it is a draft of; None until a document that was uploaded is adopted. content, grounds: the reading
    as the machine made it. previous: the review whose decisions were carried over; carried: what became of each.
    base: the plan version it started from; None where there was none yet. version: the plan version made of it.
    counts: [number of the last decision, items in all, left, in doubt], for lists.
    closed_by: the review of a newer draft that goes on from this one, so that this one is adopted no more.
    """

    title = models.CharField(max_length=500)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, null=True, related_name="reviews")
    document_name = models.CharField(max_length=500, blank=True)
    document_sha256 = models.CharField(max_length=64, blank=True)
    content = models.BinaryField()
    grounds = models.BinaryField()
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(auto_now_add=True)
    previous = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="later")
    carried = models.JSONField(default=list)
    base = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, null=True, related_name="+")
    counts = models.JSONField(default=list)
    closed_by = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    version = models.OneToOneField(PlanVersion, on_delete=models.PROTECT, null=True, related_name="review")
    adopted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    adopted_at = models.DateTimeField(null=True)

    class Meta:
        """The latest first."""

        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the review, or write how it ended. Raises ValueError for any other change."""
        if not self._state.adding and set(kwargs.get("update_fields") or ("all",)) - _ENDING:
            raise ValueError("a review's reading never changes; open a new review")
        super().save(*args, **kwargs)

    @property
    def is_open(self) -> bool:
        """Whether decisions can still be made in it: neither adopted nor closed by a newer draft."""
        return self.version_id is None and self.closed_by_id is None


class DecisionRow(models.Model):
    """One decision of the log: never changed, never deleted.

    number: its place in the log, from 1. record: the decision as `lantu.plan.review.record` writes it. is_carried:
    whether it was made in an earlier review and still applies.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="decision_rows")
    number = models.PositiveIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    record = models.JSONField()
    is_carried = models.BooleanField(default=False)

    class Meta:
        """Read in the order they were made; no two have the same place."""

        ordering = ("review", "number")
        constraints = (models.UniqueConstraint(fields=("review", "number"), name="one_decision_a_number"),)

    def __str__(self) -> str:
        return f"{self.review_id}/{self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the decision. Raises ValueError when it is already there."""
        if not self._state.adding:
            raise ValueError("a decision never changes; take it back with another")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Raises ValueError: the log only grows."""
        raise ValueError("a decision is never deleted; take it back with another")
