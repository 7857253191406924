"""Observations that people wrote by an indicator's name, led to its id."""

from __future__ import annotations

import re
from dataclasses import replace

from lantu.plan.observation import Observation
from lantu.plan.package import Package

_NOISE = re.compile(r"[\s★*☆]+")
_UNIT = re.compile(r"[（(][^（）()]*[）)]$")


def with_ids(package: Package) -> tuple[Package, tuple[Observation, ...]]:
    """Return the package with observations that carry indicator ids, and the observations that fit no indicator.

    Who fills a spreadsheet writes names, not ids. A name fits when it is the indicator's as printed, but for
    blanks, stars and the unit in brackets behind it; a name that two indicators share fits neither. Nothing
    is dropped: what fits no indicator stays in the package as it was written, and is returned a second time
    so that the caller can say so.
    """
    ids = {indicator.id for indicator in package.reading.plan.indicators}
    by_name: dict[str, str | None] = {}
    for indicator in package.reading.plan.indicators:
        for key in {_plain(indicator.name), _plain(_UNIT.sub("", indicator.name))}:
            by_name[key] = None if key in by_name else indicator.id

    def id_of(written: str) -> str | None:
        name = _plain(written)
        return written if written in ids else by_name.get(name) or by_name.get(_UNIT.sub("", name))

    strays: list[Observation] = []
    observations: list[Observation] = []
    for observation in package.observations:
        found = id_of(observation.indicator)
        if found is None:
            strays.append(observation)
        else:
            observation = replace(observation, indicator=found)
        observations.append(observation)
    return replace(
        package,
        observations=tuple(observations),
        milestones=tuple(replace(m, indicator=id_of(m.indicator) or m.indicator) for m in package.milestones),
        breaks=tuple(replace(b, indicator=id_of(b.indicator) or b.indicator) for b in package.breaks),
        choices=tuple(replace(c, indicator=id_of(c.indicator) or c.indicator) for c in package.choices),
        balances=tuple(
            replace(b, whole=id_of(b.whole) or b.whole, parts=tuple(id_of(part) or part for part in b.parts))
            for b in package.balances
        ),
        rollups=tuple(
            replace(
                r,
                indicator=id_of(r.indicator) or r.indicator,
                weight=id_of(r.weight) or r.weight,
                numerator=id_of(r.numerator) or r.numerator,
                denominator=id_of(r.denominator) or r.denominator,
            )
            for r in package.rollups
        ),
    ), tuple(strays)


def _plain(name: str) -> str:
    return _NOISE.sub("", name).replace("（", "(").replace("）", ")").lower()
