"""The folder of the demo's data: known by a marker, emptied at each start, used by one demo at a time."""

from __future__ import annotations

import fcntl
import os
import shutil
from pathlib import Path

from lantu.plan.fault import Fault
from lantu.plan.system_words import system_words

_MARKER = "made-by-lantu-demo"


def is_demo_folder(folder: Path) -> bool:
    """Return whether a demo made the folder."""
    return (folder / _MARKER).exists()


def claim(folder: Path) -> int:
    """Make the folder, or empty it where an earlier demo made it, and return the lock that keeps others out.

    The lock is an open file; it is let go when this process and those it started have ended.

    Raises Fault when the folder is a link, holds what no demo made, is in use by another demo or cannot be written.
    """
    if folder.is_symlink():
        raise Fault(
            f"“{folder}”是符号链接，演示不会清空它指向的文件夹。请用 --data 另指一个文件夹。",
            f"“{folder}” is a symbolic link, and the demo will not empty what it points to. "
            "Name another folder with --data.",
        )
    if folder.is_dir() and any(folder.iterdir()) and not is_demo_folder(folder):
        raise Fault(
            f"“{folder}”里有不是演示生成的文件，演示不会清空它。请用 --data 另指一个文件夹。",
            f"“{folder}” holds files that no demo made, and the demo will not empty it. "
            "Name another folder with --data.",
        )
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = os.open(folder / _MARKER, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        for entry in folder.iterdir():
            if entry.name == _MARKER:
                continue
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)
            else:
                entry.unlink()
    except BlockingIOError as error:
        raise Fault(
            f"“{folder}”正由另一个演示使用。请先结束它，或用 --data 另指一个文件夹。",
            f"“{folder}” is in use by another demo. Stop that one, or name another folder with --data.",
        ) from error
    except OSError as error:
        raise Fault(
            f"演示的文件夹“{folder}”不能写：{system_words(error).zh}。请用 --data 另指一个文件夹。",
            f"The demo's folder “{folder}” cannot be written: {system_words(error).en}. Name another with --data.",
        ) from error
    return lock
