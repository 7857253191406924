"""`lantu import`: the proposals that a person has accepted into a plan package."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

import click

from lantu.cli.main import spoken_language
from lantu.cli.options import json_option, language_option, print_json
from lantu.cli.source import load
from lantu.exchange.package_rows import add_rows
from lantu.exchange.proposal_table import differing, differing_note, not_entered_yet, read_accepted
from lantu.exchange.row import cell
from lantu.plan.fault import Fault
from lantu.plan.message import Language, Message
from lantu.plan.observation import Observation
from lantu.plan.result import Result

E = TypeVar("E", Observation, Result)


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--into",
    "folder",
    type=click.Path(path_type=Path),
    required=True,
    metavar="PACKAGE",
    help="Package to enter them in.",
)
@click.option("--by", default="", metavar="NAME", help="Who accepted them; kept with each value.")
@json_option
@language_option
def command(folder: Path, file: Path, by: str, as_json: bool, language: Language | None) -> None:
    """Enter the rows of FILE that are marked yes, each with its report and sentence as source.

    FILE is what `lantu read REPORT --for PACKAGE -o FILE` wrote. Values of indicators go to observations.csv, results
    of commitments to results.csv. A row that cannot be entered is told in one line, and then nothing is entered at
    all. What stands in the package already is not entered again. A row whose value, unit, period or target was
    changed is entered as not verified, with what was changed in its note; a period that has not begun, or years off
    the plan, is refused unless the row is marked 仍采用 (anyway).
    """
    language = language or spoken_language()
    if not folder.is_dir():
        raise Fault(
            f"“{folder}”不是规划数据包。请先用 lantu read 文件 -o {folder} 生成。",
            f"“{folder}” is no plan package. Make one first: lantu read FILE -o {folder}.",
        )
    package = load(folder, language)
    accepted, faults = read_accepted(file, package)
    if faults:
        for fault in faults:
            click.echo(f"lantu: {fault.into(language)}", err=True)
        raise Fault(
            f"“{file}”有 {len(faults)} 行不能写入，因此一行也没有写入。请改正上面几处后重试。",
            f"“{file}” has {len(faults)} row(s) that cannot be entered, so nothing was. Mend them and try again.",
        )
    observations, results = not_entered_yet([row.entry for row in accepted], package)
    entries: list[Observation | Result] = [*observations, *results]
    for entry in entries:
        if said := differing_note(differing(entry, package)).into(language):
            item = entry.indicator if isinstance(entry, Observation) else entry.item
            click.echo(f"{item} {entry.period} {cell(entry.value)}: {said}", err=True)
    if observations or results:
        signed = f"{date.today()} 采用" + (f"：{by}" if by else "")
        add_rows(
            folder, [_signed(entry, signed) for entry in observations], [_signed(entry, signed) for entry in results]
        )
    there = len(accepted) - len(observations) - len(results)
    fresh = {id(entry) for entry in (*observations, *results)}
    changed = sum(row.changed and id(row.entry) in fresh for row in accepted)
    if as_json:
        counts = {
            "observations": len(observations),
            "results": len(results),
            "already_there": there,
            "changed": changed,
        }
        print_json({"accepted": len(accepted), **counts})
    else:
        click.echo(_said(len(observations), len(results), there, changed).into(language))


def _signed(entry: E, signed: str) -> E:
    """The entry with who accepted it and when behind its note."""
    return replace(entry, note="；".join(part for part in (entry.note, signed) if part))


def _said(observations: int, results: int, there: int, changed: int) -> Message:
    if not observations and not results:
        if there:
            return Message(
                f"标了“是”的 {there} 行数据包里都已有，没有重复写入。",
                f"All {there} marked rows are in the package already; nothing was entered twice.",
            )
        return Message("没有一行标了“是”，没有写入。", "No row is marked yes; nothing was entered.")
    zh = [f"指标数值 {observations} 个"] * bool(observations) + [f"承诺结果 {results} 个"] * bool(results)
    en = [f"{observations} value(s) of indicators"] * bool(observations)
    en += [f"{results} result(s) of commitments"] * bool(results)
    more = Message(f"；另有 {there} 行已在库中", f"; {there} row(s) were there already") if there else Message("", "")
    if changed:
        more = Message(
            f"{more.zh}；其中 {changed} 行与原建议不同，记为未核",
            f"{more.en}; {changed} differ from what was proposed and are kept as not verified",
        )
    return Message(f"已写入{'、'.join(zh)}{more.zh}。", f"Entered: {', '.join(en)}{more.en}.")
