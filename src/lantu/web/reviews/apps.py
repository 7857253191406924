"""Tells Django of this room."""

from __future__ import annotations

from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    """The room `reviews`."""

    name = "lantu.web.reviews"
    default_auto_field = "django.db.models.BigAutoField"
