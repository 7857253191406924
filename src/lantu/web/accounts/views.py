"""Log in, change one's password, log out."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth import views
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.views.decorators.debug import sensitive_post_parameters

from lantu.plan.message import Message
from lantu.web.accounts.addresses import address_of
from lantu.web.accounts.selectors import WINDOW, is_locked_out
from lantu.web.accounts.services import forget_failed_logins, note_failed_login
from lantu.web.look.language import page_language


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


class PasswordChange(views.PasswordChangeView):
    """The page where somebody who is logged in gives themselves a new password; their other sessions end."""

    template_name = "accounts/password.html"
    success_url = reverse_lazy("workbench:home")

    def form_valid(self, form: PasswordChangeForm) -> HttpResponse:
        """Keep the new password and say so."""
        said = Message("密码已改。别处的登录都已退出。", "Your password is changed. Log-ins elsewhere have ended.")
        messages.success(self.request, said.into(page_language()))
        return super().form_valid(form)


def too_many(request: HttpRequest) -> HttpResponse:
    """Say that log-ins must wait, and how long."""
    response = render(request, "429.html", {"minutes": int(WINDOW.total_seconds() // 60)}, status=429)
    response.headers["Retry-After"] = str(int(WINDOW.total_seconds()))
    return response


login = Login.as_view()
password = PasswordChange.as_view()
logout = views.LogoutView.as_view()
