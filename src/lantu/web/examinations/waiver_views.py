"""The list of what may stand: looked at, taken in from a file, given out as one, taken back."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from lantu.checking.waivers import Fitting, waivers_as_csv, waivers_as_yaml, waivers_in
from lantu.plan.fault import Fault
from lantu.plan.message import Message
from lantu.web.accounts.models import User
from lantu.web.examinations.bridge import to_waiver
from lantu.web.examinations.forms import SayForm
from lantu.web.examinations.models import WaiverRow
from lantu.web.examinations.services import end_waiver, take_in_waivers
from lantu.web.examinations.views import Opened, opened
from lantu.web.look.csv_files import BYTE_ORDER_MARK
from lantu.web.look.language import page_language
from lantu.web.look.navigation import PLAN_WAIVERS, address_of

_BYTES_AT_MOST = 1_000_000
IN_FORCE, EXPIRED, IDLE, ENDED = (
    Message("有效", "In force"),
    Message("已到期", "Expired"),
    Message("对不上", "Matches nothing"),
    Message("已撤回", "Withdrawn"),
)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def waivers(request: HttpRequest, slug: str) -> HttpResponse:
    """Show every waiver with its state; POST takes a file in, or takes a waiver back."""
    here = opened(request, slug)
    wrong: Fault | None = None
    if request.method == "POST":
        if not here.context["may_examine"]:
            raise PermissionDenied
        try:
            said = _end(request, here) if "end" in request.POST else _take_in(request, here)
        except Fault as fault:
            wrong = fault
        else:
            messages.success(request, said.into(page_language()))
            return redirect(address_of("workbench", PLAN_WAIVERS, slug))
    fitting = Fitting(here.examined.reading)
    rows = [
        (row, *_state(row, here, fitting)) for row in here.plan.waiver_rows.select_related("by", "end__by", "matter")
    ]
    here.context.update(
        rows=rows,
        count=sum(state is IN_FORCE for _, state, _ in rows),
        expired=sum(state is EXPIRED for _, state, _ in rows),
        wrong=wrong.message if wrong else None,
    )
    return render(request, "examinations/waivers.html", here.context, status=422 if wrong else 200)


@login_required
@require_safe
def as_file(request: HttpRequest, slug: str, ending: str) -> HttpResponse:
    """Give the waivers as the file that `lantu check` looks for beside a plan. Raises Http404 for other endings."""
    if ending not in ("yaml", "csv"):
        raise Http404
    here = opened(request, slug)
    held = [to_waiver(row) for row in here.examined.waivers]
    text = waivers_as_yaml(held) if ending == "yaml" else BYTE_ORDER_MARK + waivers_as_csv(held)
    kind = "application/yaml" if ending == "yaml" else "text/csv"
    response = HttpResponse(text, content_type=f"{kind}; charset=utf-8")
    disposition = content_disposition_header(as_attachment=True, filename=f"waivers.{ending}")
    assert disposition is not None
    response["Content-Disposition"] = disposition
    return response


def _take_in(request: HttpRequest, here: Opened) -> Message:
    """Take a file of waivers in. Raises Fault where there is none or it cannot be used."""
    file = request.FILES.get("file")
    if not isinstance(file, UploadedFile) or not file.name:
        raise Fault("请先选一个文件。", "Choose a file first.")
    if (file.size or 0) > _BYTES_AT_MOST:
        raise Fault(
            "文件太大，豁免清单不会超过一兆。", "The file is too large: a list of waivers is under one megabyte."
        )
    read = waivers_in(file.read(), file.name)
    assert isinstance(request.user, User)
    added = take_in_waivers(here.plan, request.user, read)
    known = len(read) - added
    return Message(
        f"导入{added}项{f'，{known}项原已在册' if known else ''}。",
        f"{added} imported{f'; {known} already on the list' if known else ''}.",
    )


def _end(request: HttpRequest, here: Opened) -> Message:
    """Take one waiver back. Raises Fault where it is none of this plan, or no reason is given."""
    wanted = request.POST.get("end", "")
    row = next((row for row in here.examined.waivers if str(row.pk) == wanted), None)
    if row is None:
        raise Fault(
            "这一项已经撤回，或不在这部规划里。",
            "This one has been withdrawn already, or does not belong to this plan.",
        )
    form = SayForm(request.POST)
    if not form.is_valid():
        raise Fault("请写明为什么撤回。", "Say why it is withdrawn.")
    assert isinstance(request.user, User)
    end_waiver(row, request.user, form.cleaned_data["words"])
    return Message("已撤回；所涉问题重新待办。", "Withdrawn; what it covered is open again.")


def _state(row: WaiverRow, here: Opened, fitting: Fitting) -> tuple[Message, str]:
    """The state of a waiver in words, and as the stylesheet has it."""
    if hasattr(row, "end"):
        return ENDED, "done"
    if row.until is not None and row.until < here.on:
        return EXPIRED, "late"
    waiver = to_waiver(row)
    fits = any(fitting.covers(waiver, one.finding) for one in here.examined.known)
    return (IN_FORCE, "doing") if fits else (IDLE, "returned")
