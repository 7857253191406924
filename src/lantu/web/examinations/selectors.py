"""Read what was found in a plan and what has become of it; versions, log and people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lantu.checking import Finding
from lantu.checking.waivers import EXPIRED, IDLE, Fitting, Waived, Waiver, waive
from lantu.plan.reading import Reading
from lantu.web.accounts.models import User
from lantu.web.examinations.bridge import findings_in, to_waiver
from lantu.web.examinations.matters import Known, State, state_of
from lantu.web.examinations.models import Act, Examination, Matter, Sighting, WaiverRow
from lantu.web.registry.models import Plan
from lantu.web.registry.selectors import package_of


@dataclass(frozen=True, slots=True, eq=False)
class Examined:
    """A plan's latest examination with every matter ever found.

    known: those the latest version has, in the order of its findings; gone: those it has no more, the latest first.
    outcome: what waivers leave and let be, as `lantu check` tells it.
    """

    plan: Plan
    reading: Reading
    examination: Examination
    known: tuple[Known, ...]
    gone: tuple[Known, ...]
    waivers: tuple[WaiverRow, ...]
    outcome: Waived

    def about_waivers(self) -> tuple[Finding, ...]:
        """Return the findings about waivers themselves: those that expired, those that fit nothing."""
        return tuple(f for f in self.outcome.standing if (f.code, f.rule) in (EXPIRED, IDLE))


def latest_examination(plan: Plan) -> Examination | None:
    """Return the last examination of a plan."""
    return Examination.objects.filter(version__plan=plan).order_by("-pk").first()


def waivers_of(plan: Plan) -> tuple[WaiverRow, ...]:
    """Return the waivers that were not taken back, expired ones too, in the order they were given."""
    return tuple(plan.waiver_rows.filter(end=None).select_related("by", "matter"))


def examined(plan: Plan, examination: Examination, on: date) -> Examined:
    """Return everything known of what was found in a plan, as of a day.

    examination: the latest one of the plan.
    """
    reading = package_of(plan).reading
    findings = findings_in(examination)
    rows = waivers_of(plan)
    waivers = [to_waiver(row, number) for number, row in enumerate(rows, 1)]
    outcome = waive(findings, waivers, reading, on)
    let_be: dict[int, Waiver] = {id(finding): waiver for finding, waiver in outcome.waived}
    expired = _expired(findings, waivers, reading, on)
    acts = _acts_of(plan)
    known = []
    sightings = Sighting.objects.filter(examination=examination).select_related("matter").order_by("number")
    for sighting in sightings:
        finding = findings[sighting.number - 1]
        done = tuple(acts[sighting.matter_id])
        waiver = let_be.get(id(finding))
        state, came_back = state_of(done, examination.version_id, waiver)
        known.append(
            Known(sighting.matter, sighting.number, finding, state, done, waiver,
                  None if waiver else expired.get(id(finding)), came_back)
        )  # fmt: skip
    gone = tuple(_gone(plan, {one.matter.pk for one in known}, acts))
    return Examined(plan, reading, examination, tuple(known), gone, rows, outcome)


def people() -> list[User]:
    """Return those who may be given something to do, by unit and name."""
    return sorted(User.objects.filter(is_active=True), key=lambda user: (user.display_name, user.pk))


def last_sightings(plan: Plan, without: Iterable[int] = ()) -> list[Sighting]:
    """Return the last sighting of every matter of a plan but those named, the latest first."""
    last: dict[int, Sighting] = {}
    every = Sighting.objects.filter(matter__plan=plan).exclude(matter__in=list(without))
    for sighting in every.select_related("matter").order_by("examination_id", "number"):
        last[sighting.matter_id] = sighting
    return sorted(last.values(), key=lambda sighting: (-sighting.examination_id, sighting.number))


def _gone(plan: Plan, present: set[int], acts: dict[int, list[Act]]) -> Iterable[Known]:
    last = last_sightings(plan, present)
    examinations = Examination.objects.in_bulk({sighting.examination_id for sighting in last})
    for sighting in last:
        finding = findings_in(examinations[sighting.examination_id])[sighting.number - 1]
        yield Known(sighting.matter, sighting.number, finding, State.GONE, tuple(acts[sighting.matter_id]))


def _acts_of(plan: Plan) -> dict[int, list[Act]]:
    found: dict[int, list[Act]] = defaultdict(list)
    for act in Act.objects.filter(matter__plan=plan).select_related("by", "to"):
        found[act.matter_id].append(act)
    return found


def _expired(findings: tuple[Finding, ...], waivers: list[Waiver], reading: Reading, on: date) -> dict[int, Waiver]:
    """The expired waiver that let each finding stand, by the finding's identity."""
    over = [waiver for waiver in waivers if waiver.until is not None and waiver.until < on]
    fitting = Fitting(reading)
    # On its last day each of them held.
    return {id(finding): waiver for waiver in over for finding in findings if fitting.covers(waiver, finding)}


def matter_of(plan: Plan, number: int) -> Matter | None:
    """Return the matter with this number, where it is one of the plan's."""
    return Matter.objects.filter(plan=plan, pk=number).first()
