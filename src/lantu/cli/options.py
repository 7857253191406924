"""Options that more than one command takes, and how a command answers with JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


def language_option(function: F) -> F:
    """Add `--lang zh|en`."""
    return click.option(
        "--lang",
        "language",
        type=click.Choice(["zh", "en"]),
        default=None,
        help="Language of messages (default: the terminal's).",
    )(function)


def json_option(function: F) -> F:
    """Add `--json`: one JSON object to standard output."""
    return click.option("--json", "as_json", is_flag=True, help="Print one JSON object to standard output.")(function)


def print_json(value: object) -> None:
    """Print one JSON object to standard output."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


def labels_of(text: str) -> list[str]:
    """Return the codes or names that were written in one line, between commas of either width."""
    return [label.strip() for label in text.replace("，", ",").split(",") if label.strip()]
