"""`lantu read`: a document into a plan package, or into JSON."""

from __future__ import annotations

from pathlib import Path

import click

from lantu.cli.main import spoken_language
from lantu.cli.options import json_option, language_option, print_json
from lantu.cli.source import load
from lantu.exchange.package_reader import is_package, read_package
from lantu.exchange.package_writer import corrected_by_hand, write_package
from lantu.exchange.reading_json import reading_to_json
from lantu.plan.fault import Fault
from lantu.plan.message import Language, Message
from lantu.plan.package import Package
from lantu.plan.reading import Reading


@click.command("read")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Folder to write the plan package to.")
@click.option("--replace", is_flag=True, help="Replace a package although its rows were corrected by hand.")
@json_option
@language_option
def command(file: Path, output: Path | None, replace: bool, as_json: bool, language: Language | None) -> None:
    """Read FILE (text, Markdown, HTML, .docx) and say what it promises.

    With -o the reading becomes a plan package: a folder with datapackage.json and CSV files. Observations and
    verdicts that a package there already holds are kept; rows corrected by hand are not overwritten without --replace.
    """
    language = language or spoken_language()
    package = load(file, language)
    if output is not None:
        kept = read_package(output) if is_package(output) else Package(package.reading)
        if not replace and is_package(output) and corrected_by_hand(output):
            raise Fault(
                f"“{output}”里有手工改过的行，没有覆盖。请换一个文件夹，或加 --replace 放弃那些改动。",
                f"“{output}” holds rows that were corrected by hand; nothing was overwritten. "
                "Choose another folder, or add --replace to give those corrections up.",
            )
        write_package(
            Package(package.reading, package.observations or kept.observations, package.judgements or kept.judgements),
            output,
        )
    if as_json:
        print_json(reading_to_json(package.reading, language))
    else:
        click.echo(summary(package.reading).into(language))
        if output is not None:
            click.echo({"zh": f"已写入 {output}", "en": f"Written to {output}"}[language])


def summary(reading: Reading) -> Message:
    """Say in one paragraph what was read."""
    plan = reading.plan
    counts = (
        ("章节", "headings", len(plan.sections)),
        ("指标", "indicators", len(plan.indicators)),
        ("承诺", "commitments", len(plan.pledges)),
        ("事实", "facts", len(reading.facts)),
        ("任务", "tasks", len(plan.tasks)),
        ("项目", "projects", len(plan.projects)),
        ("系统", "systems", len(plan.systems)),
        ("单位", "units", len(plan.units)),
        ("政策", "policies", len(plan.policies)),
        ("存疑", "doubts", len(reading.doubts)),
    )
    period = "" if plan.period is None else f"{plan.period.first_year}—{plan.period.last_year}"
    return Message(
        f"{plan.title or '（无标题）'}　{plan.region.name}　{period}\n" + "，".join(f"{zh} {n}" for zh, _, n in counts),
        f"{plan.title or '(no title)'}  {plan.region.name}  {period}\n" + ", ".join(f"{n} {en}" for _, en, n in counts),
    )
