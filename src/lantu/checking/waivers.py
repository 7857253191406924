"""Findings that somebody has looked at and let stand: who, why and until when, in a file beside the plan."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from lantu.checking.about_waivers import waiver_expired, waiver_without_finding
from lantu.checking.checker import find_rule
from lantu.checking.finding import Finding, Place
from lantu.plan.fault import Fault
from lantu.plan.guarded_cell import guarded, unguarded
from lantu.plan.message import Message
from lantu.plan.reading import Reading
from lantu.plan.system_words import system_words

COLUMNS = ("rule", "item", "quote", "reason", "by", "until")
EXPIRED = (waiver_expired.code, waiver_expired.name)
IDLE = (waiver_without_finding.code, waiver_without_finding.name)


@dataclass(frozen=True, slots=True)
class Waiver:
    """One finding, or several of one rule, that may stand.

    rule: code or name. item: id of the item it is about; quote: words that the finding cites or says; one of the two.
    until: the last day it holds; None where no end was set. line: where it stands in its file, from 1.
    """

    rule: str
    item: str
    quote: str
    reason: str
    by: str
    until: date | None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Waived:
    """What is left after waivers: findings that stand (with those about the waivers), and those that are let be."""

    standing: tuple[Finding, ...]
    waived: tuple[tuple[Finding, Waiver], ...]


def waiver_file(plan: Path) -> Path | None:
    """Return the waivers beside a plan: in its package folder, or `plan.docx.waivers.yaml` beside a document."""
    stems = [plan / "waivers"] if plan.is_dir() else [plan.with_name(f"{plan.name}.waivers")]
    found = [Path(f"{stem}{ending}") for stem in stems for ending in (".yaml", ".csv")]
    return next((path for path in found if path.is_file()), None)


def read_waivers(path: Path) -> tuple[Waiver, ...]:
    """Read a file of waivers: a YAML list of mappings, or CSV with the same columns.

    Raises Fault when the file cannot be read, a rule is unknown, a date is none, or a waiver lacks its reason, its
    author or what it is about.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise Fault(f"找不到文件“{path}”。请检查路径。", f"There is no file “{path}”. Check the path.") from error
    except OSError as error:
        raise Fault(
            f"“{path.name}”读不出来：{system_words(error).zh}。请检查文件和权限。",
            f"“{path.name}” cannot be read: {system_words(error).en}. Check the file and its permissions.",
        ) from error
    return waivers_in(data, path.name)


def waivers_in(data: bytes, name: str) -> tuple[Waiver, ...]:
    """Return the waivers in the bytes of a file of this name: UTF-8, or GB18030 as office programs in China save it.

    Raises Fault as read_waivers.
    """
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return parse_waivers(data.decode(encoding), name)
        except UnicodeDecodeError:
            continue
    raise Fault(f"“{name}”读不出来。请存为 UTF-8 文本。", f"“{name}” cannot be read. Save it as UTF-8 text.")


def parse_waivers(text: str, name: str) -> tuple[Waiver, ...]:
    """Return the waivers in the text of a file of this name; `.csv` decides its form. Raises Fault as read_waivers."""
    rows = _csv_rows(text, name) if name.lower().endswith(".csv") else _yaml_rows(text, name)
    return tuple(_waiver(row, number, name) for number, row in rows)


def waivers_as_yaml(waivers: Iterable[Waiver]) -> str:
    """Return waivers as the text of a YAML file that reads back as the same."""
    import yaml

    rows = [{key: said for key, said in zip(COLUMNS, _row(waiver), strict=True) if said} for waiver in waivers]
    return str(yaml.safe_dump(rows, allow_unicode=True, sort_keys=False, width=110)) if rows else "[]\n"


