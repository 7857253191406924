"""Public addresses. Every one of them is also named in tests/web/test_every_address_is_guarded.py."""

from __future__ import annotations

from django.urls import path

from lantu.web.gazette.urls import document_addresses, shared_addresses
from lantu.web.look import navigation
from lantu.web.portal import views

app_name = "portal"
urlpatterns = [
    path("", views.home, name="home"),
    path("plans/<str:slug>/", views.overview, name=navigation.PLAN_OVERVIEW),
    path("plans/<str:slug>/data/<str:name>.csv", views.data, name=navigation.PLAN_DATA),
    path("plans/<str:slug>/indicators/", views.indicators, name=navigation.PLAN_INDICATORS),
    path("plans/<str:slug>/indicators/<str:indicator>/", views.indicator, name=navigation.PLAN_INDICATOR),
    path("plans/<str:slug>/indicators/<str:indicator>/series.csv", views.series, name=navigation.PLAN_SERIES),
    path("plans/<str:slug>/indicators/<str:indicator>/areas/", views.areas, name=navigation.PLAN_AREAS),
    path("plans/<str:slug>/components.csv", views.components, name=navigation.PLAN_COMPONENTS),
    *document_addresses(),
    *shared_addresses(),
]
