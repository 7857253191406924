"""Take a decision from a form and answer it: with the next item, with the reason it was refused, or with a choice."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST

from lantu.plan.fault import Fault
from lantu.plan.message import Message
from lantu.plan.review.decision import Action, Decision
from lantu.web.look.language import page_language
from lantu.web.reviews import services
from lantu.web.reviews.counts import counts_of
from lantu.web.reviews.models import Review
from lantu.web.reviews.posted import make_decision
from lantu.web.reviews.rows import row_html
from lantu.web.reviews.screen import Place, lede, place_of
from lantu.web.reviews.selectors import Reviewed, reviewed
from lantu.web.reviews.services import Clash
from lantu.web.reviews.showing import number_in, panel_html, screen_response, user_of
from lantu.web.reviews.text import is_pressing
from lantu.web.reviews.words import ACTIONS, moment, what_was_done

_MANY = 40


@login_required
@require_POST
def decide(request: HttpRequest, review: int) -> HttpResponse:
    """Add a decision; answer with the next item, or say why the decision was not taken."""
    row = get_object_or_404(Review.objects.select_related("plan"), pk=review)
    user, posted = user_of(request), request.POST
    others = posted.getlist("other")
    seen = number_in(posted.get("seen"))
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
    place = place_of(row, now, _asked(request), current)
    said = _what_happened(made.decision, made.is_new, now)
    return _answer(request, place, made.decision, current, said)


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
    there = place_of(place.row, now, _asked(request), following)
    language = page_language()
    items = [now.review.items[id] for id in dict.fromkeys(ids)]
    return JsonResponse({
        "panel": panel_html(request, there, following) if following else "",
        "item": following,
        "rows": {item.id: row_html(item, item.id == following) for item in items},
        "states": {item.id: [item.state.value, is_pressing(now.review, item)] for item in items},
        "counts": render_to_string("reviews/counts.html", {"counts": counts_of(now)}, request),
        "said": said,
        "lede": lede(counts_of(now)).into(language),
    })  # fmt: skip


def _refused(request: HttpRequest, row: Review, problem: str) -> HttpResponse:
    now, current = reviewed(row), request.POST.get("item", "")
    place = place_of(row, now, _asked(request), current)
    adding = request.POST if request.POST.get("do") == "add" else None
    current = current if current in now.review.items else ""
    if _is_script(request):
        panel = panel_html(request, place, current, adding=adding, problem=problem)
        return JsonResponse({"panel": panel, "item": current}, status=422)
    return screen_response(request, place, current, adding=adding, problem=problem, status=422)


def _clashed(request: HttpRequest, row: Review, clash: Clash) -> HttpResponse:
    """Say who decided what meanwhile, with both ways on."""
    now = reviewed(row)
    place = place_of(row, now, _asked(request), clash.item.id)
    kept = [(key, value) for key in request.POST for value in request.POST.getlist(key)
            if key not in ("csrfmiddlewaretoken", "seen")]  # fmt: skip
    told = {
        "item": clash.item, "by": clash.theirs.by, "at": moment(clash.theirs.at), "what": what_was_done(clash.theirs),
        "mine": ACTIONS.get(Action(request.POST["do"])) if request.POST.get("do") in set(Action) else None,
        "kept": kept,
    }  # fmt: skip
    if _is_script(request):
        panel = panel_html(request, place, clash.item.id, clash=told)
        return JsonResponse({"panel": panel, "item": clash.item.id}, status=409)
    return screen_response(request, place, clash.item.id, clash=told, status=409)


def _what_happened(decision: Decision, is_new: bool, now: Reviewed) -> str:
    """Say what was kept, by the name of the item and the word of the action."""
    undone = next((one for one in now.review.log if one.id == decision.undoes), None)
    about = undone or decision
    ids = [t.id for t in about.targets] or [p.id for p in about.parts]
    name = now.review.items[ids[0]].name if len(ids) == 1 or about.action is Action.MERGE else ""
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


def _asked(request: HttpRequest) -> dict[str, str]:
    """Which items the form's page was showing; where one adds an item, `kind` is the new item's own."""
    names = ("show",) if request.POST.get("do") == "add" else ("show", "kind")
    return {name: request.POST[name] for name in names if name in request.POST}


def _go(request: HttpRequest, address: str) -> HttpResponse:
    return JsonResponse({"go": address}) if _is_script(request) else redirect(address)


def _is_script(request: HttpRequest) -> bool:
    return request.headers.get("X-Requested-With") == "fetch"
