"""The one place where rows become plan values, and plan values rows."""

from __future__ import annotations

import json
import zlib
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lantu.exchange.package_reader import read_package
from lantu.exchange.package_writer import write_package
from lantu.exchange.row import Row, cell
from lantu.exchange.series_tables import AREAS, BALANCES, BREAKS, CHOICES, MILESTONES, ROLLUPS
from lantu.exchange.tables import Table
from lantu.plan.observation import Observation
from lantu.plan.package import Package
from lantu.plan.period import Period
from lantu.plan.reading import Reading
from lantu.plan.result import FigureKind, Result
from lantu.plan.series_break import Choice
from lantu.plan.verdict import Judgement, Verdict
from lantu.web.registry.models import ChoiceRow, JudgementRow, ObservationRow, Plan, ResultRow

SERIES_TABLES: tuple[Table[Any], ...] = (MILESTONES, BREAKS, CHOICES, AREAS, ROLLUPS, BALANCES)
"""What a package knows of its series; each is named as the part of the package that holds it."""


def pack_tables(package: Package) -> tuple[str, bytes]:
    """Return the tables of a package's series as (sha256, content): their cells, in one compressed JSON object."""
    rows = {
        table.name: [[cell(column.take(item)) for column in table.columns] for item in getattr(package, table.name)]
        for table in SERIES_TABLES
    }
    canonical = json.dumps(rows, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    return sha256(canonical).hexdigest(), zlib.compress(canonical)


def unpack_tables(content: bytes) -> dict[str, tuple[Any, ...]]:
    """Return the tables that `pack_tables` packed, by the part of a package that they are."""
    rows: dict[str, list[list[str]]] = json.loads(zlib.decompress(content))
    return {
        table.name: tuple(
            table.make(Row(table.path, line, dict(zip((c.name for c in table.columns), cells, strict=False))))
            for line, cells in enumerate(rows.get(table.name, ()), 2)
        )
        for table in SERIES_TABLES
    }


def to_choice(row: ChoiceRow) -> Choice:
    """Return the choice a row holds."""
    return Choice(row.indicator, row.region, Period.parse(row.period), row.source, row.reason,
                  row.entered_by.display_name)  # fmt: skip


def pack(reading: Reading) -> tuple[str, bytes]:
    """Return a reading as (sha256, content): the files of its plan package, in one compressed JSON object.

    The digest is taken over the files' words, so equal readings have equal digests on every machine.
    """
    with TemporaryDirectory() as scratch:
        folder = Path(scratch) / "plan"
        write_package(Package(reading), folder)
        files = {path.name: path.read_bytes().decode() for path in sorted(folder.iterdir())}
    canonical = json.dumps(files, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    return sha256(canonical).hexdigest(), zlib.compress(canonical)


def unpack(content: bytes) -> Reading:
    """Return the reading that `pack` packed."""
    files: dict[str, str] = json.loads(zlib.decompress(content))
    with TemporaryDirectory() as scratch:
        folder = Path(scratch) / "plan"
        folder.mkdir()
        for name, text in files.items():
            (folder / name).write_bytes(text.encode())
        return read_package(folder).reading


def to_observation(row: ObservationRow) -> Observation:
    """Return the value a row holds."""
    return Observation(row.indicator, row.region, Period.parse(row.period), row.value, row.status, row.verified,
                       row.source, row.note)  # fmt: skip


def to_observation_row(plan: Plan, observation: Observation) -> ObservationRow:
    """Return an unsaved row that holds the value."""
    return ObservationRow(
        plan=plan,
        indicator=observation.indicator,
        region=observation.region,
        period=str(observation.period),
        value=observation.value,
        status=observation.status,
        verified=observation.verified,
        source=observation.source,
        note=observation.note,
    )


def to_judgement(row: JudgementRow) -> Judgement:
    """Return the judgement a row holds."""
    return Judgement(row.indicator, row.on, Verdict(row.verdict), row.wording, row.by)


def to_judgement_row(plan: Plan, judgement: Judgement) -> JudgementRow:
    """Return an unsaved row that holds the judgement."""
    return JudgementRow(
        plan=plan,
        indicator=judgement.indicator,
        on=judgement.on,
        verdict=judgement.verdict.value,
        wording=judgement.wording,
        by=judgement.by,
    )


def to_result(row: ResultRow) -> Result:
    """Return the result a row holds."""
    return Result(row.item, row.region, Period.parse(row.period), FigureKind(row.kind), row.value, row.unit or None,
                  row.status, row.verified, row.source, row.note)  # fmt: skip


def to_result_row(plan: Plan, result: Result) -> ResultRow:
    """Return an unsaved row that holds the result."""
    return ResultRow(
        plan=plan,
        item=result.item,
        region=result.region,
        period=str(result.period),
        kind=result.kind.value,
        value=result.value,
        unit=result.unit or "",
        status=result.status,
        verified=result.verified,
        source=result.source,
        note=result.note,
    )
