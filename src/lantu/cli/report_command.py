"""`lantu report`: papers made from a plan; today the review opinion (审核意见) from its findings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import click

from lantu import __version__
from lantu.checking import all_rules, check
from lantu.checking.waivers import read_waivers, waive, waiver_file
from lantu.cli.main import spoken_language
from lantu.cli.options import labels_of, language_option
from lantu.cli.source import load
from lantu.plan.fault import Fault
from lantu.plan.message import Language, Message
from lantu.reports.manuscript import Manuscript
from lantu.reports.opinion import opinion_of
from lantu.reports.opinion_words import opinion_manuscript, overall_sentence


@click.group("report")
def command() -> None:
    """Make papers from a plan."""


@command.command("opinion")
@click.argument("plans", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="The file to write: .docx, .md or .html.",
)  # fmt: skip
@click.option("--by", default="", metavar="UNIT", help="Who gives the opinion (default: a line to sign on).")
@click.option(
    "--on", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE",
    help="The day it bears, and on which waivers are looked at (default: today).",
)  # fmt: skip
@click.option("--select", default="", metavar="CODES", help="Only these rules: IND,SUM201,missing-unit.")
@click.option("--ignore", default="", metavar="CODES", help="All but these rules.")
@click.option(
    "--waivers",
    type=click.Path(path_type=Path),
    help="Findings that may stand (default: waivers.yaml or .csv in the package, PLAN.waivers.yaml beside a document).",
)
@language_option
def opinion(
    plans: tuple[Path, ...],
    output: Path,
    by: str,
    on: datetime | None,
    select: str,
    ignore: str,
    waivers: Path | None,
    language: Language | None,
) -> None:
    """Write a review opinion on the first of PLANS; others are plans above or beside it.

    The same plan, rules, waivers and day give the same file.
    """
    language = language or spoken_language()
    write = _writer(output)
    day = on.date() if on else date.today()
    chosen = labels_of(select), labels_of(ignore)
    readings = [load(plan).reading for plan in plans]
    found = check(readings, *chosen)
    asked = [rule for rule in all_rules() if rule.is_among(chosen[0], True) and not rule.is_among(chosen[1], False)]
    codes = {rule.code for rule in asked}
    path = waivers or waiver_file(plans[0])
    held = [waiver for waiver in read_waivers(path) if waiver.rule in codes] if path else []
    made = opinion_of(readings, waive(found, held, readings[0], day), asked, on=day, version=__version__, by=by.strip())
    try:
        output.write_bytes(write(opinion_manuscript(made, language)))
    except OSError:
        raise Fault(
            f"“{output}”写不进去。请换一个位置，或检查权限。",
            f"“{output}” cannot be written. Choose another place, or check permissions.",
        ) from None
    said = overall_sentence(made)
    click.echo(Message(f"{output}：{said.zh}", f"{output}: {said.en}").into(language), err=True)


def _writer(output: Path) -> Callable[[Manuscript], bytes]:
    """The writer for a file's ending; writers are loaded when they are asked for."""
    match output.suffix.lower():
        case ".docx":
            from lantu.reports.writers.word import word_file

            return word_file
        case ".md":
            from lantu.reports.writers.markdown import markdown_text

            return lambda manuscript: markdown_text(manuscript).encode()
        case ".html":
            from lantu.reports.writers.html import html_page

            return lambda manuscript: html_page(manuscript).encode()
    raise Fault(
        f"不会写“{output.suffix or output}”这种文件。请写 .docx、.md 或 .html，例如 -o 审核意见.docx。",
        f"There is no writer for “{output.suffix or output}”. Use .docx, .md or .html: -o opinion.docx.",
    )
