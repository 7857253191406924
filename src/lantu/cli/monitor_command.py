"""`lantu monitor`: where each indicator stands on a date."""

from __future__ import annotations

import math
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import click

from lantu.cli.lights_words import lights_table, lights_to_json
from lantu.cli.main import spoken_language
from lantu.cli.options import json_option, language_option, print_json
from lantu.cli.source import load
from lantu.cli.verdict_words import verdict_words
from lantu.monitoring import Component, Monitoring, Standing, counts, monitor
from lantu.monitoring.lights import lights as lights_of
from lantu.monitoring.printed import chance_words, exact, rounded
from lantu.monitoring.units import with_unit
from lantu.parameters import LightScheme, light_scheme, light_schemes
from lantu.plan.fault import Fault
from lantu.plan.message import Language, Message
from lantu.plan.observation import Observation
from lantu.plan.plan import Plan

# How far a value can be trusted, where it was not itself seen on a published page.
_MARKS = {"no": Message("未核", "unverified"), "derived": Message("推算", "derived")}


@click.command("monitor")
@click.argument("package", type=click.Path(path_type=Path))
@click.option("--on", metavar="DATE", help="What was known on this day, as 2023-12-31 (default: today).")
@click.option(
    "--lights", metavar="PLACE", help="Also give the lights of a place's rule: ouhai, sanya, tianjin, yinchuan."
)
@json_option
@language_option
def command(package: Path, on: str | None, lights: str | None, as_json: bool, language: Language | None) -> None:
    """Say where each indicator of PACKAGE stands, and how likely its target is to be met."""
    language = language or spoken_language()
    day = _day(on)
    loaded = load(package, language)
    monitoring = monitor(loaded, day)
    scheme = None if lights is None else _scheme(lights, day)
    lit = () if scheme is None else lights_of(loaded, scheme, day)
    if as_json:
        answer = monitoring_to_json(monitoring, language)
        if scheme is not None:
            answer["lights"] = lights_to_json(scheme, lit, language)
        print_json(answer)
    else:
        if loaded.reading.plan.indicators:
            click.echo(_table(monitoring, loaded.reading.plan, language))
        else:
            click.echo(_no_indicators(bool(loaded.results)).into(language))
        if scheme is not None:
            click.echo("\n" + lights_table(scheme, lit, loaded.reading.plan, language))


def _no_indicators(has_results: bool) -> Message:
    if has_results:
        return Message(
            "没有指标；承诺的结果见 results.csv。", "No indicators; results of commitments are in results.csv."
        )
    return Message("没有指标，没有可推算的。", "No indicators: there is nothing to judge.")


def _scheme(key: str, day: date) -> LightScheme:
    try:
        return light_scheme(key, day)
    except KeyError:
        known = light_schemes()
        raise Fault(
            f"--lights 后面的“{key}”不在已有的亮灯办法里。现有：{'、'.join(known)}。",
            f"--lights: there is no rule “{key}”. There are: {', '.join(known)}.",
        ) from None


def _day(text: str | None) -> date:
    if text is None:
        return date.today()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Fault(
            f"--on 后面的“{text}”不是日期。请写成 2023-12-31 这样的形式。",
            f"--on: “{text}” is not a date. Write it as 2023-12-31.",
        ) from error


def monitoring_to_json(monitoring: Monitoring, language: Language) -> dict[str, Any]:
    """Return the monitoring contract's object; see docs/contracts.md."""
    return {"on": monitoring.on.isoformat(), "indicators": [_standing(s, language) for s in monitoring.standings]}


