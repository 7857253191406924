from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reviews", "0002_base_and_closed_by")]

    operations = [migrations.AddField(model_name="review", name="counts", field=models.JSONField(default=list))]