def waivers_as_csv(waivers: Iterable[Waiver]) -> str:
    """Return waivers as the text of a CSV file that reads back as the same, and of which no spreadsheet runs a cell."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    writer.writerows([guarded(cell) for cell in _row(waiver)] for waiver in waivers)
    return file.getvalue()


def _row(waiver: Waiver) -> tuple[str, ...]:
    until = waiver.until.isoformat() if waiver.until else ""
    return (waiver.rule, waiver.item, waiver.quote, waiver.reason, waiver.by, until)


def _csv_rows(text: str, name: str) -> list[tuple[int, dict[str, str]]]:
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        header = [column.strip() for column in next(reader, [])]
        rows = [(reader.line_num, cells) for cells in reader if any(cells)]
    except csv.Error as error:
        raise Fault(
            f"“{name}”第 {reader.line_num} 行不是合法的 CSV（{error}）。请检查引号，一格不要太长。",
            f"“{name}”, line {reader.line_num}, is not valid CSV ({error}). "
            "Check the quotation marks, and keep cells short.",
        ) from error
    return [(number, dict(zip(header, map(unguarded, cells), strict=False))) for number, cells in rows]


def _yaml_rows(text: str, name: str) -> list[tuple[int, dict[str, str]]]:
    """The rows of a YAML list of mappings, as they are written.

    Read event by event, so that neither depth nor anchors can make more of a file than stands in it.
    """
    import yaml

    rows: list[dict[str, str]] = []
    cells: list[str] = []
    inside = ""
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            match inside, event:
                case _, yaml.StreamStartEvent() | yaml.StreamEndEvent() | yaml.DocumentEndEvent():
                    pass
                case "", yaml.DocumentStartEvent():
                    inside = "document"
                case "document", yaml.ScalarEvent(anchor=None) if not _word(event):
                    inside = "end"
                case "document", yaml.SequenceStartEvent(anchor=None):
                    inside = "list"
                case "list", yaml.MappingStartEvent(anchor=None):
                    inside, cells = "row", []
                case "list", yaml.SequenceEndEvent():
                    inside = "end"
                case "row", yaml.ScalarEvent(anchor=None):
                    cells.append(_word(event))
                case "row", yaml.MappingEndEvent():
                    rows.append(dict(zip(cells[::2], cells[1::2], strict=True)))
                    inside = "list"
                case _:
                    raise _no_list(name, event.start_mark.line + 1 if event.start_mark else 1)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise _no_list(name, mark.line + 1 if mark else 1) from error
    return list(enumerate(rows, 1))


def _word(event: Any) -> str:
    """What a scalar says, "" where it is YAML's way to say nothing."""
    return "" if event.implicit[0] and event.value in ("~", "null", "Null", "NULL") else str(event.value)


def _no_list(name: str, line: int) -> Fault:
    return Fault(
        f"“{name}”第 {line} 行不合豁免清单的写法。"
        f"每项写作：- {{rule: 代码, quote: 原文, reason: 理由, by: 何人, until: 日期}}。",
        f"“{name}”, line {line}: no list of waivers. "
        "Write: - {rule: CODE, quote: words, reason: why, by: who, until: day}.",
    )


def _waiver(row: dict[str, str], number: int, name: str) -> Waiver:
    where_zh, where_en = f"“{name}”第 {number} 项", f"“{name}”, item {number}"
    unknown = [key for key in row if key not in COLUMNS]
    if unknown:
        raise Fault(
            f"{where_zh}：不认识“{unknown[0]}”。可写：{'、'.join(COLUMNS)}。",
            f"{where_en}: unknown “{unknown[0]}”. Use: {', '.join(COLUMNS)}.",
        )
    said = {key: row.get(key, "").strip() for key in COLUMNS}
    missing = next((key for key in ("rule", "reason", "by") if not said[key]), None)
    if missing or not (said["item"] or said["quote"]):
        raise Fault(
            f"{where_zh}：缺“{missing or 'item 或 quote'}”。豁免要写明规则、对象、理由和何人。",
            f"{where_en}: “{missing or 'item or quote'}” is missing. "
            "A waiver names its rule, what it is about, why and who.",
        )
    try:
        code = find_rule(said["rule"]).code
    except Fault as fault:
        raise Fault(f"{where_zh}：{fault.message.zh}", f"{where_en}: {fault.message.en}") from None
    try:
        until = date.fromisoformat(said["until"]) if said["until"] else None
    except ValueError:
        raise Fault(
            f"{where_zh}：“{said['until']}”不是日期。请写作 2026-12-31。",
            f"{where_en}: “{said['until']}” is no date. Write 2026-12-31.",
        ) from None
    return Waiver(code, said["item"], said["quote"], said["reason"], said["by"], until, number)


