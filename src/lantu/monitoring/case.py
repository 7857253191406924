"""One indicator in one region on a date, with all that its form needs to judge it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from lantu.monitoring.printed import half_digit
from lantu.monitoring.series import Series
from lantu.monitoring.standing import Rule, Standing
from lantu.parameters import Parameter
from lantu.plan.indicator import Direction, Indicator
from lantu.plan.message import Message
from lantu.plan.quantity import Comparator
from lantu.plan.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Case:
    """What a form is given.

    first_year, last_year: of the plan. reference: the comparator's series for relative targets, None where there is
    none. verdicts, outlook: parameters as they stand on the date.
    """

    indicator: Indicator
    region: str
    on: date
    series: Series
    first_year: int
    last_year: int
    verdicts: Mapping[str, Parameter]
    outlook: Mapping[str, Parameter]
    reference: Series | None = None
    reference_name: str = ""

    @property
    def target_year(self) -> int:
        """The year the target is for; the plan's last where none is printed."""
        period = self.indicator.target.period
        return period.last_year if period else self.last_year

    @property
    def unit(self) -> str:
        """The indicator's unit, "" where none is printed."""
        return self.indicator.unit or ""

    @property
    def strict(self) -> bool:
        """Whether the target itself does not count as met (">", "<")."""
        return self.indicator.target.comparator in (Comparator.ABOVE, Comparator.BELOW)

    @property
    def rounding(self) -> float:
        """Half of the last digit that the plan prints for base and target."""
        return half_digit((self.indicator.baseline.text, self.indicator.target.text))

    def sign(self, base: float | None) -> float:
        """Return +1 where more is better, -1 where less is: by the comparator, else from base to target."""
        target = self.indicator.target
        if target.comparator in (Comparator.AT_LEAST, Comparator.ABOVE):
            return 1.0
        if target.comparator in (Comparator.AT_MOST, Comparator.BELOW):
            return -1.0
        if base is not None and target.value is not None and base != target.value:
            return 1.0 if target.value > base else -1.0
        return -1.0 if self.indicator.direction is Direction.DECREASE else 1.0

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
            set_aside=self.series.set_aside,
        )


NO_DATA = Message("没有可用的数据", "no usable data")
