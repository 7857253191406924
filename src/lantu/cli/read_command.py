"""`lantu read`: a document into a plan package or into JSON; a report into proposals for the targets of a plan."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import click

from lantu.cli.main import spoken_language
from lantu.cli.options import json_option, language_option, print_json
from lantu.cli.proposals_text import proposals_text
from lantu.cli.source import load
from lantu.exchange.package_reader import is_package, read_package
from lantu.exchange.package_writer import corrected_by_hand, write_package
from lantu.exchange.proposal_json import proposals_to_json
from lantu.exchange.proposal_table import write_proposals
from lantu.exchange.reading_json import reading_to_json
from lantu.plan.fault import Fault
from lantu.plan.message import Language, Message
from lantu.plan.package import Package
from lantu.plan.reading import Doubt, Reading

# More would push the counts off the screen; the rest is in the package.
_DOUBTS_SHOWN = 5


@click.command("read")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Folder to write the plan package to; with --for, the CSV file.",
)
@click.option(
    "--for",
    "plan",
    type=click.Path(path_type=Path),
    metavar="PACKAGE",
    help="Read FILE as a report and propose its results for the targets of this plan.",
)
@click.option("--explain", metavar="ITEM", help="Show why ITEM was read: its id, or words of its name or its sentence.")
@click.option("--replace", is_flag=True, help="Replace a package although its rows were corrected by hand.")
@click.option(
    "--time-limit",
    type=click.FloatRange(min=0, min_open=True),
    metavar="SECONDS",
    help="How long reading may take (default: 300).",
)
@json_option
@language_option
def command(
    file: Path,
    output: Path | None,
    plan: Path | None,
    explain: str | None,
    replace: bool,
    time_limit: float | None,
    as_json: bool,
    language: Language | None,
) -> None:
    """Read FILE (text, Markdown, HTML, .docx, .pdf; .doc and .wps through LibreOffice) and say what it promises.

    With -o the reading becomes a plan package: a folder with datapackage.json and CSV files. Observations and
    verdicts that a package there already holds are kept; rows corrected by hand are not overwritten without --replace.

    With --for, FILE is a report (work report, bulletin, evaluation): each result that answers a target of PACKAGE is
    proposed with its sentence, the conversion of its unit, and how sure the match is and why. Nothing is entered.
    With -o FILE.csv the proposals become a table: mark the right ones with yes, then run lantu import.

    With --explain, one item is told: its sentence, which habit of the language fired on which words (docs/reading.md
    lists them), how sure the reader is, and why not surer.
    """
    language = language or spoken_language()
    package = load(file, language, time_limit)
    if plan is not None:
        _propose(package.reading, load(plan, language, time_limit), output, as_json, language)
        return
    if explain is not None:
        _explain(package.reading, explain, as_json, language)
        return
    if output is not None:
        kept = read_package(output) if is_package(output) else Package(package.reading)
        if not replace and is_package(output) and corrected_by_hand(output):
            raise Fault(
                f"“{output}”里有手工改过的行，没有覆盖。请换一个文件夹，或加 --replace 放弃那些改动。",
                f"“{output}” holds rows that were corrected by hand; nothing was overwritten. "
                "Choose another folder, or add --replace to give those corrections up.",
            )
        write_package(_with_what_people_wrote(package, kept), output)
    if as_json:
        print_json(reading_to_json(package.reading, language))
    else:
        click.echo(summary(package.reading).into(language))
        if output is not None:
            click.echo({"zh": f"已写入 {output}", "en": f"Written to {output}"}[language])


def _explain(reading: Reading, wanted: str, as_json: bool, language: Language) -> None:
    from lantu.cli.explain import explain, explained_json, explained_text

    item = explain(reading, wanted)
    if as_json:
        print_json(explained_json(item, language))
    else:
        click.echo(explained_text(item).into(language))


def _with_what_people_wrote(package: Package, kept: Package) -> Package:
    """The new reading with the rows that people wrote: its own, else those of the package that stood there."""
    rows = {field.name for field in dataclasses.fields(Package)} - {"reading"}
    return dataclasses.replace(package, **{name: getattr(package, name) or getattr(kept, name) for name in rows})


def _propose(report: Reading, package: Package, output: Path | None, as_json: bool, language: Language) -> None:
    from lantu.reading.results import propose, stranger, whose

    if output is not None and (output.is_dir() or output.suffix.lower() != ".csv"):
        raise Fault(
            f"和 --for 一起用时，-o 要写一个 .csv 文件名，不能是“{output}”。",
            f"With --for, -o takes the name of a .csv file, not “{output}”.",
        )
    plan = package.reading.plan
    if told := stranger(report, plan):
        raise Fault(f"{told.zh}请换这个地方的报告。", f"{told.en} Give a report of the plan’s own area.")
    proposals = propose(report, package)
    if output is not None:
        write_proposals(proposals, output, language)
    if as_json:
        print_json(proposals_to_json(proposals, report, plan, language))
        return
    click.echo(proposals_text(proposals, len(report.facts), language, whose(report, plan)))
    if output is not None:
        said = Message(
            f"\n已写入 {output}：在“采用”一列写“是”，再运行 lantu import {output} --into 数据包",
            f"\nWritten to {output}: write yes in the column “accept”, then run: lantu import {output} --into PACKAGE",
        )
        click.echo(said.into(language))


def summary(reading: Reading) -> Message:
    """Say what was read, and what is in doubt."""
    plan = reading.plan
    counts = (
        ("章节", "heading", len(plan.sections)),
        ("指标", "indicator", len(plan.indicators)),
        ("承诺", "commitment", len(plan.pledges)),
        ("事实", "fact", len(reading.facts)),
        ("任务", "task", len(plan.tasks)),
        ("项目", "project", len(plan.projects)),
        ("系统", "system", len(plan.systems)),
        ("单位", "unit", len(plan.units)),
        ("政策", "polic", len(plan.policies)),
    )
    period = "" if plan.period is None else str(plan.period).replace("-", "—")
    doubts = [f"存疑：{_where(doubt, 'zh')}{doubt.message.zh}" for doubt in reading.doubts[:_DOUBTS_SHOWN]]
    told = [f"doubt: {_where(doubt, 'en')}{doubt.message.en}" for doubt in reading.doubts[:_DOUBTS_SHOWN]]
    if (more := len(reading.doubts) - _DOUBTS_SHOWN) > 0:
        doubts.append(f"另有存疑 {more} 处，见 --json 或 doubts.csv")
        told.append(f"{more} more doubts: see --json or doubts.csv")
    return Message(
        "\n".join([f"{plan.title or '（无标题）'}　{plan.region.name}　{period}".rstrip("　"),
                   "，".join(f"{zh} {n}" for zh, _, n in counts), *doubts]),
        "\n".join([f"{plan.title or '(no title)'}  {plan.region.name}  {period}".rstrip(),
                   ", ".join(_counted(n, en) for _, en, n in counts), *told]),
    )  # fmt: skip


def _counted(count: int, noun: str) -> str:
    plural, single = ("ies", "y") if noun == "polic" else ("s", "")
    return f"{count} {noun}{single if count == 1 else plural}"


def _where(doubt: Doubt, language: Language) -> str:
    if doubt.source is None:
        return ""
    return {"zh": f"第 {doubt.source.block} 段　", "en": f"block {doubt.source.block}  "}[language]
