"""A plan's tables as CSV files, in the columns of its package."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse

from lantu.exchange import series_tables, tables
from lantu.exchange.row import cell
from lantu.exchange.tables import Table
from lantu.plan.message import Message
from lantu.plan.package import Package
from lantu.web.look.csv_files import csv_response


@dataclass(frozen=True, slots=True)
class DataFile:
    """One table that can be taken away: its name in the address, its words, its rows."""

    table: Table[Any]
    words: Message
    rows: tuple[Any, ...]

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return self.table.name


def data_files(package: Package) -> tuple[DataFile, ...]:
    """Return the tables of a package that hold anything, in the order people read them."""
    plan = package.reading.plan
    every = (
        DataFile(tables.INDICATORS, Message("指标", "Indicators"), plan.indicators),
        DataFile(tables.OBSERVATIONS, Message("逐期数值", "Values"), package.observations),
        DataFile(tables.JUDGEMENTS, Message("他方评价", "Verdicts of others"), package.judgements),
        DataFile(tables.RESULTS, Message("报告里的结果", "Results in reports"), package.results),
        DataFile(series_tables.MILESTONES, Message("年度目标", "Yearly targets"), package.milestones),
        DataFile(series_tables.BREAKS, Message("口径改变", "Breaks"), package.breaks),
        DataFile(series_tables.CHOICES, Message("选定的来源", "Sources chosen"), package.choices),
        DataFile(series_tables.AREAS, Message("地区", "Areas"), package.areas),
        DataFile(series_tables.ROLLUPS, Message("汇总办法", "Roll-up rules"), package.rollups),
        DataFile(series_tables.BALANCES, Message("平衡关系", "Balances"), package.balances),
        DataFile(tables.PLEDGES, Message("正文里的承诺", "Commitments in the text"), plan.pledges),
        DataFile(tables.TASKS, Message("任务", "Tasks"), plan.tasks),
        DataFile(tables.PROJECTS, Message("项目", "Projects"), plan.projects),
    )
    return tuple(file for file in every if file.rows)


def table_response(table: Table[Any], rows: Iterable[Any], name: str) -> HttpResponse:
    """Return rows of a table as a CSV file to download."""
    heads = (column.name for column in table.columns)
    return csv_response(name, heads, ([cell(column.take(row)) for column in table.columns] for row in rows))
