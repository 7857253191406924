"""Tables: what checking found in each version, and what people did about it. Rows are added, never changed."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models

from lantu.web.registry.models import Plan, PlanVersion


class Kept(models.Model):
    """A row that stays as it was written."""

    class Meta:
        """No table of its own."""

        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the row. Raises ValueError when it is already there."""
        if not self._state.adding:
            raise ValueError("what is on record never changes; add to it")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Raises ValueError: the record only grows."""
        raise ValueError("what is on record is never deleted; add to it")


class Examination(Kept):
    """What checking found in a version of a plan: findings in their order, as one compressed JSON object."""

    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="examinations")
    digest = models.CharField(max_length=64)
    content = models.BinaryField()
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.version_id} {self.digest[:12]}"


class Matter(Kept):
    """One thing that was found, known by the same number as long as drafts keep it."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="matters")
    code = models.CharField(max_length=20)

    def __str__(self) -> str:
        return f"{self.code} #{self.pk}"


class Sighting(Kept):
    """Which finding of an examination a matter is; number: its place there, from 1."""

    examination = models.ForeignKey(Examination, on_delete=models.PROTECT, related_name="sightings")
    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="sightings")
    number = models.PositiveIntegerField()

    class Meta:
        """A finding is one matter, and a matter one finding."""

        constraints = (
            models.UniqueConstraint(fields=("examination", "number"), name="one_matter_a_finding"),
            models.UniqueConstraint(fields=("examination", "matter"), name="one_finding_a_matter"),
        )

    def __str__(self) -> str:
        return f"{self.matter_id} in {self.examination_id}"


class Act(Kept):
    """One thing somebody did about a matter.

    kind: assigned, said, resolved or reopened. words: what was said or done. to, due: for assignments; to is None where
    it was taken from everybody. version: the plan's version at that time.
    """

    class Kind(models.TextChoices):
        """What can be done, letting stand aside: that is a waiver."""

        ASSIGNED = "assigned"
        SAID = "said"
        RESOLVED = "resolved"
        REOPENED = "reopened"

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="acts")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    words = models.TextField(blank=True)
    to = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    due = models.DateField(null=True)
    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Read in the order they were done."""

        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.matter_id} {self.kind}"


class WaiverRow(Kept):
    """A waiver as `lantu.checking.waivers` has it; matter: the one it was given for, None for what a file brought."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="waiver_rows")
    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, null=True, related_name="waiver_rows")
    rule = models.CharField(max_length=20)
    item = models.CharField(max_length=200, blank=True)
    quote = models.TextField(blank=True)
    reason = models.TextField()
    allowed_by = models.CharField(max_length=300)
    until = models.DateField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Read in the order they were given."""

        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.rule} {self.quote or self.item}"


class WaiverEnd(Kept):
    """That a waiver was taken back, by whom and why."""

    waiver = models.OneToOneField(WaiverRow, on_delete=models.PROTECT, related_name="end")
    words = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.waiver_id}"
