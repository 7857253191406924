"""A server of plans for the time of a measurement or a picture, and its pages."""

from __future__ import annotations

import re
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tools.bench.measure import LANTU, Measure


@contextmanager
def server(packages: Sequence[Path]) -> Iterator[tuple[str, float]]:
    """Serve packages on a free port; yield the address and the seconds until the first page came."""
    with tempfile.TemporaryDirectory() as data, tempfile.TemporaryFile("w+b") as log:
        started = time.perf_counter()
        process = subprocess.Popen(
            [LANTU, "serve", *map(str, packages), "--port", "0", "--data", data], stdout=log, stderr=subprocess.STDOUT
        )
        try:
            address = ""
            while not address:
                log.seek(0)
                if match := re.search(rb"http://127\.0\.0\.1:\d+", log.read()):
                    address = match[0].decode()
                elif process.poll() is not None or time.perf_counter() - started > 60:
                    log.seek(0)
                    raise SystemExit(f"the server did not start: {log.read().decode()}")
                else:
                    time.sleep(0.01)
            while True:
                try:
                    fetch(address + "/")
                    break
                except OSError:
                    if time.perf_counter() - started > 60:
                        raise
                    time.sleep(0.01)
            yield address, time.perf_counter() - started
        finally:
            process.terminate()
            process.wait(20)


def fetch(address: str) -> str:
    """Return the page at an address on this machine."""
    with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310 - always http://127.0.0.1
        page: str = answer.read().decode()
        return page


def crawl(address: str, most: int = 60) -> list[str]:
    """Return paths of the public pages that the first page leads to, breadth first."""
    found, seen = ["/"], {"/"}
    for path in found:
        if len(found) >= most:
            break
        for link in re.findall(r'href="(/[^"#?]*)"', fetch(address + path)):
            if link not in seen and not link.startswith(("/static", "/workbench", "/accounts")) and "." not in link:
                seen.add(link)
                found.append(link)
    return found[:most]


def serve_measures(packages: Sequence[Path], what: str) -> list[Measure]:
    """Measure the time to the first page, and the pages themselves once they are warm."""
    firsts: list[float] = []
    for _ in range(3):
        with server(packages) as (address, first):
            firsts.append(first)
            if len(firsts) == 3:
                paths = crawl(address)
                pages = []
                for path in paths:
                    fetch(address + path)
                    started = time.perf_counter()
                    fetch(address + path)
                    pages.append(time.perf_counter() - started)
    return [
        Measure(f"`lantu serve`, {what}: until the first page", tuple(firsts)),
        Measure(f"{what}: a page, {len(pages)} of them", tuple(pages)),
    ]
