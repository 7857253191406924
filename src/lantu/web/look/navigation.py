"""The pages of a plan, by the names their addresses have, and which of them stand in the masthead.

The public face (namespace `portal`) and the desk (namespace `workbench`) give the same names to the
same pages, so a template says `{% place "plan-indicator" slug id %}` and lands in the face it is shown in.
To add a page: give it one of these names in `portal/urls.py` and `workbench/urls.py`. The masthead and the
links of other pages find it by its name; as long as there is no such address they leave it out.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from lantu.plan.message import Message

PLAN_OVERVIEW = "plan-overview"
PLAN_INDICATORS = "plan-indicators"
PLAN_INDICATOR = "plan-indicator"
PLAN_SERIES = "plan-series"
PLAN_DATA = "plan-data"
PLAN_AREAS = "plan-areas"
PLAN_COMPONENTS = "plan-components"
PLAN_CHOICE = "plan-choice"
PLAN_VERDICT = "plan-verdict"
PLAN_RESULTS = "plan-results"
PLAN_REPORT = "plan-report"
PLAN_DOCUMENT = "plan-document"
PLAN_TASKS = "plan-tasks"
PLAN_PROJECTS = "plan-projects"
PLAN_FINDINGS = "plan-findings"
PLAN_FINDING = "plan-finding"
PLAN_FINDINGS_LOG = "plan-findings-log"
PLAN_FINDINGS_VERSIONS = "plan-findings-versions"
PLAN_WAIVERS = "plan-waivers"
PLAN_WAIVERS_FILE = "plan-waivers-file"
PLAN_OPINION = "plan-opinion"
MY_FINDINGS = "my-findings"
PLAN_DOCUMENT_PAGE = "plan-document-page"
PLAN_PASSAGE = "plan-passage"
PLAN_COMMITMENTS = "plan-commitments"
PLAN_SYSTEMS = "plan-systems"
PLAN_UNITS = "plan-units"
PLAN_POLICIES = "plan-policies"
PLAN_FACTS = "plan-facts"
RULES = "rules"
RULE = "rule"

MASTHEAD: tuple[tuple[str, Message], ...] = (
    (PLAN_OVERVIEW, Message("总览", "Overview")),
    (PLAN_INDICATORS, Message("指标", "Indicators")),
    (PLAN_RESULTS, Message("结果", "Results")),
    (PLAN_DOCUMENT, Message("规划文本", "Text")),
    (PLAN_TASKS, Message("任务", "Tasks")),
    (PLAN_PROJECTS, Message("项目", "Projects")),
    (PLAN_FINDINGS, Message("检查", "Findings")),
)
# A page that stands under an entry of the masthead without being it.
_WITHIN = {
    PLAN_INDICATOR: PLAN_INDICATORS,
    PLAN_AREAS: PLAN_INDICATORS,
    PLAN_CHOICE: PLAN_INDICATORS,
    PLAN_VERDICT: PLAN_INDICATORS,
    PLAN_REPORT: PLAN_RESULTS,
    PLAN_DOCUMENT_PAGE: PLAN_DOCUMENT,
    PLAN_COMMITMENTS: PLAN_TASKS,
    PLAN_FACTS: PLAN_TASKS,
    PLAN_SYSTEMS: PLAN_PROJECTS,
    PLAN_UNITS: PLAN_PROJECTS,
    PLAN_POLICIES: PLAN_PROJECTS,
    PLAN_FINDING: PLAN_FINDINGS,
    PLAN_FINDINGS_LOG: PLAN_FINDINGS,
    PLAN_FINDINGS_VERSIONS: PLAN_FINDINGS,
    PLAN_WAIVERS: PLAN_FINDINGS,
}

# Rooms whose pages stand at the desk beside those of the workbench.
_DESK = ("workbench", "reviews", "examinations")


@dataclass(frozen=True, slots=True)
class NavigationEntry:
    """One link of the masthead."""

    label: Message
    address: str
    is_current: bool


def face_of(request: HttpRequest | None) -> str:
    """Return the face the request is served in: `workbench` for every room of the desk, else `portal`."""
    match = getattr(request, "resolver_match", None)
    return "workbench" if match is not None and not set(_DESK).isdisjoint(match.namespaces) else "portal"


def address_of(face: str, name: str, *arguments: object) -> str:
    """Return the address of a page in a face, "" where that face has no such page.

    The desk's pages are those of all its rooms.
    """
    for room in _DESK if face == "workbench" else (face,):
        try:
            return reverse(f"{room}:{name}", args=arguments)
        except NoReverseMatch:
            continue
    return ""


def masthead(request: HttpRequest | None) -> list[NavigationEntry]:
    """Return the masthead's links for the plan the request is about; none outside a plan."""
    match = getattr(request, "resolver_match", None)
    slug = match.kwargs.get("slug") if match is not None else None
    if request is None or match is None or slug is None:
        return []
    face = face_of(request)
    current = _WITHIN.get(match.url_name, match.url_name)
    return [
        NavigationEntry(label, address, name == current)
        for name, label in MASTHEAD
        if (address := address_of(face, name, slug))
    ]
