"""Tells Django of this room."""

from __future__ import annotations

from django.apps import AppConfig


class LookConfig(AppConfig):
    """The room `look`."""

    name = "lantu.web.look"
    default_auto_field = "django.db.models.BigAutoField"