def _standing(standing: Standing, language: Language) -> dict[str, Any]:
    outlook, rule = standing.outlook, standing.rule
    return {
        "id": standing.indicator_id,
        "region": standing.region,
        "value": _number(standing.value),
        "period": str(standing.period) if standing.period else None,
        "expected": _number(standing.expected),
        "progress": _number(standing.progress),
        "verdict": standing.verdict.value,
        "outlook": outlook
        and {
            "probability": _number(outlook.probability),
            "low": _number(outlook.low),
            "high": _number(outlook.high),
        },
        "components": {
            **{c.name: _component(c, language) for c in standing.components},
            "rule": {"name": rule.name, "sentence": rule.sentence.into(language), "source": rule.source.into(language)},
            "reason": standing.reason.into(language),
            "needed": _number(standing.needed),
            "notes": [note.into(language) for note in standing.notes],
            "used": [_observed(o, language) for o in standing.history],
            "set_aside": [f"{_observed(o, language)} ({why.into(language)})" for o, why in standing.set_aside],
        },
    }


def _observed(observation: Observation, language: Language) -> str:
    said = f"{observation.period}: {'—' if observation.value is None else exact(observation.value)}"
    mark = _MARKS.get(observation.verified)
    return said if mark is None else f"{said} ({mark.into(language)})"


def _component(component: Component, language: Language) -> dict[str, Any]:
    return {
        "label": component.label.into(language),
        "value": _number(component.value),
        "unit": component.unit.into(language),
        "working": component.working,
    }


def _number(value: float | str | None) -> float | str | None:
    """A number without the noise of binary fractions; NaN is no JSON, and no number either."""
    if not isinstance(value, float):
        return value
    return float(f"{value:.12g}") if math.isfinite(value) else None


def _table(monitoring: Monitoring, plan: Plan, language: Language) -> str:
    names = {
        i.id: f"{i.name}（{i.unit}）" if i.unit and f"（{i.unit}）" not in i.name else i.name for i in plan.indicators
    }
    several = len({standing.region for standing in monitoring.standings}) > 1
    lines: list[str] = []
    for standing in monitoring.standings:
        word = verdict_words(standing.verdict, standing.settled).into(language)
        where = f"  [{standing.region or plan.region.name}]" if several else ""
        lines.append(f"{word}  {names[standing.indicator_id]}{where}")
        lines += [
            f"    {said.into(language)}" for said in (standing.reason, *_outlook_words(standing), *_notes(standing))
        ]
    found = Counter(verdict_words(s.verdict, s.settled) for s in monitoring.standings)
    listed = [verdict_words(verdict, settled) for verdict in counts(monitoring) for settled in (False, True)]
    total = {"zh": "，", "en": ", "}[language].join(
        f"{word.into(language)} {found[word]}" for word in dict.fromkeys(listed) if found[word]
    )
    return "\n".join([*lines, "", total])


def _outlook_words(standing: Standing) -> list[Message]:
    """What is still needed and how likely the target is, while anything is left to chance."""
    if standing.settled:
        return []
    said = [_needed_words(c, c.value) for c in standing.components if c.name.startswith("needed_")]
    if standing.outlook is not None:
        odds = chance_words(standing.outlook.probability)
        said.append(Message(f"达成概率{odds.zh}", f"probability of meeting the target: {odds.en}"))
    if not said:
        return []
    english = "; ".join(message.en for message in said)
    return [Message("，".join(message.zh for message in said) + "。", english[0].upper() + english[1:] + ".")]


def _needed_words(component: Component, needed: float | str | None) -> Message:
    assert isinstance(needed, float)
    if component.name == "needed_average":
        much = with_unit(rounded(needed), component.unit)
        return Message(f"{component.label.zh}{much.zh}", f"{component.label.en}: {much.en}")
    much = with_unit(rounded(abs(needed)), component.unit)
    if needed > 0:
        return Message(f"今后每年还需增加{much.zh}", f"{much.en} more a year is needed")
    return Message(f"今后每年还需减少{much.zh}", f"{much.en} less a year is needed")


def _notes(standing: Standing) -> list[Message]:
    notes = [*standing.notes]
    unseen = [str(o.period) for o in standing.history if o.verified == "no"]
    if unseen:
        notes.append(
            Message(f"{'、'.join(unseen)}年的数未核", f"not yet seen on a published page: {', '.join(unseen)}")
        )
    return [Message(f"注：{note.zh}。", f"Note: {note.en}.") for note in notes]
