"""One who writes at a time: a lock that the system takes back when its process ends, however it ends."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from lantu.plan.fault import Fault
from lantu.plan.system_words import system_words

try:
    import fcntl
except ImportError:  # a system without it has no lock that ends with its process
    fcntl = None  # type: ignore[assignment]

LOCK = ".lock"
# How long to wait for others who write a package, in seconds: writing a large one takes some two.
PATIENCE = 60.0
# How often one who waits looks again, in seconds.
_STEP = 0.02


@contextmanager
def holding(folder: Path, patience: float) -> Iterator[None]:
    """Hold a folder until the block ends, by a lock in it that stays there.

    Raises Fault where it cannot be written, or another process still holds it after `patience` seconds.
    """
    with _locked(folder / LOCK, folder, time.monotonic() + patience, patience):
        yield


@contextmanager
def holding_place(folder: Path, patience: float) -> Iterator[None]:
    """Hold the place of a folder that is replaced whole until the block ends, by a lock beside it that then goes.

    Raises Fault where nothing can be written beside it, or another process still holds it after `patience` seconds.
    """
    path, until = folder.with_name(f".{folder.name}.lock"), time.monotonic() + patience
    while True:
        with _locked(path, folder, until, patience) as file:
            # The one before took its lock away: what was waited for is another file than the one that stands there.
            if not _is_there(path, file):
                continue
            try:
                yield
            finally:
                with suppress(OSError):
                    path.unlink()
            return


@contextmanager
def _locked(path: Path, folder: Path, until: float, patience: float) -> Iterator[IO[str]]:
    try:
        file = path.open("a")
    except OSError as error:
        raise Fault(
            f"写不进“{folder}”：{system_words(error).zh}。请检查路径和权限。",
            f"“{folder}” cannot be written: {system_words(error).en}. Check the path and its permissions.",
        ) from error
    with file:
        while fcntl is not None:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > until:
                    raise Fault(
                        f"另一个进程正在写“{folder}”，等了 {patience:g} 秒还没有写完。请稍后再试。",
                        f"Another process is writing “{folder}” and was not done after {patience:g} seconds. "
                        "Try again later.",
                    ) from None
                time.sleep(_STEP)
        yield file


def _is_there(path: Path, file: IO[str]) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(file.fileno()))
    except FileNotFoundError:
        return False
