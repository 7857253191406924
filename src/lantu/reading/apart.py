"""A document read in a process of its own, so that none can hang, crash or swallow the one that asks."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from pickle import UnpicklingError
from tempfile import TemporaryDirectory

from lantu.documents.content import Content
from lantu.documents.opening import content_of, document_of
from lantu.plan.fault import Fault
from lantu.plan.message import Message
from lantu.plan.reading import Reading
from lantu.reading import read
from lantu.reading.plan_values import plan_values

SECONDS = 300.0  # a document of a thousand pages takes some twenty
MEMORY = 4 << 30  # bytes; such a document takes some three hundred million
_GRACE = 2.0  # seconds for the reader to end what it started
_Answer = Reading | Message


def read_apart(path: Path, seconds: float = SECONDS, memory: int = MEMORY) -> Reading:
    """Open and read the file at `path`, in at most `seconds` and `memory` bytes.

    Raises Fault when the file is no document, or when it takes longer, needs more, or breaks the reader: each is
    told in one line and leaves nothing behind.
    """
    return read_content_apart(content_of(path), seconds, memory)


def read_content_apart(content: Content, seconds: float = SECONDS, memory: int = MEMORY) -> Reading:
    """Read bytes as `read_apart` does a file; content.name is the name that messages call it by."""
    # Ours, so that it goes whatever becomes of those who write in it.
    with TemporaryDirectory(prefix="lantu-", ignore_cleanup_errors=True) as folder:
        answer = _answered(content, seconds, memory, folder)
    if isinstance(answer, Message):
        raise Fault(answer.zh, answer.en)
    return answer


def _answered(content: Content, seconds: float, memory: int, folder: str) -> _Answer:
    answers, ask = multiprocessing.Pipe(duplex=False)
    process = _context().Process(target=_work, args=(ask, content, memory, folder), daemon=True)
    process.start()
    ask.close()
    try:
        if not answers.poll(seconds):
            return _too_slow(content.name, seconds)
        answer = plan_values(answers.recv_bytes())
        return answer if isinstance(answer, Reading | Message) else _broken(content.name, "")
    except (EOFError, UnpicklingError):
        return _broken(content.name, "")
    finally:
        answers.close()
        _stop(process)


def _stop(process: BaseProcess) -> None:
    """End the reader with all that it started."""
    # Asked first: a program that it waits for may lead a group of its own, which only the reader knows.
    process.terminate()
    process.join(_GRACE)
    if hasattr(os, "killpg") and process.pid is not None:
        with suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.join()


def _context() -> multiprocessing.context.ForkContext | multiprocessing.context.SpawnContext:
    """A fork is ready at once, but carries no threads over: a process that has some starts a new one instead."""
    if threading.active_count() == 1 and "fork" in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("fork")
    return multiprocessing.get_context("spawn")


def _work(ask: Connection, content: Content, memory: int, folder: str) -> None:
    if hasattr(os, "setsid"):
        os.setsid()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    tempfile.tempdir = os.environ["TMPDIR"] = folder
    _bound(memory)
    ask.send_bytes(pickle.dumps(_answer(content, lambda: read(document_of(content)))))


def _answer(content: Content, work: Callable[[], Reading]) -> _Answer:
    try:
        return work()
    except Fault as fault:
        return fault.message
    except MemoryError:
        return Message(
            f"读“{content.name}”要用的内存太多，已停止。请拆成几个文件，或去掉其中的图片和大表。",
            f"Reading “{content.name}” needs too much memory and was stopped. "
            "Split the file, or take its pictures and large tables out.",
        )
    except Exception as error:  # whatever broke, the one who asks is told in one line
        place = traceback.extract_tb(error.__traceback__)[-1]
        return _broken(content.name, f"{type(error).__name__}, {Path(place.filename).name}:{place.lineno}")


def _bound(memory: int) -> None:
    """Hold this process to so much memory, where the system can."""
    try:
        import resource
    except ImportError:
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (memory if most == resource.RLIM_INFINITY else min(memory, most), most))


def _too_slow(name: str, seconds: float) -> Message:
    return Message(
        f"读“{name}”超过了 {seconds:g} 秒的时限，已停止。请拆成几个文件，或用 --time-limit 放宽。",
        f"Reading “{name}” took longer than {seconds:g} seconds and was stopped. "
        "Split the file, or allow more with --time-limit.",
    )


def _broken(name: str, where: str) -> Message:
    zh, en = (f"（{where}）", f" ({where})") if where else ("", "")
    return Message(
        f"读“{name}”时程序出了错{zh}，没有读成。请另存为 .docx 或 UTF-8 文本再试，并把文件告诉我们。",
        f"The reader broke on “{name}”{en}; nothing was read. "
        "Save it as .docx or UTF-8 text and try again, and tell us of the file.",
    )
