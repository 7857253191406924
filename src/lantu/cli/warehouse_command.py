"""`lantu warehouse`: a plan over all its areas at once, judged in one run and kept up to date by each day's values."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click
import numpy as np

from lantu.cli.main import spoken_language
from lantu.cli.options import json_option, language_option, print_json
from lantu.cli.verdict_words import verdict_words
from lantu.monitoring.kernels.verdict import VERDICTS
from lantu.monitoring.printed import chance, rounded
from lantu.plan.fault import Fault
from lantu.plan.message import Language, Message
from lantu.plan.verdict import Verdict
from lantu.warehouse.store import Store

MASTER = "LANTU_WAREHOUSE_MASTER"
# So many files of changes are read beside the base at most; then they are written into it.
_MANY = 200
_NUMBERS = ("value", "year", "expected", "progress", "due", "needed", "probability", "low", "high")


@click.group("warehouse")
def command() -> None:
    """Judge a plan in all its areas at once: from one county to a nation's ten million series."""


@command.command("build")
@click.argument("packages", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "--output", "folder", required=True, type=click.Path(path_type=Path), help="An empty folder.")
@language_option
def build(packages: tuple[Path, ...], folder: Path, language: Language | None) -> None:
    """Make a warehouse of the plan in the first of PACKAGES; the others are plans of its areas, with own targets.

    Values stand in observations.csv, and for millions of them besides in observations.parquet or in Parquet and CSV
    files of a folder observations/ (columns indicator, region, period, value).
    """
    from lantu.cli.source import load
    from lantu.warehouse.gathering import build as made_of

    language = language or spoken_language()
    loaded = [load(package, language) for package in packages]
    tables = [table for package in packages for table in _tables(package)]
    built = made_of(loaded, folder, date.today(), tables)
    manifest = built.store.manifest
    _say(
        language,
        f"{len(manifest.aims)} 项指标，{len(manifest.codes)} 个地区；{built.own} 个地区目标。",
        f"{len(manifest.aims)} indicators, {len(manifest.codes)} areas; {built.own} targets of single areas.",
    )
    for one in built.left:
        _say(
            language,
            f"未纳入：{one.name}（{one.reason.zh}）；请用 lantu monitor。",
            f"left to lantu monitor: {one.name} ({one.reason.en}).",
        )
    for region, indicator in built.others[:5]:
        _say(
            language,
            f"“{region}”的“{indicator}”与第一个规划的评价方式不同，仍按第一个规划评价。",
            f"“{indicator}” of “{region}” is judged in another way than in the first plan, whose target stands.",
        )
    if len(built.others) > 5:
        more = len(built.others) - 5
        _say(language, f"另有 {more} 个这样的地区目标。", f"{more} more targets of areas like these.")
    if built.skipped:
        _say(
            language,
            f"{built.skipped} 个数是季度、半年、某日或多年的数，没有收入。",
            f"{built.skipped} values of quarters, half-years, days or several years were not taken.",
        )


def _tables(package: Path) -> list[Path]:
    folder = package / "observations"
    found = [package / "observations.parquet", *(sorted(folder.iterdir()) if folder.is_dir() else ())]
    return [path for path in found if path.suffix.lower() in (".parquet", ".csv") and path.is_file()]


@command.command("run")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--on", metavar="DATE", help="What was known on this day, as 2023-12-31 (default: today).")
@click.option(
    "--master", envvar=MASTER, show_envvar=True, metavar="URL",
    help="A Spark cluster, as spark://127.0.0.1:7077 (default: DuckDB, in this process).",
)  # fmt: skip
@click.option("--outlook/--no-outlook", default=True, help="Also say how likely each target is to be met.")
@language_option
def run(folder: Path, on: str | None, master: str | None, outlook: bool, language: Language | None) -> None:
    """Judge every indicator in every area of FOLDER anew."""
    day, store = _day(on), Store.open(folder)
    if master:
        from lantu.warehouse.spark import run_on_spark

        count = run_on_spark(store, day, master, outlook)
    else:
        from lantu.warehouse.nation import run as run_here

        count = run_here(store, day, outlook)
    _say(language or spoken_language(), f"评价了 {count:,} 个数列。", f"{count:,} series judged.")


@command.command("add")
@click.argument("folder", type=click.Path(path_type=Path))
@click.argument("observations", type=click.Path(path_type=Path))
@click.option("--on", metavar="DATE", help="What was known on this day, as 2023-12-31 (default: today).")
@language_option
def add(folder: Path, observations: Path, on: str | None, language: Language | None) -> None:
    """Add the values of the CSV file OBSERVATIONS to FOLDER and judge again what depends on them."""
    from lantu.warehouse.gathering import rows_of_csv
    from lantu.warehouse.nation import add as add_values
    from lantu.warehouse.standings import compact as compacted

    day, store = _day(on), Store.open(folder)
    new = rows_of_csv(observations, store)
    judged = add_values(store, new, day)
    count = sum(len(values.value) for values in new.values())
    _say(
        language or spoken_language(),
        f"收入 {count:,} 个数，重新评价了 {judged:,} 个数列。",
        f"{count:,} values added, {judged:,} series judged again.",
    )
    if len(store.manifest.changes) > _MANY:
        compacted(store)


