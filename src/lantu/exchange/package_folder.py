"""A plan package as a folder: `datapackage.json` (Frictionless) and CSV files, and back without loss."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

from lantu.exchange import tables
from lantu.exchange.row import Row, cell
from lantu.exchange.tables import Table
from lantu.plan.document import Document
from lantu.plan.fault import Fault
from lantu.plan.indicator import Indicator
from lantu.plan.observation import Observation
from lantu.plan.package import Package
from lantu.plan.period import Period
from lantu.plan.plan import Plan
from lantu.plan.reading import Reading
from lantu.plan.region import Region

T = TypeVar("T")

DESCRIPTOR = "datapackage.json"
# A cell may hold a whole paragraph; the default limit of 128 KB is too small for a document on one line.
_LONGEST_CELL = min(sys.maxsize, 1 << 30)


def is_package(path: Path) -> bool:
    """Return whether the path is a folder that holds a package."""
    return path.is_dir() and (path / DESCRIPTOR).is_file()


# ---------------------------------------------------------------- writing


def write_package(package: Package, folder: Path) -> None:
    """Write the package as a folder of CSV files, whole or not at all.

    An existing package is replaced; files in it that are not Lantu's stay. CSV files are UTF-8 with a
    byte order mark, because spreadsheet programs of Chinese offices take them for GBK without one.

    Raises Fault when the folder exists and is not a package, or cannot be written.
    """
    folder = folder.resolve()
    if folder.exists() and not is_package(folder) and (not folder.is_dir() or any(folder.iterdir())):
        raise Fault(
            f"“{folder.name}”已存在，且不是规划数据包；为免覆盖，没有写入。请换一个文件夹名。",
            f"“{folder.name}” exists and is not a plan package; nothing was written over it. Choose another folder.",
        )
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
        try:
            fresh.chmod(0o755)  # mkdtemp makes it private, a package is meant to be read by others
            _write_files(package, fresh, name=folder.name)
            _keep_foreign_files(folder, fresh)
            _swap(fresh, folder)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
    except OSError as error:
        raise Fault(
            f"无法写入“{folder}”：{error.strerror}。请检查权限和磁盘空间。",
            f"Cannot write “{folder}”: {error.strerror}. Check permissions and disk space.",
        ) from error


def _keep_foreign_files(old: Path, fresh: Path) -> None:
    if not old.is_dir():
        return
    ours = {DESCRIPTOR, *(table.path for table in _contents(Package(Reading(Plan()))))}
    for entry in old.iterdir():
        if entry.name in ours or (fresh / entry.name).exists():
            continue
        if entry.is_dir():
            shutil.copytree(entry, fresh / entry.name, symlinks=True)
        else:
            shutil.copy2(entry, fresh / entry.name, follow_symlinks=False)


def _swap(fresh: Path, folder: Path) -> None:
    """Put the fresh folder in the old one's place; the old one comes back if that fails."""
    if not folder.exists():
        fresh.rename(folder)
        return
    aside = Path(tempfile.mkdtemp(prefix=f".{folder.name}.old.", dir=folder.parent)) / "old"
    folder.rename(aside)
    try:
        fresh.rename(folder)
    except OSError:
        aside.rename(folder)
        raise
    finally:
        shutil.rmtree(aside.parent, ignore_errors=True)


def _contents(package: Package) -> dict[Table[Any], tuple[Any, ...]]:
    """Every table of a package with its rows, in the order people read them."""
    reading, plan = package.reading, package.reading.plan
    return {
        tables.INDICATORS: plan.indicators,
        tables.OBSERVATIONS: package.observations,
        tables.JUDGEMENTS: package.judgements,
        tables.PLEDGES: plan.pledges,
        tables.FACTS: reading.facts,
        tables.TASKS: plan.tasks,
        tables.PROJECTS: plan.projects,
        tables.SYSTEMS: plan.systems,
        tables.UNITS: plan.units,
        tables.POLICIES: plan.policies,
        tables.SECTIONS: plan.sections,
        tables.DOUBTS: reading.doubts,
        tables.BLOCKS: reading.document.blocks if reading.document else (),
    }


