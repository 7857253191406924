"""Limits of national standards: dated, with the standard's number and title."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from lantu.plan.message import Message


@dataclass(frozen=True, slots=True)
class Standard:
    """A standard as it stood on a date: its title, since when, and its tables as they stand in the file."""

    title: Message
    since: date
    tables: Mapping[str, Any]


@cache
def standard(name: str, on: date) -> Standard:
    """Return a standard of `standards/` as it stood on a date.

    Raises KeyError when there is none of that name, or when it began only later.
    """
    import yaml

    path = resources.files(__package__) / "standards" / f"{name}.yaml"
    if not path.is_file():
        raise KeyError(name)
    about = yaml.safe_load(path.read_text(encoding="utf-8"))
    since = max((day for day in about["versions"] if day <= on), default=None)
    if since is None:
        raise KeyError(f"{name} on {on}")
    return Standard(Message(**about["title"]), since, about["versions"][since])
