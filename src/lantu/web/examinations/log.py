"""The log of a plan's findings: who did what and when, and what each version brought; it only grows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from lantu.checking import all_rules
from lantu.plan.message import Message
from lantu.web.examinations.matters import Known, last_decision
from lantu.web.examinations.models import Act, Examination, Sighting, WaiverEnd, WaiverRow
from lantu.web.examinations.selectors import Examined
from lantu.web.examinations.words import act_words, until_words
from lantu.web.registry.models import Plan


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log.

    by: who did it, "" for what a new version did by itself. words: their own words. matter: its number, None where the
    line is about the plan. code: the matter's rule.
    """

    at: datetime
    by: str
    what: Message
    words: str = ""
    matter: int | None = None
    code: str = ""

    @property
    def title(self) -> Message:
        """The title of the matter's rule; empty for one that is no more."""
        return next((rule.title for rule in all_rules() if rule.code == self.code), Message("", ""))


def log_of_plan(plan: Plan) -> list[Entry]:
    """Return the log of a plan, the latest first."""
    acts = Act.objects.filter(matter__plan=plan).select_related("by", "to", "matter")
    rows = plan.waiver_rows.select_related("by", "matter")
    ends = WaiverEnd.objects.filter(waiver__plan=plan).select_related("by", "waiver", "waiver__matter")
    entries = [*map(_of_act, acts), *map(_of_waiver, rows), *map(_of_end, ends), *_of_versions(plan)]
    return sorted(entries, key=lambda entry: entry.at, reverse=True)


def log_of_matter(known: Known, examined: Examined) -> list[Entry]:
    """Return the log of one matter, the oldest first."""
    plan = examined.plan
    rows = list(plan.waiver_rows.filter(matter=known.matter).select_related("by", "matter"))
    if known.waiver is not None:
        row = examined.waivers[known.waiver.line - 1]
        rows += [row] if row not in rows else []
    ends = WaiverEnd.objects.filter(waiver__in=rows).select_related("by", "waiver", "waiver__matter")
    entries = [*map(_of_act, known.acts), *map(_of_waiver, rows), *map(_of_end, ends), *_of_drafts(known, plan)]
    return sorted(entries, key=lambda entry: entry.at)


def versions_of(plan: Plan) -> dict[int, int]:
    """Return the ordinal of each version of a plan, from 1, by its row's number."""
    return {pk: n for n, pk in enumerate(plan.versions.order_by("pk").values_list("pk", flat=True), 1)}


def _of_act(act: Act) -> Entry:
    return Entry(act.at, act.by.display_name, act_words(act), act.words, act.matter_id, act.matter.code)


def _of_waiver(row: WaiverRow) -> Entry:
    until = until_words(row.until)
    allowed = row.allowed_by if row.allowed_by != row.by.display_name else ""
    zh = f"准予保留，{until.zh}{f'（{allowed}同意）' if allowed else ''}"
    en = f"let it stand {until.en}{f' (allowed by {allowed})' if allowed else ''}"
    if row.matter is None:
        about = row.quote or row.item
        zh, en = f"从豁免清单导入 {row.rule}“{about}”：{zh}", f"imported a waiver of {row.rule} “{about}”: {en}"
    return Entry(row.at, row.by.display_name, Message(zh, en), row.reason, row.matter_id, row.rule)


def _of_end(end: WaiverEnd) -> Entry:
    row = end.waiver
    about = row.quote or row.item
    what = Message(f"撤回豁免 {row.rule}“{about}”", f"withdrew the waiver of {row.rule} “{about}”")
    return Entry(end.at, end.by.display_name, what, end.words, row.matter_id, row.rule)


def _of_versions(plan: Plan) -> Iterator[Entry]:
    ordinals = versions_of(plan)
    before: set[int] = set()
    earlier: Examination | None = None
    seen = _sightings(plan)
    for examination in _examinations(plan):
        now = seen.get(examination.pk, set())
        kept, n = len(before & now), ordinals[examination.version_id]
        solved, brought = len(before - now), len(now - before)
        if earlier is None:
            what = Message(f"第{n}版检查，查出{len(now)}处", f"Version {n} was checked: {len(now)} found")
        else:
            same = earlier.version_id == examination.version_id
            why = Message("（检查规则有更新）", " (rules have changed)") if same else Message("", "")
            what = Message(
                f"第{n}版检查{why.zh}：解决{solved}处，仍有{kept}处，新增{brought}处",
                f"Version {n} was checked{why.en}: {solved} solved, {kept} kept, {brought} brought",
            )
        yield Entry(examination.at, "", what)
        before, earlier = now, examination


def _of_drafts(known: Known, plan: Plan) -> Iterator[Entry]:
    """When versions brought a matter, lost it, or kept it although it was said to be mended."""
    ordinals = versions_of(plan)
    seen = _sightings(plan)
    was_there, ever = False, False
    told: set[int] = set()
    for examination in _examinations(plan):
        n, is_there = ordinals[examination.version_id], known.matter.pk in seen.get(examination.pk, set())
        if is_there and not was_there:
            what = Message(f"第{n}版又有了", f"Version {n} has it again") if ever else Message(
                f"第{n}版查出", f"Found in version {n}")  # fmt: skip
            yield Entry(examination.at, "", what, "", known.matter.pk, known.finding.code)
        elif was_there and not is_there:
            what = Message(f"第{n}版里没有了", f"Version {n} does not have it any more")
            yield Entry(examination.at, "", what, "", known.matter.pk, known.finding.code)
        elif is_there:
            before = [act for act in known.acts if act.at < examination.at]
            last = last_decision(before)
            belied = last is not None and last.kind == Act.Kind.RESOLVED and last.version_id < examination.version_id
            if belied and last is not None and last.pk not in told:
                told.add(last.pk)
                what = Message(f"第{n}版仍有，自动重新打开", f"Version {n} still has it: reopened automatically")
                yield Entry(examination.at, "", what, "", known.matter.pk, known.finding.code)
        was_there, ever = is_there, ever or is_there


def _examinations(plan: Plan) -> Iterable[Examination]:
    return Examination.objects.filter(version__plan=plan).defer("content").order_by("pk")


def _sightings(plan: Plan) -> dict[int, set[int]]:
    """The matters that each examination has."""
    found: dict[int, set[int]] = {}
    for examination, matter in Sighting.objects.filter(matter__plan=plan).values_list("examination_id", "matter_id"):
        found.setdefault(examination, set()).add(matter)
    return found
