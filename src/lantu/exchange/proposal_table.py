"""Proposals as a CSV file that a person opens in a spreadsheet and marks, and the marked rows back into values."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

from lantu.exchange.package_reader import words_of
from lantu.exchange.proposal_changes import PROPOSED, as_a_persons_own, changes_of, refuse_far_off
from lantu.exchange.row import Row, cell
from lantu.plan.fault import Fault
from lantu.plan.guarded_cell import guarded, unguarded
from lantu.plan.message import Language, Message
from lantu.plan.observation import Observation
from lantu.plan.package import Package
from lantu.plan.proposal import Fit, Proposal
from lantu.plan.result import FigureKind, Result
from lantu.plan.system_words import system_words

# What a person reads stands first; what the computer needs behind it.
_COLUMNS: dict[str, Message] = {
    "accept": Message("采用", "accept"),
    "certainty": Message("把握", "certainty"),
    "target_name": Message("目标", "target"),
    "asked": Message("要求", "asked"),
    "value": Message("数值", "value"),
    "unit": Message("单位", "unit"),
    "period": Message("时期", "period"),
    "sentence": Message("原句", "sentence"),
    "working": Message("换算", "working"),
    "remark": Message("提示", "remark"),
    "why": Message("依据", "why"),
    "kind": Message("种类", "figure"),
    "fit": Message("对应", "fit"),
    "region": Message("地区", "region"),
    "status": Message("状态", "status"),
    "source": Message("出处", "source"),
    "note": Message("备注", "note"),
    "target": Message("目标编号", "target id"),
    "proposed": Message("原建议", "as proposed"),
}
_NEEDED = ("accept", "value", "period", "kind", "fit", "source", "target")
_YES = {"yes", "y", "是", "采用", "√", "✓", "1", "true"}
_ANYWAY = {"仍采用", "anyway"}
_NO = {"", "no", "n", "否", "不", "不采用", "0", "false", "×"}
_OTHER = Message("同一目标的另一处写法", "another sentence for the same target")
_REMARKS: tuple[tuple[str, Message], ...] = (
    ("beside", Message("供参考：与目标不是同一种数", "beside: not the kind of figure the target asks for")),
    ("conflicting", Message("报告里还有不同的数", "the report gives another value too")),
    ("rivals", Message("还可能属于别的目标", "may belong to another target")),
)


@dataclass(frozen=True, slots=True)
class Accepted:
    """A row that was marked yes: the line it stands in, what it enters, and whether a person changed it before."""

    line: int
    entry: Observation | Result
    changed: bool = False

    @property
    def key(self) -> tuple[str, ...]:
        """What two rows for one figure have in common."""
        entry = self.entry
        item = entry.indicator if isinstance(entry, Observation) else f"{entry.item} {entry.kind}"
        return (type(entry).__name__, item, entry.region, str(entry.period))


def proposals_to_csv(proposals: Iterable[Proposal], language: Language) -> str:
    """Return proposals as CSV: one row each, alternatives below their proposal, the first column empty for a yes."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(words.into(language) for words in _COLUMNS.values())
    for proposal in proposals:
        for place, one in enumerate((proposal, *proposal.alternatives)):
            writer.writerow(_cells(one, language, is_other=place > 0))
    return text.getvalue()


def write_proposals(proposals: Iterable[Proposal], path: Path, language: Language) -> None:
    """Write proposals as a CSV file, whole or not at all; UTF-8 with a byte order mark, as spreadsheets want it.

    Raises Fault when the file holds marks that would be lost, or cannot be written.
    """
    try:
        if path.is_file() and any(row.text("accept").strip() for row in _rows(path)):
            raise Fault(
                f"“{path}”里已有人填了“采用”，没有覆盖。请换一个文件名，或先导入。",
                f"“{path}” holds rows that somebody has marked; nothing was overwritten. "
                "Choose another name, or import it first.",
            )
        with NamedTemporaryFile("w", encoding="utf-8-sig", newline="", dir=path.parent, delete=False) as file:
            file.write(proposals_to_csv(proposals, language))
        Path(file.name).chmod(0o644)
        Path(file.name).replace(path)
    except OSError as error:
        raise Fault(
            f"无法写入“{path}”：{system_words(error).zh}。请检查文件夹和权限。",
            f"Cannot write “{path}”: {system_words(error).en}. Check the folder and its permissions.",
        ) from error


