"""The desk: pages of a plan for those who run it, and the entry of values."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from lantu.monitoring import Standing
from lantu.plan.message import Message
from lantu.plan.period import Period
from lantu.web.accounts.models import User
from lantu.web.evaluations import pages
from lantu.web.evaluations.selectors import monitored
from lantu.web.look.figures import figure, period_words
from lantu.web.look.language import page_language
from lantu.web.look.navigation import PLAN_INDICATOR, address_of
from lantu.web.look.verdicts import verdict_words
from lantu.web.registry.selectors import package_of, plans
from lantu.web.registry.services import MAY_ENTER, enter_observation
from lantu.web.workbench.forms import RELATIONS, STATUSES, ObservationForm


@login_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """List the plans with where each stands."""
    return render(request, "workbench/home.html", {"plans": pages.plan_list()})


@login_required
@require_safe
def overview(request: HttpRequest, slug: str) -> HttpResponse:
    """Show where a plan stands."""
    return pages.overview(request, slug)


@login_required
@require_safe
def indicators(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a plan's indicators."""
    return pages.indicators(request, slug)


@login_required
@require_safe
def data(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """Give one table of a plan as CSV."""
    return pages.data(request, slug, name)


@login_required
@require_safe
def series(request: HttpRequest, slug: str, indicator: str) -> HttpResponse:
    """Give an indicator's values as CSV."""
    return pages.series(request, slug, indicator)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def indicator(request: HttpRequest, slug: str, indicator: str) -> HttpResponse:
    """Show one indicator, with a form for a new value; POST keeps the value and shows what became of the verdict."""
    assert isinstance(request.user, User)
    may_enter = request.user.has_perm(MAY_ENTER)
    if request.method == "POST" and not may_enter:
        raise PermissionDenied
    plan = get_object_or_404(plans(), slug=slug)
    shown = monitored(plan)
    found = pages.indicator_of(shown, indicator).indicator
    package = package_of(plan)
    known = tuple(o for o in package.observations if o.indicator == found.id)
    # A value belongs to the plan's area; a package that names none uses the area of its values.
    region = package.reading.plan.region.code or (known[0].region if known else "")
    form = ObservationForm(request.POST or None, indicator=found, region=region, known=known)
    if request.method == "POST" and form.is_valid():
        observation = form.observation()
        row = enter_observation(plan, request.user, observation, is_revision=form.is_revision)
        before, after = shown.standings.get(found.id), monitored(plan).standings.get(found.id)
        said = _kept(observation.period, observation.value, found.unit or "")
        if before and after:
            said = _and_the_verdict(said, before, after)
        messages.success(request, said.into(page_language()))
        return redirect(f"{address_of('workbench', PLAN_INDICATOR, slug, indicator)}#obs-{row.pk}")
    more = {"form": form, "may_enter": may_enter, "statuses": STATUSES, "relations": RELATIONS, "known": known}
    return pages.indicator(
        request, slug, indicator, template="workbench/indicator.html", status=422 if form.errors else 200, **more
    )


def _kept(period: Period, value: float | None, unit: str) -> Message:
    when = period_words(period)
    return Message(f"{when.zh}{figure(value)}{unit}已入库。", f"Kept: {figure(value)}{unit} for {when.en}.")


def _and_the_verdict(said: Message, before: Standing, after: Standing) -> Message:
    old, new = (verdict_words(standing.verdict, standing.settled) for standing in (before, after))
    if old == new:
        return Message(f"{said.zh}评价仍为{new.zh}。", f"{said.en} The verdict is still: {new.en}.")
    return Message(f"{said.zh}评价由{old.zh}改为{new.zh}。", f"{said.en} The verdict went from {old.en} to {new.en}.")
