"""`lantu monitor`: where each indicator stands on a date."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from lantu.cli.main import spoken_language
from lantu.cli.options import json_option, language_option, print_json
from lantu.cli.source import load
from lantu.cli.verdict_words import verdict_words
from lantu.monitoring import Component, Monitoring, Standing, counts, monitor
from lantu.plan.fault import Fault
from lantu.plan.message import Language
from lantu.plan.plan import Plan


@click.command("monitor")
@click.argument("package", type=click.Path(path_type=Path))
@click.option("--on", metavar="DATE", help="What was known on this day, as 2023-12-31 (default: today).")
@json_option
@language_option
def command(package: Path, on: str | None, as_json: bool, language: Language | None) -> None:
    """Say where each indicator of PACKAGE stands, and how likely its target is to be met."""
    language = language or spoken_language()
    day = _day(on)
    loaded = load(package, language)
    monitoring = monitor(loaded, day)
    if as_json:
        print_json(monitoring_to_json(monitoring, language))
    else:
        click.echo(_table(monitoring, loaded.reading.plan, language))


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
        "value": standing.value,
        "period": str(standing.period) if standing.period else None,
        "expected": standing.expected,
        "progress": standing.progress,
        "verdict": standing.verdict.value,
        "outlook": outlook and {"probability": outlook.probability, "low": outlook.low, "high": outlook.high},
        "components": {
            **{c.name: _component(c, language) for c in standing.components},
            "rule": {"name": rule.name, "sentence": rule.sentence.into(language), "source": rule.source.into(language)},
            "reason": standing.reason.into(language),
            "needed": standing.needed,
            "notes": [note.into(language) for note in standing.notes],
            "used": [f"{o.period}: {o.value}" for o in standing.history],
            "set_aside": [f"{o.period}: {o.value} ({why.into(language)})" for o, why in standing.set_aside],
        },
    }


def _component(component: Component, language: Language) -> dict[str, Any]:
    value = component.value
    # NaN is no JSON, and no number either.
    number = None if isinstance(value, float) and value != value else value
    return {
        "label": component.label.into(language),
        "value": number,
        "unit": component.unit,
        "working": component.working,
    }


def _table(monitoring: Monitoring, plan: Plan, language: Language) -> str:
    names = {i.id: f"{i.name}（{i.unit}）" if i.unit else i.name for i in plan.indicators}
    lines = []
    for standing in monitoring.standings:
        chance = f"{standing.outlook.probability:.0%}" if standing.outlook else "—"
        word = verdict_words(standing.verdict).into(language)
        lines.append(f"{word}  {names[standing.indicator_id]}")
        odds = {"zh": f"达成概率 {chance}", "en": f"probability {chance}"}[language]
        lines.append(f"    {standing.reason.into(language)}  {odds}")
    total = {"zh": "，", "en": ", "}[language].join(
        f"{verdict_words(verdict).into(language)} {count}" for verdict, count in counts(monitoring).items()
    )
    return "\n".join([*lines, "", total])
