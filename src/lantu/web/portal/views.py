"""Public pages: anybody may read them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lantu.web.evaluations import pages
from lantu.web.look import verdicts


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """List the plans, with where each stands."""
    return render(request, "portal/home.html", {"plans": pages.plan_list(), "verdicts": verdicts.VERDICTS})


@require_safe
def overview(request: HttpRequest, slug: str) -> HttpResponse:
    """Show where a plan stands."""
    return pages.overview(request, slug)


@require_safe
def indicators(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a plan's indicators, by verdict, group or commitment."""
    return pages.indicators(request, slug)


@require_safe
def indicator(request: HttpRequest, slug: str, indicator: str) -> HttpResponse:
    """Show one indicator: its way, its verdict worked out, its values."""
    return pages.indicator(request, slug, indicator)


@require_safe
def data(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """Give one table of a plan as CSV."""
    return pages.data(request, slug, name)


@require_safe
def series(request: HttpRequest, slug: str, indicator: str) -> HttpResponse:
    """Give an indicator's values as CSV."""
    return pages.series(request, slug, indicator)


@require_safe
def areas(request: HttpRequest, slug: str, indicator: str) -> HttpResponse:
    """Show one indicator over the areas of a plan."""
    return pages.areas(request, slug, indicator)


@require_safe
def components(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the numbers of every verdict as CSV."""
    return pages.components(request, slug)
