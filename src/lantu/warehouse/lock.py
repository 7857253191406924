"""One who writes at a time: a lock that the system takes back when its process ends, however it ends."""

from __future__ import annotations

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lantu.plan.fault import Fault

LOCK = ".lock"
# How often one who waits looks again, in seconds.
_STEP = 0.02


@contextmanager
def holding(folder: Path, patience: float) -> Iterator[None]:
    """Hold a folder until the block ends.

    Raises Fault where it cannot be written, or another process still holds it after `patience` seconds.
    """
    until = time.monotonic() + patience
    try:
        file = (folder / LOCK).open("a")
    except OSError as error:
        raise Fault(
            f"写不进“{folder}”：{error.strerror}。请检查路径和权限。",
            f"“{folder}” cannot be written: {error.strerror}. Check the path and its permissions.",
        ) from error
    with file:
        while True:
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
        yield
