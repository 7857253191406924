"""What a file argument means: a document to read, or a plan package to open."""

from __future__ import annotations

from pathlib import Path

import click

from lantu.cli.main import spoken_language
from lantu.exchange.indicator_names import with_ids
from lantu.exchange.package_reader import read_package
from lantu.plan.message import Language
from lantu.plan.package import Package


def load(path: Path, language: Language | None = None, seconds: float | None = None) -> Package:
    """Return the package behind a path; a document is read first and has no observations.

    seconds: how long reading a document may take; the reader's own limit where None.
    Observations of a package that fit no indicator are told on standard error, never dropped.

    Raises Fault when the path is neither.
    """
    if not path.is_dir():
        # Imported here, so that a package never waits for the reader.
        from lantu.reading.apart import SECONDS, read_apart

        return Package(read_apart(path, seconds or SECONDS))
    package, strays = with_ids(read_package(path))
    if strays:
        language = language or spoken_language()
        names = sorted({stray.indicator for stray in strays})
        shown = "、".join(names[:3]) if language == "zh" else ", ".join(names[:3])
        more = {"zh": "等", "en": " …"}[language] if len(names) > 3 else ""
        click.echo(
            {
                "zh": f"注意：observations.csv 有 {len(strays)} 行对不上任何指标（{shown}{more}）；"
                "请写指标的 id 或原名。",
                "en": f"note: {len(strays)} rows of observations.csv fit no indicator ({shown}{more}); "
                "write an indicator's id or its printed name.",
            }[language],
            err=True,
        )
    return package
