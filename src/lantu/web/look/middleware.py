"""Headers that close what no page needs."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

_CLOSED = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"


def closed_features(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Tell browsers that no page uses camera, microphone, place or payment."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        response.headers.setdefault("Permissions-Policy", _CLOSED)
        return response

    return middleware


def head_without_body(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Answer HEAD with the headers of GET and no body, as the server expects it."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        if request.method == "HEAD" and not response.streaming:
            response.content = b""
        return response

    return middleware
