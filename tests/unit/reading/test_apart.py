"""A document read in a process of its own: what comes back, and what is told when it does not."""

from __future__ import annotations

import multiprocessing
import subprocess
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from lantu.documents import conversion
from lantu.documents.opening import open_document
from lantu.plan.document import Document
from lantu.plan.fault import Fault
from lantu.reading import apart, read
from lantu.reading.apart import read_apart

ReadAs = Callable[[Callable[[Document], object]], None]
SENTENCE = "到2025年，全县新增城镇就业3.2万人，公路里程达到1850公里。\n"


@pytest.fixture
def read_as(monkeypatch: pytest.MonkeyPatch) -> ReadAs:
    """Puts another reader in the place of ours: a fork carries it over, whatever threads the tests before left."""

    def put(reader: Callable[[Document], object]) -> None:
        monkeypatch.setattr(apart, "_context", lambda: multiprocessing.get_context("fork"))
        monkeypatch.setattr(apart, "read", reader)

    return put


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "规划.txt"
    path.write_text("第一章 就业\n" + SENTENCE, "utf-8")
    return path


def test_it_is_read_as_it_would_be_here(report: Path) -> None:
    assert read_apart(report) == read(open_document(report))


def test_it_is_read_from_a_thread_too(report: Path) -> None:
    found = []
    thread = threading.Thread(target=lambda: found.append(read_apart(report)))
    thread.start()
    thread.join()
    assert found == [read(open_document(report))]


def test_a_fault_of_the_file_comes_through_in_both_languages(tmp_path: Path) -> None:
    empty = tmp_path / "空.txt"
    empty.write_bytes(b"")
    with pytest.raises(Fault) as told:
        read_apart(empty)
    assert "空文件" in told.value.message.zh
    assert "empty" in told.value.message.en


def test_a_document_that_takes_too_long_is_stopped_and_told(report: Path) -> None:
    report.write_text(SENTENCE * 30_000, "utf-8")
    with pytest.raises(Fault, match=r"longer than 0\.2 seconds"):
        read_apart(report, seconds=0.2)


def test_a_document_that_needs_too_much_memory_is_stopped_and_told(report: Path) -> None:
    report.write_text(SENTENCE * 30_000, "utf-8")
    with pytest.raises(Fault, match="too much memory"):
        read_apart(report, memory=1)


def test_a_reader_that_breaks_is_told_in_one_line_with_the_place(report: Path, read_as: ReadAs) -> None:
    read_as(lambda document: {}[document.name])
    with pytest.raises(Fault, match=r"broke on “规划\.txt” \(KeyError, test_apart\.py:\d+\)"):
        read_apart(report)


def test_a_reader_that_dies_is_told_in_one_line(report: Path, read_as: ReadAs) -> None:
    import os

    read_as(lambda document: os.kill(os.getpid(), 9))
    with pytest.raises(Fault, match=r"broke on “规划\.txt”; nothing was read"):
        read_apart(report)


def test_what_the_reader_started_ends_with_it_and_its_folder_goes(
    report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, read_as: ReadAs
) -> None:
    numbers, folders = tmp_path / "numbers", tmp_path / "folders"

    def hangs(document: Document) -> None:
        folder = tempfile.mkdtemp()
        folders.write_text(folder)
        same = subprocess.Popen(["sleep", "60"])  # in the reader's group, as a PDF is read
        own = ["sleep", "60"], Path(folder), 60.0  # in a group of its own, as LibreOffice
        started = subprocess.Popen
        monkeypatch.setattr(conversion.subprocess, "Popen", lambda *a, **k: told(same, started(*a, **k)))
        conversion._run(*own)

    def told(*processes: subprocess.Popen[bytes]) -> subprocess.Popen[bytes]:
        numbers.write_text(" ".join(str(process.pid) for process in processes))
        return processes[-1]

    read_as(hangs)
    with pytest.raises(Fault, match="took longer"):
        read_apart(report, seconds=1.5)
    assert not Path(folders.read_text()).exists()
    for number in numbers.read_text().split():
        assert not is_running(int(number))


def is_running(number: int) -> bool:
    try:
        state = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_an_answer_that_is_no_reading_is_told_in_one_line(report: Path, read_as: ReadAs) -> None:
    read_as(lambda document: is_running)
    with pytest.raises(Fault, match=r"broke on “规划\.txt”; nothing was read"):
        read_apart(report)