def remark_of(proposal: Proposal, is_other: bool = False) -> Message:
    """Return what a person should know before saying yes; empty where there is nothing."""
    told = {"beside": proposal.fit is Fit.BESIDE, "conflicting": proposal.conflicting, "rivals": bool(proposal.rivals)}
    said = [*([_OTHER] if is_other else []), *(words for key, words in _REMARKS if told[key])]
    return Message("；".join(words.zh for words in said), "; ".join(words.en for words in said))


def read_accepted(path: Path, package: Package) -> tuple[tuple[Accepted, ...], tuple[Fault, ...]]:
    """Return the rows marked yes as what they enter, and a fault for each row that cannot be entered.

    Two rows that enter one figure with different values are both at fault; the same row twice counts once. A row that
    says something else than was proposed is the person's own: entered as not verified, with what was changed in its
    note. A period that has not begun or lies years off the plan is at fault, unless the row is marked 仍采用 (anyway).

    Raises Fault when the file cannot be read or is no table of proposals.
    """
    faults: list[Fault] = []
    found: dict[tuple[str, ...], Accepted] = {}
    for row in _rows(path):
        try:
            if not _is_marked(row):
                continue
            entry, changes = _entry(row, package), changes_of(row, {key: words.zh for key, words in _COLUMNS.items()})
            if row.text("accept").strip().lower() not in _ANYWAY:
                refuse_far_off(row, _name(row, "period"), entry.period, package.reading.plan.period)
            accepted = Accepted(row.line, as_a_persons_own(entry, changes), bool(changes))
            earlier = found.setdefault(accepted.key, accepted)
            if earlier.entry.value != accepted.entry.value:
                raise row.fault(
                    _name(row, "accept"),
                    f"与第 {earlier.line} 行是同一目标同一时期的两个数（{cell(earlier.entry.value)} 和 "
                    f"{cell(accepted.entry.value)}），只能采用一个",
                    f"gives another value ({cell(accepted.entry.value)}) for the target and period of line "
                    f"{earlier.line} ({cell(earlier.entry.value)}); mark one of them",
                )
        except Fault as fault:
            faults.append(fault)
    return tuple(found.values()), tuple(faults)


def not_entered_yet(
    entries: Sequence[Observation | Result], package: Package
) -> tuple[tuple[Observation, ...], tuple[Result, ...]]:
    """Return the entries that the package does not hold; one counts as held with its value, period and source."""
    held = {*map(_identity, package.observations), *map(_identity, package.results)}
    by_identity = {_identity(entry): entry for entry in entries}
    fresh = [entry for identity, entry in by_identity.items() if identity not in held]
    return (
        tuple(entry for entry in fresh if isinstance(entry, Observation)),
        tuple(entry for entry in fresh if isinstance(entry, Result)),
    )


def differing(entry: Observation | Result, package: Package) -> tuple[Observation | Result, ...]:
    """Return the values that a package holds for the same item, region and period and that are not the entry's."""
    if isinstance(entry, Observation):
        measured = (entry.indicator, entry.region, entry.period)
        return tuple(
            o for o in package.observations
            if o.value not in (None, entry.value) and (o.indicator, o.region, o.period) == measured
        )  # fmt: skip
    figure = (entry.item, entry.region, entry.period, entry.kind, entry.unit)
    return tuple(
        r for r in package.results
        if r.value != entry.value and (r.item, r.region, r.period, r.kind, r.unit) == figure
    )  # fmt: skip


def differing_note(others: Sequence[Observation | Result]) -> Message:
    """Say which other values stand for the same period, each with whether it was verified; empty for none."""
    if not others:
        return Message("", "")
    zh = "、".join(f"{cell(o.value)}（{'已核' if o.verified == 'yes' else '未核'}）" for o in others)
    en = ", ".join(f"{cell(o.value)} ({'verified' if o.verified == 'yes' else 'not verified'})" for o in others)
    return Message(f"同一时期库里已有不同的数：{zh}", f"another value stands for this period: {en}")


def _identity(entry: Observation | Result) -> tuple[object, ...]:
    if isinstance(entry, Observation):
        return (entry.indicator, entry.region, entry.period, entry.value, entry.source.strip())
    return (entry.item, entry.region, entry.period, entry.kind, entry.value, entry.unit, entry.source.strip())


