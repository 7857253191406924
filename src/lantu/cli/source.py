"""What a file argument means: a document to read, or a plan package to open."""

from __future__ import annotations

from pathlib import Path

import click

from lantu.cli.main import spoken_language
from lantu.exchange.indicator_names import with_ids
from lantu.exchange.package_reader import read_package
from lantu.exchange.unfitting import unfitting
from lantu.plan.message import Language
from lantu.plan.package import Package


def load(path: Path, language: Language | None = None, seconds: float | None = None) -> Package:
    """Return the package behind a path; a document is read first and has no observations.

    seconds: how long reading a document may take; the reader's own limit where None.
    Rows of a package that fit no indicator or no area are told on standard error, never dropped in silence.

    Raises Fault when the path is neither.
    """
    if not path.is_dir():
        # Imported here, so that a package never waits for the reader.
        from lantu.reading.apart import SECONDS, read_apart

        return Package(read_apart(path, seconds or SECONDS))
    package, strays = with_ids(read_package(path))
    language = language or spoken_language()
    for message in unfitting(package, strays):
        click.echo({"zh": f"注意：{message.zh}", "en": f"note: {message.en}"}[language], err=True)
    return package
