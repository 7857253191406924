"""Addresses of the desk; all of them ask for a log-in."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.urls import path

from lantu.web.gazette.urls import desk_addresses, shared_addresses
from lantu.web.look import navigation
from lantu.web.workbench import report_views, views

app_name = "workbench"
urlpatterns = [
    path("", views.home, name="home"),
    path("plans/<str:slug>/", views.overview, name=navigation.PLAN_OVERVIEW),
    path("plans/<str:slug>/data/<str:name>.csv", views.data, name=navigation.PLAN_DATA),
    path("plans/<str:slug>/indicators/", views.indicators, name=navigation.PLAN_INDICATORS),
    path("plans/<str:slug>/indicators/<str:indicator>/", views.indicator, name=navigation.PLAN_INDICATOR),
    path("plans/<str:slug>/indicators/<str:indicator>/series.csv", views.series, name=navigation.PLAN_SERIES),
    path("plans/<str:slug>/indicators/<str:indicator>/areas/", views.areas, name=navigation.PLAN_AREAS),
    path("plans/<str:slug>/indicators/<str:indicator>/verdict/", views.verdict, name=navigation.PLAN_VERDICT),
    path("plans/<str:slug>/indicators/<str:indicator>/choice/", views.choice, name=navigation.PLAN_CHOICE),
    path("plans/<str:slug>/components.csv", views.components, name=navigation.PLAN_COMPONENTS),
    path("plans/<str:slug>/results/", report_views.results, name=navigation.PLAN_RESULTS),
    path("plans/<str:slug>/results/<int:report>/", report_views.report, name=navigation.PLAN_REPORT),
    *shared_addresses(login_required),
    *desk_addresses(login_required),
]
