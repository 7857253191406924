"""`lantu check`: what in a plan disagrees or is missing, where it stands and how to mend it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from lantu import __version__
from lantu.checking import Finding, Severity, all_rules, check, explained
from lantu.checking.comparison import Comparison, baseline_to_json, compare, only_new
from lantu.checking.review import name_of
from lantu.checking.waivers import Waiver, read_waivers, waive, waiver_file
from lantu.cli.findings_html import findings_html
from lantu.cli.findings_text import page, tally, tell, tell_comparison
from lantu.cli.main import spoken_language
from lantu.cli.options import json_option, labels_of, language_option, print_json
from lantu.cli.source import load
from lantu.exchange.sarif import SarifRule, SarifSource, sarif
from lantu.plan.fault import Fault
from lantu.plan.message import Language
from lantu.plan.reading import Reading


@click.command("check")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "shape",
    type=click.Choice(["text", "json", "sarif", "html"]),
    default="text",
    help="How to tell the findings.",
)
@json_option
@click.option("--select", default="", metavar="CODES", help="Only these rules: IND,SUM201,missing-unit.")
@click.option("--ignore", default="", metavar="CODES", help="All but these rules.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note", "never"]),
    default="error",
    help="Exit with status 1 when there are findings at or above this severity (default: error).",
)
@click.option(
    "--waivers",
    type=click.Path(path_type=Path),
    help="Findings that may stand (default: waivers.yaml or .csv in the package, PLAN.waivers.yaml beside a document).",
)
@click.option("--baseline", type=click.Path(path_type=Path), help="Only findings that this file does not hold.")
@click.option("--write-baseline", type=click.Path(path_type=Path), help="Write today's findings to this file.")
@click.option(
    "--against",
    type=click.Path(path_type=Path),
    metavar="OLD",
    help="What the plan solved, kept and brought since OLD.",
)
@click.option("--explain", metavar="CODE", help="Print a rule's page and do nothing else.")
@language_option
@click.pass_context
def command(
    context: click.Context,
    files: tuple[Path, ...],
    shape: str,
    as_json: bool,
    select: str,
    ignore: str,
    fail_on: str,
    waivers: Path | None,
    baseline: Path | None,
    write_baseline: Path | None,
    against: Path | None,
    explain: str | None,
    language: Language | None,
) -> None:
    """Check the plan in FILES; the first is the plan, others are plans above or beside it.

    A file may be a document (text, Markdown, HTML, .docx, .pdf; .doc and .wps through LibreOffice) or a plan package.
    """
    language = language or spoken_language()
    if explain is not None:
        click.echo(page(explained(explain), language))
        return
    if not files:
        raise Fault("请给出要检查的文件，如：lantu check 规划.docx", "Name a file to check: lantu check plan.docx")
    chosen = labels_of(select), labels_of(ignore)
    readings = [load(file).reading for file in files]
    found = check(readings, *chosen)
    asked = _asked(*chosen)
    path = waivers or waiver_file(files[0])
    held = [waiver for waiver in read_waivers(path) if waiver.rule in asked] if path else []
    outcome = waive(found, held, readings[0], date.today())
    findings = outcome.standing
    if write_baseline is not None:
        _write(write_baseline, json.dumps(baseline_to_json(findings), ensure_ascii=False, indent=1) + "\n")
    standing = len(findings)
    if baseline is not None:
        findings = only_new(findings, baseline)
    comparison = None
    if against is not None:
        old = check([load(against).reading, *readings[1:]], *chosen)
        comparison = compare(old, found).only(findings)
    match "json" if as_json else shape:
        case "json":
            print_json(_as_json(findings, outcome.waived, comparison, language))
        case "sarif":
            print_json(_as_sarif(findings, outcome.waived, readings, files, language))
        case "html":
            title = readings[0].plan.title or name_of(readings[0])
            click.echo(findings_html(title, findings, language, outcome.waived, comparison), nl=False)
        case _:
            if comparison is not None:
                click.echo(tell_comparison(comparison, language))
            else:
                for finding in findings:
                    click.echo(tell(finding, language, several=len(files) > 1))
            click.echo(tally(findings, len(outcome.waived), standing - len(findings)).into(language))
    if fail_on != "never" and any(finding.severity.weight >= Severity(fail_on).weight for finding in findings):
        context.exit(1)


def _asked(select: Sequence[str], ignore: Sequence[str]) -> set[str]:
    """The codes of the rules that a selection asks for."""
    return {rule.code for rule in all_rules() if rule.is_among(select, True) and not rule.is_among(ignore, False)}


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError:
        raise Fault(
            f"“{path}”写不进去。请换一个位置，或检查权限。",
            f"“{path}” cannot be written. Choose another place, or check permissions.",
        ) from None


def _as_json(
    findings: Sequence[Finding],
    waived: Sequence[tuple[Finding, Waiver]],
    comparison: Comparison | None,
    language: Language,
) -> dict[str, object]:
    told: dict[str, object] = {"findings": [finding.as_json(language) for finding in findings]}
    if waived:
        told["waived"] = [
            finding.as_json(language)
            | {"waiver": {"reason": w.reason, "by": w.by, "until": w.until.isoformat() if w.until else None}}
            for finding, w in waived
        ]
    if comparison is not None:
        groups = (("solved", comparison.solved), ("kept", comparison.kept), ("brought", comparison.brought))
        told["against"] = {name: [finding.as_json(language) for finding in group] for name, group in groups}
    return told


def _as_sarif(
    findings: Sequence[Finding],
    waived: Sequence[tuple[Finding, Waiver]],
    readings: Sequence[Reading],
    files: Sequence[Path],
    language: Language,
) -> dict[str, object]:
    rules = [
        SarifRule(rule.code, rule.name, rule.severity.value, rule.title.into(language), page(rule, language))
        for rule in all_rules()
    ]
    sources = {
        name_of(reading): SarifSource(
            file.as_posix(), reading.document is not None and reading.document.format == "text" and file.is_file()
        )
        for reading, file in zip(readings, files, strict=True)
    }
    why = [(finding.as_json(language), f"{waiver.by}: {waiver.reason}") for finding, waiver in waived]
    return sarif([finding.as_json(language) for finding in findings], rules, sources, __version__, why)
