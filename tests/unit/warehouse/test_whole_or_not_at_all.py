"""A crash in the middle leaves the old answer whole, two who write lose nothing, and compaction changes no answer."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest
from tests.unit.warehouse.small_nation import FOUR, ON, ONE, TWO, aim, answers, every, same, values, warehouse

from lantu.plan.area import RollUpRule
from lantu.plan.fault import Fault
from lantu.warehouse.block import Areas
from lantu.warehouse.nation import add, run
from lantu.warehouse.standings import compact, standings
from lantu.warehouse.store import Store, create

ROOT = Path(__file__).resolve().parents[3]
# A process that dies by kill -9 when it is about to do the n-th thing that touches the folder.
DIES = """
import os, signal, sys
from datetime import date
from pathlib import Path
from lantu.warehouse import nation, standings, store
from tests.unit.warehouse.small_nation import values

folder, work, left = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])

def counted(function):
    def instead(*arguments, **named):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return function(*arguments, **named)
    return instead

store.Store.write = counted(store.Store.write)
store._settle = counted(store._settle)
Path.replace = counted(Path.replace)
Path.unlink = counted(Path.unlink)
opened = store.Store.open(folder)
if work == "add":
    nation.add(opened, {"it": values((3, 2023, 0, 70.0))}, date(2023, 12, 31))
elif work == "run":
    nation.run(opened, date(2023, 12, 31))
else:
    standings.compact(opened)
