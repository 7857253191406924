"""A new value held against what is known: warnings with reasons, never a refusal."""

from __future__ import annotations

from datetime import date

from lantu.monitoring.home import home_of
from lantu.monitoring.validation.alone import jump, less_than_before, out_of_range, slip, wrong_period
from lantu.monitoring.validation.past import past_values
from lantu.monitoring.validation.peers import peers
from lantu.monitoring.validation.sums import sums
from lantu.monitoring.validation.warned import Doubt, Warned
from lantu.plan.observation import Observation
from lantu.plan.package import Package

__all__ = ["Doubt", "Warned", "doubts_about"]


def doubts_about(package: Package, new: Observation, today: date) -> tuple[Warned, ...]:
    """Return what may be wrong with a new value of a package, the plainest first; none for a missing value.

    The value is held against its own series, against the values of other areas, and against the parts it is made of.
    A person who knows better enters it all the same: nothing here refuses.
    """
    indicator = next((i for i in package.reading.plan.indicators if i.id == new.indicator), None)
    if indicator is None or new.value is None:
        return ()
    home = home_of(package)
    own = [
        o for o in package.observations if o.indicator == new.indicator and (o.region or home) == (new.region or home)
    ]
    known = [o for o in own if o.period != new.period]
    found: list[Warned | None] = [out_of_range(indicator, new.value), wrong_period(new, known, today)]
    before = past_values(known, new)
    slipped = slip(new.value, before)
    found += [slipped, None if slipped else jump(new.value, before, new.period)]
    found += [less_than_before(new, known), *sums(package, new), *peers(package, new, before)]
    return tuple(warned for warned in found if warned is not None)
