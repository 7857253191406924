"""Tells Django of this room."""

from __future__ import annotations

from django.apps import AppConfig


class GazetteConfig(AppConfig):
    """The room `gazette`."""

    name = "lantu.web.gazette"
    default_auto_field = "django.db.models.BigAutoField"
