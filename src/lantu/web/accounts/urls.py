"""Addresses of accounts."""

from __future__ import annotations

from django.urls import path

from lantu.web.accounts import views

app_name = "accounts"
urlpatterns = [
    path("login/", views.login, name="login"),
    path("password/", views.password, name="password"),
    path("logout/", views.logout, name="logout"),
]
