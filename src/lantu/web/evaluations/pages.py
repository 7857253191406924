"""The pages of a plan, the same in the public face and at the desk; the faces decide who may see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from lantu.exchange import tables
from lantu.plan.indicator import Indicator
from lantu.plan.message import Message
from lantu.plan.period import Period
from lantu.plan.reading import Reading
from lantu.plan.verdict import Verdict
from lantu.web.evaluations.areas_page import areas_page, areas_with_values
from lantu.web.evaluations.components_file import components_response
from lantu.web.evaluations.data_files import data_files, table_response
from lantu.web.evaluations.filters import Filter, filter_from
from lantu.web.evaluations.indicator_page import IndicatorPage, indicator_page
from lantu.web.evaluations.lit import lights_asked
from lantu.web.evaluations.overview import overview_of
from lantu.web.evaluations.phrases import Phrase
from lantu.web.evaluations.selectors import Monitored, monitored
from lantu.web.look.figures import figure
from lantu.web.look.language import page_language
from lantu.web.look.navigation import PLAN_INDICATOR, address_of, face_of
from lantu.web.registry.selectors import plans


@dataclass(frozen=True, slots=True)
class PlanInList:
    """A plan as a list shows it. holds: what was read from its text, None where it came without."""

    slug: str
    title: str
    region: str
    period: Period | None
    lede: tuple[Phrase, ...]
    tally: tuple[tuple[Verdict, bool, int], ...]
    holds: Message | None

    @property
    def is_assessed(self) -> bool:
        """Whether any indicator is assessed."""
        return any(verdict is not Verdict.NOT_ASSESSED for verdict, _, _ in self.tally)


def plan_list() -> list[PlanInList]:
    """Return every plan with where it stands, those with assessed indicators first."""
    rows = []
    for plan in plans():
        shown = monitored(plan)
        seen = overview_of(shown, page_language())
        holds = _holds(shown.package.reading)
        rows.append(PlanInList(plan.slug, seen.title, seen.region, seen.period, seen.lede, seen.tally, holds))
    return sorted(rows, key=lambda row: not row.is_assessed)


def _holds(reading: Reading) -> Message | None:
    plan = reading.plan
    if reading.document is None:
        return None
    read = (
        (len(plan.indicators), "项指标", "indicators"),
        (len(plan.pledges), "条承诺", "commitments"),
        (len(plan.tasks), "项任务", "tasks"),
        (len(plan.projects), "个项目", "projects"),
    )
    found = [(figure(n), zh, en) for n, zh, en in read if n]
    if not found:
        return None
    return Message(
        f"原文里读出{'、'.join(n + zh for n, zh, _ in found)}，条条可回到原句。",
        f"Read from its text: {', '.join(f'{n} {en}' for n, _, en in found)}; each leads back to its words.",
    )


def overview(request: HttpRequest, slug: str) -> HttpResponse:
    """Show where the plan stands on the day asked for. Raises Http404 when there is no such plan."""
    shown, context = _shown(request, slug)
    return render(
        request,
        "evaluations/overview.html",
        {
            **context,
            "page": overview_of(shown, page_language()),
            "files": data_files(shown.package),
            "lights": lights_asked(shown, request.GET.get("lights", ""), page_language()),
            "areas": areas_with_values(shown),
            "area_count": sum(1 for area in shown.package.areas if area.parent),
        },
    )


def indicators(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the plan's indicators, those asked for. Raises Http404 when there is no such plan."""
    shown, context = _shown(request, slug)
    page = overview_of(shown, page_language())
    wanted: Filter = filter_from(request.GET, page)
    return render(request, "evaluations/indicators.html", {**context, "page": page, "filter": wanted})


def indicator(
    request: HttpRequest, slug: str, indicator: str, *, template: str = "evaluations/indicator.html",
    status: int = 200, **more: Any,
) -> HttpResponse:  # fmt: skip
    """Show one indicator; `more` goes to the template. Raises Http404 when there is no such one."""
    shown, context = _shown(request, slug)
    page = indicator_of(shown, indicator)
    lights = lights_asked(shown, request.GET.get("lights", ""), page_language())
    context |= {
        "page": page,
        "lights": lights,
        "lit": lights.of(page.indicator),
        "has_areas": any(area.parent for area in shown.package.areas),
    }
    return render(request, template, {**context, **more}, status=status)


def areas(request: HttpRequest, slug: str, indicator: str) -> HttpResponse:
    """Show one indicator over the areas of a plan; of a plan without areas, lead to the indicator itself.

    Raises Http404 when there is no such one.
    """
    shown, context = _shown(request, slug)
    found = _indicator(shown, indicator)
    page = areas_page(shown, found, request.GET.get("period", ""), request.GET.get("parent", ""))
    if page is None:
        return redirect(address_of(face_of(request), PLAN_INDICATOR, slug, found.id))
    return render(request, "evaluations/areas.html", {**context, "page": page, "on": shown.on})


def components(request: HttpRequest, slug: str) -> HttpResponse:
    """Give every number that a verdict was computed from as CSV. Raises Http404 when there is no such plan."""
    shown, _ = _shown(request, slug)
    return components_response(shown, f"{slug}-components", page_language())


def indicator_of(shown: Monitored, indicator: str) -> IndicatorPage:
    """Return what an indicator's page shows. Raises Http404 when the plan has no such indicator."""
    return indicator_page(shown, _indicator(shown, indicator), page_language())


def series(request: HttpRequest, slug: str, indicator: str) -> HttpResponse:
    """Give the values of an indicator that count as CSV. Raises Http404 when there is no such one."""
    shown, _ = _shown(request, slug)
    found = _indicator(shown, indicator)
    rows = sorted((o for o in shown.package.observations if o.indicator == found.id), key=lambda o: o.period)
    return table_response(tables.OBSERVATIONS, rows, f"{slug}-{indicator}")


def data(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """Give one table of the plan as CSV. Raises Http404 when the plan has no such table."""
    shown, _ = _shown(request, slug)
    for file in data_files(shown.package):
        if file.name == name:
            return table_response(file.table, file.rows, f"{slug}-{name}")
    raise Http404


def _indicator(shown: Monitored, indicator: str) -> Indicator:
    found = shown.package.reading.plan.indicator(indicator)
    if found is None:
        raise Http404
    return found


def _shown(request: HttpRequest, slug: str) -> tuple[Monitored, dict[str, Any]]:
    """The plan on the day asked for (`?on=2024-12-31`), and what every page's template needs."""
    plan = get_object_or_404(plans(), slug=slug)
    on, bad = _day(request.GET.get("on", ""))
    context = {
        "slug": slug,
        "plan_title": plan.title,
        "chose_date": on is not None,
        "bad_date": bad,
        "date_query": f"?on={on.isoformat()}" if on else "",
    }
    return monitored(plan, on), context


def _day(text: str) -> tuple[date | None, bool]:
    if not text:
        return None, False
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        return None, True
    return (day, False) if 1900 <= day.year <= 2200 else (None, True)
