"""One case tried in a process of its own: what is wrong with how it ended, if anything."""

from __future__ import annotations

import multiprocessing
import sys
import tempfile
import traceback
from collections.abc import Callable
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from lantu.checking.checker import check
from lantu.documents.content import Content
from lantu.documents.opening import document_of
from lantu.exchange.indicator_names import with_ids
from lantu.exchange.package_reader import read_package
from lantu.exchange.reading_json import reading_to_json
from lantu.monitoring.monitor import monitor
from lantu.plan.fault import Fault
from lantu.reading import read

SECONDS = 30.0  # for a document of at most 400 KB, on a machine that does other work
# Programs that a format is read through: a process of our own for PDF, LibreOffice for what is older.
HELPERS = {Path(sys.executable).name, "soffice", "libreoffice"}
HOME = (sys.prefix, sys.base_prefix, str(Path.cwd()), "/usr/lib", "/usr/share/zoneinfo", "/dev/null")


def of_document(data: bytes) -> str:
    """Read bytes, put the reading into JSON and check it; return what went wrong, "" where nothing did."""

    def work(folder: Path) -> None:
        reading = read(document_of(Content("fuzzed", data)))
        for block in reading.document.blocks if reading.document else ():
            block.text.encode("utf-8")
        reading_to_json(reading)
        check([reading])

    return tried(work)


def of_package(files: dict[str, bytes]) -> str:
    """Open a package of these files, check it and monitor it; return what went wrong, "" where nothing did."""

    def work(folder: Path) -> None:
        for name, data in files.items():
            (folder / name).write_bytes(data)
        package, _ = with_ids(read_package(folder))
        check([package.reading])
        monitor(package, date(2023, 12, 31))

    return tried(work)


def tried(work: Callable[[Path], None]) -> str:
    """Run work in a fork with a folder of its own: a fault is fine; a crash, a hang or a file from elsewhere is not."""
    fork = multiprocessing.get_context("fork")
    answers, ask = fork.Pipe(duplex=False)
    with tempfile.TemporaryDirectory() as folder:
        process = fork.Process(target=_run, args=(ask, work, Path(folder)), daemon=True)
        process.start()
        ask.close()
        try:
            return str(answers.recv()) if answers.poll(SECONDS) else f"took longer than {SECONDS:g} seconds"
        except EOFError:
            process.join()
            return f"died with status {process.exitcode}"
        finally:
            answers.close()
            process.kill()
            process.join()


def _run(ask: Connection, work: Callable[[Path], None], folder: Path) -> None:
    strays: list[str] = []

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open" and isinstance(arguments[0], str):
            path = str(Path(arguments[0]).resolve())
            if not path.startswith((*HOME, str(folder.resolve()))):
                strays.append(path)
        elif event == "subprocess.Popen" and Path(str(arguments[0])).name in HELPERS:
            return
        elif event in {"socket.connect", "subprocess.Popen", "os.system"}:
            strays.append(event)

    sys.addaudithook(watch)
    wrong = ""
    try:
        work(folder)
    except Fault as fault:
        if "\n" in fault.message.zh + fault.message.en:
            wrong = f"a fault of several lines: {fault.message.en!r}"
    except BaseException as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        wrong = f"{type(error).__name__}: {error} at {place.filename}:{place.lineno}"
    ask.send(wrong or (f"went elsewhere: {strays[0]}" if strays else ""))
