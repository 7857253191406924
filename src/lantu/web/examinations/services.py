"""Examine a plan, and do something about what was found; nothing here changes or deletes what is there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lantu.checking import Finding
from lantu.checking.comparison import pairs
from lantu.checking.waivers import Fitting, Waiver
from lantu.plan.fault import Fault
from lantu.web.accounts.models import User
from lantu.web.examinations.bridge import findings_in, pack, to_waiver
from lantu.web.examinations.matters import Known
from lantu.web.examinations.models import Act, Examination, Matter, Sighting, WaiverEnd, WaiverRow
from lantu.web.examinations.selectors import last_sightings, latest_examination, waivers_of
from lantu.web.gazette.findings import findings_of
from lantu.web.registry.models import Plan, PlanVersion
from lantu.web.registry.selectors import package_of, reading_of

MAY_EXAMINE = "examinations.add_act"


def examine(plan: Plan) -> Examination:
    """Return the examination of a plan's latest version; made where version or findings are new.

    A finding is the matter that the version before had there, by the same method as `lantu check --against`; one that
    had gone and comes again is the matter it was.
    """
    row = plan.versions.order_by("-pk")[0]
    # Of this very version: one that is added meanwhile has findings of its own.
    findings = findings_of(reading_of(row))
    digest, content = pack(findings)
    version = row.pk
    latest = latest_examination(plan)
    if latest is not None and (latest.version_id, latest.digest) == (version, digest):
        return latest
    with transaction.atomic():
        Plan.objects.select_for_update().get(pk=plan.pk)
        latest = latest_examination(plan)  # somebody else may have made it meanwhile
        if latest is not None and (latest.version_id, latest.digest) == (version, digest):
            return latest
        if latest is not None and latest.version_id > version:
            return latest  # a version that came meanwhile was examined before this one
        known = _known_as(plan, latest, findings)
        made = Examination.objects.create(version_id=version, digest=digest, content=content)
        fresh = {n: Matter(plan=plan, code=f.code) for n, f in enumerate(findings) if n not in known}
        for matter in fresh.values():
            matter.save()
        Sighting.objects.bulk_create(
            Sighting(examination=made, number=n + 1, matter_id=known.get(n) or fresh[n].pk)
            for n in range(len(findings))
        )
        return made


def _known_as(plan: Plan, latest: Examination | None, findings: Sequence[Finding]) -> dict[int, int]:
    """Which matter each finding is, by its place; those of the last examination first, then those gone before."""
    if latest is None:
        return {}
    before = findings_in(latest)
    matters = dict(latest.sightings.values_list("number", "matter_id"))
    known = {new: matters[old + 1] for old, new in pairs(before, findings).items()}
    gone = last_sightings(plan, matters.values())
    examinations = Examination.objects.in_bulk({sighting.examination_id for sighting in gone})
    theirs = [findings_in(examinations[s.examination_id])[s.number - 1] for s in gone]
    left = [n for n in range(len(findings)) if n not in known]
    again = pairs(theirs, [findings[n] for n in left])
    return known | {left[new]: gone[old].matter_id for old, new in again.items()}


def assign(known: Known, version: PlanVersion | int, user: User, to: User | None, due: date | None, words: str) -> Act:
    """Give a matter to somebody, or to nobody. Raises PermissionDenied when the user may not."""
    return _add(known, version, user, Act.Kind.ASSIGNED, words, to=to, due=due)


def say(known: Known, version: PlanVersion | int, user: User, words: str) -> Act:
    """Say something about a matter. Raises PermissionDenied when the user may not."""
    return _add(known, version, user, Act.Kind.SAID, words)


def resolve(known: Known, version: PlanVersion | int, user: User, words: str) -> Act:
    """Say that a matter is mended, and how. Raises PermissionDenied when the user may not."""
    return _add(known, version, user, Act.Kind.RESOLVED, words)


@transaction.atomic
def reopen(
    known: Known, findings: Sequence[Finding], plan: Plan, version: PlanVersion | int, user: User, words: str, *,
    together: bool = False,
) -> Act:  # fmt: skip
    """Open a matter again; waivers that let it stand are taken back.

    findings: all of the latest version. together: the user has seen which others are opened by that too.
    Raises PermissionDenied when the user may not, Fault when a waiver also covers others and `together` is not said.
    """
    _may(user)
    others = opened_with(known, findings, plan)
    if others and not together:
        raise Fault(
            f"这项豁免还管着另外{len(others)}处，撤回后会一并重新打开。请看过下面列出的各处，勾选后再办。",
            f"The waiver also covers {len(others)} other finding(s), which would be reopened too. "
            "Look at those listed below, tick the box and try again.",
        )
    act = _add(known, version, user, Act.Kind.REOPENED, words)
    fitting = Fitting(package_of(plan).reading)
    for row in waivers_of(plan):
        if fitting.covers(to_waiver(row), known.finding):
            end_waiver(row, user, words)
    return act


def opened_with(known: Known, findings: Sequence[Finding], plan: Plan) -> tuple[Finding, ...]:
    """Return the other findings that nothing lets stand any more once the waivers of a matter are taken back."""
    fitting = Fitting(package_of(plan).reading)
    waivers = [to_waiver(row) for row in waivers_of(plan)]
    ending = [waiver for waiver in waivers if fitting.covers(waiver, known.finding)]
    staying = [waiver for waiver in waivers if waiver not in ending]
    return tuple(
        finding
        for finding in findings
        if finding != known.finding
        and any(fitting.covers(waiver, finding) for waiver in ending)
        and not any(fitting.covers(waiver, finding) for waiver in staying)
    )


def _add(
    known: Known, version: PlanVersion | int, user: User, kind: Act.Kind, words: str, to: User | None = None,
    due: date | None = None,
) -> Act:  # fmt: skip
    _may(user)
    version = version if isinstance(version, int) else version.pk
    return Act.objects.create(
        matter=known.matter, kind=kind, words=words, to=to, due=due, version_id=version, by=user
    )  # fmt: skip


def let_stand(
    known: Known, findings: Sequence[Finding], plan: Plan, user: User, *, reason: str, allowed_by: str,
    until: date | None,
) -> WaiverRow:  # fmt: skip
    """Let a finding stand, with a reason, until a day (its last) or without an end.

    The waiver quotes words that no other of the findings of its rule has, so that it stands for this one alone.
    Raises PermissionDenied when the user may not.
    """
    _may(user)
    finding = known.finding
    quotes = [place.citation.quote for place in finding.places if place.citation.quote.strip()]
    fitting = Fitting(package_of(plan).reading)

    def is_alone(quote: str) -> bool:
        waiver = Waiver(finding.code, "", quote, reason, allowed_by, None)
        return sum(fitting.covers(waiver, other) for other in findings) == 1

    quote = next((quote for quote in quotes if is_alone(quote)), finding.message.zh)
    return WaiverRow.objects.create(
        plan=plan, matter=known.matter, rule=finding.code, quote=quote, reason=reason, allowed_by=allowed_by[:300],
        until=until, by=user,
    )  # fmt: skip


def end_waiver(row: WaiverRow, user: User, words: str) -> None:
    """Take a waiver back, once. Raises PermissionDenied when the user may not."""
    _may(user)
    WaiverEnd.objects.get_or_create(waiver=row, defaults={"words": words, "by": user})


@transaction.atomic
def take_in_waivers(plan: Plan, user: User, waivers: Sequence[Waiver]) -> int:
    """Add the waivers of a file that are not held yet, and return how many.

    Raises PermissionDenied when the user may not.
    """
    _may(user)
    Plan.objects.select_for_update().get(pk=plan.pk)
    held = {_said(to_waiver(row)) for row in waivers_of(plan)}
    fresh = {said: waiver for waiver in waivers if (said := _said(waiver)) not in held}
    WaiverRow.objects.bulk_create(
        WaiverRow(
            plan=plan, rule=w.rule, item=w.item[:200], quote=w.quote, reason=w.reason, allowed_by=w.by[:300],
            until=w.until, by=user,
        )
        for w in fresh.values()
    )  # fmt: skip
    return len(fresh)


def _said(waiver: Waiver) -> tuple[object, ...]:
    return (waiver.rule, waiver.item, waiver.quote, waiver.reason, waiver.by, waiver.until)


def _may(user: User) -> None:
    if not user.has_perm(MAY_EXAMINE):
        raise PermissionDenied
