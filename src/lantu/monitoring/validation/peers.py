"""A value held against those of the areas beside it."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from lantu.monitoring.kernels.outliers import robust_score
from lantu.monitoring.printed import percent
from lantu.monitoring.validation.alone import JUMP, LEAST_CHANGE
from lantu.monitoring.validation.past import past_values, when_of
from lantu.monitoring.validation.warned import Doubt, Warned
from lantu.plan.message import Message
from lantu.plan.observation import Observation
from lantu.plan.package import Package


def peers(package: Package, new: Observation, before: Sequence[tuple[float, float]]) -> list[Warned]:
    """A change unlike that of the other areas of the same parent in the same year."""
    if not before or before[-1][1] <= 0 or (new.value or 0) <= 0:
        return []
    ours = next((a for a in package.areas if a.code == new.region), None)
    if ours is None:
        return []
    others = {a.code for a in package.areas if a.parent == ours.parent and a.code != ours.code}
    filed: dict[str, list[Observation]] = {}
    for observation in package.observations:
        if observation.indicator == new.indicator and observation.region in others:
            filed.setdefault(observation.region, []).append(observation)
    rates = []
    for observations in filed.values():
        values = dict(past_values(observations, new))
        past, now = values.get(before[-1][0]), values.get(when_of(new.period))
        if past and now and past > 0 and now > 0:
            rates.append(math.log(now / past))
    rate = math.log((new.value or 1) / before[-1][1])
    score = float(robust_score(rate, rates or [math.nan], LEAST_CHANGE))
    if not abs(score) > JUMP:
        return []
    usual = math.expm1(float(np.median(rates)))
    return [
        Warned(
            Doubt.UNLIKE_OTHERS,
            Message(
                f"比上一个数变动{percent(math.expm1(rate))}，同级{len(rates)}个地区一般变动{percent(usual)}。",
                f"a change of {percent(math.expm1(rate))} from the last value; {percent(usual)} is usual in "
                f"{len(rates)} areas beside it.",
            ),
        )
    ]
