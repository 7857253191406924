"""Addresses of this room, for the faces to take in; the desk puts its guard before each of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.urls import URLPattern, path
from django.views.decorators.http import require_safe

from lantu.web.gazette import pages
from lantu.web.gazette.addresses import LIST_NAMES
from lantu.web.gazette.items import Kind
from lantu.web.look import navigation

_FOLDERS = {
    Kind.TASK: "tasks",
    Kind.COMMITMENT: "commitments",
    Kind.PROJECT: "projects",
    Kind.SYSTEM: "systems",
    Kind.UNIT: "units",
    Kind.POLICY: "policies",
    Kind.FACT: "facts",
}
View = Callable[..., HttpResponse]


def _open(view: View) -> View:
    return view


def shared_addresses(guard: Callable[[View], View] = _open) -> list[URLPattern]:
    """Return the addresses that both faces have besides the document; guard wraps every view."""

    def at(where: str, view: View, name: str, **fixed: Any) -> URLPattern:
        return path(f"plans/<str:slug>/{where}", guard(require_safe(view)), fixed, name=name)

    return [
        at("document/b<int:block>/", pages.passage, navigation.PLAN_PASSAGE),
        *(at(f"{folder}/", pages.items, LIST_NAMES[kind], kind=kind) for kind, folder in _FOLDERS.items()),
        *(
            at(f"{folder}.csv", pages.items_csv, f"{LIST_NAMES[kind]}-csv", kind=kind)
            for kind, folder in _FOLDERS.items()
        ),
    ]


def document_addresses(view: View | None = None) -> list[URLPattern]:
    """Return the addresses of the document; a face that knows more of it has a view of its own, guarded already."""
    view = view or require_safe(pages.document)
    return [
        path("plans/<str:slug>/document/", view, name=navigation.PLAN_DOCUMENT),
        path("plans/<str:slug>/document/<int:page>/", view, name=navigation.PLAN_DOCUMENT_PAGE),
    ]


def desk_addresses(guard: Callable[[View], View]) -> list[URLPattern]:
    """Return the addresses that the desk alone has; guard wraps every view."""
    return [
        path("rules/", guard(require_safe(pages.rules)), name=navigation.RULES),
        path("rules/<str:code>/", guard(require_safe(pages.rule)), name=navigation.RULE),
    ]
