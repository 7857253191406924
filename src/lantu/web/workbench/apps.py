"""Tells Django of this room."""

from __future__ import annotations

from django.apps import AppConfig


class WorkbenchConfig(AppConfig):
    """The room `workbench`."""

    name = "lantu.web.workbench"
    default_auto_field = "django.db.models.BigAutoField"
