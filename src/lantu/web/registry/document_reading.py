"""Documents that people send, read a few at a time, so that the pages are served meanwhile."""

from __future__ import annotations

from threading import BoundedSemaphore

from lantu.documents.content import Content
from lantu.plan.fault import Fault
from lantu.plan.reading import Reading

# The server answers with four threads, and a reading holds one of them; the two that are left serve everybody else.
AT_ONCE = 2
_turns = BoundedSemaphore(AT_ONCE)


def read_document(name: str, data: bytes, seconds: float) -> Reading:
    """Read a document in a process of its own, in at most `seconds`.

    Raises Fault when it cannot be read, or others are being read already; nobody waits in a queue.
    """
    # Imported here, so that no other page waits for the reader.
    from lantu.reading.apart import read_content_apart

    if not _turns.acquire(blocking=False):
        raise Fault(
            f"正在读别的文件，“{name}”还没有读。请过一分钟再试。",
            f"Other documents are being read just now; “{name}” was not. Try again in a minute.",
        )
    try:
        return read_content_apart(Content(name, data), seconds)
    finally:
        _turns.release()
