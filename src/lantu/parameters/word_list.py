"""Words that somebody has replaced, renamed or fixed: dated and sourced, in both languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from lantu.plan.message import Message


@dataclass(frozen=True, slots=True)
class Word:
    """One word that should be another since a day.

    pattern: how it is found in a text. shown: the word itself, for people. right: what to write instead.
    since: the day from which it no longer holds; 0001-01-01 where it never did.
    unless: words in the same clause beside which it stands rightly; None where there are none.
    """

    pattern: str
    shown: str
    right: str
    since: date
    source: Message
    unless: re.Pattern[str] | None = None


@cache
def words(name: str) -> tuple[Word, ...]:
    """Return the words of a list, in the order of its file.

    name: the file's name in `word_lists/` without `.yaml`.

    Raises KeyError when there is no such list.
    """
    path = resources.files(__package__) / "word_lists" / f"{name}.yaml"
    if not path.is_file():
        raise KeyError(name)
    loaded = _loaded(path.read_text(encoding="utf-8"))
    return tuple(
        Word(
            entry.get("pattern", re.escape(shown)), shown, entry["right"], group["since"], Message(**group["source"]),
            re.compile(entry["unless"]) if "unless" in entry else None,
        )
        for group in loaded
        for shown, entry in group["words"].items()
    )  # fmt: skip


@cache
def names(name: str) -> tuple[str, ...]:
    """Return the names of a plain list, such as the titles of laws that plans cite.

    name: the file's name in `word_lists/` without `.yaml`.

    Raises KeyError when there is no such list.
    """
    path = resources.files(__package__) / "word_lists" / f"{name}.yaml"
    if not path.is_file():
        raise KeyError(name)
    return tuple(_loaded(path.read_text(encoding="utf-8"))["names"])


def _loaded(text: str) -> Any:
    """The content of a YAML file of ours; read by libyaml where it is there, which takes a tenth of the time."""
    import yaml

    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 (safe in both)
