"""Addresses of the findings, and of the text they stand in; all of them ask for a log-in."""

from __future__ import annotations

from django.urls import path

from lantu.web.examinations import views, waiver_views
from lantu.web.gazette.urls import document_addresses
from lantu.web.look import navigation

app_name = "examinations"
urlpatterns = [
    *document_addresses(views.document),
    path("findings/", views.mine, name=navigation.MY_FINDINGS),
    path("plans/<str:slug>/findings/", views.listing, name=navigation.PLAN_FINDINGS),
    path("plans/<str:slug>/findings/<int:matter>/", views.one, name=navigation.PLAN_FINDING),
    path("plans/<str:slug>/findings/log/", views.log, name=navigation.PLAN_FINDINGS_LOG),
    path("plans/<str:slug>/findings/versions/", views.versions, name=navigation.PLAN_FINDINGS_VERSIONS),
    path("plans/<str:slug>/findings/opinion.<str:ending>", views.opinion, name=navigation.PLAN_OPINION),
    path("plans/<str:slug>/findings/waivers/", waiver_views.waivers, name=navigation.PLAN_WAIVERS),
    path("plans/<str:slug>/findings/waivers.<str:ending>", waiver_views.as_file, name=navigation.PLAN_WAIVERS_FILE),
]
