"""Show the screen, or the panel of one item alone, to the one who asks."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.template.loader import render_to_string

from lantu.plan.message import Message
from lantu.web.accounts.models import User
from lantu.web.look.language import page_language
from lantu.web.reviews.carried import carried_over
from lantu.web.reviews.counts import counts_of
from lantu.web.reviews.models import Review
from lantu.web.reviews.panel import panel_of
from lantu.web.reviews.screen import Place, add_form, lede, screen
from lantu.web.reviews.services import MAY_ADOPT, MAY_REVIEW, may_reread


def screen_response(
    request: HttpRequest, place: Place, current: str = "", *, adding: QueryDict | None = None, problem: str = "",
    clash: dict[str, Any] | None = None, status: int = 200,
) -> HttpResponse:  # fmt: skip
    """Return the whole screen.

    current: id of the item before the person, "" for none. adding: what was asked for or sent of an item to add.
    problem: why a form was not taken. clash: what somebody else decided meanwhile.
    """
    context = screen(place, current)
    panel = panel_html(request, place, current, adding=adding, problem=problem, clash=clash)
    counts = context["counts"]
    return render(request, "reviews/review.html", context | {
        "panel": panel, "current": current, "lede": lede(counts), "may_adopt": user_of(request).has_perm(MAY_ADOPT),
        "may_review": may_review(request, place.row), "may_reread": may_reread(place.row, user_of(request)),
        "carried": carried_over(place.row),
    }, status=status)  # fmt: skip


def panel_html(
    request: HttpRequest, place: Place, current: str, *, adding: QueryDict | None = None, problem: str = "",
    clash: dict[str, Any] | None = None,
) -> str:  # fmt: skip
    """Return the panel alone; the arguments are those of `screen_response`."""
    context: dict[str, Any] = {
        "review": place.row, "place": place, "number": place.now.number, "problem": problem,
        "may_review": may_review(request, place.row), "left": counts_of(place.now).left, "clash": clash,
        "total": counts_of(place.now).total,
        "has_own_step": place.now.last_of(user_of(request).pk) is not None, "form": request.POST.get("do", ""),
    }  # fmt: skip
    if adding is not None:
        block = number_in(adding.get("add") or adding.get("block"))
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


def may_review(request: HttpRequest, row: Review) -> bool:
    """Return whether the one who asks may decide in this review now."""
    return row.is_open and user_of(request).has_perm(MAY_REVIEW)


def user_of(request: HttpRequest) -> User:
    """Return who asks; every page of this room stands behind a log-in."""
    assert isinstance(request.user, User)
    return request.user


def number_in(text: str | None) -> int:
    """Return the whole number that was sent, 0 where it is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else 0


def _no_block() -> str:
    return Message("文中没有这一段。", "The text has no such block.").into(page_language())
