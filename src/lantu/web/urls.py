"""Addresses: Chinese at the root, English under /en/."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

urlpatterns = i18n_patterns(
    path("", include("lantu.web.accounts.urls")),
    path("workbench/reviews/", include("lantu.web.reviews.urls")),
    path("workbench/", include("lantu.web.examinations.urls")),
    path("workbench/", include("lantu.web.workbench.urls")),
    path("", include("lantu.web.portal.urls")),
    prefix_default_language=False,
)