"""


def filled(folder: Path) -> Store:
    rows = [row for year in (2020, 2022) for row in every(year, 0, {ONE: 1.0, TWO: 2.0, 5: 3.0, FOUR: 4.0})]
    store = warehouse(folder, [aim(over_areas=RollUpRule.SUM)], {"it": rows})
    run(store, ON)
    add(store, {"it": values((TWO, 2023, 0, 50.0))}, ON)
    return store


@pytest.mark.parametrize("work", ["add", "run", "compact"])
def test_killed_at_any_moment_it_leaves_the_old_answer_or_the_new_one_and_the_next_run_sweeps(
    tmp_path: Path, work: str
) -> None:
    before = answers(filled(tmp_path / "expected"))
    expected = Store.open(tmp_path / "expected")
    {"add": lambda: add(expected, {"it": values((ONE, 2023, 0, 70.0))}, ON), "run": lambda: run(expected, ON),
     "compact": lambda: compact(expected)}[work]()  # fmt: skip
    after = answers(expected)
    seen: list[str] = []
    for moment in range(1, 30):
        folder = tmp_path / f"{work}-{moment}"
        filled(folder)
        done = subprocess.run(
            [sys.executable, "-c", DIES, str(folder), work, str(moment)], cwd=ROOT, check=False, capture_output=True,
        )  # fmt: skip
        found = answers(Store.open(folder))
        assert same(found, before) or same(found, after), moment
        seen.append("new" if same(found, after) and not same(before, after) else "old")
        answers(Store.open(folder), ON)
        named = json.loads((folder / "manifest.json").read_text("utf-8"))
        files = {path.name for path in folder.iterdir()} - {"manifest.json", ".lock"}
        assert files == {named["base"], named["results"], *named["patches"], *(name for _, name in named["changes"])}
        if done.returncode == 0:
            break
        assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    else:
        pytest.fail("it never came to its end")
    assert moment > 4
    assert seen == sorted(seen, reverse=True)  # first the old answer, from one moment on the new one


def test_two_who_add_at_once_lose_nothing(tmp_path: Path) -> None:
    filled(tmp_path / "w")
    script = (
        "import sys; from datetime import date; from pathlib import Path\n"
        "from lantu.warehouse.nation import add; from lantu.warehouse.store import Store\n"
        "from tests.unit.warehouse.small_nation import values\n"
        "store = Store.open(Path(sys.argv[1]))\n"
        "for year in (2020, 2021, 2022, 2023):\n"
        "    new = values((int(sys.argv[2]), year, 0, 100.0 * int(sys.argv[2]) + year))\n"
        "    add(store, {'it': new}, date(2023, 12, 31))\n"
    )
    both = [
        subprocess.Popen([sys.executable, "-c", script, str(tmp_path / "w"), str(area)], cwd=ROOT)
        for area in (ONE, FOUR)
    ]
    assert [process.wait(120) for process in both] == [0, 0]
    store = Store.open(tmp_path / "w")
    step_by_step = answers(store)
    assert step_by_step["value"][[ONE, FOUR]].tolist() == [2323.0, 2623.0]
    assert len(store.manifest.changes) == 1 + 8
    assert same(step_by_step, answers(store, ON))


def test_who_waits_too_long_is_told_so(tmp_path: Path) -> None:
    store = filled(tmp_path / "w")
    with (
        store.writing(),
        pytest.raises(Fault, match="Another process is writing"),
        Store.open(tmp_path / "w").writing(0.05),
    ):
        pass  # never here
    run(store, ON)


def test_a_reader_whom_a_writer_overtakes_reads_the_new_state(tmp_path: Path) -> None:
    early = filled(tmp_path / "w")
    old = Store.open(tmp_path / "w")
    add(early, {"it": values((ONE, 2023, 0, 70.0))}, ON)
    run(early, ON)
    assert not (old.folder / str(old.manifest.results)).exists()
    assert standings(old).columns["value"][ONE] == 70.0


def test_compaction_changes_no_answer_and_leaves_what_did_not_change(tmp_path: Path) -> None:
    rows = every(2022, 0, {ONE: 1.0, TWO: 2.0, 5: 3.0, FOUR: 4.0})
    store = warehouse(tmp_path / "w", [aim("it", RollUpRule.SUM), aim("other")], {"it": rows, "other": rows})
    run(store, ON)
    for value in (5.0, 6.0, float("nan"), 7.0):
        add(store, {"it": values((ONE, 2022, 0, value), (TWO, 2023, 0, value))}, ON)
    before = answers(store)
    kept = (tmp_path / "w/base-000001/indicator=other/values.parquet").stat().st_ino
    assert compact(store) == 8
    assert same(before, answers(store))
    assert store.manifest.changes == store.manifest.patches == ()
    assert same(before, answers(store, ON))
    (other,) = (tmp_path / "w").glob("base-*/indicator=other/values.parquet")
    assert other.stat().st_ino == kept
    assert compact(store) == 0


@pytest.mark.parametrize(
    ("broken", "words"),
    [("{", "cannot be read"), ("[]", "cannot be read"), ('{"state": 1}', "cannot be read"), (None, "is no warehouse")],
)
def test_a_folder_that_is_no_warehouse_is_one_line(tmp_path: Path, broken: str | None, words: str) -> None:
    if broken is not None:
        (tmp_path / "manifest.json").write_text(broken)
    with pytest.raises(Fault, match=words) as told:
        Store.open(tmp_path)
    assert "\n" not in told.value.message.zh + told.value.message.en


def test_nothing_is_made_over_files_or_with_names_no_file_can_have(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("")
    with pytest.raises(Fault, match="holds files already"):
        create(tmp_path, [], filled(tmp_path / "w").areas)
    with pytest.raises(Fault, match="no file can be named by"):
        create(tmp_path / "x", [aim("a/b")], filled(tmp_path / "v").areas)
    assert not (tmp_path / "x").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    with pytest.raises(Fault, match="cannot be written"):
        create(closed / "w", [], filled(tmp_path / "w").areas)


def test_threads_of_one_process_come_one_after_the_other_too(tmp_path: Path) -> None:
    filled(tmp_path / "w")
    threads = [
        threading.Thread(
            target=lambda at=at: add(Store.open(tmp_path / "w"), {"it": values((at, 2023, 0, 1.0 * at))}, ON)
        )
        for at in (ONE, TWO, FOUR)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers(Store.open(tmp_path / "w"))["value"][[ONE, TWO, FOUR]].tolist() == [3.0, 4.0, 6.0]


def test_files_that_are_not_ours_are_never_swept(tmp_path: Path) -> None:
    folder = tmp_path / "warehouse"
    store = create(folder, [], Areas(("1",), np.array([-1], np.int32)))
    (folder / "notes.txt").write_text("别删", "utf-8")
    (folder / "new.csv").write_text("indicator\n", "utf-8")
    (folder / "base-000009").mkdir()
    store.commit()
    assert (folder / "notes.txt").is_file()
    assert (folder / "new.csv").is_file()
    assert not (folder / "base-000009").exists()
