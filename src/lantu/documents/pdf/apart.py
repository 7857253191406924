"""A PDF read in a process of its own: a hostile file can neither fill the memory, hold the reader nor crash it."""

from __future__ import annotations

import json
import subprocess
import sys

from lantu.documents.content import Body, Content
from lantu.documents.pdf.wire import body_from
from lantu.plan.fault import Fault

SECONDS = 240.0  # five times what a thousand pages take


def read_apart(content: Content, seconds: float = SECONDS) -> Body:
    """Return the blocks of a PDF, read by `python -m lantu.documents.pdf` within time and memory.

    Raises Fault where the file is refused, takes longer, needs more memory than is allowed, or breaks the parser.
    """
    command = [sys.executable, "-P", "-m", "lantu.documents.pdf", content.name]
    try:
        done = subprocess.run(command, input=content.data, capture_output=True, timeout=seconds, check=False)  # noqa: S603 - our own module
    except subprocess.TimeoutExpired as error:
        raise _swollen(content) from error
    try:
        answer = json.loads(done.stdout)
    except ValueError as error:  # it was stopped, by its bounds or by a crash
        raise _swollen(content) from error
    if "fault" in answer:
        raise Fault(*answer["fault"])
    return body_from(answer)


def _swollen(content: Content) -> Fault:
    return Fault(
        f"“{content.name}”的内容大得或怪得不合常理，为安全起见没有读完。请确认来源，用阅读器打开后另存，或拆成几个文件。",
        f"What “{content.name}” holds is beyond all reason and was not read to its end. Check where it comes from; "
        "open it in a reader and save it anew, or split it.",
    )
