"""Lights of a place, as words on the terminal and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from lantu.monitoring.lights import Light, Lit
from lantu.parameters import LightScheme
from lantu.plan.message import Language, Message
from lantu.plan.plan import Plan

# A sign with each word, never colour alone.
WORDS = {
    Light.RED: Message("▼ 红灯", "▼ red"),
    Light.YELLOW: Message("◆ 黄灯", "◆ yellow"),
    Light.GREEN: Message("● 绿灯", "● green"),
    Light.NONE: Message("○ 无灯", "○ none"),
}


def lights_table(scheme: LightScheme, lit: Sequence[Lit], plan: Plan, language: Language) -> str:
    """Return the rule in a sentence, then each light with the numbers it comes from, red first."""
    names = {indicator.id: indicator.name for indicator in plan.indicators}
    several = len({one.region for one in lit}) > 1
    order = list(WORDS)
    head = Message(f"亮灯（{scheme.name.zh}）：{scheme.rule.zh}。", f"Lights ({scheme.name.en}): {scheme.rule.en}.")
    lines = [head.into(language)]
    for one in sorted(lit, key=lambda each: order.index(each.light)):
        where = f"  [{one.region or plan.region.name}]" if several else ""
        lines.append(f"{WORDS[one.light].into(language)}  {names[one.indicator_id]}{where}")
        lines.append(f"    {one.reason.into(language)}")
    found = Counter(one.light for one in lit)
    counted = [f"{WORDS[light].into(language)} {found[light]}" for light in WORDS if found[light]]
    return "\n".join([*lines, "", {"zh": "，", "en": ", "}[language].join(counted)])


def lights_to_json(scheme: LightScheme, lit: Sequence[Lit], language: Language) -> dict[str, Any]:
    """Return the lights as plain dicts and lists: the rule with its source, and each light with its months."""
    return {
        "place": scheme.key,
        "rule": scheme.rule.into(language),
        "source": scheme.source.into(language),
        "indicators": [
            {
                "id": one.indicator_id,
                "region": one.region,
                "light": one.light.value,
                "months": [month.value for month in one.months],
                "reason": one.reason.into(language),
            }
            for one in lit
        ],
    }
