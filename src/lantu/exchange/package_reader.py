"""A plan package from its folder: `datapackage.json` (Frictionless) and CSV files into values."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

from lantu.exchange import tables
from lantu.exchange.ground_table import GROUNDS
from lantu.exchange.row import Row
from lantu.exchange.series_tables import AREAS, BALANCES, BREAKS, CHOICES, MILESTONES, ROLLUPS
from lantu.exchange.tables import Table
from lantu.plan.area import Area
from lantu.plan.document import Document
from lantu.plan.fault import Fault
from lantu.plan.indicator import Indicator
from lantu.plan.observation import Observation
from lantu.plan.package import Package
from lantu.plan.period import Period
from lantu.plan.plan import Plan
from lantu.plan.reading import Reading
from lantu.plan.region import Region
from lantu.plan.system_words import system_words

T = TypeVar("T")

DESCRIPTOR = "datapackage.json"
# A cell may hold a whole paragraph; the default limit of 128 KB is too small for a document on one line.
LONGEST_CELL = min(sys.maxsize, 1 << 30)
# An id becomes part of an address of a page and of a file's name.
_ID = re.compile(r"[^\s/\\\"'<>#?%&]{1,200}")


def is_package(path: Path) -> bool:
    """Return whether the path is a folder that holds a package."""
    return path.is_dir() and (path / DESCRIPTOR).is_file()


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
    about = read_descriptor(folder)
    indicators = _read_table(folder, tables.INDICATORS, must=True)
    observations = _read_table(folder, tables.OBSERVATIONS)
    blocks = _read_table(folder, tables.BLOCKS)
    try:
        lantu = _part(about, "lantu")
        head, paper = _part(lantu, "plan"), _part(lantu, "document")
        document = None if not paper else Document(
            _text(paper, "name"), _text(paper, "sha256"), blocks, _text(paper, "title"),
            _text(paper, "language") or "und", _text(paper, "format") or "text", _pages(paper, "unread"),
        )  # fmt: skip
        stated = _part(head, "region")
        region = Region(_text(stated, "name"), _text(stated, "code")) if stated else _only_region(observations)
        period = Period.parse(_text(head, "period")) if head.get("period") else _guess_period(about, indicators)
        title = _text(head, "title") or _text(about, "title") or _text(about, "name")
        horizon = head.get("horizon")
        if not isinstance(horizon, int | None):
            raise TypeError(f"horizon: {horizon!r}")
    except (TypeError, ValueError) as error:
        raise _bad_descriptor(folder, f"{error}") from error
    plan = Plan(
        title=title,
        region=region,
        period=period,
        horizon=horizon,
        sections=_read_table(folder, tables.SECTIONS),
        indicators=indicators,
        pledges=_read_table(folder, tables.PLEDGES),
        tasks=_read_table(folder, tables.TASKS),
        projects=_read_table(folder, tables.PROJECTS),
        systems=_read_table(folder, tables.SYSTEMS),
        units=_read_table(folder, tables.UNITS),
        policies=_read_table(folder, tables.POLICIES),
    )
    facts, doubts = _read_table(folder, tables.FACTS), _read_table(folder, tables.DOUBTS)
    reading = Reading(plan, document, facts, doubts, dict(_read_table(folder, GROUNDS)))
    return Package(
        reading,
        observations,
        judgements=_read_table(folder, tables.JUDGEMENTS),
        results=_read_table(folder, tables.RESULTS),
        milestones=_read_table(folder, MILESTONES),
        breaks=_read_table(folder, BREAKS),
        choices=_read_table(folder, CHOICES),
        areas=read_areas(folder),
        rollups=_read_table(folder, ROLLUPS),
        balances=_read_table(folder, BALANCES),
    )


def read_observations(folder: Path) -> tuple[Observation, ...]:
    """Read `observations.csv` of a folder that need not be a package; none where there is no such file.

    Raises Fault when the file cannot be read.
    """
    return _read_table(folder, tables.OBSERVATIONS)


def read_areas(folder: Path) -> tuple[Area, ...]:
    """Read `areas.csv` of a folder that need not be a package; none where there is no such file.

    Raises Fault when the file cannot be read, or an area is part of itself, straight or by way of others.
    """
    areas = _read_table(folder, AREAS)
    parents = {area.code: area.parent for area in areas}
    for area in areas:
        seen = {area.code}
        above = area.parent
        while above:
            if above in seen:
                raise Fault(
                    f"{AREAS.path} 里“{area.name}”（{area.code}）的上级绕了一圈又回到自己。请改正 parent 一列。",
                    f"{AREAS.path}: “{area.name}” ({area.code}) is part of itself by way of its parents. "
                    "Correct the column “parent”.",
                )
            seen.add(above)
            above = parents.get(above, "")
    return areas


def read_descriptor(folder: Path) -> dict[str, Any]:
    """Return the package's descriptor. Raises Fault when it cannot be read."""
    try:
        about = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise _bad_descriptor(folder, f"{error}") from error
    if not isinstance(about, dict):
        raise _bad_descriptor(folder, "not an object")
    return about


def _part(about: dict[str, Any], key: str) -> dict[str, Any]:
    """The object under a key, empty where there is none. Raises TypeError where something else stands."""
    part = about.get(key) or {}
    if not isinstance(part, dict):
        raise TypeError(f"{key}: {part!r}")
    return part


def _text(about: dict[str, Any], key: str) -> str:
    """The words under a key, "" where there are none. Raises TypeError where something else stands."""
    text = about.get(key)
    if not isinstance(text, str | None):
        raise TypeError(f"{key}: {text!r}")
    return text or ""


def _pages(about: dict[str, Any], key: str) -> tuple[int, ...]:
    """The page numbers under a key. Raises TypeError where something else stands."""
    pages = about.get(key) or []
    if not isinstance(pages, list) or not all(isinstance(page, int) for page in pages):
        raise TypeError(f"{key}: {pages!r}")
    return tuple(pages)


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
    csv.field_size_limit(LONGEST_CELL)
    lines = csv.reader(io.StringIO(words_of(path), newline=""), strict=True)
    items: list[T] = []
    ids: set[str] = set()
    faults: list[Fault] = []
    try:
        header = [name.strip() for name in next(lines, [])]
        if missing := [column for column in table.must if column not in header]:
            raise Fault(
                f"“{path}”第 1 行缺少列：{'、'.join(missing)}。请把列名补上。",
                f"“{path}”, line 1, lacks the columns {', '.join(missing)}. Add them to the header.",
            )
        for cells in lines:
            if any(cells):
                row = Row(table.path, lines.line_num, dict(zip(header, cells, strict=False)))
                try:
                    if table.columns[0].name == "id":
                        _check_id(row, ids)
                    items.append(table.make(row))
                except Fault as fault:
                    faults.append(fault)
    except csv.Error as error:
        raise Fault(
            f"“{path}”第 {lines.line_num} 行不是合法的 CSV（{error}）。请检查引号。",
            f"“{path}”, line {lines.line_num}, is not valid CSV ({error}). Check the quotation marks.",
        ) from error
    if faults:
        raise _all_at_once(faults)
    return tuple(items)


def words_of(path: Path) -> str:
    """The text of a CSV file: UTF-8, or GB18030 as office programs in China save it.

    Raises Fault when it is neither, or cannot be read.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise Fault(f"找不到文件“{path}”。请检查路径。", f"There is no file “{path}”. Check the path.") from error
    except OSError as error:
        raise Fault(
            f"“{path}”读不出来：{system_words(error).zh}。请检查文件和权限。",
            f"“{path}” cannot be read: {system_words(error).en}. Check the file and its permissions.",
        ) from error
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Fault(
        f"“{path}”的编码认不出来。请在电子表格中另存为“CSV UTF-8”。",
        f"The encoding of “{path}” cannot be told. Save it from the spreadsheet as “CSV UTF-8”.",
    )


def _all_at_once(faults: list[Fault]) -> Fault:
    """One line for all the bad cells of a file: the first in full, and where the others are."""
    first, *others = (fault.message for fault in faults)
    if not others:
        return faults[0]
    places = [re.match(r"[^:]*, line (\d+)", other.en) for other in others]
    numbers = [place[1] for place in places if place][:9]
    more = "" if len(others) <= len(numbers) else " …"
    return Fault(
        f"{first.zh} 另有 {len(others)} 处，在第 {'、'.join(numbers)} 行{more}。",
        f"{first.en} {len(others)} more, in line {', '.join(numbers)}{more}.",
    )


def _check_id(row: Row, seen: set[str]) -> None:
    """Raise Fault where an id is missing, stands twice, or holds what no address can."""
    id = row.text("id")
    if not _ID.fullmatch(id):
        raise row.fault(
            "id",
            f'“{id}”不能作编号（不可为空，不可有空格和 / \\ " 等）',
            f'“{id}” cannot be an id (it must not be empty, nor hold blanks or / \\ " and the like)',
        )
    if id in seen:
        raise row.fault("id", f"编号“{id}”前面已经用过", f"the id “{id}” stands above already")
    seen.add(id)


def _only_region(observations: Iterable[Any]) -> Region:
    codes = {observation.region for observation in observations}
    return Region(code=codes.pop()) if len(codes) == 1 else Region()


def _guess_period(about: dict[str, Any], indicators: Iterable[Indicator]) -> Period | None:
    if match := re.search(r"(\d{4})\s*[-—–]\s*(\d{4})", str(about.get("title", ""))):
        return Period.years(int(match[1]), int(match[2]))
    bases = [i.baseline.period.last_year for i in indicators if i.baseline.period]
    ends = [i.target.period.last_year for i in indicators if i.target.period]
    return Period.years(max(bases) + 1, max(ends)) if bases and ends and max(bases) < max(ends) else None
