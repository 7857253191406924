"""A real server in a process of its own, for tests that need one."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Server:
    """What a started server said: where it is, and who may come in."""

    process: subprocess.Popen[str]
    address: str
    said: str

    def password(self, name: str) -> str:
        found = re.search(rf"name {name}, password (\S+?)[:\s(]", self.said)
        assert found, self.said
        return found[1].rstrip(":")

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=15)


@contextmanager
def serving(*arguments: str, cwd: Path) -> Iterator[Server]:
    """Start `lantu ARGUMENTS --port 0` and wait until its first page answers."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("LANTU_", "DJANGO_"))}
    process = subprocess.Popen(
        [sys.executable, "-c", "from lantu.cli.main import main; main()", *arguments, "--port", "0", "--lang", "en"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=cwd, env=environment,
    )  # fmt: skip
    said, address = "", ""
    try:
        assert process.stdout is not None
        for line in process.stdout:
            said += line
            if found := re.search(r"(http://[\d.]+:\d+)/", line):
                address = address or found[1]
            if "Ctrl-C" in line:
                break
        assert address, f"the server did not start:\n{said}"
        _wait_for(address)
        yield Server(process, address, said)
    finally:
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()


def _wait_for(address: str) -> None:
    for _ in range(100):
        try:
            with urllib.request.urlopen(f"{address}/login/", timeout=10):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"{address} does not answer")
