"""Rows that people wrote and that fit nothing of the plan: told, never dropped in silence."""

from __future__ import annotations

from collections.abc import Iterable

from lantu.plan.message import Message
from lantu.plan.observation import Observation
from lantu.plan.package import Package


def unfitting(package: Package, strays: Iterable[Observation]) -> tuple[Message, ...]:
    """Return what should be told of the rows of a package that name no indicator or no area of it.

    strays: observations that fit no indicator, as `with_ids` returns them.
    """
    known = {indicator.id for indicator in package.reading.plan.indicators}
    codes = {area.code for area in package.areas}
    named = {
        "observations.csv": [stray.indicator for stray in strays],
        "milestones.csv": [one.indicator for one in package.milestones],
        "breaks.csv": [one.indicator for one in package.breaks],
        "choices.csv": [one.indicator for one in package.choices],
        "rollups.csv": [
            name
            for one in package.rollups
            for name in (one.indicator, one.weight, one.numerator, one.denominator)
            if name
        ],
        "balances.csv": [name for one in package.balances for name in (one.whole, *one.parts)],
    }
    told = [_said(file, sorted({name for name in names if name not in known}), "指标", "indicator",
                  "请写指标的 id 或原名", "write an indicator's id or its printed name")
            for file, names in named.items()]  # fmt: skip
    parents = sorted({area.parent for area in package.areas if area.parent} - codes)
    home = package.reading.plan.region.code
    strange = sorted({o.region for o in package.observations if o.region} - codes - {home, *parents}) if codes else []
    told.append(_said("observations.csv", strange, "areas.csv 里的地区", "area of areas.csv",
                      "请补进 areas.csv，或改正代码", "add it to areas.csv, or correct the code"))  # fmt: skip
    return tuple(message for message in told if message is not None)


def _said(file: str, names: list[str], zh: str, en: str, mend_zh: str, mend_en: str) -> Message | None:
    if not names:
        return None
    shown, more = names[:3], len(names) > 3
    return Message(
        f"{file} 里有对不上{zh}的名称（{'、'.join(shown)}{'等' if more else ''}），没有用上；{mend_zh}。",
        f"{file} names what fits no {en} ({', '.join(shown)}{' …' if more else ''}) and was not used; {mend_en}.",
    )
