"""The pages of this room: the list, one finding, the log, two versions side by side, and the review opinion."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from lantu.plan.fault import Fault
from lantu.plan.message import Message
from lantu.reports.finding_words import SEVERITY_MEANINGS, SEVERITY_WORDS
from lantu.web.accounts.models import User
from lantu.web.examinations import services
from lantu.web.examinations.drafts import between, chosen_versions
from lantu.web.examinations.forms import AssignForm, LetStandForm, SayForm
from lantu.web.examinations.list_lede import findings_lede
from lantu.web.examinations.list_page import MINE, NOBODY, findings_page, view_of
from lantu.web.examinations.log import log_of_matter, log_of_plan
from lantu.web.examinations.matters import Known
from lantu.web.examinations.mine import assigned_to
from lantu.web.examinations.opinion_file import KINDS, opinion_file
from lantu.web.examinations.selectors import Examined, examined, people
from lantu.web.examinations.words import STATE_WORDS
from lantu.web.gazette import pages
from lantu.web.gazette.addresses import Addresses
from lantu.web.gazette.plan_text import PlanText, plan_text
from lantu.web.look.language import page_language
from lantu.web.look.navigation import PLAN_FINDING, RULES, address_of
from lantu.web.registry.models import Plan
from lantu.web.registry.selectors import plans

_LINES_A_PAGE = 100


@dataclass(frozen=True, slots=True)
class Opened:
    """What every page of a plan's findings starts from."""

    plan: Plan
    examined: Examined
    text: PlanText
    addresses: Addresses
    on: date
    context: dict[str, Any]


def opened(request: HttpRequest, slug: str) -> Opened:
    """Return the plan, examined, with what every template needs. Raises Http404 where there is no such plan."""
    plan = get_object_or_404(plans(), slug=slug)
    on = timezone.localdate()
    found = examined(plan, services.examine(plan), on)
    text = plan_text(found.reading)
    assert isinstance(request.user, User)
    context = {
        "slug": slug,
        "plan_title": plan.title,
        "may_examine": request.user.has_perm(services.MAY_EXAMINE),
        "language": found.reading.document.language if found.reading.document else "und",
        "on": on,
    }
    return Opened(plan, found, text, Addresses("workbench", slug, text), on, context)


