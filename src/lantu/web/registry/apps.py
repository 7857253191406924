"""Tells Django of this room."""

from __future__ import annotations

from django.apps import AppConfig


class RegistryConfig(AppConfig):
    """The room `registry`."""

    name = "lantu.web.registry"
    default_auto_field = "django.db.models.BigAutoField"
