"""Tables of the desk: reports that were read for results."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from lantu.web.registry.models import Plan


class Report(models.Model):
    """A report that somebody gave to be read for the results of a plan; kept as it was read, never changed.

    sha256: of the file. content: the reading, packed as versions of plans are.
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="reports")
    name = models.CharField(max_length=300)
    title = models.CharField(max_length=500, blank=True)
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField()
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """The newest first; a file is kept once for a plan."""

        ordering = ("-pk",)
        constraints = (models.UniqueConstraint(fields=("plan", "sha256"), name="one_report_a_file"),)

    def __str__(self) -> str:
        return f"{self.plan_id} {self.name}"