@command.command("compact")
@click.argument("folder", type=click.Path(path_type=Path))
@language_option
def compact(folder: Path, language: Language | None) -> None:
    """Write what was added to FOLDER since it was built into its base, so that it is read as fast as before."""
    from lantu.warehouse.standings import compact as compacted

    done = compacted(Store.open(folder))
    _say(language or spoken_language(), f"合并了 {done} 个文件。", f"{done} files merged.")


@command.command("show")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--indicator", metavar="ID", help="One indicator, by id or name (default: all).")
@click.option("--area", metavar="CODE", help="One area, by code or name (default: all).")
@json_option
@language_option
def show(folder: Path, indicator: str | None, area: str | None, as_json: bool, language: Language | None) -> None:
    """Say where the indicators of FOLDER stand, as of its last run and what was added since."""
    from lantu.warehouse.standings import standings

    language, store = language or spoken_language(), Store.open(folder)
    manifest = store.manifest
    if indicator is None and area is None and not as_json:
        raise Fault(
            "请用 --indicator 或 --area 指明要看的指标或地区。",
            "Say which indicator or area to show: --indicator or --area.",
        )
    indicators = _place(indicator, [(a.indicator, a.name) for a in manifest.aims], _NO_INDICATOR)
    areas = _place(area, list(zip(manifest.codes, manifest.names or manifest.codes, strict=True)), _NO_AREA)
    found = standings(store, indicators, areas)
    rows = _rows(found.store, found.columns)
    if as_json:
        print_json({"on": found.store.manifest.on, "standings": rows})
        return
    click.echo("\n".join(_line(row, found.store, language) for row in rows))


_NO_INDICATOR = Message("数据仓里没有指标“{}”。", "There is no indicator “{}” in this warehouse.")
_NO_AREA = Message("数据仓里没有地区“{}”。", "There is no area “{}” in this warehouse.")


def _place(given: str | None, known: Sequence[tuple[str, str]], unknown: Message) -> Any:
    if given is None:
        return None
    places = [at for at, names in enumerate(known) if given in names]
    if not places:
        near = "、".join(name or code for code, name in known[:5])
        raise Fault(
            f"{unknown.zh.format(given)}有：{near}{'……' if len(known) > 5 else ''}",
            f"{unknown.en.format(given)} There are: {near.replace('、', ', ')}{' …' if len(known) > 5 else '.'}",
        )
    return np.array(places, np.int32)


def _rows(store: Store, columns: Any) -> list[dict[str, Any]]:
    manifest, rows = store.manifest, []
    names = manifest.names or manifest.codes
    for at in range(len(columns["area"])):
        aim, place = manifest.aims[columns["indicator"][at]], columns["area"][at]
        numbers = {name: _number(float(columns[name][at])) for name in _NUMBERS}
        year = numbers.pop("year")
        odds = {name: numbers.pop(name) for name in ("probability", "low", "high")}
        rows.append(
            {
                "id": aim.indicator, "name": aim.name, "region": manifest.codes[place], "region_name": names[place],
                "period": None if year is None else str(int(year)), **numbers,
                "verdict": VERDICTS[columns["verdict"][at]].value,
                "outlook": None if odds["probability"] is None else odds,
                "coverage": {"known": int(columns["known"][at]), "asked": int(columns["asked"][at])},
            }
        )  # fmt: skip
    return rows


def _number(value: float) -> float | None:
    return float(f"{value:.12g}") if math.isfinite(value) else None


def _line(row: dict[str, Any], store: Store, language: Language) -> str:
    aim = store.aim(row["id"])
    settled = row["period"] is not None and int(row["period"]) >= aim.target_year
    word = verdict_words(Verdict(row["verdict"]), settled)
    zh = [f"{word.zh}  {row['name'] or row['id']}  [{row['region_name']}]"]
    en = [f"{word.en}  {row['name'] or row['id']}  [{row['region_name']}]"]
    if row["value"] is not None:
        zh.append(f"{row['period']}年 {rounded(row['value'])}{aim.unit}")
        en.append(f"{row['period']}: {rounded(row['value'])} {aim.unit}".rstrip())
    if row["expected"] is not None and row["progress"] is not None:
        zh.append(f"时序应到 {rounded(row['expected'])}")
        en.append(f"due {rounded(row['expected'])}")
    if row["outlook"] is not None and not settled:
        zh.append(f"达成概率 {chance(row['outlook']['probability'])}")
        en.append(f"probability {chance(row['outlook']['probability'])}")
    known, asked = row["coverage"]["known"], row["coverage"]["asked"]
    if asked:
        zh.append(f"由 {asked} 个部分中的 {known} 个汇总" if known < asked else f"由 {asked} 个部分汇总")
        en.append(f"from {known} of {asked} parts" if known < asked else f"from all {asked} parts")
    return "，".join(zh) if language == "zh" else ", ".join(en)


def _day(text: str | None) -> date:
    if text is None:
        return date.today()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Fault(
            f"--on 后面的“{text}”不是日期。请写成 2023-12-31 这样的形式。",
            f"--on: “{text}” is not a date. Write it as 2023-12-31.",
        ) from error


def _say(language: Language, zh: str, en: str) -> None:
    click.echo(zh if language == "zh" else en, err=True)
