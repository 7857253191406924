"""Addresses of the review screen; all of them ask for a log-in."""

from __future__ import annotations

from django.urls import path

from lantu.web.reviews import decisions, views

app_name = "reviews"
urlpatterns = [
    path("", views.listing, name="list"),
    path("upload/", views.upload, name="upload"),
    path("plans/<str:slug>/", views.open_of_plan, name="open"),
    path("<int:review>/", views.review, name="review"),
    path("<int:review>/items/<str:item>/", views.item, name="item"),
    path("<int:review>/decide/", decisions.decide, name="decide"),
    path("<int:review>/sure/", views.sure, name="sure"),
    path("<int:review>/reread/", views.reread, name="reread"),
    path("<int:review>/log/", views.log, name="log"),
    path("<int:review>/adopt/", views.adopt, name="adopt"),
]