def waive(findings: Sequence[Finding], waivers: Iterable[Waiver], reading: Reading, on: date) -> Waived:
    """Take out the findings that a waiver lets stand, and add one for each waiver that has expired or fits nothing.

    findings: those of `reading`. on: the day; a waiver holds on its last day.
    """
    fitting = Fitting(reading)
    let_be: dict[int, Waiver] = {}
    about: list[Finding] = []
    for waiver in waivers:
        fits = [n for n, finding in enumerate(findings) if fitting.covers(waiver, finding)]
        if waiver.until is not None and waiver.until < on:
            about.append(_expired(waiver, [findings[n] for n in fits]))
        elif not fits:
            about.append(_idle(waiver))
        else:
            let_be.update({n: waiver for n in fits if n not in let_be})
    standing = [finding for n, finding in enumerate(findings) if n not in let_be]
    return Waived(
        tuple(sorted((*standing, *about), key=lambda finding: finding.order)),
        tuple((findings[n], waiver) for n, waiver in sorted(let_be.items())),
    )


class Fitting:
    """Tells which findings of one reading a waiver is about, whether it is still in force or not."""

    def __init__(self, reading: Reading) -> None:
        self._blocks = _blocks_of_items(reading)

    def covers(self, waiver: Waiver, finding: Finding) -> bool:
        """Return whether a waiver is about a finding of the reading."""
        return _fits(waiver, finding, self._blocks)


def _fits(waiver: Waiver, finding: Finding, blocks: dict[str, int]) -> bool:
    if finding.code != waiver.rule:
        return False
    if waiver.item and all(place.citation.block != blocks.get(waiver.item) for place in finding.places):
        return False
    wanted = "".join(waiver.quote.split())
    said = (finding.message.zh, finding.message.en, *(place.citation.quote for place in finding.places))
    return not wanted or any(wanted in "".join(words.split()) for words in said)


def _blocks_of_items(reading: Reading) -> dict[str, int]:
    plan = reading.plan
    named = (*plan.projects, *plan.systems, *plan.units, *plan.policies, *plan.sections)
    items: tuple[Any, ...] = (*plan.indicators, *plan.pledges, *plan.tasks, *named, *reading.facts)
    return {item.id: item.source.block for item in items if item.source is not None}


def _expired(waiver: Waiver, findings: Sequence[Finding]) -> Finding:
    places: tuple[Place, ...] = findings[0].places if findings else ()
    about = waiver.quote or waiver.item
    return Finding(
        *EXPIRED,
        waiver_expired.severity,
        Message(
            f"豁免已于 {waiver.until} 到期：{waiver.rule}“{about}”（{waiver.by}：{waiver.reason}）。",
            f"A waiver ended on {waiver.until}: {waiver.rule} “{about}” ({waiver.by}: {waiver.reason}).",
        ),
        Message(
            "请改正所涉问题，或重新审定、延长期限。", "Mend what it is about, or look at it anew and set a later day."
        ),
        places,
    )


def _idle(waiver: Waiver) -> Finding:
    return Finding(
        *IDLE,
        waiver_without_finding.severity,
        Message(
            f"豁免清单第 {waiver.line} 项对不上任何发现：{waiver.rule}“{waiver.quote or waiver.item}”。",
            f"Waiver {waiver.line} fits no finding: {waiver.rule} “{waiver.quote or waiver.item}”.",
        ),
        Message("问题已改的，请删去这一项；没改的，请核对所写的原文。",
                "If the matter is mended, strike it; if not, check the words it quotes."),
    )  # fmt: skip
