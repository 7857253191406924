"""Every number that the verdicts of a plan were computed from, as one long table."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import HttpResponse

from lantu.exchange.row import cell
from lantu.plan.message import Language
from lantu.web.evaluations.selectors import Monitored
from lantu.web.look.csv_files import csv_response
from lantu.web.look.verdicts import verdict_words

HEADS = ("indicator", "name", "region", "on", "component", "label", "value", "unit", "working")


def components_response(shown: Monitored, name: str, language: Language) -> HttpResponse:
    """Return the components of every verdict, all indicators and regions, as a CSV file to download."""
    return csv_response(name, HEADS, _rows(shown, language))


def _rows(shown: Monitored, language: Language) -> Iterator[list[str]]:
    """One row a component; each standing begins with its verdict and the reason for it, and with its rule."""
    names = {indicator.id: indicator.name for indicator in shown.indicators}
    said = {"zh": ("评价", "规则"), "en": ("verdict", "rule")}[language]
    for standing in shown.monitoring.standings:
        key, on = standing.indicator_id, shown.on.isoformat()
        head = [key, names.get(key, key), standing.region, on]
        word = verdict_words(standing.verdict, standing.settled).into(language)
        yield [*head, "verdict", said[0], word, "", standing.reason.into(language)]
        yield [*head, "rule", said[1], standing.rule.name, "", standing.rule.sentence.into(language)]
        for part in standing.components:
            yield [
                *head,
                part.name,
                part.label.into(language),
                cell(part.value),
                part.unit.into(language),
                part.working,
            ]
