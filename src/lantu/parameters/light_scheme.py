"""Local rules of lights: which colour a place gives to what, dated and sourced."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from lantu.plan.message import Message


@dataclass(frozen=True, slots=True)
class LightScheme:
    """How one place gives its lights, as the rule stood on a date.

    counts: "shortfall", what is missing as a share of what is due, in per cent; or "points", how many percentage
    points of the whole way progress is behind. yellow, red: the bounds of that gap. yellow_at_bound: whether a gap of
    exactly `yellow` is yellow. yellow_run: how many yellow months in a row count as red; 0 where no run does.
    remembers_red: whether what was red can be no better than yellow for the rest of the year.
    against_average: whether green also needs the average of all areas; then one of the two alone is yellow.
    """

    key: str
    name: Message
    rule: Message
    source: Message
    since: date
    counts: str
    yellow: float
    red: float
    yellow_at_bound: bool
    yellow_run: int = 0
    remembers_red: bool = False
    against_average: bool = False


def light_schemes() -> tuple[str, ...]:
    """Return the keys of the schemes that are there, in alphabetical order."""
    folder = resources.files(__package__) / "lights"
    return tuple(sorted(path.name.removesuffix(".yaml") for path in folder.iterdir() if path.name.endswith(".yaml")))


def light_scheme(key: str, on: date) -> LightScheme:
    """Return a scheme as it stood on a date.

    Raises KeyError when there is none of that key, or when it began only later.
    """
    if key not in light_schemes():
        raise KeyError(key)
    about = _file(key)
    since, version = max(
        ((day, version) for day, version in about["versions"].items() if day <= on), default=(None, None)
    )
    if since is None or version is None:
        raise KeyError(key)
    return LightScheme(
        key, Message(**about["name"]), Message(**about["rule"]), Message(**version["source"]), since, about["counts"],
        float(version["bounds"]["yellow"]), float(version["bounds"]["red"]), version["yellow_begins"] == "at",
        version.get("yellow_run", 0), version.get("remembers_red", False), version.get("against_average", False),
    )  # fmt: skip


@cache
def _file(key: str) -> dict[str, Any]:
    import yaml

    path = resources.files(__package__) / "lights" / f"{key}.yaml"
    loaded: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded
