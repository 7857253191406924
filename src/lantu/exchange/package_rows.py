"""Rows added to the data files of a package, whole or not at all; whatever else stands in the folder stays as it is."""

from __future__ import annotations

import csv
import io
import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

from lantu.exchange import tables
from lantu.exchange.csv_lines import line_of
from lantu.exchange.lock import PATIENCE, holding_place
from lantu.exchange.package_reader import DESCRIPTOR, read_descriptor, read_package, words_of
from lantu.exchange.package_writer import put_in_place
from lantu.exchange.proposal_table import not_entered_yet
from lantu.exchange.row import cell
from lantu.exchange.tables import Table
from lantu.plan.fault import Fault
from lantu.plan.observation import Observation
from lantu.plan.result import Result
from lantu.plan.system_words import system_words

T = TypeVar("T")


def add_rows(folder: Path, observations: Sequence[Observation], results: Sequence[Result]) -> None:
    """Add rows to `observations.csv` and `results.csv` of a package.

    A copy of the folder is changed, read once as a test, and put in the folder's place: either every row is in, or
    none is. Rows that stand there keep their cells, columns that Lantu does not know too. The package is held from
    reading to the end, so that of two who add at once neither loses a row; one that the other has just added is not
    added again.

    Raises Fault when the folder is no package, cannot be written, or others write it for longer than a minute.
    """
    folder = folder.resolve()
    read_package(folder)
    with holding_place(folder, PATIENCE):
        _add_to(folder, *not_entered_yet((*observations, *results), read_package(folder)))


def _add_to(folder: Path, observations: Sequence[Observation], results: Sequence[Result]) -> None:
    try:
        scratch = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
        try:
            fresh = scratch / folder.name
            shutil.copytree(folder, fresh, symlinks=True)
            _add(fresh, tables.OBSERVATIONS, observations)
            _add(fresh, tables.RESULTS, results)
            read_package(fresh)
            put_in_place(fresh, folder)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
    except OSError as error:
        raise Fault(
            f"无法写入“{folder}”：{system_words(error).zh}。没有写入任何一行；请检查权限和磁盘空间。",
            f"Cannot write “{folder}”: {system_words(error).en}. No row was written; check permissions and disk space.",
        ) from error


def _add(folder: Path, table: Table[T], rows: Sequence[T]) -> None:
    if not rows:
        return
    path = folder / table.path
    lines = list(csv.reader(io.StringIO(words_of(path), newline=""))) if path.is_file() else []
    header = [name.strip() for name in lines[0]] if lines else []
    header += [column.name for column in table.columns if column.name not in header]
    kept = [line + [""] * (len(header) - len(line)) for line in lines[1:] if any(line)]
    take = {column.name: column.take for column in table.columns}
    fresh = [[cell(take[name](row)) if name in take else "" for name in header] for row in rows]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        file.writelines(line_of(line) for line in (header, *kept, *fresh))
    _describe(folder, table, header)


def _describe(folder: Path, table: Table[Any], header: Sequence[str]) -> None:
    """Name the file and its columns in the descriptor; of columns of others only what it says already is known."""
    about = read_descriptor(folder)
    resources = about.setdefault("resources", [])
    types = {column.name: column.type for column in table.columns}
    for resource in resources:
        if isinstance(resource, dict) and resource.get("path") == table.path:
            fields = resource.setdefault("schema", {}).setdefault("fields", [])
            named = {field.get("name") for field in fields}
            fields += [{"name": name, "type": types.get(name, "string")} for name in header if name not in named]
            break
    else:
        resources.append(
            {
                "name": table.name,
                "path": table.path,
                "profile": "tabular-data-resource",
                "encoding": "utf-8",
                "schema": {"fields": [{"name": name, "type": types.get(name, "string")} for name in header]},
            }
        )
    text = json.dumps(about, ensure_ascii=False, indent=1) + "\n"
    (folder / DESCRIPTOR).write_text(text, encoding="utf-8")
