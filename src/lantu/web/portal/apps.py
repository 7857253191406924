"""Tells Django of this room."""

from __future__ import annotations

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """The room `portal`."""

    name = "lantu.web.portal"
    default_auto_field = "django.db.models.BigAutoField"