def _cells(proposal: Proposal, language: Language, is_other: bool) -> Iterator[str]:
    observation = proposal.observation
    cells: dict[str, object] = {
        "accept": "",
        "certainty": f"{proposal.certainty:.2f}",
        "target_name": proposal.target_name,
        "asked": proposal.asked.into(language),
        "value": observation.value,
        "unit": proposal.unit,
        "period": observation.period,
        "sentence": proposal.sentence,
        "working": proposal.working,
        "remark": remark_of(proposal, is_other).into(language),
        "why": proposal.why.into(language),
        "kind": proposal.kind,
        "fit": "observation" if proposal.is_observation else "result",
        "region": observation.region,
        "status": observation.status,
        "source": observation.source,
        "note": observation.note,
        "target": proposal.target,
    }
    cells["proposed"] = json.dumps([cell(cells[key]) for key in PROPOSED], ensure_ascii=False)
    return (guarded(cell(value)) for value in cells.values())


def _rows(path: Path) -> Iterator[Row]:
    text = words_of(path)
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    keys = {spelling: key for key, words in _COLUMNS.items() for spelling in (words.zh, words.en, key)}
    try:
        header = [keys.get(name.strip(), name.strip()) for name in next(lines, [])]
        if missing := [key for key in _NEEDED if key not in header]:
            zh = "、".join(_COLUMNS[key].zh for key in missing)
            en = ", ".join(_COLUMNS[key].en for key in missing)
            raise Fault(
                f"“{path}”不是结果建议表：第 1 行缺少列 {zh}。请用 lantu read 报告 --for 数据包 -o 文件.csv 生成。",
                f"“{path}” is no table of proposals: line 1 lacks {en}. "
                "Make one with: lantu read REPORT --for PACKAGE -o FILE.csv.",
            )
        for cells in lines:
            if any(cells):
                yield Row(path.name, lines.line_num, dict(zip(header, map(unguarded, cells), strict=False)))
    except csv.Error as error:
        raise Fault(
            f"“{path}”第 {lines.line_num} 行不是合法的 CSV（{error}）。请检查引号。",
            f"“{path}”, line {lines.line_num}, is not valid CSV ({error}). Check the quotation marks.",
        ) from error


def _is_marked(row: Row) -> bool:
    mark = row.text("accept").strip().lower()
    if mark in _YES or mark in _ANYWAY:
        return True
    if mark in _NO:
        return False
    raise row.fault(
        _name(row, "accept"), f"“{mark}”看不出采不采用；请写“是”或留空", f"“{mark}” is neither yes nor empty"
    )


def _entry(row: Row, package: Package) -> Observation | Result:
    target, plan = row.text("target").strip(), package.reading.plan
    is_indicator = plan.indicator(target) is not None
    if not is_indicator and all(pledge.id != target for pledge in plan.pledges):
        raise row.fault(
            _name(row, "target"),
            f"数据包里没有目标“{target}”；这份表也许是为另一部规划做的",
            f"the package has no target “{target}”; perhaps the table was made for another plan",
        )
    period, value = row.period("period"), row.number("value")
    for key, found in (("period", period), ("value", value)):
        if found is None:
            raise row.fault(_name(row, key), "这一格是空的", "the cell is empty")
    assert period is not None and value is not None
    source, note = (row.text(key).strip() for key in ("source", "note"))
    if not source:
        raise row.fault(
            _name(row, "source"), "没有出处；每个数都要答得出从哪来", "no source: every value must have one"
        )
    region, status = row.text("region").strip(), row.text("status").strip()
    entered_as = row.text("fit").strip()
    if entered_as == "observation" and is_indicator:
        return Observation(target, region, period, value, status, "yes", source, note)
    kind = row.choice("kind", FigureKind)
    if kind is None or entered_as != "result":
        raise row.fault(_name(row, "fit"), "应为 observation 或 result", "observation or result is expected")
    return Result(target, region, period, kind, value, row.maybe("unit"), status, "yes", source, note)


def _name(row: Row, key: str) -> str:
    """A column as the header of the file spells it; where that is not known, as in Chinese tables."""
    return key if key in ("id",) else _COLUMNS[key].zh