@login_required
@require_safe
def listing(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what checking found, beside the words, with what has become of it."""
    here = opened(request, slug)
    assert isinstance(request.user, User)
    page = findings_page(
        here.examined, here.text, here.addresses, request.GET.dict(), request.path, request.user, here.on
    )
    here.context.update(
        page=page,
        lede=findings_lede(page, here.text.reading),
        severities=[(s, SEVERITY_WORDS[s], n, SEVERITY_MEANINGS[s]) for s, n in page.counts],
        about_waivers=here.examined.about_waivers(),
        rules=address_of("workbench", RULES),
        MINE=MINE,
        NOBODY=NOBODY,
    )
    return render(request, "examinations/findings.html", here.context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def one(request: HttpRequest, slug: str, matter: int) -> HttpResponse:
    """Show one finding with its log and forms; POST does something about it."""
    here = opened(request, slug)
    every = (*here.examined.known, *here.examined.gone)
    place = next((n for n, one in enumerate(every) if one.matter.pk == matter), None)
    if place is None:
        raise Http404
    known = every[place]
    form: Form | None = None
    act = ""
    if request.method == "POST":
        if not here.context["may_examine"]:
            raise PermissionDenied
        act = request.POST.get("act", "")
        form = _form_of(act, request)
        if form is None:
            raise Http404
        if form.is_valid():
            assert isinstance(request.user, User)
            try:
                done = _done(act, form, known, here, request.user, together="together" in request.POST)
            except Fault as fault:
                form.add_error("words", fault.into(page_language()))
            else:
                messages.success(request, done.into(page_language()))
                _say_what_others_did(request, known)
                return redirect(f"{address_of('workbench', PLAN_FINDING, slug, matter)}#log")
    known_only = here.examined.known
    findings = [one.finding for one in known_only]
    others = services.opened_with(known, findings, here.plan) if known.waiver else ()
    here.context.update(
        view=view_of(known, here.text, here.addresses, here.on),
        severity=SEVERITY_WORDS[known.finding.severity],
        log=log_of_matter(known, here.examined),
        form=form,
        act=act,
        people=people(),
        seen=_last_act(known),
        others=[finding.message for finding in others],
        before=known_only[place - 1] if 0 < place < len(known_only) else None,
        after=known_only[place + 1] if place + 1 < len(known_only) else None,
        total=len(known_only),
    )
    return render(request, "examinations/finding.html", here.context, status=422 if form is not None else 200)


def _form_of(act: str, request: HttpRequest) -> Form | None:
    match act:
        case "say" | "resolve" | "reopen":
            return SayForm(request.POST)
        case "assign":
            return AssignForm(request.POST)
        case "waive":
            return LetStandForm(request.POST)
    return None


def _done(act: str, form: Form, known: Known, here: Opened, user: User, *, together: bool) -> Message:
    """Do it, and say that it was done."""
    data, version = form.cleaned_data, here.examined.examination.version_id
    match act:
        case "assign":
            services.assign(known, version, user, data["to"], data["due"] if data["to"] else None, data["words"])
            if data["to"] is None:
                return Message("已取消指派。", "The assignment is withdrawn.")
            return Message(f"已指派给{data['to'].display_name}。", f"Assigned to {data['to'].display_name}.")
        case "resolve":
            services.resolve(known, version, user, data["words"])
            return Message("已记下。下一版规划若仍有这一处，会自动重新打开。",
                           "Saved. If the next version still has it, it is reopened automatically.")  # fmt: skip
        case "reopen":
            findings = [one.finding for one in here.examined.known]
            services.reopen(known, findings, here.plan, version, user, data["words"], together=together)
            return Message("已重新打开。", "Reopened.")
        case "waive":
            findings = [one.finding for one in here.examined.known]
            services.let_stand(
                known, findings, here.plan, user, reason=data["reason"], allowed_by=data["allowed_by"],
                until=data["until"],
            )  # fmt: skip
            return Message("已准予保留，并列入豁免清单。", "Allowed to stand, and entered in the list of waivers.")
        case _:
            services.say(known, version, user, data["words"])
            return Message("已记下。", "Saved.")


def _last_act(known: Known) -> int:
    return known.acts[-1].pk if known.acts else 0


def _say_what_others_did(request: HttpRequest, known: Known) -> None:
    """Tell who else did something since the form was shown; both are kept."""
    seen = request.POST.get("seen", "")
    if not (seen.isascii() and seen.isdigit() and len(seen) < 19):
        return
    meanwhile = [act for act in known.acts if act.pk > int(seen) and act.by != request.user]
    if meanwhile:
        names = dict.fromkeys(act.by.display_name for act in meanwhile)
        said = Message(
            f"这期间{'、'.join(names)}也办过这一处；两边都已记下，请看下面的经过。",
            f"Meanwhile {', '.join(names)} worked on it too; both entries are kept, see the log below.",
        )
        messages.warning(request, said.into(page_language()))


@login_required
@require_safe
def document(request: HttpRequest, slug: str, page: int = 1) -> HttpResponse:
    """Show the plan's text with its findings beside it; those that are mended or may stand ask for no attention."""
    here = opened(request, slug)
    settled = tuple(
        (one.number, STATE_WORDS[one.state]) for one in here.examined.known if not (one.is_open or one.is_gone)
    )
    return pages.document(request, slug, page, settled)


@login_required
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """Show what whoever looks is to deal with, in every plan."""
    assert isinstance(request.user, User)
    on = timezone.localdate()
    found = assigned_to(request.user, on)
    late = sum(one.known.is_late(on) for one in found)
    return render(request, "examinations/mine.html", {"mine": found, "late": late})


@login_required
@require_safe
def log(request: HttpRequest, slug: str) -> HttpResponse:
    """Show who did what and when, the latest first."""
    here = opened(request, slug)
    lines = log_of_plan(here.plan)
    last = max(1, -(-len(lines) // _LINES_A_PAGE))
    wanted = request.GET.get("page", "")
    page = min(last, max(1, int(wanted))) if wanted.isascii() and wanted.isdigit() and len(wanted) < 7 else 1
    here.context.update(
        lines=lines[(page - 1) * _LINES_A_PAGE : page * _LINES_A_PAGE],
        count=len(lines),
        page=page,
        pages=[(n, f"{request.path}?page={n}") for n in range(1, last + 1)],
    )
    return render(request, "examinations/log.html", here.context)


@login_required
@require_safe
def versions(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what a version solved, kept and brought since another one."""
    here = opened(request, slug)
    every, old, new = chosen_versions(here.plan, request.GET.dict())
    told = between(here.plan, old, new, here.on) if old is not None else None
    here.context.update(versions=every, old=old, new=new, told=told)
    return render(request, "examinations/versions.html", here.context)


@login_required
@require_safe
def opinion(request: HttpRequest, slug: str, ending: str) -> HttpResponse:
    """Give the review opinion as a file. Raises Http404 where there is no such kind of file."""
    if ending not in KINDS:
        raise Http404
    here = opened(request, slug)
    response = HttpResponse(opinion_file(here.examined, here.on, page_language(), ending), content_type=KINDS[ending])
    name = {"zh": f"{slug}-审核意见.{ending}", "en": f"{slug}-opinion.{ending}"}[page_language()]
    disposition = content_disposition_header(as_attachment=True, filename=name)
    assert disposition is not None
    response["Content-Disposition"] = disposition
    return response
