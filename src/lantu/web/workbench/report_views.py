"""The desk: reports are read for results, and a person says which of the proposed ones are entered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from lantu.exchange.proposal_table import remark_of
from lantu.plan.fault import Fault
from lantu.plan.message import Message
from lantu.plan.proposal import Fit, Proposal
from lantu.web.accounts.models import User
from lantu.web.look.language import page_language
from lantu.web.look.navigation import PLAN_REPORT, address_of
from lantu.web.registry.models import Plan
from lantu.web.registry.selectors import plans
from lantu.web.registry.services import MAY_ENTER
from lantu.web.workbench.models import Report
from lantu.web.workbench.reports import Offered, accept, add_report, of_another_area, offered, results_of, whose_is

LARGEST = 50_000_000
_SURE, _LIKELY = 0.9, 0.7


@dataclass(frozen=True, slots=True)
class Row:
    """A proposal in the table: its sentence in three parts, the cited words in the middle.

    differs: which other values stand for its period.
    """

    proposal: Proposal
    is_entered: bool
    before: str
    quote: str
    after: str
    certainty: Message
    remark: Message
    is_other: bool
    differs: Message


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def results(request: HttpRequest, slug: str) -> HttpResponse:
    """List the reports of a plan and the results that were accepted; POST reads another report."""
    plan = get_object_or_404(plans(), slug=slug)
    problem = ""
    if request.method == "POST":
        try:
            row = _given(request, plan)
            return redirect(address_of("workbench", PLAN_REPORT, slug, row.pk))
        except Fault as fault:
            problem = fault.into(page_language())
    context = {
        "reports": Report.objects.filter(plan=plan).select_related("added_by"),
        "kept": results_of(plan),
        "may_enter": _user(request).has_perm(MAY_ENTER),
        "problem": problem,
        **_about(plan),
    }
    return render(request, "workbench/results.html", context, status=422 if problem else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, slug: str, report: int) -> HttpResponse:
    """Show what a report proposes; POST enters what is ticked and comes back."""
    plan = get_object_or_404(plans(), slug=slug)
    found = get_object_or_404(Report, plan=plan, pk=report)
    problem, ticked = "", set(request.POST.getlist("accept"))
    if request.method == "POST":
        try:
            entered = accept(found, _user(request), ticked)
            messages.success(request, _entered(entered, len(ticked)).into(page_language()))
            return redirect(address_of("workbench", PLAN_REPORT, slug, report))
        except Fault as fault:
            problem = fault.into(page_language())
    rows = offered(found)
    direct = _rows(one for one in rows if one.proposal.fit is Fit.DIRECT)
    beside = _rows(one for one in rows if one.proposal.fit is Fit.BESIDE)
    context = {
        "report": found,
        "stranger": of_another_area(found),
        "whose": whose_is(found),
        "groups": [group for group in (("direct", direct), ("beside", beside)) if group[1]],
        "count": sum(one.proposal.fit is Fit.DIRECT for one in rows),
        "open": sum(not row.is_entered for row in (*direct, *beside)),
        "may_enter": _user(request).has_perm(MAY_ENTER),
        "problem": problem,
        "ticked": ticked,
        **_about(plan),
    }
    return render(request, "workbench/report.html", context, status=422 if problem else 200)


def _about(plan: Plan) -> dict[str, str]:
    return {"slug": plan.slug, "plan_title": plan.title}


def _user(request: HttpRequest) -> User:
    assert isinstance(request.user, User)
    return request.user


def _given(request: HttpRequest, plan: Plan) -> Report:
    """Read the file that was sent. Raises Fault when there is none, or it cannot be read."""
    if not _user(request).has_perm(MAY_ENTER):
        raise PermissionDenied
    file = request.FILES.get("report")
    if file is None:
        raise Fault("没有选文件。请选一份报告再读。", "No file was chosen. Choose a report first.")
    if (file.size or 0) > LARGEST:
        most = LARGEST // 1_000_000
        raise Fault(
            f"“{file.name}”超过 {most} MB。请去掉图片和附件，或拆成几个文件。",
            f"“{file.name}” is larger than {most} MB. Take out pictures and annexes, or split the file.",
        )
    return add_report(plan, _user(request), file.name or "report", file.read())


def _rows(found: Iterable[Offered]) -> list[Row]:
    return [
        _row(proposal, is_entered, place > 0, one.differs if place == 0 else Message("", ""))
        for one in found
        for place, (proposal, is_entered) in enumerate(((one.proposal, one.is_entered), *one.others))
    ]


def _row(proposal: Proposal, is_entered: bool, is_other: bool, differs: Message) -> Row:
    before, quote, after = proposal.sentence.partition(proposal.citation.quote)
    if not quote:
        before, quote, after = "", proposal.citation.quote, ""
    # That it stands beside its target is said once, over the table.
    remark = remark_of(replace(proposal, fit=Fit.DIRECT), is_other)
    return Row(proposal, is_entered, before, quote, after, _words(proposal.certainty), remark, is_other, differs)


def _words(certainty: float) -> Message:
    if certainty >= _SURE:
        return Message("很有把握", "sure")
    return Message("较有把握", "likely") if certainty >= _LIKELY else Message("请细看", "look closely")


def _entered(entered: int, ticked: int) -> Message:
    if not ticked:
        return Message("没有勾选，没有写入。", "Nothing was ticked; nothing was entered.")
    if not entered:
        return Message("勾选的都已在库中，没有重复写入。", "All of it was there already; nothing was entered twice.")
    return Message(
        f"已写入 {entered} 个数，谁在何时采用都已记下。", f"{entered} entered, with who accepted them and when."
    )
