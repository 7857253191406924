"""Pages that say what went wrong."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that a form came without its token: too old, or sent from elsewhere."""
    return render(request, "403.html", {"stale_form": True}, status=403)
