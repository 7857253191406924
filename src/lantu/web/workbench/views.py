"""The desk: pages of a plan for those who run it, and the entry of values."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from lantu.monitoring import Standing
from lantu.plan.message import Message
from lantu.plan.period import Period
from lantu.plan.series_break import Choice
from lantu.plan.verdict import Verdict
from lantu.web.accounts.models import User
from lantu.web.evaluations import pages
from lantu.web.evaluations.selectors import monitored
from lantu.web.look.figures import figure, period_words
from lantu.web.look.language import page_language
from lantu.web.look.navigation import PLAN_INDICATOR, address_of
from lantu.web.look.verdicts import verdict_words
from lantu.web.registry.selectors import plans
from lantu.web.registry.services import MAY_ENTER, choose, enter_judgement, enter_observation
from lantu.web.workbench.forms import RELATIONS, STATUSES, ChoiceForm, JudgementForm, ObservationForm


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
@require_safe
def areas(request: HttpRequest, slug: str, indicator: str) -> HttpResponse:
    """Show one indicator over the areas of a plan."""
    return pages.areas(request, slug, indicator)


@login_required
@require_safe
def components(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the numbers of every verdict as CSV."""
    return pages.components(request, slug)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def indicator(request: HttpRequest, slug: str, indicator: str) -> HttpResponse:
    """Show one indicator, with a form for a new value; POST keeps the value and shows what became of the verdict.

    A value in doubt is shown again with the reasons; sent once more, it is kept all the same.
    """
    desk = _Desk(request, slug, indicator)
    if request.method == "POST":
        desk.must_be_allowed()
        form = desk.value_form(request.POST)
        if form.is_valid() and form.is_sure:
            observation = form.observation()
            row = enter_observation(
                desk.plan, desk.user, observation, is_revision=form.is_revision, doubts=form.doubts
            )  # fmt: skip
            said = _kept(observation.period, observation.value, desk.indicator.unit or "")
            return desk.kept(said, f"obs-{row.pk}")
        return desk.page(422, form=form)
    return desk.page(200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def verdict(request: HttpRequest, slug: str, indicator: str) -> HttpResponse:
    """Keep a verdict in one's own name, with its reason; it stands beside the computed one."""
    desk = _Desk(request, slug, indicator)
    if request.method != "POST":
        return redirect(desk.address)
    desk.must_be_allowed()
    form = JudgementForm(request.POST, indicator=desk.indicator)
    if not form.is_valid():
        return desk.page(422, judgement=form)
    enter_judgement(desk.plan, desk.user, form.judgement())
    return desk.kept(Message("你的评价已记下，与推算并列。", "Your verdict is kept, beside the computed one."), "h-who")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def choice(request: HttpRequest, slug: str, indicator: str) -> HttpResponse:
    """Keep which source of a period's values is used, with the reason."""
    desk = _Desk(request, slug, indicator)
    if request.method != "POST":
        return redirect(desk.address)
    desk.must_be_allowed()
    form = ChoiceForm(request.POST, conflicts=pages.indicator_of(desk.shown, indicator).conflicts)
    if not form.is_valid():
        return desk.page(422, choice=form)
    data = form.cleaned_data
    period = form.conflicts[data["period"]].period
    choose(desk.plan, desk.user, Choice(desk.indicator.id, desk.region, period, data["source"], data["reason"]))
    when = period_words(period)
    return desk.kept(
        Message(f"{when.zh}选用“{data['source']}”的数。", f"For {when.en} the value of “{data['source']}” is used."),
        "conflicts",
    )


class _Desk:
    """An indicator's page at the desk: who asks, what is shown, and the forms on it."""

    def __init__(self, request: HttpRequest, slug: str, indicator: str) -> None:
        assert isinstance(request.user, User)
        self.request, self.slug, self.user = request, slug, request.user
        self.plan = get_object_or_404(plans(), slug=slug)
        self.shown = monitored(self.plan)
        found = self.shown.package.reading.plan.indicator(indicator)
        if found is None:
            raise Http404
        self.indicator = found
        own = [o.region for o in self.shown.package.observations if o.indicator == found.id]
        # A value belongs to the plan's area; a package that names none uses the area of its values.
        self.region = self.shown.package.reading.plan.region.code or (own[0] if own else "")

    @property
    def address(self) -> str:
        """The page's address."""
        return address_of("workbench", PLAN_INDICATOR, self.slug, self.indicator.id)

    @property
    def may_enter(self) -> bool:
        """Whether the user may enter values."""
        return self.user.has_perm(MAY_ENTER)

    def must_be_allowed(self) -> None:
        """Raise PermissionDenied where the user may not enter values."""
        if not self.may_enter:
            raise PermissionDenied

    def value_form(self, sent: QueryDict | None = None) -> ObservationForm:
        """Return the form of a value."""
        return ObservationForm(sent, indicator=self.indicator, region=self.region, package=self.shown.package)

    def page(
        self, status: int, *, form: ObservationForm | None = None, judgement: JudgementForm | None = None,
        choice: ChoiceForm | None = None,
    ) -> HttpResponse:  # fmt: skip
        """Show the page, with forms that were sent and not kept."""
        more = {
            "form": form or self.value_form(),
            "judgement": judgement or JudgementForm(indicator=self.indicator),
            "choice": choice,
            "may_enter": self.may_enter,
            "statuses": STATUSES,
            "relations": RELATIONS,
            "verdicts": tuple(Verdict),
            "today": timezone.localdate(),
        }
        return pages.indicator(
            self.request, self.slug, self.indicator.id, template="workbench/indicator.html", status=status, **more
        )

    def kept(self, said: Message, anchor: str) -> HttpResponse:
        """Lead back to the page, saying what was kept and what became of the verdict."""
        before = self.shown.standings.get(self.indicator.id)
        after = monitored(self.plan).standings.get(self.indicator.id)
        if before and after:
            said = _and_the_verdict(said, before, after)
        messages.success(self.request, said.into(page_language()))
        return redirect(f"{self.address}#{anchor}")


def _kept(period: Period, value: float | None, unit: str) -> Message:
    when = period_words(period)
    return Message(f"{when.zh}{figure(value)}{unit}已入库。", f"Kept: {figure(value)}{unit} for {when.en}.")


def _and_the_verdict(said: Message, before: Standing, after: Standing) -> Message:
    old, new = (verdict_words(standing.verdict, standing.settled) for standing in (before, after))
    if old == new:
        return Message(f"{said.zh}评价仍为{new.zh}。", f"{said.en} The verdict is still: {new.en}.")
    return Message(f"{said.zh}评价由{old.zh}改为{new.zh}。", f"{said.en} The verdict went from {old.en} to {new.en}.")
