"""Rows added to a package: none is lost or entered twice when two add at once, whatever stands in a cell."""

from __future__ import annotations

from pathlib import Path
from threading import Event, Thread

import pytest

from lantu.exchange import package_rows
from lantu.exchange.lock import holding_place
from lantu.exchange.package_reader import read_package
from lantu.exchange.package_rows import add_rows
from lantu.exchange.package_writer import write_package
from lantu.plan.fault import Fault
from lantu.plan.indicator import Indicator
from lantu.plan.observation import Observation
from lantu.plan.package import Package
from lantu.plan.period import Period
from lantu.plan.plan import Plan
from lantu.plan.reading import Reading


def observed(year: int, source: str = "年报") -> Observation:
    return Observation("trees", "", Period.year(year), 4.0, source=source)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    plan = Plan(title="晚河镇五年规划（虚构）", indicators=(Indicator("trees", "行道树"),))
    write_package(Package(Reading(plan), (observed(2020),)), tmp_path / "wanhe")
    return tmp_path / "wanhe"


def years(folder: Path) -> list[str]:
    return [str(observation.period) for observation in read_package(folder).observations]


def test_of_two_who_add_at_once_neither_loses_a_row(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copied, go_on, copy = Event(), Event(), package_rows.shutil.copytree

    def slow(*args: object, **kwargs: object) -> object:
        made = copy(*args, **kwargs)  # type: ignore[arg-type]
        copied.set()
        go_on.wait(0.3)
        return made

    monkeypatch.setattr(package_rows.shutil, "copytree", slow)
    one = Thread(target=add_rows, args=(folder, [observed(2021)], []))
    other = Thread(target=add_rows, args=(folder, [observed(2021), observed(2022)], []))
    one.start()
    copied.wait(5)
    other.start()
    one.join()
    go_on.set()
    other.join()
    assert years(folder) == ["2020", "2021", "2022"]
    assert [path.name for path in folder.parent.iterdir()] == ["wanhe"]


def test_a_package_that_another_holds_is_told_after_a_while(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package_rows, "PATIENCE", 0.05)
    with holding_place(folder, 1), pytest.raises(Fault, match="Another process is writing"):
        add_rows(folder, [observed(2021)], [])
    assert years(folder) == ["2020"]


def test_a_lone_carriage_return_in_a_cell_does_not_break_the_next_reading(folder: Path) -> None:
    add_rows(folder, [observed(2021, "年报\r第3页")], [])
    add_rows(folder, [observed(2022)], [])
    assert years(folder) == ["2020", "2021", "2022"]
    assert read_package(folder).observations[1].source == "年报\r第3页"
