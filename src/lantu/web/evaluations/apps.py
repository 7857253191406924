"""Tells Django of this room."""

from __future__ import annotations

from django.apps import AppConfig


class EvaluationsConfig(AppConfig):
    """The room `evaluations`."""

    name = "lantu.web.evaluations"
    default_auto_field = "django.db.models.BigAutoField"
