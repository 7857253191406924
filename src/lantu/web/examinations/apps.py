"""Tells Django of this room."""

from __future__ import annotations

from django.apps import AppConfig


class ExaminationsConfig(AppConfig):
    """The room `examinations`."""

    name = "lantu.web.examinations"
    default_auto_field = "django.db.models.BigAutoField"