def _write_files(package: Package, folder: Path, name: str) -> None:
    # A table without rows says nothing; the two that people fill are there from the start.
    wanted = (tables.INDICATORS, tables.OBSERVATIONS)
    contents = {table: items for table, items in _contents(package).items() if items or table in wanted}
    for table, items in contents.items():
        with (folder / table.path).open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(column.name for column in table.columns)
            writer.writerows([cell(column.take(item)) for column in table.columns] for item in items)
    (folder / DESCRIPTOR).write_text(
        json.dumps(_descriptor(package, contents, name), ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )


def _descriptor(package: Package, contents: Iterable[Table[Any]], name: str) -> dict[str, Any]:
    reading, plan = package.reading, package.reading.plan
    document = reading.document
    return {
        "profile": "tabular-data-package",
        "name": re.sub(r"[^a-z0-9._-]+", "-", name.lower()).strip("-.") or "plan",
        "title": plan.title,
        "lantu": {
            "version": "1",
            "plan": {
                "title": plan.title,
                "region": {"name": plan.region.name, "code": plan.region.code},
                "period": None if plan.period is None else str(plan.period),
                "horizon": plan.horizon,
            },
            "document": None
            if document is None
            else {
                "name": document.name,
                "sha256": document.sha256,
                "title": document.title,
                "language": document.language,
                "format": document.format,
            },
        },
        "resources": [
            {
                "name": table.name,
                "path": table.path,
                "profile": "tabular-data-resource",
                "encoding": "utf-8",
                "schema": {"fields": [{"name": c.name, "type": c.type} for c in table.columns]},
            }
            for table in contents
        ],
    }


# ---------------------------------------------------------------- reading


def read_package(folder: Path) -> Package:
    """Read a package folder. Tables that are not there are empty; `indicators.csv` must be there.

    A package that others made may lack the `lantu` part of the descriptor: the plan's period is then
    taken from its title, else from its base and target years.

    Raises Fault when the folder holds no package, or a file in it cannot be read.
    """
    if not is_package(folder):
        raise Fault(
            f"“{folder}”不是规划数据包：里面没有 {DESCRIPTOR}。请先用 lantu read 文件 -o 文件夹 生成。",
            f"“{folder}” is not a plan package: it holds no {DESCRIPTOR}. Make one with: lantu read FILE -o FOLDER.",
        )
    about = _read_descriptor(folder)
    lantu = about.get("lantu") or {}
    head, paper = lantu.get("plan") or {}, lantu.get("document")
    indicators = _read_table(folder, tables.INDICATORS, must=True)
    observations = _read_table(folder, tables.OBSERVATIONS)
    blocks = _read_table(folder, tables.BLOCKS)
    try:
        document = None if not paper else Document(
            paper["name"], paper["sha256"], blocks, paper.get("title", ""), paper.get("language", "und"),
            paper.get("format", "text"),
        )  # fmt: skip
        region = Region(**head["region"]) if head.get("region") else _only_region(observations)
        period = Period.parse(head["period"]) if head.get("period") else _guess_period(about, indicators)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise _bad_descriptor(folder, f"{error}") from error
    plan = Plan(
        title=head.get("title") or about.get("title") or about.get("name") or "",
        region=region,
        period=period,
        horizon=head.get("horizon"),
        sections=_read_table(folder, tables.SECTIONS),
        indicators=indicators,
        pledges=_read_table(folder, tables.PLEDGES),
        tasks=_read_table(folder, tables.TASKS),
        projects=_read_table(folder, tables.PROJECTS),
        systems=_read_table(folder, tables.SYSTEMS),
        units=_read_table(folder, tables.UNITS),
        policies=_read_table(folder, tables.POLICIES),
    )
    reading = Reading(plan, document, _read_table(folder, tables.FACTS), _read_table(folder, tables.DOUBTS))
    return Package(reading, observations, _read_table(folder, tables.JUDGEMENTS))


def read_observations(folder: Path) -> tuple[Observation, ...]:
    """Read `observations.csv` of a folder that need not be a package; none where there is no such file.

    Raises Fault when the file cannot be read.
    """
    return _read_table(folder, tables.OBSERVATIONS)


def _read_descriptor(folder: Path) -> dict[str, Any]:
    try:
        about = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise _bad_descriptor(folder, f"{error}") from error
    if not isinstance(about, dict):
        raise _bad_descriptor(folder, "not an object")
    return about


def _bad_descriptor(folder: Path, what: str) -> Fault:
    return Fault(
        f"“{folder / DESCRIPTOR}”读不懂（{what}）。请从备份恢复，或重新用 lantu read 生成。",
        f"“{folder / DESCRIPTOR}” cannot be read ({what}). Restore it from a backup or run lantu read again.",
    )


def _read_table(folder: Path, table: Table[T], must: bool = False) -> tuple[T, ...]:
    path = folder / table.path
    if not path.is_file():
        if must:
            raise Fault(
                f"数据包“{folder}”里没有 {table.path}。请从备份恢复，或重新用 lantu read 生成。",
                f"The package “{folder}” has no {table.path}. Restore it from a backup or run lantu read again.",
            )
        return ()
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Fault(
            f"“{path}”不是 UTF-8 编码。请在电子表格中另存为“CSV UTF-8”。",
            f"“{path}” is not UTF-8. Save it from the spreadsheet as “CSV UTF-8”.",
        ) from error
    csv.field_size_limit(_LONGEST_CELL)
    lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    items: list[T] = []
    try:
        header = next(lines, [])
        for cells in lines:
            if any(cells):
                items.append(table.make(Row(table.path, lines.line_num, dict(zip(header, cells, strict=False)))))
    except csv.Error as error:
        raise Fault(
            f"“{path}”第 {lines.line_num} 行不是合法的 CSV（{error}）。请检查引号。",
            f"“{path}”, line {lines.line_num}, is not valid CSV ({error}). Check the quotation marks.",
        ) from error
    return tuple(items)


def _only_region(observations: Iterable[Any]) -> Region:
    codes = {observation.region for observation in observations}
    return Region(code=codes.pop()) if len(codes) == 1 else Region()


def _guess_period(about: dict[str, Any], indicators: Iterable[Indicator]) -> Period | None:
    if match := re.search(r"(\d{4})\s*[-—–]\s*(\d{4})", str(about.get("title", ""))):
        return Period.years(int(match[1]), int(match[2]))
    bases = [i.baseline.period.last_year for i in indicators if i.baseline.period]
    ends = [i.target.period.last_year for i in indicators if i.target.period]
    return Period.years(max(bases) + 1, max(ends)) if bases and ends and max(bases) < max(ends) else None
