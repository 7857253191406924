"""The review screen: open a review, go through its items, decide, take back, adopt."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lantu.documents.opening import LARGEST_FILE
from lantu.plan.fault import Fault
from lantu.plan.message import Message
from lantu.plan.review import deciding
from lantu.plan.review.urgency import by_urgency, surer_than
from lantu.web.look.figures import figure
from lantu.web.look.language import page_language
from lantu.web.look.navigation import PLAN_DOCUMENT, address_of
from lantu.web.registry.selectors import plans
from lantu.web.reviews import services
from lantu.web.reviews.before_adopting import checked
from lantu.web.reviews.counts import counts_of, kept_counts
from lantu.web.reviews.models import Review
from lantu.web.reviews.rows import gist
from lantu.web.reviews.screen import place_of
from lantu.web.reviews.selectors import reviewed
from lantu.web.reviews.services import MAY_ADOPT, MAY_REVIEW
from lantu.web.reviews.showing import number_in, panel_html, screen_response, user_of
from lantu.web.reviews.words import KINDS, moment, what_was_done


@login_required
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """List the reviews and the plans that can be reviewed, with a form for a document."""
    return _listing(request)


@login_required
@require_POST
def upload(request: HttpRequest) -> HttpResponse:
    """Read a document and open its review; what is wrong with it is told in one line."""
    try:
        name, data = _uploaded(request)
        row = services.open_upload(name, data, user_of(request))
    except Fault as fault:
        return _listing(request, fault.into(page_language()))
    return redirect("reviews:review", row.pk)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def open_of_plan(request: HttpRequest, slug: str) -> HttpResponse:
    """Go to the open review of a plan that is served; POST opens one, GET offers to where there is none."""
    plan = get_object_or_404(plans(), slug=slug)
    if request.method == "POST":
        return redirect("reviews:review", services.open_plan(plan, user_of(request)).pk)
    current = Review.objects.filter(plan=plan, version=None, closed_by=None).first()
    if current is not None:
        return redirect("reviews:review", current.pk)
    context = {"plan": plan, "slug": slug, "may_review": user_of(request).has_perm(MAY_REVIEW)}
    return render(request, "reviews/open.html", context)


@login_required
@require_safe
def review(request: HttpRequest, review: int) -> HttpResponse:
    """Show the screen: the document on one side, the items on the other, one item before the person."""
    row = get_object_or_404(Review.objects.select_related("plan", "previous"), pk=review)
    now = reviewed(row)
    wanted = request.GET.get("item", "")
    place = place_of(row, now, request.GET.dict(), wanted)
    if "add" in request.GET:
        return screen_response(request, place, adding=request.GET)
    if wanted and wanted not in now.review.items:
        raise Http404
    current = wanted or (place.queue.shown[0].id if place.queue.shown else "")
    return screen_response(request, place, current)


@login_required
@require_safe
def item(request: HttpRequest, review: int, item: str) -> HttpResponse:
    """Give the panel of one item alone, for the script."""
    row = get_object_or_404(Review.objects.select_related("plan"), pk=review)
    now = reviewed(row)
    if item not in now.review.items:
        raise Http404
    return HttpResponse(panel_html(request, place_of(row, now, request.GET.dict(), item), item))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def sure(request: HttpRequest, review: int) -> HttpResponse:
    """Show how many open items the reader is at least so sure of; POST accepts them all in one step."""
    row = get_object_or_404(Review, pk=review)
    asked = request.POST if request.method == "POST" else request.GET
    percent = min(100, max(1, number_in(asked.get("percent")) or 90))
    user = user_of(request)
    if not user.has_perm(MAY_REVIEW):
        raise PermissionDenied
    if request.method == "POST":
        try:
            made = services.decide(
                row,
                user,
                lambda now, by: deciding.accept(now.review, [i.id for i in surer_than(now.review, percent / 100)], by),
                seen=None,
            )
        except Fault as fault:
            messages.error(request, fault.into(page_language()))
        else:
            n = len(made.decision.targets)
            said = Message(
                f"一并接受了{n}项。按“撤回”可整步收回。", f"{n} items accepted in one step; “Undo” takes it back."
            )
            messages.success(request, said.into(page_language()))
        return redirect("reviews:review", row.pk)
    now = reviewed(row)
    found = surer_than(now.review, percent / 100)
    language = page_language()
    context = {
        "review": row,
        "found": [(item, KINDS[item.kind], gist(item.base, language)) for item in found],
        "percent": percent,
        "total": figure(counts_of(now).left),
        "count": figure(len(found)),
    }
    return render(request, "reviews/sure.html", context)


@login_required
@require_POST
def reread(request: HttpRequest, review: int) -> HttpResponse:
    """Read a new version of the document: a new review with the decisions that still apply."""
    row = get_object_or_404(Review, pk=review)
    try:
        name, data = _uploaded(request)
        fresh = services.reread(row, name, data, user_of(request))
    except Fault as fault:
        messages.error(request, fault.into(page_language()))
        return redirect("reviews:review", row.pk)
    return redirect("reviews:review", fresh.pk)


@login_required
@require_safe
def log(request: HttpRequest, review: int) -> HttpResponse:
    """Show every decision of a review, the latest first."""
    row = get_object_or_404(Review.objects.select_related("plan"), pk=review)
    now = reviewed(row)
    entries = [
        (moment(d.at), d.by, what_was_done(d), [(t.id, now.review.items[t.id].name) for t in d.targets[:3]
                                                if t.id in now.review.items], len(d.targets))
        for d in reversed(now.review.log)
    ]  # fmt: skip
    return render(request, "reviews/log.html", {"review": row, "entries": entries})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def adopt(request: HttpRequest, review: int) -> HttpResponse:
    """Show what is still open before a plan is adopted; POST makes the version."""
    row = get_object_or_404(Review.objects.select_related("plan", "version"), pk=review)
    user = user_of(request)
    if not user.has_perm(MAY_ADOPT):
        raise PermissionDenied
    problem, slug = "", request.POST.get("slug", "")
    if request.method == "POST":
        try:
            version = services.adopt(
                row, slug, user, seen=number_in(request.POST.get("seen")), over=number_in(request.POST.get("over"))
            )
        except Fault as fault:
            problem = fault.into(page_language())
        else:
            said = Message("已采纳为正式版本，公开页即以此为准。", "Adopted: the public pages now show this version.")
            messages.success(request, said.into(page_language()))
            return redirect(address_of("workbench", PLAN_DOCUMENT, version.plan.slug))
    now = reviewed(row)
    context = {
        "review": row,
        "counts": counts_of(now),
        "left": figure(counts_of(now).left),
        "open": [item for item in by_urgency(now.review) if not item.is_decided][:30],
        "number": now.number,
        "newer": services.newer_version(row) if row.is_open else None,
        "problem": problem,
        "slug": slug or services.proposed_slug(row),
        **checked(now.review),
    }
    return render(request, "reviews/adopt.html", context, status=422 if problem else 200)


def _listing(request: HttpRequest, problem: str = "") -> HttpResponse:
    rows = Review.objects.select_related("plan", "opened_by", "adopted_by").defer("content", "grounds")
    open_rows = kept_counts(rows.filter(version=None, closed_by=None)[:30])
    busy = {row.plan_id for row, _ in open_rows}
    context = {
        "open": open_rows,
        "adopted": rows.exclude(version=None)[:30],
        "plans": [plan for plan in plans() if plan.pk not in busy],
        "problem": problem,
        "may_review": user_of(request).has_perm(MAY_REVIEW),
    }
    return render(request, "reviews/list.html", context, status=422 if problem else 200)


def _uploaded(request: HttpRequest) -> tuple[str, bytes]:
    """The file that was sent. Raises Fault when there is none or it is too large."""
    file = request.FILES.get("document")
    if file is None:
        raise Fault("没有选文件。请选一个规划文件再读。", "No file was chosen. Choose the plan’s document first.")
    if (file.size or 0) > LARGEST_FILE:
        limit = LARGEST_FILE // 1_000_000
        raise Fault(
            f"“{file.name}”超过 {limit} MB。请去掉图片和附件，或拆成几个文件。",
            f"“{file.name}” is larger than {limit} MB. Take out pictures and annexes, or split the file.",
        )
    return file.name or "plan", file.read()
