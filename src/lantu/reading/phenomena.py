"""What each phenomenon is, in both languages: its title and a sentence on it."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from lantu.plan.message import Message


@dataclass(frozen=True, slots=True)
class About:
    """A phenomenon told: the part of docs/reading.md it stands in, its title, and a sentence on it."""

    part: str
    title: Message
    says: Message


@cache
def phenomena() -> Mapping[str, About]:
    """Return every phenomenon by its name, in the order of docs/reading.md."""
    text = (files("lantu.reading.lexicon") / "phenomena.csv").read_text("utf-8")
    return {
        row["phenomenon"]: About(
            row["part"], Message(row["zh"], row["en"]), Message(row["says_zh"], row["says_en"])
        )
        for row in csv.DictReader(text.splitlines())
    }  # fmt: skip


def about(rule: str) -> About:
    """Return what a phenomenon is; one of another version of Lantu is told by its name alone."""
    return phenomena().get(rule) or About("", Message(rule, rule.replace("_", " ")), Message("", ""))
