"""Reports read for results: what they propose for a plan, and what somebody accepts of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from lantu.exchange.proposal_table import differing, differing_note, not_entered_yet
from lantu.plan.fault import Fault
from lantu.plan.message import Message
from lantu.plan.observation import Observation
from lantu.plan.package import Package
from lantu.plan.proposal import Proposal
from lantu.plan.reading import Reading
from lantu.plan.result import Result
from lantu.reading.results import propose, stranger, whose
from lantu.web.accounts.models import User
from lantu.web.registry.bridge import pack, to_result, unpack
from lantu.web.registry.document_reading import read_document
from lantu.web.registry.models import Plan, ResultRow
from lantu.web.registry.selectors import package_of
from lantu.web.registry.services import MAY_ENTER, enter_observation, enter_result
from lantu.web.workbench.models import Report

SECONDS = 90.0


@dataclass(frozen=True, slots=True)
class Offered:
    """A proposal as its page shows it.

    is_entered: whether its value stands in the plan's data already. differs: which other values stand there for its
    period; empty where none.
    """

    proposal: Proposal
    is_entered: bool
    others: tuple[tuple[Proposal, bool], ...]
    differs: Message


@dataclass(frozen=True, slots=True)
class KeptResult:
    """A result that was accepted, with the words of what it answers and who accepted it when."""

    name: str
    result: Result
    by: str
    at: datetime


def add_report(plan: Plan, user: User, name: str, data: bytes) -> Report:
    """Read a report and keep it with the plan; the same file given again is the same report.

    Raises PermissionDenied when the user may not enter values, Fault when the file cannot be read.
    """
    if not user.has_perm(MAY_ENTER):
        raise PermissionDenied
    reading = read_document(name, data, SECONDS)
    document = reading.document
    if document is None or not (reading.facts or reading.plan.pledges):
        raise Fault(
            f"“{name}”里没有读出任何数字结果。请确认这是一份报告或公报，且文字可以选中。",
            f"No results in numbers were found in “{name}”. "
            "Please make sure that it is a report, and that its text can be selected.",
        )
    _, content = pack(reading)
    row, _ = Report.objects.get_or_create(
        plan=plan,
        sha256=document.sha256,
        defaults={"name": name[:300], "title": reading.plan.title[:500], "content": content, "added_by": user},
    )
    return row


def proposals_of(report: Report) -> tuple[Proposal, ...]:
    """Return what a report proposes for its plan as the plan stands now."""
    return propose(_reading_of(report), package_of(report.plan))


def of_another_area(report: Report) -> Message | None:
    """Say that a report is of another area than its plan, naming both; None where it is not."""
    return stranger(_reading_of(report), package_of(report.plan).reading.plan)


def whose_is(report: Report) -> Message:
    """Say of which area and years a report and its plan are; empty where either cannot be told."""
    return whose(_reading_of(report), package_of(report.plan).reading.plan)


def _reading_of(report: Report) -> Reading:
    reading = unpack(bytes(report.content))
    return replace(reading, plan=replace(reading.plan, title=report.title))  # a package without a title takes a name


def offered(report: Report) -> list[Offered]:
    """Return the proposals of a report, each with whether it was entered already."""
    package = package_of(report.plan)
    return [
        Offered(
            one,
            _is_entered(one, package),
            tuple((other, _is_entered(other, package)) for other in one.alternatives),
            differing_note(differing(one.accepted(), package)),
        )
        for one in proposals_of(report)
    ]


@transaction.atomic
def accept(report: Report, user: User, chosen: Collection[str]) -> int:
    """Enter the chosen proposals, all or none, and return how many were new; what is there is not entered twice.

    Raises PermissionDenied when the user may not enter values, Fault when two of the chosen give different values for
    one target and period, or when one is no longer proposed.
    """
    if not user.has_perm(MAY_ENTER):
        raise PermissionDenied
    known = {one.id: one for one in _each(proposals_of(report))}
    if any(id not in known for id in chosen):
        raise Fault(
            "有的建议已经不在这份报告里（规划可能换了版本）。请刷新后重选。",
            "Some proposals are no longer there (the plan may have a new version). Reload the page and choose again.",
        )
    wanted = [known[id] for id in dict.fromkeys(chosen)]
    _refuse_two_values(wanted)
    signed = f"{timezone.localdate()} 采用：{user.display_name}"
    entries = [_signed(one, signed) for one in wanted]
    observations, results = not_entered_yet(entries, package_of(report.plan))
    for observation in observations:
        enter_observation(report.plan, user, observation, is_revision=False)
    for result in results:
        enter_result(report.plan, user, result)
    return len(observations) + len(results)


def results_of(plan: Plan) -> list[KeptResult]:
    """Return the results of a plan's commitments that were accepted, the newest first."""
    said = package_of(plan).reading.plan
    names = {pledge.id: pledge.subject for pledge in said.pledges} | {row.id: row.name for row in said.indicators}
    rows = ResultRow.objects.filter(plan=plan, withdrawn_at=None).select_related("entered_by").order_by("-pk")
    return [
        KeptResult(
            names.get(row.item, row.item),
            to_result(row),
            row.entered_by.display_name if row.entered_by else "",
            row.entered_at,
        )
        for row in rows
    ]


def _each(proposals: Collection[Proposal]) -> Iterator[Proposal]:
    for one in proposals:
        yield one
        yield from one.alternatives


def _is_entered(proposal: Proposal, package: Package) -> bool:
    return not any(not_entered_yet([proposal.accepted()], package))


def _signed(proposal: Proposal, signed: str) -> Observation | Result:
    return proposal.accepted("；".join(part for part in (proposal.observation.note, signed) if part))


def _refuse_two_values(wanted: Collection[Proposal]) -> None:
    values: dict[tuple[str, ...], float | None] = {}
    for one in wanted:
        key = (one.target, one.kind.value, one.observation.region, str(one.observation.period))
        if values.setdefault(key, one.observation.value) != one.observation.value:
            raise Fault(
                f"“{one.target_name}”同一时期选了两个不同的数，只能采用一个。请去掉一个再提交。",
                f"Two different values were chosen for “{one.target_name}” in one period. Untick one and send again.",
            )
