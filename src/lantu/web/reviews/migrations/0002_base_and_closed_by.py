from typing import Any

import django.db.models.deletion
from django.db import migrations, models


def fill(apps: Any, schema_editor: Any) -> None:
    """Say of the reviews that are there what they started from, and which of them a newer draft goes on from."""
    Review = apps.get_model("reviews", "Review")
    PlanVersion = apps.get_model("registry", "PlanVersion")
    for row in Review.objects.select_related("previous").order_by("pk"):
        versions = PlanVersion.objects.filter(plan=row.plan, added_at__lte=row.opened_at)
        base = versions.order_by("-pk").first() if row.plan_id else None
        later = Review.objects.filter(previous=row).order_by("-pk").first() if row.version_id is None else None
        # A new draft of a review goes on from the version that review started from.
        if row.previous_id and row.previous.version_id is None:
            base = Review.objects.get(pk=row.previous_id).base
        Review.objects.filter(pk=row.pk).update(base=base, closed_by=later)


class Migration(migrations.Migration):
    dependencies = [("registry", "0003_adopted_by"), ("reviews", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="review",
            name="base",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="registry.planversion"
            ),
        ),
        migrations.AddField(
            model_name="review",
            name="closed_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="reviews.review"
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
