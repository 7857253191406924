import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("registry", "0003_adopted_by"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ResultRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("item", models.CharField(max_length=200)),
                ("region", models.CharField(blank=True, max_length=50)),
                ("period", models.CharField(max_length=20)),
                ("kind", models.CharField(max_length=20)),
                ("value", models.FloatField()),
                ("unit", models.CharField(blank=True, max_length=100)),
                ("status", models.CharField(blank=True, max_length=200)),
                ("verified", models.CharField(blank=True, max_length=20)),
                ("source", models.TextField(blank=True)),
                ("note", models.TextField(blank=True)),
                ("entered_at", models.DateTimeField(auto_now_add=True)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                (
                    "entered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="result_rows", to="registry.plan"
                    ),
                ),
            ],
            options={"ordering": ("pk",)},
        ),
    ]
