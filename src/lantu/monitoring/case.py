"""One indicator in one region on a date, with all that its form needs to judge it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from lantu.monitoring.goal import Goal, goal_of
from lantu.monitoring.printed import decimals_in, exact, half_digit
from lantu.monitoring.series import MANY_YEARS, Series, conflict_note, unmet_note
from lantu.monitoring.standing import Rule, Standing
from lantu.monitoring.units import printed_unit, unit_of_change
from lantu.parameters import Parameter
from lantu.plan.indicator import Indicator
from lantu.plan.message import Message
from lantu.plan.milestone import Milestone
from lantu.plan.observation import Observation
from lantu.plan.quantity import Comparator
from lantu.plan.series_break import BreakKind, SeriesBreak
from lantu.plan.status import moves_base
from lantu.plan.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Case:
    """What a form is given.

    first_year, target_year: the years the target speaks of. reference: the comparator of relative targets, with its
    series; None where there is none. verdicts, outlook: parameters as they stand on the date. is_home: whether the
    region is the plan's own, so that printed bases are its. milestones, breaks: of this indicator in this region.
    """

    indicator: Indicator
    region: str
    on: date
    series: Series
    first_year: int
    target_year: int
    verdicts: Mapping[str, Parameter]
    outlook: Mapping[str, Parameter]
    reference: Indicator | None = None
    reference_series: Series | None = None
    is_home: bool = True
    milestones: tuple[Milestone, ...] = ()
    breaks: tuple[SeriesBreak, ...] = ()

    @property
    def unit(self) -> Message:
        """The indicator's unit, empty where none is printed."""
        return printed_unit(self.indicator.unit)

    @property
    def change_unit(self) -> Message:
        """The unit of a difference between two values."""
        return unit_of_change(self.indicator.unit)

    @property
    def years(self) -> int:
        """How many years the target speaks of."""
        return self.target_year - self.first_year + 1

    @property
    def places(self) -> int:
        """How many decimals computed numbers deserve: two more than the given ones have."""
        target, growth = self.indicator.target.value, self.indicator.growth.value
        given = [self.indicator.baseline.value, target, growth, *(o.value for o in self.series.yearly)]
        return min(2 + max((decimals_in(value) for value in given if value is not None), default=0), 8)

    @property
    def rounding(self) -> float:
        """Half of the last digit that the plan prints for base and target."""
        indicator = self.indicator
        return half_digit(
            (
                (indicator.baseline.text, indicator.baseline.value),
                (indicator.target.text, indicator.target.value),
                (indicator.growth.text if indicator.target.value is None else "", indicator.growth.value),
            )
        )

    def goal(self, value: float, base: float | None, comparator: Comparator | None = None) -> Goal:
        """Return the goal behind a target of `value`, seen from a base."""
        return goal_of(self.indicator, value, base, self.verdicts["about_band"].value, comparator)

    def notes(self, history: tuple[Observation, ...], *more: Message | None) -> tuple[Message, ...]:
        """Return what a reader should know of the values used: breaks in them, what is still to come."""
        said = [note for note in more if note is not None]
        breaks = [str(o.period.last_year) for o in history if moves_base(o) and o.period.last_year >= self.first_year]
        if breaks:
            said.append(
                Message(
                    f"{'、'.join(breaks)}年的数来自普查或调整后的口径，与以前年份可能不可比",
                    f"the value of {', '.join(breaks)} comes from a census or a rebasing and may not compare with "
                    "earlier years",
                )
            )
        said += [_break_note(one) for one in self.breaks]
        said += [conflict_note(used, other) for used, other in self.series.conflicts]
        said += [unmet_note(choice) for choice in self.series.unmet]
        if not self.is_home:
            said.append(
                Message(
                    "目标是为规划的整个区域定的，对本地区只作参照",
                    "the target is set for the plan's whole area; for this region it is a yardstick only",
                )
            )
        over = self.on >= date(self.target_year, 12, 31)
        if over and history and history[-1].period.last_year < self.target_year:
            said.append(Message(f"{self.target_year}年的数还没有", f"the value of {self.target_year} is not there yet"))
        return tuple(said)

    def totals_aside(self) -> tuple[tuple[Observation, Message], ...]:
        """Return the figures over several years, set aside where yearly values are judged."""
        return tuple((observation, MANY_YEARS) for observation in self.series.totals)

    def not_assessed(self, rule: Rule, reason: Message) -> Standing:
        """Return the standing of what cannot be judged, with what is known of it."""
        latest = self.series.yearly[-1] if self.series.yearly else None
        total = self.series.totals[-1] if self.series.totals else None
        newest = max((o for o in (latest, total) if o is not None), key=lambda o: o.period, default=None)
        return Standing(
            self.indicator.id,
            self.region,
            Verdict.NOT_ASSESSED,
            rule,
            reason,
            observation=newest,
            value=newest.value if newest else None,
            period=newest.period if newest else None,
            history=self.series.yearly,
            set_aside=(*self.series.set_aside, *self.totals_aside()),
        )


def _break_note(one: SeriesBreak) -> Message:
    zh, en = (f"（{one.reason}）", f" ({one.reason})") if one.reason else ("", "")
    if one.kind is BreakKind.LINK:
        factor = exact(one.factor or 1.0)
        return Message(
            f"{one.period}起口径改变{zh}，以前的数乘以{factor}后相连",
            f"the definition changed in {one.period}{en}; earlier values are multiplied by {factor} to join them",
        )
    return Message(
        f"{one.period}起口径改变{zh}，以前的数不与以后的相连",
        f"the definition changed in {one.period}{en}; earlier values are not joined to later ones",
    )


NO_DATA = Message("规划期内尚无可用的数据。", "There are no usable values of the plan's period yet.")
NO_TARGET = Message("规划没有给出目标数值。", "The plan gives no number to reach.")
NO_YEAR = Message(
    "规划没有写明目标年份，无从计算时序。请在规划或指标表中补上期限。",
    "The plan names no target year, so no schedule can be drawn. Add a period to the plan or the indicator.",
)
