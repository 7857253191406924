"""A plan package into a folder of CSV files, whole or not at all."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from lantu.exchange import tables
from lantu.exchange.csv_lines import line_of
from lantu.exchange.ground_table import GROUNDS
from lantu.exchange.lock import PATIENCE, holding_place
from lantu.exchange.package_reader import DESCRIPTOR, is_package, read_descriptor, read_package
from lantu.exchange.row import cell
from lantu.exchange.series_tables import AREAS, BALANCES, BREAKS, CHOICES, MILESTONES, ROLLUPS
from lantu.exchange.tables import Table
from lantu.plan.fault import Fault
from lantu.plan.package import Package
from lantu.plan.plan import Plan
from lantu.plan.reading import Reading
from lantu.plan.system_words import system_words

_WRITTEN_BY_PEOPLE = (
    tables.OBSERVATIONS, tables.JUDGEMENTS, tables.RESULTS, MILESTONES, BREAKS, CHOICES, AREAS, ROLLUPS,
    BALANCES,
)  # fmt: skip


def write_package(package: Package, folder: Path) -> None:
    """Write the package as a folder of CSV files, whole or not at all.

    An existing package is replaced; files in it that are not Lantu's stay. CSV files are UTF-8 with a
    byte order mark, because spreadsheet programs of Chinese offices take them for GBK without one.

    Raises Fault when the folder exists and is not a package, cannot be written, or others write it for
    longer than a minute.
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
            # mkdtemp makes it private; a package keeps its folder's mode, or takes that of the folder it stands in.
            fresh.chmod((folder if folder.is_dir() else folder.parent).stat().st_mode & 0o777)
            _write_files(package, fresh, name=folder.name)
            with holding_place(folder, PATIENCE):
                _keep_foreign_files(folder, fresh)
                put_in_place(fresh, folder)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
    except OSError as error:
        raise Fault(
            f"无法写入“{folder}”：{system_words(error).zh}。请检查权限和磁盘空间。",
            f"Cannot write “{folder}”: {system_words(error).en}. Check permissions and disk space.",
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


def put_in_place(fresh: Path, folder: Path) -> None:
    """Put the fresh folder in the old one's place, on the same disk; the old one comes back if that fails.

    Raises OSError when neither can be moved.
    """
    if not folder.exists():
        fresh.rename(folder)
        return
    aside = Path(tempfile.mkdtemp(prefix=f".{folder.name}.old.", dir=folder.parent)) / "old"
    folder.rename(aside)
    try:
        fresh.rename(folder)
    except BaseException:
        # Also when interrupted: if the old folder cannot come back, it stays whole where it was put aside.
        aside.rename(folder)
        aside.parent.rmdir()
        raise
    shutil.rmtree(aside.parent, ignore_errors=True)


def _contents(package: Package) -> dict[Table[Any], tuple[Any, ...]]:
    """Every table of a package with its rows, in the order people read them."""
    reading, plan = package.reading, package.reading.plan
    return {
        tables.INDICATORS: plan.indicators,
        tables.OBSERVATIONS: package.observations,
        tables.JUDGEMENTS: package.judgements,
        tables.RESULTS: package.results,
        MILESTONES: package.milestones,
        BREAKS: package.breaks,
        CHOICES: package.choices,
        AREAS: package.areas,
        ROLLUPS: package.rollups,
        BALANCES: package.balances,
        tables.PLEDGES: plan.pledges,
        tables.FACTS: reading.facts,
        tables.TASKS: plan.tasks,
        tables.PROJECTS: plan.projects,
        tables.SYSTEMS: plan.systems,
        tables.UNITS: plan.units,
        tables.POLICIES: plan.policies,
        tables.SECTIONS: plan.sections,
        tables.DOUBTS: reading.doubts,
        GROUNDS: tuple(reading.grounds.items()),
        tables.BLOCKS: reading.document.blocks if reading.document else (),
    }


def _write_files(package: Package, folder: Path, name: str) -> None:
    # A table without rows says nothing; the two that people fill are there from the start.
    wanted = (tables.INDICATORS, tables.OBSERVATIONS)
    contents = {table: items for table, items in _contents(package).items() if items or table in wanted}
    for table, items in contents.items():
        with (folder / table.path).open("w", encoding="utf-8-sig", newline="") as file:
            file.write(line_of(column.name for column in table.columns))
            file.writelines(line_of(cell(column.take(item)) for column in table.columns) for item in items)
    (folder / DESCRIPTOR).write_text(
        json.dumps(_descriptor(package, contents, name), ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )


def _digest(contents: Mapping[Table[Any], Iterable[Any]]) -> str:
    """A digest of what was read; how a spreadsheet program quotes or orders its files does not change it."""
    digest = sha256()
    for table, items in contents.items():
        if table not in _WRITTEN_BY_PEOPLE:
            for item in items:
                digest.update("\x1f".join([table.name, *(cell(c.take(item)) for c in table.columns), "\x1e"]).encode())
    return digest.hexdigest()


def corrected_by_hand(folder: Path) -> bool:
    """Return whether rows of a package's reading were changed after it was written.

    Observations, verdicts and results do not count: people are meant to write them. A package that others made says
    nothing of how it was read, and counts as not corrected.

    Raises Fault when the package cannot be read.
    """
    as_read = (read_descriptor(folder).get("lantu") or {}).get("as_read")
    return as_read is not None and as_read != _digest(_contents(read_package(folder)))


def _descriptor(package: Package, contents: Mapping[Table[Any], Iterable[Any]], name: str) -> dict[str, Any]:
    reading, plan = package.reading, package.reading.plan
    document = reading.document
    return {
        "profile": "tabular-data-package",
        "name": re.sub(r"[^a-z0-9._-]+", "-", name.lower()).strip("-.") or "plan",
        "title": plan.title,
        "lantu": {
            "version": "1",
            "as_read": _digest(contents),
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
                "unread": list(document.unread),
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
