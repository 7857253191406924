"""The national plan that ships with the project, and the official verdicts on it."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from lantu.exchange.package_reader import read_package
from lantu.monitoring import Monitoring, Standing, monitor
from lantu.plan.package import Package

FOLDER = Path(__file__).resolve().parents[3] / "examples" / "national-14fyp"


@cache
def national() -> Package:
    return read_package(FOLDER)


@cache
def on(day: str) -> Monitoring:
    return monitor(national(), date.fromisoformat(day))


def of(id: str, day: str) -> Standing:
    return next(s for s in on(day).standings if s.indicator_id == id)


def component(standing: Standing, name: str) -> float:
    value = next(c.value for c in standing.components if c.name == name)
    assert isinstance(value, float | int)
    return value
