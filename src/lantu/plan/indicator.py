"""An indicator: a figure that a plan promises to move, to hold or to reach."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from lantu.plan.citation import Citation
from lantu.plan.milestone import PathShape
from lantu.plan.period import Period
from lantu.plan.quantity import Comparator


class Commitment(StrEnum):
    """How hard a plan is bound: 约束性 is a duty of government, 预期性 mainly the market's."""

    BINDING = "binding"
    ANTICIPATORY = "anticipatory"


class Direction(StrEnum):
    """Which way is better."""

    INCREASE = "increase"
    DECREASE = "decrease"


class TargetForm(StrEnum):
    """How a target is stated; the forms must not be mixed (see docs/terms.md).

    LEVEL: reach a value in the target year. ANNUAL_RATE: an average yearly rate over the period.
    CUMULATIVE: a change over the whole period. CEILING_EACH_YEAR, FLOOR_EACH_YEAR: hold every year.
    RELATIVE: against another series. WORDS: no number, judged by people.
    """

    LEVEL = "level"
    ANNUAL_RATE = "annual_rate"
    CUMULATIVE = "cumulative"
    CEILING_EACH_YEAR = "ceiling_each_year"
    FLOOR_EACH_YEAR = "floor_each_year"
    RELATIVE = "relative"
    WORDS = "words"


class GrowthKind(StrEnum):
    """What the growth column of an indicator table holds."""

    ANNUAL_RATE = "annual_rate"
    ANNUAL_INCREMENT = "annual_increment"
    ANNUAL_ABSOLUTE = "annual_absolute"
    CUMULATIVE = "cumulative"
    COMPARATIVE = "comparative"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Baseline:
    """The value a plan starts from; `text` is what is printed, whose digits tell the rounding."""

    period: Period | None = None
    value: float | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """What is to be reached; a target in words has a text and no value.

    value_high: the upper end of a range, else None.
    reference: for relative targets, the id of the comparator indicator or the name of a comparator
    that is not an indicator of this plan (市平均水平).
    """

    period: Period | None = None
    value: float | None = None
    value_high: float | None = None
    comparator: Comparator | None = None
    text: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Growth:
    """The growth column of an indicator table: a rate in per cent, points or units a year, or a total."""

    kind: GrowthKind = GrowthKind.NONE
    value: float | None = None
    comparator: Comparator | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Indicator:
    """A named figure with its base, its target and the form the target takes.

    unit: as printed; None where the plan prints none.
    starred: whether the table marks it as taken over from the plan above (★).
    path: how the way from base to target runs where no yearly target is set.
    """

    id: str
    name: str
    group: str = ""
    unit: str | None = None
    commitment: Commitment | None = None
    direction: Direction | None = None
    form: TargetForm | None = None
    baseline: Baseline = Baseline()
    target: Target = Target()
    growth: Growth = Growth()
    starred: bool = False
    source: Citation | None = None
    path: PathShape = PathShape.LINEAR
