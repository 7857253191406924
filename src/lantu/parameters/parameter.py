"""A number of policy on a date, with what it means and who set it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from lantu.plan.message import Message


@dataclass(frozen=True, slots=True)
class Parameter:
    """One number that somebody decided, as it stood on a date.

    unit: what it counts, such as "percentage points". since: the day from which this value applies.
    source: the notice, article or decision it comes from; where official texts give no number, it says so.
    """

    name: str
    value: float
    unit: str
    since: date
    meaning: Message
    source: Message


def load(name: str, on: date) -> dict[str, Parameter]:
    """Return the parameters of one file, by name, as they stood on a date.

    name: the file's name without `.yaml`. A parameter whose first value applies only later is left out.

    Raises KeyError when there is no such file.
    """
    standing: dict[str, Parameter] = {}
    for key, entry in _file(name).items():
        dated = sorted((day, value) for day, value in entry["values"].items() if day <= on)
        if dated:
            since, stated = dated[-1]
            standing[key] = Parameter(
                key, float(stated["value"]), entry["unit"], since, Message(**entry["meaning"]),
                Message(**stated["source"]),
            )  # fmt: skip
    return standing


@cache
def _file(name: str) -> dict[str, Any]:
    import yaml

    path = resources.files(__package__) / f"{name}.yaml"
    if not path.is_file():
        raise KeyError(name)
    loaded: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded
