"""A standing as a drawing: which values, which path, which target, which outlook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from lantu.monitoring import Standing
from lantu.plan.indicator import Indicator, TargetForm
from lantu.plan.message import Language, Message
from lantu.plan.milestone import Milestone
from lantu.plan.observation import Observation
from lantu.plan.period import Period, PeriodKind
from lantu.plan.series_break import BreakKind
from lantu.plan.status import moves_base
from lantu.web.evaluations.known import Known
from lantu.web.look.charts.scale import moment
from lantu.web.look.charts.trajectory import Break, Goal, Outlook, Point, Trajectory
from lantu.web.look.figures import at_most, decimals_of, figure, period_short

_UNSETTLED = ("preliminary", "estimate", "reported", "初步", "预计", "快报")


EACH_YEAR = (TargetForm.CEILING_EACH_YEAR, TargetForm.FLOOR_EACH_YEAR)
_SPLIT, _LINK = Message("口径改变", "new definition"), Message("口径衔接", "linked")
_CENSUS = Message("普查后的口径", "after a census")
_PATH, _BOUND = Message("应到路径", "expected path"), Message("界线", "bound")


def is_computed(standing: Standing) -> bool:
    """Return whether the value compared with the target is an average or a total, not a published one."""
    observed = standing.observation.value if standing.observation else None
    return standing.value is not None and (observed is None or abs(observed - standing.value) > 1e-9)


def value_figure(indicator: Indicator, standing: Standing | None) -> str:
    """Return the value compared with the target: as published, or with one decimal more where it was computed."""
    if standing is None or standing.value is None:
        return ""
    places = decimals_in(indicator, standing)
    return figure(standing.value, min(places + 1, 3) if is_computed(standing) else None)


def is_unverified(observation: Observation) -> bool:
    """Return whether nobody has seen the value on a published page."""
    return observation.verified == "no"


def mark_of(observation: Observation) -> str:
    """Return how a value's point is drawn: final filled, preliminary or unverified hollow, derived a diamond."""
    if observation.verified == "derived":
        return "derived"
    status = observation.status.lower()
    if is_unverified(observation) or any(word in status for word in _UNSETTLED):
        return "open"
    return "final"


def decimals_in(indicator: Indicator, standing: Standing) -> int:
    """Return how many decimals computed values of an indicator deserve: as many as the published ones carry."""
    # What was worked out carries the decimals of the arithmetic.
    printed = [o.value for o in standing.history if o.verified != "derived"] + [
        indicator.baseline.value,
        indicator.target.value,
    ]
    return min(3, max((decimals_of(value) for value in printed), default=0))


def trajectory_of(
    indicator: Indicator, standing: Standing, language: Language, known: Known | None = None
) -> Trajectory:  # fmt: skip
    """Return what a chart of the standing shows, with its sentence for those who cannot see it.

    known: breaks that values are not joined across, or are worked out by; official yearly targets.
    """
    known = known or Known()
    points = _points(indicator, standing, known)
    places = decimals_in(indicator, standing)
    goal, outlook = None, None
    end = indicator.target.period
    if end is not None:
        at = moment(end.end)
        value = standing.path[-1][1] if standing.path else indicator.target.value
        if value is not None and indicator.form is not TargetForm.RELATIVE:
            label = Message(f"目标{at_most(value, places)}", f"target {at_most(value, places)}")
            goal = Goal(at, value, label.into(language))
        # The outlook of an average is an average's: it is no band around the yearly values that are drawn.
        if standing.outlook is not None and indicator.form in (TargetForm.LEVEL, TargetForm.CUMULATIVE):
            low, high = standing.outlook.low, standing.outlook.high
            outlook = Outlook(
                at, low, high,
                Message(f"下沿{figure(low, places)}", f"low {figure(low, places)}").into(language),
                Message(f"上沿{figure(high, places)}", f"high {figure(high, places)}").into(language),
            )  # fmt: skip
    return Trajectory(
        title=_title(standing).into(language),
        points=points,
        path=tuple(standing.path),
        goal=goal,
        outlook=outlook,
        path_label=(_BOUND if indicator.form in EACH_YEAR else _PATH).into(language),
        breaks=_breaks(points, known, language),
        official=tuple((moment(m.period.end), m.value) for m in _drawn_targets(standing, known)),
    )  # fmt: skip


