"""The review screen: open a review, go through its items, decide, take back, adopt."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lantu.documents.opening import LARGEST_FILE
from lantu.plan.fault import Fault
from lantu.plan.message import Message
from lantu.plan.review import deciding
from lantu.plan.review.decision import Action, Decision
from lantu.plan.review.urgency import surer_than
from lantu.web.accounts.models import User
from lantu.web.look.language import page_language
from lantu.web.registry.selectors import plans
from lantu.web.reviews import services
from lantu.web.reviews.carried import carried_over
from lantu.web.reviews.models import Review
from lantu.web.reviews.panel import panel_of
from lantu.web.reviews.posted import make_decision
from lantu.web.reviews.rows import row_html
from lantu.web.reviews.screen import Place, add_form, counts_of, lede, place_of, screen
from lantu.web.reviews.selectors import Reviewed, reviewed
from lantu.web.reviews.services import MAY_ADOPT, MAY_REVIEW, Clash
from lantu.web.reviews.words import ACTIONS, STATES, moment, what_was_done

_MANY = 40


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
        row = services.open_upload(name, data, _user(request))
    except Fault as fault:
        return _listing(request, fault.into(page_language()))
    return redirect("reviews:review", row.pk)


@login_required
@require_POST
def open_of_plan(request: HttpRequest, slug: str) -> HttpResponse:
    """Open the review of a plan that is served, or go on with the one that is open."""
    plan = get_object_or_404(plans(), slug=slug)
    return redirect("reviews:review", services.open_plan(plan, _user(request)).pk)


@login_required
@require_safe
def review(request: HttpRequest, review: int) -> HttpResponse:
    """Show the screen: the document on one side, the items on the other, one item before the person."""
    row = get_object_or_404(Review.objects.select_related("plan", "previous"), pk=review)
    now = reviewed(row)
    wanted = request.GET.get("item", "")
    place = place_of(row, now, request.GET.dict(), wanted)
    if "add" in request.GET:
        return _screen(request, place, adding=request.GET)
    if wanted and wanted not in now.review.items:
        raise Http404
    current = wanted or (place.queue.shown[0].id if place.queue.shown else "")
    return _screen(request, place, current)


@login_required
@require_safe
def item(request: HttpRequest, review: int, item: str) -> HttpResponse:
    """Give the panel of one item alone, for the script."""
    row = get_object_or_404(Review.objects.select_related("plan"), pk=review)
    now = reviewed(row)
    if item not in now.review.items:
        raise Http404
    return HttpResponse(_panel(request, place_of(row, now, request.GET.dict(), item), item))


@login_required
@require_POST
def decide(request: HttpRequest, review: int) -> HttpResponse:
    """Add a decision; answer with the next item, or say why the decision was not taken."""
    row = get_object_or_404(Review.objects.select_related("plan"), pk=review)
    user, posted = _user(request), request.POST
    others = posted.getlist("other")
    seen = _number(posted.get("seen"))
    current = posted.get("item", "")
    try:
        made = services.decide(
            row, user, lambda now, by: make_decision(posted.dict(), others, user.pk, now, by), seen=seen
        )
    except Fault as fault:
        return _refused(request, row, fault.into(page_language()))
    except Clash as clash:
        return _clashed(request, row, clash)
    now = reviewed(row)
    place = place_of(row, now, posted.dict(), current)
    said = _what_happened(made.decision, made.is_new, now)
    return _answer(request, place, made.decision, current, said)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def sure(request: HttpRequest, review: int) -> HttpResponse:
    """Show how many open items the reader is at least so sure of; POST accepts them all in one step."""
    row = get_object_or_404(Review, pk=review)
    asked = request.POST if request.method == "POST" else request.GET
    percent = min(100, max(1, _number(asked.get("percent")) or 90))
    user = _user(request)
    if not user.has_perm(MAY_REVIEW):
        raise PermissionDenied
    if request.method == "POST":
        try:
            made = services.decide(
                row,
                user,
                lambda now, by: deciding.accept(now.review, [i.id for i in surer_than(now.review, percent / 100)], by),
                seen=reviewed(row).number,
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
    context = {"review": row, "found": found, "percent": percent, "total": counts_of(now).left}
    return render(request, "reviews/sure.html", context)


@login_required
@require_POST
def reread(request: HttpRequest, review: int) -> HttpResponse:
    """Read a new version of the document: a new review with the decisions that still apply."""
    row = get_object_or_404(Review, pk=review)
    try:
        name, data = _uploaded(request)
        fresh = services.reread(row, name, data, _user(request))
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
    user = _user(request)
    if not user.has_perm(MAY_ADOPT):
        raise PermissionDenied
    problem, slug = "", request.POST.get("slug", "")
    if request.method == "POST":
        try:
            version = services.adopt(row, slug, user, seen=_number(request.POST.get("seen")))
        except Fault as fault:
            problem = fault.into(page_language())
        else:
            said = Message("已采纳为正式版本，公开页即以此为准。", "Adopted: the public pages now show this version.")
            messages.success(request, said.into(page_language()))
            return redirect("workbench:plan-document", version.plan.slug)
    now = reviewed(row)
    context = {
        "review": row,
        "counts": counts_of(now),
        "open": now.review.undecided[:30],
        "number": now.number,
        "problem": problem,
        "slug": slug or services.proposed_slug(row),
    }
    return render(request, "reviews/adopt.html", context, status=422 if problem else 200)


# ---------------------------------------------------------------- what the views share


def _screen(
    request: HttpRequest, place: Place, current: str = "", *, adding: QueryDict | None = None, problem: str = "",
    clash: dict[str, Any] | None = None, status: int = 200,
) -> HttpResponse:  # fmt: skip
    context = screen(place, current)
    panel = _panel(request, place, current, adding=adding, problem=problem, clash=clash)
    counts = context["counts"]
    return render(request, "reviews/review.html", context | {
        "panel": panel, "current": current, "lede": lede(counts), "may_adopt": _user(request).has_perm(MAY_ADOPT),
        "may_review": _may_review(request, place.row), "carried": carried_over(place.row),
    }, status=status)  # fmt: skip


def _panel(
    request: HttpRequest, place: Place, current: str, *, adding: QueryDict | None = None, problem: str = "",
    clash: dict[str, Any] | None = None, said: str = "",
) -> str:  # fmt: skip
    context: dict[str, Any] = {
        "review": place.row, "place": place, "number": place.now.number, "problem": problem, "said": said,
        "may_review": _may_review(request, place.row), "left": counts_of(place.now).left, "clash": clash,
        "has_own_step": place.now.last_of(_user(request).pk) is not None, "form": request.POST.get("do", ""),
    }  # fmt: skip
    if adding is not None:
        block = _number(adding.get("add") or adding.get("block"))
        form = add_form(place.now, block, adding.get("kind", ""), {key: str(adding[key]) for key in adding})
        context |= {"add": form, "problem": problem or ("" if form else _no_block())}
        return render_to_string("reviews/add.html", context, request)
    if not current:
        return render_to_string("reviews/nothing.html", context, request)
    posted = request.POST.dict() if problem else None
    before, after = place.queue.before(current), place.queue.after(current)
    context |= {
        "panel": panel_of(place.now, current, posted),
        "before": place.address(before) if before else "",
        "after": place.address(after) if after else "",
        "position": place.queue.position(current),
        "shown": len(place.queue.shown),
    }
    return render_to_string("reviews/panel.html", context, request)


def _answer(request: HttpRequest, place: Place, decision: Decision, current: str, said: str) -> HttpResponse:
    """The next item: as a fragment for the script where the screen can stay, else as a page."""
    now = place.now
    undone = next((d for d in now.review.log if d.id == decision.undoes), None)
    about = undone or decision
    ids = [t.id for t in about.targets] + [p.id for p in about.parts]
    new = [p.id for p in decision.parts]
    if decision.action is Action.UNDO:
        following = next((id for id in ids if now.review.items[id].is_decided is False), current)
    elif decision.action in (Action.SPLIT, Action.ADD):
        following = new[0]
    else:
        following = place.queue.after(current) or current
    changes_text = about.action in (Action.SPLIT, Action.MERGE, Action.ADD) or len(ids) > _MANY or any(
        now.review.items[id].source != now.review.items[id].base.source for id in ids
    )  # fmt: skip
    if not _is_script(request) or changes_text:
        messages.success(request, said)
        return _go(request, place.address(following))
    there = place_of(place.row, now, request.POST.dict(), following)
    language = page_language()
    items = [now.review.items[id] for id in dict.fromkeys(ids)]
    return JsonResponse({
        "panel": _panel(request, there, following, said=said) if following else "",
        "item": following,
        "rows": {item.id: row_html(item, item.id == following) for item in items},
        "states": {item.id: [item.state.value, STATES[item.state].into(language)] for item in items},
        "counts": render_to_string("reviews/counts.html", {"counts": counts_of(now)}, request),
        "lede": lede(counts_of(now)).into(language),
    })  # fmt: skip


def _refused(request: HttpRequest, row: Review, problem: str) -> HttpResponse:
    now, current = reviewed(row), request.POST.get("item", "")
    place = place_of(row, now, request.POST.dict(), current)
    adding = request.POST if request.POST.get("do") == "add" else None
    current = current if current in now.review.items else ""
    if _is_script(request):
        panel = _panel(request, place, current, adding=adding, problem=problem)
        return JsonResponse({"panel": panel, "item": current}, status=422)
    return _screen(request, place, current, adding=adding, problem=problem, status=422)


def _clashed(request: HttpRequest, row: Review, clash: Clash) -> HttpResponse:
    """Say who decided what meanwhile, with both ways on."""
    now = reviewed(row)
    place = place_of(row, now, request.POST.dict(), clash.item.id)
    kept = [(key, value) for key in request.POST for value in request.POST.getlist(key)
            if key not in ("csrfmiddlewaretoken", "seen")]  # fmt: skip
    told = {
        "item": clash.item, "by": clash.theirs.by, "at": moment(clash.theirs.at), "what": what_was_done(clash.theirs),
        "mine": ACTIONS.get(Action(request.POST["do"])) if request.POST.get("do") in set(Action) else None,
        "kept": kept,
    }  # fmt: skip
    if _is_script(request):
        panel = _panel(request, place, clash.item.id, clash=told)
        return JsonResponse({"panel": panel, "item": clash.item.id}, status=409)
    return _screen(request, place, clash.item.id, clash=told, status=409)


def _listing(request: HttpRequest, problem: str = "") -> HttpResponse:
    rows = Review.objects.select_related("plan", "opened_by", "adopted_by").defer("content", "grounds")
    open_rows = [(row, counts_of(reviewed(row))) for row in rows.filter(version=None)[:30]]
    busy = {row.plan_id for row, _ in open_rows}
    context = {
        "open": open_rows,
        "adopted": rows.exclude(version=None)[:30],
        "plans": [plan for plan in plans() if plan.pk not in busy],
        "problem": problem,
        "may_review": _user(request).has_perm(MAY_REVIEW),
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


def _what_happened(decision: Decision, is_new: bool, now: Reviewed) -> str:
    """Say what was kept, by the name of the item and the word of the action."""
    undone = next((one for one in now.review.log if one.id == decision.undoes), None)
    about = undone or decision
    ids = [t.id for t in about.targets] or [p.id for p in about.parts]
    name = now.review.items[ids[0]].name if len(ids) == 1 else ""
    word = ACTIONS[about.action]
    zh, en = (f"“{name}”：", f"“{name}”: ") if name else ("", "")
    if undone is not None:
        said = Message(f"{zh}已撤回“{word.zh}”。", f"{en}no longer {word.en}.")
    elif not is_new:
        at = moment(decision.at)
        said = Message(
            f"{zh}{decision.by}已于{at.zh}这样定了，没有重复记。", f"{en}{decision.by} decided so at {at.en}."
        )
    else:
        said = Message(f"{zh}{word.zh}，已记。", f"{en}{word.en}.")
    return said.into(page_language())


def _no_block() -> str:
    return Message("文中没有这一段。", "The text has no such block.").into(page_language())


def _go(request: HttpRequest, address: str) -> HttpResponse:
    return JsonResponse({"go": address}) if _is_script(request) else redirect(address)


def _is_script(request: HttpRequest) -> bool:
    return request.headers.get("X-Requested-With") == "fetch"


def _may_review(request: HttpRequest, row: Review) -> bool:
    return row.version_id is None and _user(request).has_perm(MAY_REVIEW)


def _user(request: HttpRequest) -> User:
    assert isinstance(request.user, User)
    return request.user


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else 0
