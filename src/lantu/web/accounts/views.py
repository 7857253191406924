"""Log in, log out."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import views
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.views.decorators.debug import sensitive_post_parameters

from lantu.web.accounts.addresses import address_of
from lantu.web.accounts.selectors import WINDOW, is_locked_out
from lantu.web.accounts.services import forget_failed_logins, note_failed_login


class Login(views.LoginView):
    """The log-in page; the sixth wrong password in a quarter of an hour is answered with 429."""

    template_name = "accounts/login.html"
    redirect_authenticated_user = True

    @method_decorator(sensitive_post_parameters("password"))
    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Check the password, unless this name or address has failed too often."""
        if is_locked_out(self._name(), address_of(request)):
            return too_many(request)
        return super().post(request, *args, **kwargs)

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """Let the user in and forget their earlier slips."""
        forget_failed_logins(self._name(), address_of(self.request))
        return super().form_valid(form)

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        """Count the slip and show the form again."""
        note_failed_login(self._name(), address_of(self.request))
        return super().form_invalid(form)

    def _name(self) -> str:
        return self.request.POST.get("username", "").strip()[:150]


def too_many(request: HttpRequest) -> HttpResponse:
    """Say that log-ins must wait, and how long."""
    response = render(request, "429.html", {"minutes": int(WINDOW.total_seconds() // 60)}, status=429)
    response.headers["Retry-After"] = str(int(WINDOW.total_seconds()))
    return response


login = Login.as_view()
logout = views.LogoutView.as_view()