def _breaks(points: Sequence[Point], known: Known, language: Language) -> tuple[Break, ...]:
    """Where the definition changes: as people wrote it down, and where a census begins anew."""
    written = [
        Break(_middle(one.period), (_SPLIT if one.kind is BreakKind.SPLIT else _LINK).into(language),
              one.kind is BreakKind.LINK)
        for one in known.breaks
    ]  # fmt: skip
    cuts = [moment(one.period.start) for one in known.splits]
    counted = [
        Break((before.at + point.at) / 2, _CENSUS.into(language))
        for before, point in pairwise(points)
        if not point.joined and not any(before.at < cut <= point.at for cut in cuts)
    ]
    return (*written, *counted)


def _middle(period: Period) -> float:
    """Where a break is drawn: between the year it begins with and the one before, else at its first day."""
    start, end = moment(period.start), moment(period.end)
    return (start + end) / 2 if period.kind is PeriodKind.YEAR else start


def _drawn_targets(standing: Standing, known: Known) -> list[Milestone]:
    """The official yearly targets that the path goes through."""
    corners = {round(at, 3): value for at, value in standing.path}
    return [m for m in known.milestones if corners.get(round(moment(m.period.end), 3)) == m.value]


def _points(indicator: Indicator, standing: Standing, known: Known) -> tuple[Point, ...]:
    """The values, those from before a break among them, each joined to the one before or not."""
    points = [
        Point(
            moment(o.period.end), o.value, _value_words(o.value, known.is_linked(o.period)),
            "derived" if known.is_linked(o.period) else mark_of(o), not moves_base(o),
        )
        for o in standing.history
        if o.value is not None
    ]  # fmt: skip
    # Values of the older definition are shown where they were published, and never joined to later ones; so is the
    # census that the way begins from.
    taken = {point.at for point in points}
    start = standing.path[0][0] if standing.path else None
    for o in (*(o for o, _ in standing.set_aside), *known.anew):
        at = moment(o.period.end)
        older = o.period.kind is PeriodKind.YEAR and any(o.period.start < one.period.start for one in known.splits)
        begins = start is not None and abs(at - start) < 0.01 and moves_base(o)
        if (older or begins) and o.value is not None and at not in taken:
            taken.add(at)
            points.append(Point(at, o.value, figure(o.value), mark_of(o), joined=not begins))
    baseline = indicator.baseline
    if baseline.value is not None and baseline.period is not None and indicator.form is TargetForm.LEVEL:
        at = moment(baseline.period.end)
        if not any(abs(point.at - at) < 0.01 for point in points):
            linked = known.is_linked(baseline.period)
            value = standing.path[0][1] if linked and standing.path else baseline.value
            points.append(Point(at, value, _value_words(value, linked), "derived" if linked else "final"))
    points.sort(key=lambda point: point.at)
    cuts = [moment(one.period.start) for one in known.splits]
    points = [
        replace(point, joined=point.joined and not any(before.at < cut <= point.at for cut in cuts))
        for before, point in zip([points[0], *points] if points else [], points, strict=False)
    ]
    if (
        indicator.form is TargetForm.CUMULATIVE
        and points
        and standing.path
        and standing.path[0][0] < points[0].at - 0.01
    ):
        points.insert(0, Point(*standing.path[0], "", "start"))
    return tuple(points)


def _value_words(value: float, is_linked: bool) -> str:
    """A value's label: as published, or as short as a worked-out number deserves."""
    return at_most(value, 2) if is_linked else figure(value)


def _title(standing: Standing) -> Message:
    """The chart as a sentence; the indicator's name stands beside it, in the plan's own language."""
    said = [(period_short(o.period), figure(o.value)) for o in standing.history if o.value is not None]
    zh = "、".join(f"{when}年{value}" for when, value in said) or "无数据"
    en = ", ".join(f"{value} in {when}" for when, value in said) or "no data"
    return Message(f"逐期数值：{zh}", f"Values: {en}")
